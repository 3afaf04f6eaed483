#include "app/intake/call_permit.h"

#include "app/network/allowance.h"
#include "app/network/limit_table.h"
#include "app/store/account_store.h"
#include "app/store/ledger_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Error limitedUntil(const Account &account, Instant until, Instant now)
{
    const QString when = toDateTime(until - account.clockOffset).toLocalTime().toString(u"HH:mm:ss"_s);
    return {.code = ErrorCode::RateLimited,
        .detail = u"%1 allows no more reading until %2; the walk goes on from the same point then"_s.arg(
            toString(account.network), when),
        .retryAfter = until - now};
}

} // namespace

Done reserve(Database &db, const Account &account, Operation operation)
{
    const auto limits = limitTableFor(account);
    if (!limits) {
        return Failure(limits.error());
    }
    LedgerStore ledger(db);
    const Instant now = db.now() + account.clockOffset;
    if (const auto block = ledger.block(account.id, operation); block && block->until > now) {
        return Failure(limitedUntil(account, block->until, now));
    }
    const QList<Window> windows = limits->windowsOf(operation);
    const QList<Instant> calls = ledger.callsSince(account.id, operation, now - longest(windows));
    const Allowance allowance = earliestCall(
        withReadings(windows, ledger.limitSignals(account.id, operation), limits->blockWithoutReset), calls,
        now);
    if (allowance.at > now) {
        return Failure(limitedUntil(account, allowance.at, now));
    }
    ledger.add(account.id, operation, now, db.newId<AttemptId>());
    return {};
}

void noteFailure(Database &db, const Account &account, Operation operation, const Error &error)
{
    using namespace std::chrono_literals;
    switch (error.code) {
    case ErrorCode::RateLimited:
        LedgerStore(db).saveBlock(account.id,
            {.operation = operation,
                .until = db.now() + account.clockOffset + error.retryAfter.value_or(15min),
                .reason = toString(error.code)});
        break;
    case ErrorCode::Unauthorised:
    case ErrorCode::CreditsDepleted:
    case ErrorCode::Spam:
        AccountStore(db).pause(account.id, toString(error.code), error.detail);
        break;
    default:
        break;
    }
}

} // namespace fw
