#include "app/dispatch/record_outcome.h"

#include "app/core/crash_point.h"
#include "app/dispatch/admission.h"
#include "app/dispatch/planning.h"
#include "app/dispatch/recovery.h"
#include "app/dispatch/setback.h"
#include "app/store/brake_store.h"
#include "app/store/lease_store.h"
#include "app/store/ledger_store.h"
#include "app/store/message_store.h"
#include "app/store/quote_store.h"
#include "app/store/reply_store.h"

#include <algorithm>
#include <numeric>

namespace fw {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kForbiddenInARow
    = 2; // two refusals of the account itself, and nothing more is sent until somebody looked

/// One attempt, and what governs it.
struct Case {
    const Account &account;
    const LimitTable &limits;
    const Attempt &attempt;
    const Outcome &outcome;
    SendOrder &order;
    Operation operation = Operation::Reply;
};

AttemptReport report(Database &db, const Attempt &attempt, const QString &outcome, const Error &error)
{
    return {.reply = ReplyStore(db).byId(attempt.reply).value_or(Reply{.id = attempt.reply}),
        .number = attempt.number,
        .outcome = outcome,
        .reason = outcome == u"accepted"_s || outcome == u"found"_s ? QString() : toString(error.code),
        .detail = error.detail,
        .at = db.now()};
}

void finish(Database &db, const Case &made, const QString &word, const QString &detail)
{
    ReplyStore(db).finishAttempt(
        made.attempt.id, word, made.outcome.facts.httpStatus, detail, networkNow(db, made.account));
}

AttemptReport recordAccepted(Database &db, const Case &made)
{
    const Instant at = made.outcome.facts.serverTime.value_or(networkNow(db, made.account));
    finish(db, made, u"accepted"_s, u""_s);
    const bool isAccepted
        = ReplyStore(db).accept(made.attempt.reply, made.outcome.remoteId, at, made.outcome.thread);
    Q_UNUSED(isAccepted) // false: another sender found it while this one stood still
    noteLetThrough(db, made.account, made.limits, made.order, made.operation, made.attempt.startedAt);
    return report(db, made.attempt, u"accepted"_s, {.detail = u""_s});
}

AttemptReport recordUnknown(Database &db, const Case &made)
{
    const Error &error = made.outcome.error;
    finish(db, made, u"unknown"_s, error.detail);
    if (ReplyStore(db).markUnknown(made.attempt.reply, toString(error.code), error.detail)) {
        noteLost(db, made.account, made.limits, made.operation);
    }
    return report(db, made.attempt, u"unknown"_s, error);
}

AttemptReport recordNotCarriedOut(Database &db, const Case &made)
{
    const Error &error = made.outcome.error;
    const QString word = noteNotCarriedOut(db, made.account, made.limits, made.order,
        {.operation = made.operation,
            .attempt = made.attempt.id,
            .startedAt = made.attempt.startedAt,
            .error = error});
    finish(db, made, word, error.detail);
    const bool isQueued = ReplyStore(db).requeue(made.attempt.reply, toString(error.code), error.detail);
    Q_UNUSED(isQueued)
    return report(db, made.attempt, word, error);
}

/// Whoever only names us there has not summoned us either, and is offered to be answered on the network from now on.
void closeThread(Database &db, ReplyId refused)
{
    const auto reply = ReplyStore(db).byId(refused);
    const auto parent = reply ? MessageStore(db).byId(reply->parent) : std::nullopt;
    if (parent) {
        MessageStore(db).closeThread(*parent);
    }
}

AttemptReport reject(Database &db, const Case &made)
{
    const Error &error = made.outcome.error;
    finish(db, made, u"rejected"_s, error.detail);
    const bool isRejected = ReplyStore(db).reject(made.attempt.reply, toString(error.code), error.detail);
    if (isRejected && error.code == ErrorCode::NotSummoned) {
        closeThread(db, made.attempt.reply);
    }
    if (isRejected && error.code == ErrorCode::Forbidden) {
        const QString reason = toString(ErrorCode::Forbidden);
        const int failures = failuresInARow(db, made.account, made.operation, reason);
        keepAway(db, made.account, made.operation, reason, 0ms, failures);
        if (failures >= kForbiddenInARow) {
            pauseAccount(db, made.account, error);
        }
    } else {
        noteRefused(db, made.account, made.operation, made.attempt.id, error);
    }
    return report(db, made.attempt, u"rejected"_s, error);
}

/// Most likely an earlier attempt did arrive: look before saying no.
bool mayHaveArrived(const Case &made)
{
    const ErrorCode code = made.outcome.error.code;
    return code == ErrorCode::DuplicateContent
        || (code == ErrorCode::AlreadyReplied && made.attempt.number > 1);
}

AttemptReport recordRefused(Database &db, const Case &made)
{
    const Error &error = made.outcome.error;
    if (mayHaveArrived(made)) {
        return recordUnknown(db, made);
    }
    if (error.code == ErrorCode::Spam) { // about the account: the reply waits until somebody looked
        return recordNotCarriedOut(db, made);
    }
    if (made.outcome.kind == OutcomeKind::NotCarriedOut && !concernsOnlyThis(error)) {
        return recordNotCarriedOut(db, made);
    }
    return reject(db, made);
}

/// Another sender took over while this one stood still, ended the attempt, and knows better what became of the reply.
bool isOver(Database &db, const Attempt &attempt)
{
    const QList<Attempt> attempts = ReplyStore(db).attempts(attempt.reply);
    return std::any_of(attempts.begin(), attempts.end(),
        [&attempt](const Attempt &kept) { return kept.id == attempt.id && kept.finishedAt; });
}

qint64 costOf(const CallFacts &facts)
{
    return std::accumulate(facts.charges.begin(), facts.charges.end(), qint64(0),
        [](qint64 sum, const Charge &charge) { return sum + charge.microUsd; });
}

/// Queued, and ours to decide about.
std::optional<Reply> queuedUnder(Database &db, const Account &account, ReplyId id, qint64 epoch)
{
    const auto reply = ReplyStore(db).byId(id);
    const bool isOurs = reply && reply->state == ReplyState::Queued && !reply->hold
        && LeaseStore(db).isHeld(account.id, epoch);
    return isOurs ? reply : std::nullopt;
}
std::optional<AttemptReport> rejectIfLate(Database &db, const Account &account, const Reply &reply)
{
    const auto deadline = deadlineOf(db, account, reply);
    if (!deadline || *deadline > networkNow(db, account)) {
        return std::nullopt;
    }
    const Error late{.code = ErrorCode::WindowClosed,
        .detail = u"it could not leave before the network stopped taking it"_s};
    if (!ReplyStore(db).reject(reply.id, toString(late.code), late.detail)) {
        return std::nullopt;
    }
    return report(db, {.reply = reply.id, .number = reply.attempts}, u"rejected"_s, late);
}

/// A text of which a part is out goes on, whatever was written meanwhile, but not with numbers that are wrong now.
std::optional<Hold> changeOf(Database &db, const Reply &reply)
{
    const auto change = reply.part == 1 ? ReplyStore(db).changeSince(reply) : std::nullopt;
    return change || QuoteStore(db).brokenOf(reply).isEmpty() ? change : std::optional(Hold::StockChanged);
}

/// The second look: what is held stays queued, and is asked about.
std::optional<AttemptReport> holdIfChanged(Database &db, const Reply &reply)
{
    const auto change = changeOf(db, reply);
    if (!change || !ReplyStore(db).hold(reply.id, *change)) {
        return std::nullopt;
    }
    return AttemptReport{.reply = ReplyStore(db).byId(reply.id).value_or(reply),
        .number = reply.attempts,
        .outcome = u"held"_s,
        .reason = toString(*change),
        .at = db.now()};
}

} // namespace

