#include "app/dispatch/decision.h"

#include "app/dispatch/planning.h"
#include "app/store/account_store.h"
#include "app/store/lease_store.h"
#include "app/store/ledger_store.h"
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

/// Keeps the earlier of two things to do.
void consider(Decision &decision, Decision::Kind kind, const Reply &reply, Instant at, const QString &reason)
{
    const Instant ours = at - decision.account.clockOffset;
    if (ours < decision.until) {
        decision.kind = kind;
        decision.reply = reply;
        decision.until = ours;
        decision.reason = reason;
    }
}

void considerLookups(Database &db, Decision &decision, const QHash<ReplyId, Instant> &lookedUp)
{
    ReplyStore replies(db);
    const auto block = LedgerStore(db).block(decision.account.id, Operation::ReadOwn);
    for (const Reply &reply : replies.pending(decision.account.id)) {
        const QList<Attempt> attempts
            = reply.state == ReplyState::Unknown ? replies.attempts(reply.id) : QList<Attempt>();
        if (attempts.isEmpty()) {
            continue;
        }
        const auto found = lookedUp.find(reply.id);
        const Instant at = nextLookup(
            attempts.last(), decision.limits, found == lookedUp.end() ? std::nullopt : std::optional(*found));
        consider(
            decision, Decision::Kind::LookUp, reply, block ? std::max(at, block->until) : at, u"unknown"_s);
        if (decision.reply.id == reply.id) {
            decision.searchFrom = attempts.first().startedAt;
        }
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
    if (!planned.isEmpty() && !account->isPaused()) {
        const PlannedReply &first = planned.first();
        consider(decision, Decision::Kind::Send, ReplyStore(db).byId(first.id).value_or(Reply{}),
            first.forecast.leavesAt, first.forecast.waitsFor);
    }
    if (decision.kind == Decision::Kind::Nothing && account->isPaused() && !planned.isEmpty()) {
        decision.kind = Decision::Kind::Stop;
        decision.error
            = {.code = errorCodeFromString(account->pausedReason), .detail = account->pausedDetail};
    } else if (decision.kind != Decision::Kind::Nothing && decision.until > db.now()) {
        decision.kind = Decision::Kind::Wait;
    }
    return decision;
}

} // namespace fw
