#include "connectors/facebook/graph_limits.h"

#include "connectors/facebook/usage_header.h"

#include <algorithm>

namespace fw::facebook {

namespace {
using namespace Qt::StringLiterals;

constexpr int kFull = 100;

/// The fullest entry so far of a budget.
struct Fullest {
    Usage usage = {};
    const char *header = nullptr; // whose word it is; null: nobody's

    void take(const Usage &other, const char *from)
    {
        const bool isFuller = header == nullptr || other.percent > usage.percent
            || (other.percent == usage.percent && other.minutesToRegain > usage.minutesToRegain);
        if (isFuller) {
            usage = other;
            header = from;
        }
    }
};

QList<Usage> ofOurPage(const QList<Usage> &all, const QString &pageId)
{
    QList<Usage> ours;
    std::copy_if(all.begin(), all.end(), std::back_inserter(ours),
        [id = pageId.toLatin1()](const Usage &usage) { return usage.owner == id; });
    return ours.isEmpty() ? all : ours;
}

void append(QList<LimitSignal> &found, Budget budget, const Fullest &fullest, Instant readAt)
{
    if (fullest.header == nullptr) {
        return;
    }
    const int minutes = fullest.usage.minutesToRegain;
    for (const Operation operation : operationsOf(budget)) {
        found.append({.operation = operation,
            .header = headerOf(budget),
            .percent = fullest.usage.percent,
            .resetAt = minutes > 0 ? readAt + std::chrono::minutes(minutes) : Instant{},
            .readAt = readAt,
            .evidence = QString::fromLatin1(fullest.header)});
    }
}
} // namespace

QString headerOf(Budget budget)
{
    switch (budget) {
    case Budget::App:
        return u"app"_s;
    case Budget::Pages:
        return u"pages"_s;
    case Budget::Messenger:
        break;
    }
    return u"messenger"_s;
}

QList<Operation> operationsOf(Budget budget)
{
    static const QList<Operation> pages = {Operation::Identify, Operation::ReadMentions, Operation::ReadOwn,
        Operation::ReadComments, Operation::ReadMetrics, Operation::Lookup, Operation::Reply, Operation::Hide,
        Operation::Like, Operation::Remove};
    static const QList<Operation> messenger
        = {Operation::ReadMessages, Operation::DirectMessage, Operation::PrivateReply};
    switch (budget) {
    case Budget::App:
        return pages + messenger;
    case Budget::Pages:
        return pages;
    case Budget::Messenger:
        break;
    }
    return messenger;
}

QList<LimitSignal> limitSignals(const HttpAnswer &answer, const QString &pageId, Instant readAt)
{
    Fullest app;
    Fullest pages;
    Fullest messenger;
    for (const Usage &usage : usageIn(answer.headers.value("x-app-usage"))) {
        app.take(usage, "x-app-usage");
    }
    for (const Usage &usage : usageIn(answer.headers.value("x-page-usage"))) {
        pages.take(usage, "x-page-usage");
    }
    const char *const useCase = "x-business-use-case-usage";
    for (const Usage &usage : ofOurPage(useCaseUsageIn(answer.headers.value(useCase)), pageId)) {
        if (usage.type == "pages") {
            pages.take(usage, useCase);
        } else if (usage.type == "messenger") {
            messenger.take(usage, useCase);
        }
    }
    QList<LimitSignal> found;
    append(found, Budget::App, app, readAt);
    append(found, Budget::Pages, pages, readAt);
    append(found, Budget::Messenger, messenger, readAt);
    return found;
}

CallFacts factsOf(const HttpAnswer &answer, const QString &pageId, Instant now)
{
    return {.httpStatus = answer.status,
        .serverTime = answer.serverTime,
        .limitSignals = limitSignals(answer, pageId, answer.serverTime.value_or(now))};
}

std::optional<milliseconds> waitAfter(const CallFacts &facts, Operation operation)
{
    std::optional<milliseconds> wait;
    for (const LimitSignal &signal : facts.limitSignals) {
        if (signal.operation == operation && signal.resetAt > signal.readAt) {
            wait = std::max(wait.value_or(milliseconds(0)), signal.resetAt - signal.readAt);
        }
    }
    return wait;
}

void noteUsedUp(
    CallFacts &facts, Operation operation, const QString &header, LimitKind kind, int code, Instant now)
{
    const QString evidence = u"code %1"_s.arg(code);
    for (LimitSignal &signal : facts.limitSignals) {
        if (signal.operation == operation && signal.header == header) {
            signal.percent = std::max(signal.percent, kFull);
            signal.evidence = evidence;
            return;
        }
    }
    facts.limitSignals.append({.operation = operation,
        .header = header,
        .kind = kind,
        .percent = kind == LimitKind::Window ? kFull : -1,
        .readAt = facts.serverTime.value_or(now),
        .evidence = evidence});
}

} // namespace fw::facebook
