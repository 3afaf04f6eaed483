#include "app/dispatch/decision.h"

#include "app/dispatch/admission.h"
#include "app/dispatch/moderation_step.h"
#include "app/dispatch/planning.h"
#include "app/dispatch/record_outcome.h"
#include "app/store/account_store.h"
#include "app/store/brake_store.h"
#include "app/store/lease_store.h"
#include "app/store/reply_store.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// At the table's times since the attempt began, then again and again.
Instant nextLookup(const Attempt &attempt, const LimitTable &limits, std::optional<Instant> last)
{
    for (const milliseconds span : limits.lookups) {
        if (!last || attempt.startedAt + span > *last) {
            return attempt.startedAt + span;
        }
    }
    return last ? *last + limits.settle : attempt.startedAt;
}

/// Is `at` (the network's clock) before everything considered so far? Then the decision is about that, and the caller says what it is.
bool isSooner(Decision &decision, Instant at, Decision::Kind kind, const QString &reason)
{
    const Instant ours = at - decision.account.clockOffset;
    if (ours >= decision.until) {
        return false;
    }
    decision.kind = kind;
    decision.until = ours;
    decision.reason = reason;
    return true;
}

Instant firstLookupIn(const Budget &budget, Instant at)
{
    const Instant free = budget.block ? std::max(at, budget.block->until) : at;
    return earliestCall(budget.windows, budget.calls, free).at;
}

void considerLookups(
    Database &db, Decision &decision, const QHash<ReplyId, Instant> &lookedUp, const SendOrder &order)
{
    ReplyStore replies(db);
    for (const ReplyId id : order.queue().unknown()) {
        const auto reply = replies.byId(id);
        const QList<Attempt> attempts = replies.attempts(id);
        if (!reply || attempts.isEmpty()) {
            continue;
        }
        const auto found = lookedUp.find(id);
        const Instant at = nextLookup(
            attempts.last(), decision.limits, found == lookedUp.end() ? std::nullopt : std::optional(*found));
        const Budget budget
            = readBudget(db, decision.account, decision.limits, lookupOperation(reply->operation));
        if (isSooner(decision, firstLookupIn(budget, at), Decision::Kind::LookUp, u"unknown"_s)) {
            decision.reply = *reply;
            decision.outgoing = outgoingOf(db, *reply);
            decision.searchFrom = attempts.first().startedAt;
        }
    }
}

void consider(
    Database &db, Decision &decision, Decision::Kind kind, ReplyId id, Instant at, const QString &reason)
{
    if (isSooner(decision, at, kind, reason)) {
        decision.reply = ReplyStore(db).byId(id).value_or(Reply{});
    }
}

/// The first of an operation to leave: its budget and the account's pace say when that can be at the soonest, the order says which it is, or that the room
/// is kept.
void considerOperation(
    Database &db, Decision &decision, Operation operation, const Pace &pace, SendOrder &order)
{
    const SendQueue::Lane &lane = order.queue().lanes()[operation];
    const milliseconds offset = decision.account.clockOffset;
    if (!lane.later.empty()) {
        const auto &[at, id] = *lane.later.begin();
        consider(db, decision, Decision::Kind::Send, id, at + offset,
            order.queue().isLater(id) ? u"later"_s : u"undo"_s);
    }
    if (lane.ready.empty()) {
        return;
    }
    const ReplyId first = lane.ready.begin()->second;
    const Instant now = networkNow(db, decision.account);
    const Budget &budget = order.budget(db, decision.account, decision.limits, operation);
    const Opening opening = openingFor(first, budget, pace, slowdown(budget.windows, now), now);
    if (opening.at > now) {
        consider(db, decision, Decision::Kind::Send, first, opening.at, opening.waitsFor);
        return;
    }
    const Choice choice = order.choose(db, decision.account, decision.limits, operation);
    consider(db, decision, Decision::Kind::Send, choice.reply.value_or(first),
        choice.reply ? now : choice.until, choice.waitsFor);
}

/// While one operation waits for its room, another may go.
void considerReplies(Database &db, Decision &decision, SendOrder &order)
{
    const Pace pace = readPace(db, decision.account, decision.limits);
    for (const auto &[operation, lane] : order.queue().lanes()) {
        considerOperation(db, decision, operation, pace, order);
    }
    if (!order.queue().deadlines().empty()) {
        const auto &[at, id] = *order.queue().deadlines().begin();
        consider(
            db, decision, Decision::Kind::RejectLate, id, at + decision.account.clockOffset, u"deadline"_s);
    }
}

Error braked(const std::optional<Brake> &brake)
{
    return {.code = ErrorCode::Braked,
        .detail = brake ? u"%1 braked it: %2"_s.arg(brake->agent, brake->why)
                        : u"what is queued has a tag that somebody braked"_s};
}

void considerModeration(Decision &decision, const PlannedModeration &first)
{
    if (isSooner(decision, first.at, Decision::Kind::Moderate, first.waitsFor)) {
        decision.moderation = first.request;
    }
}
} // namespace

Result<Decision> decideNext(
    Database &db, AccountId id, qint64 epoch, const QHash<ReplyId, Instant> &lookedUp, SendOrder &order)
{
    const auto account = AccountStore(db).byId(id);
    if (!account || !LeaseStore(db).isHeld(id, epoch)) {
        return Decision{.kind = Decision::Kind::Stop,
            .error = {.code = ErrorCode::Busy, .detail = u"another process sends for this account now"_s}};
    }
    const auto limits = order.limitsOf(*account);
    if (!limits) {
        return Failure(limits.error());
    }
    Decision decision{.account = *account, .limits = *limits};
    order.refresh(db, *account, *limits);
    considerLookups(db, decision, lookedUp, order);
    const auto moderation = nextModeration(db, *account, *limits);
    const bool hasWork = moderation || order.queue().hasQueued();
    const auto brake = BrakeStore(db).holding(account->id, {});
    if (!account->isPaused() && !brake) {
        considerReplies(db, decision, order);
        if (moderation) {
            considerModeration(decision, *moderation);
        }
    }
    if (decision.kind == Decision::Kind::Nothing && account->isPaused() && hasWork) {
        decision.kind = Decision::Kind::Stop;
        decision.error
            = {.code = errorCodeFromString(account->pausedReason), .detail = account->pausedDetail};
    } else if (decision.kind == Decision::Kind::Nothing && (brake ? hasWork : order.queue().isStopped())) {
        decision.kind = Decision::Kind::Stop;
        decision.error = braked(brake);
    } else if (decision.kind != Decision::Kind::Nothing && decision.until > db.now()) {
        decision.kind = Decision::Kind::Wait;
    }
    return decision;
}

} // namespace fw
