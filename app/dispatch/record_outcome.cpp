#include "app/dispatch/record_outcome.h"

#include "app/core/log.h"
#include "app/dispatch/planning.h"
#include "app/store/account_store.h"
#include "app/store/journal_store.h"
#include "app/store/ledger_store.h"
#include "app/store/reply_store.h"

namespace fw {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr milliseconds kLongestBlock = 6h;
constexpr int kForbiddenInARow
    = 2; // two refusals of the account itself, and nothing more is sent until somebody looked

milliseconds doubled(milliseconds first, int failures, milliseconds longest)
{
    return std::min(longest, first * (1 << std::clamp(failures - 1, 0, 16)));
}

int failuresInARow(Database &db, const Account &account, const QString &reason)
{
    const auto block = LedgerStore(db).block(account.id, Operation::Reply);
    return (block && block->reason == reason ? block->failures : 0) + 1;
}

void keepAway(Database &db, const Account &account, const QString &reason, milliseconds span, int failures)
{
    LedgerStore(db).saveBlock(account.id,
        {.operation = Operation::Reply,
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

AttemptReport report(Database &db, const Attempt &attempt, const QString &outcome, const Error &error)
{
    return {.reply = ReplyStore(db).byId(attempt.reply).value_or(Reply{.id = attempt.reply}),
        .number = attempt.number,
        .outcome = outcome,
        .reason = outcome == u"accepted"_s || outcome == u"found"_s ? QString() : toString(error.code),
        .detail = error.detail,
        .at = db.now()};
}

AttemptReport recordAccepted(
    Database &db, const Account &account, const Attempt &attempt, const Outcome &outcome)
{
    ReplyStore replies(db);
    const Instant at = outcome.facts.serverTime.value_or(networkNow(db, account));
    replies.finishAttempt(
        attempt.id, u"accepted"_s, outcome.facts.httpStatus, u""_s, networkNow(db, account));
    const bool isAccepted = replies.accept(attempt.reply, outcome.remoteId, at);
    Q_ASSERT(isAccepted || db.error());
    Q_UNUSED(isAccepted)
    LedgerStore(db).clearBlock(account.id, Operation::Reply);
    return report(db, attempt, u"accepted"_s, {.detail = u""_s});
}

AttemptReport recordUnknown(Database &db, const Account &account, const LimitTable &limits,
    const Attempt &attempt, const Error &error, int httpStatus)
{
    ReplyStore replies(db);
    replies.finishAttempt(attempt.id, u"unknown"_s, httpStatus, error.detail, networkNow(db, account));
    if (!replies.markUnknown(attempt.reply, toString(error.code), error.detail)) {
        return report(db, attempt, u"unknown"_s, error);
    }
    // One lost answer is an accident; three in a row are an outage, and hammering helps nobody.
    const int failures = failuresInARow(db, account, toString(ErrorCode::ServerFault));
    const milliseconds span
        = failures < 3 ? 0ms : doubled(limits.backOff, failures - 1, limits.longestBackOff);
    keepAway(db, account, toString(ErrorCode::ServerFault), span, failures);
    return report(db, attempt, u"unknown"_s, error);
}

AttemptReport recordRejected(Database &db, const Account &account, const LimitTable &limits,
    const Attempt &attempt, const Outcome &outcome)
{
    ReplyStore replies(db);
    if (outcome.error.code == ErrorCode::DuplicateContent) {
        // Most likely an earlier attempt did arrive: look before saying no.
        return recordUnknown(db, account, limits, attempt, outcome.error, outcome.facts.httpStatus);
    }
    replies.finishAttempt(
        attempt.id, u"rejected"_s, outcome.facts.httpStatus, outcome.error.detail, networkNow(db, account));
    const bool isRejected = replies.reject(attempt.reply, toString(outcome.error.code), outcome.error.detail);
    if (isRejected && outcome.error.code == ErrorCode::Forbidden) {
        const int failures = failuresInARow(db, account, toString(ErrorCode::Forbidden));
        keepAway(db, account, toString(ErrorCode::Forbidden), 0ms, failures);
        if (failures >= kForbiddenInARow) {
            pauseAccount(db, account, outcome.error);
        }
    } else {
        LedgerStore(db).clearBlock(account.id, Operation::Reply); // the network answers and knows us
    }
    return report(db, attempt, u"rejected"_s, outcome.error);
}

AttemptReport recordNotCarriedOut(Database &db, const Account &account, const LimitTable &limits,
    const Attempt &attempt, const Outcome &outcome)
{
    ReplyStore replies(db);
    const Error &error = outcome.error;
    const QString reason = toString(error.code);
    const bool isLimited = error.code == ErrorCode::RateLimited;
    const QString word = isLimited ? u"limited"_s : u"not-sent"_s;
    replies.finishAttempt(attempt.id, word, outcome.facts.httpStatus, error.detail, networkNow(db, account));
    const bool isQueued = replies.requeue(attempt.reply, reason, error.detail);
    Q_UNUSED(isQueued)
    const int failures = failuresInARow(db, account, reason);
    if (isLimited) {
        // Some networks count refused calls, so its ledger row stays.
        keepAway(db, account, reason,
            error.retryAfter.value_or(doubled(limits.blockWithoutReset, failures, kLongestBlock)), failures);
    } else if (error.isTransient()) {
        LedgerStore(db).remove(account.id, Operation::Reply, attempt.id);
        keepAway(db, account, reason, doubled(limits.backOff, failures, limits.longestBackOff), failures);
    } else {
        LedgerStore(db).remove(account.id, Operation::Reply, attempt.id);
        pauseAccount(db, account, error);
    }
    return report(db, attempt, word, error);
}
} // namespace

int recoverReplies(Database &db, const Account &account, qint64 epoch)
{
    ReplyStore replies(db);
    int recovered = 0;
    for (const Reply &reply : replies.pending(account.id)) {
        const auto attempt = replies.lastAttempt(reply.id);
        if (reply.state != ReplyState::Sending || (attempt && attempt->epoch == epoch)) {
            continue;
        }
        const QString detail = u"Floorwalker was ended while the reply was on its way"_s;
        if (attempt) {
            replies.finishAttempt(attempt->id, u"unknown"_s, 0, detail, networkNow(db, account));
        }
        recovered += replies.markUnknown(reply.id, toString(ErrorCode::UnknownOutcome), detail) ? 1 : 0;
    }
    return recovered;
}

std::optional<Attempt> beginAttempt(Database &db, const Account &account, ReplyId reply, qint64 epoch)
{
    ReplyStore replies(db);
    const auto last = replies.lastAttempt(reply);
    const Attempt attempt{.id = db.newId<AttemptId>(),
        .reply = reply,
        .number = last ? last->number + 1 : 1,
        .epoch = epoch,
        .startedAt = networkNow(db, account)};
    if (!replies.startSending(attempt)) {
        return std::nullopt;
    }
    LedgerStore(db).add(account.id, Operation::Reply, attempt.startedAt, attempt.id);
    return attempt;
}

AttemptReport recordOutcome(Database &db, const Account &account, const LimitTable &limits,
    const Attempt &attempt, const Outcome &outcome)
{
    LedgerStore(db).note(account, outcome.facts);
    switch (outcome.kind) {
    case OutcomeKind::Accepted:
        return recordAccepted(db, account, attempt, outcome);
    case OutcomeKind::Rejected:
        return recordRejected(db, account, limits, attempt, outcome);
    case OutcomeKind::NotCarriedOut:
        return recordNotCarriedOut(db, account, limits, attempt, outcome);
    case OutcomeKind::Unknown:
        break;
    }
    return recordUnknown(db, account, limits, attempt, outcome.error, outcome.facts.httpStatus);
}

bool needsSomebody(const Error &error)
{
    return error.code == ErrorCode::Unauthorised || error.code == ErrorCode::CreditsDepleted
        || error.code == ErrorCode::Usage;
}

void recordLookupFailed(Database &db, const Account &account, const LimitTable &limits, const Error &error)
{
    if (error.code == ErrorCode::RateLimited) {
        LedgerStore(db).saveBlock(account.id,
            {.operation = Operation::ReadOwn,
                .until = networkNow(db, account) + error.retryAfter.value_or(limits.blockWithoutReset),
                .reason = toString(error.code)});
    } else if (needsSomebody(error)) {
        pauseAccount(db, account, error);
    }
}

std::optional<AttemptReport> recordLookup(Database &db, const Account &account, const LimitTable &limits,
    ReplyId id, const QList<Post> &found, Instant lookedAt)
{
    ReplyStore replies(db);
    const auto reply = replies.byId(id);
    const auto attempt = replies.lastAttempt(id);
    if (!reply || !attempt || reply->state != ReplyState::Unknown) {
        return std::nullopt;
    }
    for (const Post &post : found) {
        if (!replies.isClaimed(account.id, post.remoteId)) {
            const bool isAccepted = replies.accept(id, post.remoteId, post.postedAt);
            Q_UNUSED(isAccepted)
            LedgerStore(db).clearBlock(account.id, Operation::Reply);
            return report(db, *attempt, u"found"_s, {.detail = u""_s});
        }
    }
    if (lookedAt < attempt->startedAt + limits.settle) {
        return std::nullopt;
    }
    const Error notThere{.code = errorCodeFromString(reply->reason), .detail = reply->detail};
    const bool isDuplicate = notThere.code == ErrorCode::DuplicateContent;
    const bool isUsedUp = reply->attempts >= limits.attemptsBeforeGivingUp;
    const QString detail = isUsedUp && !isDuplicate
        ? u"given up after %1 attempts; none of them arrived"_s.arg(reply->attempts)
        : notThere.detail;
    const bool isMoved = isDuplicate || isUsedUp ? replies.reject(id, reply->reason, detail)
                                                 : replies.requeue(id, reply->reason, detail);
    Q_UNUSED(isMoved)
    return report(db, *attempt, u"not-found"_s, notThere);
}

} // namespace fw
