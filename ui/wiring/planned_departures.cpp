#include "ui/wiring/planned_departures.h"

#include "app/dispatch/planning.h"
#include "app/store/account_store.h"
#include "app/store/ledger_store.h"

#include <algorithm>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
// What is promised nothing goes after what is: the planner's own order, with a due time far off.
constexpr milliseconds kNoHurry = std::chrono::hours(24 * 7);

/// Returns how many windows of the account that were.
qsizetype overlay(QList<Window> &windows, const OtherLimit &other)
{
    qsizetype count = 0;
    for (Window &window : windows) {
        if (window.operation == other.operation && window.name == other.window) {
            window.limit = other.limit;
            ++count;
        }
    }
    return count;
}

Failure noSuchWindow(const OtherLimit &other, const QStringList &known)
{
    return Failure({.code = ErrorCode::Usage,
        .detail = u"--limit: no account has a window \"%1/%2\"; there is: %3"_s.arg(
            toString(other.operation), other.window, known.join(u", "_s))});
}

Plan emptyPlan(Database &db, const Account &account, const LimitTable &limits, Instant begin)
{
    Plan plan{.now = begin, .pace = {.gap = limits.gap, .jitter = limits.jitter}, .settle = limits.settle};
    for (const Operation operation : kReplyOperations) {
        const QList<Window> windows = limits.windowsOf(operation);
        Budget budget;
        for (const Window &window : windows) {
            budget.windows.append({.window = window});
        }
        budget.calls = LedgerStore(db).callsSince(account.id, operation, begin - longest(windows));
        budget.calls.removeIf([begin](Instant call) { return call >= begin; });
        plan.budgets.emplace(operation, budget);
    }
    return plan;
}
} // namespace

Result<PlannedDepartures> PlannedDepartures::read(
    Database &db, const TimeSpan &period, const QList<OtherLimit> &others)
{
    PlannedDepartures departures;
    QList<qsizetype> found(others.size(), 0);
    QStringList known;
    for (const Account &account : AccountStore(db).all()) {
        auto limits = limitTableFor(account);
        if (!limits) {
            return Failure(limits.error());
        }
        for (qsizetype i = 0; i < others.size(); ++i) {
            found[i] += overlay(limits->windows, others[i]);
        }
        for (const Window &window : limits->windows) {
            const QString name = toString(window.operation) + u'/' + window.name;
            const bool isReply = std::find(kReplyOperations.begin(), kReplyOperations.end(), window.operation)
                != kReplyOperations.end();
            if (isReply && !known.contains(name)) {
                known.append(name);
            }
        }
        departures.m_plans.insert(account.name, emptyPlan(db, account, *limits, period.from));
    }
    const qsizetype missing = found.indexOf(0);
    if (missing >= 0) {
        return noSuchWindow(others[missing], known);
    }
    return departures;
}

QList<std::optional<Instant>> PlannedDepartures::operator()(const QList<ReadyReply> &ready) const
{
    QHash<QString, Plan> plans = m_plans;
    for (qsizetype i = 0; i < ready.size(); ++i) {
        const ReadyReply &reply = ready[i];
        plans[reply.account].queue.append({.id = {i + 1},
            .conversation = reply.conversation,
            .operation = reply.lane == Lane::Private ? Operation::DirectMessage : Operation::Reply,
            .replyClass = reply.workClass,
            .notBefore = reply.at,
            .due = std::min(reply.due, reply.at + kNoHurry)});
    }
    QList<std::optional<Instant>> left(ready.size());
    for (const Plan &full : std::as_const(plans)) {
        for (const PlannedReply &planned : plan(full, full.queue.size())) {
            if (!planned.forecast.isNever()) {
                left[planned.id.value - 1] = planned.forecast.leavesAt;
            }
        }
    }
    return left;
}

} // namespace fw::wiring