int recoverReplies(Database &db, const Account &account, qint64 epoch)
{
    return recoverSent<ReplyStore>(db, account, epoch, ReplyState::Sending);
}

std::optional<AttemptReport> rejectLate(Database &db, const Account &account, ReplyId id, qint64 epoch)
{
    const auto reply = queuedUnder(db, account, id, epoch);
    return reply ? rejectIfLate(db, account, *reply) : std::nullopt;
}

Begun beginAttempt(Database &db, const Account &account, ReplyId id, qint64 epoch)
{
    const auto reply = queuedUnder(db, account, id, epoch);
    // Braked since it was decided, or another account took the room: what has not begun does not begin.
    if (!reply || BrakeStore(db).holding(account.id, reply->conversation)
        || !hasRoomInApp(db, account, reply->operation)) {
        return {};
    }
    if (auto late = rejectIfLate(db, account, *reply)) {
        return {.refused = std::move(late)};
    }
    if (auto held = holdIfChanged(db, *reply)) {
        return {.refused = std::move(held)};
    }
    ReplyStore replies(db);
    const Attempt attempt{.id = db.newId<AttemptId>(),
        .reply = id,
        .number = reply->attempts + 1,
        .epoch = epoch,
        .startedAt = networkNow(db, account)};
    if (!replies.startSending(attempt)) {
        return {};
    }
    LedgerStore(db).add(account.id, reply->operation, attempt.startedAt, attempt.id);
    reachedAtCommit(CrashPoint::WriteAheadBeforeCommit, CrashPoint::WriteAheadAfterCommit);
    return {.attempt = attempt, .outgoing = outgoingOf(db, *reply)};
}

