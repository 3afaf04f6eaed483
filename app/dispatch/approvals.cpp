#include "app/dispatch/approvals.h"

#include "app/dispatch/admission.h"
#include "app/dispatch/planning.h"
#include "app/store/claim_store.h"
#include "app/store/draft_store.h"
#include "app/store/message_store.h"
#include "app/store/reply_store.h"
#include "app/store/roster_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Error notProposed()
{
    return {.code = ErrorCode::NotFound, .detail = u"no such reply waits for approval"_s};
}

/// The reply, if `by` may judge it.
Result<Reply> judgedBy(Database &db, ReplyId id, const QString &by)
{
    const auto reply = ReplyStore(db).byId(id);
    if (!reply || reply->state != ReplyState::Proposed) {
        return Failure(notProposed());
    }
    const auto refuse = [](const QString &why) { return Failure({.code = ErrorCode::Usage, .detail = why}); };
    if (by.isEmpty()) {
        return refuse(u"say who judges it"_s);
    }
    if (by == reply->agent) {
        return refuse(u"%1 wrote it; somebody else judges it"_s.arg(by));
    }
    if (RosterStore(db).isTrainee(by)) {
        return refuse(u"%1 is a trainee and cannot judge replies"_s.arg(by));
    }
    return *reply;
}

/// Nobody but its writer and who approves it has the conversation.
Done holdFor(Database &db, const Reply &reply, const QString &by)
{
    ClaimStore claims(db);
    const auto live = claims.live(reply.conversation);
    if (live && live->holder.agent == by) {
        return {};
    }
    return claims.holdForSending(reply.conversation, reply.agent, kPressTerm).map([](const Claim &) {});
}

Result<Reply> approved(Database &db, ReplyId id, const QString &by)
{
    const auto reply = judgedBy(db, id, by);
    if (!reply) {
        return reply;
    }
    if (const Done held = holdFor(db, *reply, by); !held) {
        return Failure(held.error());
    }
    const auto parent = MessageStore(db).byId(reply->parent);
    const auto limited = limitedAccount(db, reply->account);
    if (!parent || !limited) {
        return Failure(parent ? limited.error() : notProposed());
    }
    if (const Done admitted = admitReply(db, limited->account, reply->operation, *parent); !admitted) {
        return Failure(admitted.error());
    }
    ReplyStore replies(db);
    if (!replies.approve(id, by)) {
        return Failure(notProposed());
    }
    return *replies.byId(id);
}

Result<Reply> returned(Database &db, ReplyId id, const QString &by, const QString &why)
{
    const auto reply = judgedBy(db, id, by);
    if (!reply) {
        return reply;
    }
    if (why.isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say what %1 should do about it: --why \"too short\""_s.arg(reply->agent)});
    }
    ReplyStore replies(db);
    QStringList texts;
    for (const Reply &part : replies.partsLike(*reply)) {
        texts.append(part.body);
    }
    if (!replies.giveBack(id, by, why)) {
        return Failure(notProposed());
    }
    DraftStore drafts(db);
    const QString begun = drafts.body(reply->conversation, reply->agent, reply->lane);
    const QString text = texts.join(u' ');
    drafts.save(reply->conversation, reply->agent, reply->lane,
        begun.isEmpty() ? text : u"%1\n\n%2"_s.arg(text, begun));
    return *replies.byId(id);
}
} // namespace

QFuture<Result<QList<Reply>>> Approvals::waiting()
{
    return m_store.read([](Database &db) { return ReplyStore(db).proposed(); });
}

QFuture<Result<Reply>> Approvals::approve(ReplyId reply, const QString &by)
{
    return m_store.write([=](Database &db) { return approved(db, reply, by); });
}

QFuture<Result<Reply>> Approvals::giveBack(ReplyId reply, const QString &by, const QString &why)
{
    return m_store.write([=, why = why.trimmed()](Database &db) { return returned(db, reply, by, why); });
}

} // namespace fw
