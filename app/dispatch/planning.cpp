#include "app/dispatch/planning.h"

#include "app/dispatch/admission.h"
#include "app/dispatch/window_ledger.h"
#include "app/store/ledger_store.h"
#include "app/store/reply_store.h"

#include <array>

namespace fw {

namespace {
/// The windows with the limits that refusals taught, as far as they are believed by now.
QList<Window> withLearned(QList<Window> windows, const QList<LearnedLimit> &lessons, Instant now)
{
    for (const LearnedLimit &lesson : lessons) {
        for (Window &window : windows) {
            if (window.name == lesson.window) {
                WindowLedger ledger(window);
                ledger.learn(WindowLedger::Learned{.limit = double(lesson.limit), .at = lesson.at});
                window.evidence = ledger.evidence(now);
                window.limit = ledger.limit(now);
            }
        }
    }
    return windows;
}

constexpr std::array kWrites = {Operation::Reply, Operation::PrivateReply, Operation::DirectMessage,
    Operation::Hide, Operation::Like, Operation::Remove};
}

Budget readBudget(Database &db, const Account &account, const LimitTable &limits, Operation operation)
{
    LedgerStore ledger(db);
    const QList<Window> windows = withLearned(
        limits.windowsOf(operation), ledger.learnedLimits(account.id, operation), networkNow(db, account));
    return {.windows
        = withReadings(windows, ledger.limitSignals(account.id, operation), limits.blockWithoutReset),
        .calls = ledger.callsSince(account.id, operation, networkNow(db, account) - longest(windows)),
        .block = ledger.block(account.id, operation)};
}

std::optional<Instant> lastWrite(Database &db, const Account &account)
{
    std::optional<Instant> last;
    for (const Operation operation : kWrites) {
        const auto at = LedgerStore(db).lastCall(account.id, operation);
        last = at ? std::max(at, last) : last;
    }
    return last;
}

Plan readPlan(Database &db, const Account &account, const LimitTable &limits, const QList<Operation> &also)
{
    Plan input{.now = networkNow(db, account),
        .lastWrite = lastWrite(db, account),
        .isPaused = account.isPaused(),
        .gap = limits.gap,
        .jitter = limits.jitter,
        .settle = limits.settle};
    QList<Operation> operations = also;
    for (const Reply &reply : ReplyStore(db).pending(account.id)) {
        const bool isQueued = reply.state == ReplyState::Queued;
        input.queue.append({.id = reply.id,
            .conversation = reply.conversation,
            .operation = reply.operation,
            .replyClass = reply.replyClass,
            .notBefore = reply.notBefore + account.clockOffset,
            .due = reply.due + account.clockOffset,
            .deadline = isQueued ? deadlineOf(db, account, reply) : std::nullopt,
            .isUnderWay = !isQueued});
        operations.append(reply.operation);
    }
    for (const Operation operation : operations) {
        if (!input.budgets.contains(operation)) {
            input.budgets.emplace(operation, readBudget(db, account, limits, operation));
        }
    }
    return input;
}

} // namespace fw
