#include "app/dispatch/planning.h"

#include "app/dispatch/admission.h"
#include "app/store/ledger_store.h"
#include "app/store/reply_store.h"

#include <array>

namespace fw {

namespace {
constexpr std::array kWrites = {Operation::Reply, Operation::PrivateReply, Operation::DirectMessage,
    Operation::Hide, Operation::Like, Operation::Remove};
}

Budget readBudget(Database &db, const Account &account, const LimitTable &limits, Operation operation)
{
    LedgerStore ledger(db);
    const QList<Window> windows = limits.windowsOf(operation);
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
            .notBefore = reply.notBefore + account.clockOffset,
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
