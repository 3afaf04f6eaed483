#include "app/dispatch/decision.h"

#include "app/dispatch/admission.h"
#include "app/dispatch/moderation_step.h"
#include "app/dispatch/planning.h"
#include "app/dispatch/record_outcome.h"
#include "app/store/account_store.h"
#include "app/store/lease_store.h"
#include "app/store/reply_store.h"

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

void considerReply(Database &db, Decision &decision, const PlannedReply &first)
{
    const Forecast &forecast = first.forecast;
    const bool isLate = forecast.waitsFor == u"deadline"_s;
    const auto kind = isLate ? Decision::Kind::RejectLate : Decision::Kind::Send;
    if (isSooner(decision, forecast.leavesAt, kind, forecast.waitsFor)) {
        decision.reply = ReplyStore(db).byId(first.id).value_or(Reply{});
    }
}

void considerModeration(Decision &decision, const PlannedModeration &first)
{
    if (isSooner(decision, first.at, Decision::Kind::Moderate, first.waitsFor)) {
        decision.moderation = first.request;
    }
}
} // namespace

Result<Decision> decideNext(Database &db, AccountId id, qint64 epoch, const QHash<ReplyId, Instant> &lookedUp)
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
    const QList<PlannedReply> planned = plan(readPlan(db, *account, *limits), 1);
    const auto moderation = nextModeration(db, *account, *limits);
    const bool hasWork = !planned.isEmpty() || moderation;
    if (!account->isPaused()) {
        if (!planned.isEmpty()) {
            considerReply(db, decision, planned.first());
        }
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
