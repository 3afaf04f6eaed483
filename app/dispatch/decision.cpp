#include "app/dispatch/decision.h"

#include "app/dispatch/admission.h"
#include "app/dispatch/moderation_step.h"
#include "app/dispatch/planning.h"
#include "app/dispatch/record_outcome.h"
#include "app/store/account_store.h"
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

void considerLookups(Database &db, Decision &decision, const QHash<ReplyId, Instant> &lookedUp)
{
    ReplyStore replies(db);
    for (const Reply &reply : replies.pending(decision.account.id)) {
        const QList<Attempt> attempts
            = reply.state == ReplyState::Unknown ? replies.attempts(reply.id) : QList<Attempt>();
        if (attempts.isEmpty()) {
            continue;
        }
        const auto found = lookedUp.find(reply.id);
        const Instant at = nextLookup(
            attempts.last(), decision.limits, found == lookedUp.end() ? std::nullopt : std::optional(*found));
        const Budget budget
            = readBudget(db, decision.account, decision.limits, lookupOperation(reply.operation));
        if (isSooner(decision, firstLookupIn(budget, at), Decision::Kind::LookUp, u"unknown"_s)) {
            decision.reply = reply;
            decision.outgoing = outgoingOf(db, reply);
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

/// The first of `input` to leave: the planner says when that can be at the soonest, the order says which it is, or that the room is kept. Returns the
/// operation whose room is kept.
std::optional<Operation> considerFirst(
    Database &db, Decision &decision, const Plan &input, const PlannedReply &first, SendOrder &order)
{
    const Forecast &forecast = first.forecast;
    if (forecast.waitsFor == u"deadline"_s) {
        consider(db, decision, Decision::Kind::RejectLate, first.id, forecast.leavesAt, forecast.waitsFor);
        return std::nullopt;
    }
    if (forecast.leavesAt > input.now) {
        consider(db, decision, Decision::Kind::Send, first.id, forecast.leavesAt, forecast.waitsFor);
        return std::nullopt;
    }
    const auto head = std::find_if(input.queue.begin(), input.queue.end(),
        [&first](const QueuedReply &reply) { return reply.id == first.id; });
    const Choice choice = order.choose(db, decision.account, decision.limits, input, head->operation);
    if (choice.reply) {
        consider(db, decision, Decision::Kind::Send, *choice.reply, input.now, {});
        return std::nullopt;
    }
    consider(db, decision, Decision::Kind::Send, first.id, choice.until, choice.waitsFor);
    return head->operation;
}

/// While one operation waits for its room, another may go.
void considerReplies(Database &db, Decision &decision, Plan input, SendOrder &order)
{
    for (;;) {
        const QList<PlannedReply> planned = plan(input, 1);
        const auto kept
            = planned.isEmpty() ? std::nullopt : considerFirst(db, decision, input, planned.first(), order);
        if (!kept) {
            return;
        }
        for (QueuedReply &reply : input.queue) {
            reply.isUnderWay = reply.isUnderWay || reply.operation == *kept;
        }
    }
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
    const auto limits = limitTableFor(*account);
    if (!limits) {
        return Failure(limits.error());
    }
    Decision decision{.account = *account, .limits = *limits};
    considerLookups(db, decision, lookedUp);
    const Plan input = readPlan(db, *account, *limits);
    const auto moderation = nextModeration(db, *account, *limits);
    const bool hasWork = moderation
        || std::any_of(input.queue.begin(), input.queue.end(),
            [](const QueuedReply &reply) { return !reply.isUnderWay; });
    if (!account->isPaused()) {
        considerReplies(db, decision, input, order);
        if (moderation) {
            considerModeration(decision, *moderation);
        }
    }
    if (decision.kind == Decision::Kind::Nothing && account->isPaused() && hasWork) {
        decision.kind = Decision::Kind::Stop;
        decision.error
            = {.code = errorCodeFromString(account->pausedReason), .detail = account->pausedDetail};
    } else if (decision.kind != Decision::Kind::Nothing && decision.until > db.now()) {
        decision.kind = Decision::Kind::Wait;
    }
    return decision;
}

} // namespace fw
