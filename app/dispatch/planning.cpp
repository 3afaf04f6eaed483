#include "app/dispatch/planning.h"

#include "app/store/ledger_store.h"
#include "app/store/reply_store.h"

namespace fw {

Plan readPlan(Database &db, const Account &account, const LimitTable &limits)
{
    LedgerStore ledger(db);
    const Instant now = networkNow(db, account);
    const QList<Window> windows = limits.windowsOf(Operation::Reply);
    Plan input{.now = now,
        .windows = withReadings(windows, ledger.limitSignals(account.id, Operation::Reply)),
        .calls = ledger.callsSince(account.id, Operation::Reply, now - longest(windows)),
        .block = ledger.block(account.id, Operation::Reply),
        .isPaused = account.isPaused(),
        .gap = limits.gap,
        .jitter = limits.jitter,
        .settle = limits.settle};
    for (const Reply &reply : ReplyStore(db).pending(account.id)) {
        input.queue.append({.id = reply.id,
            .conversation = reply.conversation,
            .notBefore = reply.notBefore + account.clockOffset,
            .isUnderWay = reply.state != ReplyState::Queued});
    }
    return input;
}

} // namespace fw