AttemptReport recordOutcome(Database &db, const Account &account, const LimitTable &limits,
    const Attempt &attempt, const Outcome &outcome, SendOrder &order)
{
    LedgerStore(db).note(account, outcome.facts);
    ReplyStore replies(db);
    if (const qint64 cost = costOf(outcome.facts); cost != 0) {
        replies.addCost(attempt.reply, cost);
    }
    if (outcome.kind != OutcomeKind::Accepted && isOver(db, attempt)) {
        return report(db, attempt, u"unknown"_s, outcome.error);
    }
    const auto reply = replies.byId(attempt.reply);
    const Case made{.account = account,
        .limits = limits,
        .attempt = attempt,
        .outcome = outcome,
        .order = order,
        .operation = reply ? reply->operation : Operation::Reply};
    switch (outcome.kind) {
    case OutcomeKind::Accepted:
        return recordAccepted(db, made);
    case OutcomeKind::Rejected:
    case OutcomeKind::NotCarriedOut:
        return recordRefused(db, made);
    case OutcomeKind::Unknown:
        break;
    }
    return recordUnknown(db, made);
}

Operation lookupOperation(Operation reply)
{
    return reply == Operation::Reply ? Operation::ReadOwn : Operation::ReadMessages;
}

void recordLookupFailed(
    Database &db, const Account &account, const LimitTable &limits, Operation lookedBy, const Error &error)
{
    if (error.code == ErrorCode::RateLimited) {
        keepAway(db, account, lookedBy, toString(error.code),
            error.retryAfter.value_or(limits.blockWithoutReset), 0);
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
            const bool isAccepted = replies.accept(id, post.remoteId, post.postedAt, post.thread);
            Q_UNUSED(isAccepted)
            LedgerStore(db).clearBlock(account.id, reply->operation);
            return report(db, *attempt, u"found"_s, {.detail = u""_s});
        }
    }
    if (lookedAt < attempt->startedAt + limits.settle) {
        return std::nullopt;
    }
    const Error notThere{.code = errorCodeFromString(reply->reason), .detail = reply->detail};
    const bool isDuplicate
        = notThere.code == ErrorCode::DuplicateContent || notThere.code == ErrorCode::AlreadyReplied;
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
