#include "app/dispatch/setback.h"

#include "app/core/log.h"
#include "app/dispatch/account_budget.h"
#include "app/dispatch/planning.h"
#include "app/store/account_store.h"
#include "app/store/journal_store.h"
#include "app/store/ledger_store.h"

namespace fw {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr milliseconds kLongestBlock = 6h;
constexpr int kLostUntilOutage = 3;

milliseconds doubled(milliseconds first, int failures, milliseconds longest)
{
    return std::min(longest, first * (1 << std::clamp(failures - 1, 0, 16)));
}
} // namespace

int failuresInARow(Database &db, const Account &account, Operation operation, const QString &reason)
{
    const auto block = LedgerStore(db).block(account.id, operation);
    return (block && block->reason == reason ? block->failures : 0) + 1;
}

void keepAway(Database &db, const Account &account, Operation operation, const QString &reason,
    milliseconds span, int failures)
{
    LedgerStore(db).saveBlock(account.id,
        {.operation = operation,
            .until = networkNow(db, account) + span,
            .reason = reason,
            .failures = failures});
}

void pauseAccount(Database &db, const Account &account, const Error &error)
{
    log::error(log::Area::Dispatch, "account paused",
        {{"account", account.id.value}, {"code", log::SafeText{toString(error.code)}}});
    AccountStore(db).pause(account.id, toString(error.code), error.detail);
    JournalStore(db).add({.fact = u"account-paused"_s,
        .account = account.id,
        .detail = {{u"reason"_s, toString(error.code)}}});
}

bool needsSomebody(const Error &error)
{
    return error.code == ErrorCode::Unauthorised || error.code == ErrorCode::CreditsDepleted
        || error.code == ErrorCode::Spam || error.code == ErrorCode::Usage;
}

bool concernsOnlyThis(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotSummoned:
    case ErrorCode::WindowClosed:
    case ErrorCode::AlreadyReplied:
    case ErrorCode::PersonUnreachable:
    case ErrorCode::NotOffered:
    case ErrorCode::NotFound:
        return true;
    default:
        return false;
    }
}

bool isLimit(const Error &error)
{
    return error.code == ErrorCode::RateLimited || (error.code == ErrorCode::CapReached && error.retryAfter);
}

QString noteNotCarriedOut(
    Database &db, const Account &account, const LimitTable &limits, SendOrder &order, const Refusal &refusal)
{
    const Error &error = refusal.error;
    const QString reason = toString(error.code);
    const int failures = failuresInARow(db, account, refusal.operation, reason);
    if (isLimit(error)) {
        milliseconds span
            = error.retryAfter.value_or(doubled(limits.blockWithoutReset, failures, kLongestBlock));
        if (error.code == ErrorCode::RateLimited && !error.retryAfter) {
            CallBudget &calls = order.callsNow(db, account, limits, refusal.operation);
            const auto tryAt = learnFromRefusal(db, account, refusal.operation, calls, refusal.startedAt);
            span = tryAt ? *tryAt - networkNow(db, account) : span;
        }
        keepAway(db, account, refusal.operation, reason, span, failures);
        return u"limited"_s;
    }
    LedgerStore(db).remove(account.id, refusal.operation, refusal.attempt);
    if (error.isTransient()) {
        keepAway(db, account, refusal.operation, reason,
            doubled(limits.backOff, failures, limits.longestBackOff), failures);
    } else {
        pauseAccount(db, account, error);
    }
    return u"not-sent"_s;
}

void noteLetThrough(Database &db, const Account &account, const LimitTable &limits, SendOrder &order,
    Operation operation, Instant startedAt)
{
    if (order.isRefused(operation)) {
        learnFromSuccess(db, account, operation, order.callsNow(db, account, limits, operation), startedAt);
    }
    LedgerStore(db).clearBlock(account.id, operation);
}

void noteRefused(
    Database &db, const Account &account, Operation operation, AttemptId attempt, const Error &error)
{
    if (error.code == ErrorCode::NotOffered) {
        LedgerStore(db).remove(account.id, operation, attempt);
    } else {
        LedgerStore(db).clearBlock(account.id, operation);
    }
}

void noteLost(Database &db, const Account &account, const LimitTable &limits, Operation operation)
{
    const QString reason = toString(ErrorCode::ServerFault);
    const int failures = failuresInARow(db, account, operation, reason);
    const milliseconds span
        = failures < kLostUntilOutage ? 0ms : doubled(limits.backOff, failures - 1, limits.longestBackOff);
    keepAway(db, account, operation, reason, span, failures);
}

} // namespace fw
