#include "connectors/sandbox/windows.h"

namespace fw::sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QStringList kKinds{u"fixed"_s, u"rolling"_s, u"slotted"_s};

QString toString(WindowKind kind)
{
    return kKinds.at(static_cast<qsizetype>(kind));
}

Instant slotStart(Instant now, milliseconds length)
{
    return instantFromMs(toMs(now) - toMs(now) % length.count());
}
} // namespace

QList<WindowRule> documentedWindows()
{
    const QString header = u"x-rate-limit"_s;
    const QString name = u"15 min"_s;
    return {
        {.name = name, .operation = Operation::Me, .length = 15min, .limit = 75, .header = header},
        {.name = name,
            .operation = Operation::User,
            .length = 15min,
            .limit = 900,
            .header = header}, // an assumption
        {.name = name, .operation = Operation::Mentions, .length = 15min, .limit = 300, .header = header},
        {.name = name, .operation = Operation::Own, .length = 15min, .limit = 900, .header = header},
        {.name = name, .operation = Operation::Lookup, .length = 15min, .limit = 5000, .header = header},
        {.name = name, .operation = Operation::LookupOne, .length = 15min, .limit = 900, .header = header},
        {.name = name, .operation = Operation::Delete, .length = 15min, .limit = 50, .header = header},
        {.name = name, .operation = Operation::Create, .length = 15min, .limit = 100, .header = header},
        {.name = u"24 h, app"_s,
            .operation = Operation::Create,
            .kind = WindowKind::Rolling,
            .length = 24h,
            .limit = 10000,
            .header = u"x-app-limit-24hour"_s},
        // What no header reports: the half-hourly part is unpublished, 2,400 a day is help.x.com's, 300 per 3 h
        // docs.x.com/x-api/posts/manage-tweets/integrate.
        {.name = u"30 min"_s,
            .operation = Operation::Create,
            .kind = WindowKind::Slotted,
            .length = 30min,
            .limit = 50},
        {.name = u"3 h"_s,
            .operation = Operation::Create,
            .kind = WindowKind::Rolling,
            .length = 3h,
            .limit = 300},
        {.name = u"24 h"_s,
            .operation = Operation::Create,
            .kind = WindowKind::Rolling,
            .length = 24h,
            .limit = 2400},
    };
}

WindowRule readWindowRule(JsonReader &reader)
{
    reader.allow({u"name"_s, u"operation"_s, u"kind"_s, u"length_s"_s, u"limit"_s, u"header"_s});
    WindowRule rule{.name = reader.requiredText(u"name"_s)};
    const auto operation = operationFromString(reader.requiredText(u"operation"_s));
    if (!operation) {
        reader.fail(
            u"operation"_s, u"must be one of me, user, mentions, own, lookup, lookup-one, create, delete"_s);
    }
    rule.operation = operation.value_or(Operation::Create);
    rule.kind = static_cast<WindowKind>(kKinds.indexOf(reader.choice(u"kind"_s, kKinds, u"fixed"_s)));
    rule.length = milliseconds(1000 * reader.whole(u"length_s"_s, 900, 1, 31 * 86400));
    if (!reader.has(u"limit"_s)) {
        reader.fail(u"limit"_s, u"is missing: how many calls fit in the window"_s);
    }
    rule.limit = static_cast<int>(reader.whole(u"limit"_s, 1, 0, 1'000'000));
    rule.header = reader.choice(
        u"header"_s, {QString(), u"x-rate-limit"_s, u"x-user-limit-24hour"_s, u"x-app-limit-24hour"_s}, {});
    return rule;
}

Windows::Windows(const QList<WindowRule> &rules)
{
    for (const WindowRule &rule : rules) {
        m_counters.append(Counter{.rule = rule});
    }
}

void Windows::forget(Counter &counter, Instant now) const
{
    const WindowRule &rule = counter.rule;
    if (counter.uses.empty()) {
        return;
    }
    switch (rule.kind) {
    case WindowKind::Fixed:
        if (now >= counter.uses.front() + rule.length) {
            counter.uses.clear();
        }
        return;
    case WindowKind::Slotted:
        if (counter.uses.front() < slotStart(now, rule.length)) {
            counter.uses.clear();
        }
        return;
    case WindowKind::Rolling:
        while (!counter.uses.empty() && now >= counter.uses.front() + rule.length) {
            counter.uses.pop_front();
        }
        return;
    }
}

Instant Windows::resetAt(const Counter &counter, Instant now) const
{
    if (counter.rule.kind == WindowKind::Slotted) {
        return slotStart(now, counter.rule.length) + counter.rule.length;
    }
    return (counter.uses.empty() ? now : counter.uses.front()) + counter.rule.length;
}

Windows::Verdict Windows::verdict(Operation operation, Instant now)
{
    Verdict verdict = Verdict::Free;
    for (Counter &counter : m_counters) {
        if (counter.rule.operation != operation) {
            continue;
        }
        forget(counter, now);
        if (counter.uses.size() < static_cast<size_t>(counter.rule.limit)) {
            continue;
        }
        if (!counter.rule.header.isEmpty()) {
            return Verdict::OverHeaderWindow;
        }
        verdict = Verdict::OverHiddenWindow;
    }
    return verdict;
}

void Windows::count(Operation operation, Instant now, bool isHidden)
{
    for (Counter &counter : m_counters) {
        if (counter.rule.operation == operation && counter.rule.header.isEmpty() == isHidden) {
            forget(counter, now);
            counter.uses.push_back(now);
        }
    }
}

void Windows::countCall(Operation operation, Instant now)
{
    count(operation, now, false);
}

void Windows::countDone(Operation operation, Instant now)
{
    count(operation, now, true);
}

bool Windows::setLimit(Operation operation, const QString &name, int limit)
{
    for (Counter &counter : m_counters) {
        if (counter.rule.operation == operation && counter.rule.name == name) {
            counter.rule.limit = limit;
            return true;
        }
    }
    return false;
}

QList<QPair<QByteArray, QByteArray>> Windows::headers(Operation operation, Instant now)
{
    QList<QPair<QByteArray, QByteArray>> lines;
    for (Counter &counter : m_counters) {
        if (counter.rule.operation != operation || counter.rule.header.isEmpty()) {
            continue;
        }
        forget(counter, now);
        const QByteArray header = counter.rule.header.toLatin1();
        const qint64 remaining
            = std::max<qint64>(0, counter.rule.limit - static_cast<qint64>(counter.uses.size()));
        const qint64 resetSeconds = (toMs(resetAt(counter, now)) + 999) / 1000; // never early
        lines.append({header + "-limit", QByteArray::number(counter.rule.limit)});
        lines.append({header + "-remaining", QByteArray::number(remaining)});
        lines.append({header + "-reset", QByteArray::number(resetSeconds)});
    }
    return lines;
}

QJsonArray Windows::toJson(Instant now)
{
    QJsonArray list;
    for (Counter &counter : m_counters) {
        forget(counter, now);
        list.append(QJsonObject{
            {u"operation"_s, sandbox::toString(counter.rule.operation)},
            {u"name"_s, counter.rule.name},
            {u"kind"_s, toString(counter.rule.kind)},
            {u"length_s"_s, static_cast<qint64>(counter.rule.length.count() / 1000)},
            {u"limit"_s, counter.rule.limit},
            {u"used"_s, static_cast<qint64>(counter.uses.size())},
            {u"reset_at"_s, toIso(resetAt(counter, now))},
            {u"header"_s, counter.rule.header},
        });
    }
    return list;
}

} // namespace fw::sandbox
