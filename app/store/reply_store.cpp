#include "app/store/reply_store.h"

#include "app/store/account_store.h"
#include "app/store/conversation_store.h"
#include "app/store/journal_store.h"
#include "app/store/lease_store.h"
#include "app/store/message_store.h"
#include "app/store/reply_rows.h"

#include <limits>

namespace fw {

using namespace Qt::StringLiterals;

ReplyStore::Totals ReplyStore::totals()
{
    Totals totals{.inbound = int(m_db.number(u"SELECT count(*) FROM message WHERE direction = 'inbound'"_s)),
        .accepted = int(m_db.number(u"SELECT count(*) FROM reply WHERE state = 'accepted'"_s)),
        .limited = int(m_db.number(u"SELECT count(*) FROM attempt WHERE outcome = 'limited'"_s))};
    QList<qint64> waits = m_db.list(u"SELECT r.decided_at_ms - m.posted_at_ms FROM reply r"
                                    " JOIN message m ON m.id = r.parent_id WHERE r.state = 'accepted'"_s,
        {}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    if (!waits.isEmpty()) {
        std::nth_element(waits.begin(), waits.begin() + waits.size() / 2, waits.end());
        totals.medianWait = milliseconds(waits[waits.size() / 2]);
    }
    return totals;
}

void ReplyStore::insert(const Reply &reply)
{
    m_db.exec(u"INSERT INTO reply (id, account_id, conversation_id, parent_id, parent_remote_id, lane, body, "
              u"agent, state,"
              " created_at_ms, not_before_ms, covers_up_to, operation, thread, recipient, class, due_at_ms,"
              " later, first_part, part, parts, revision)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {reply.id.value, reply.account.value, reply.conversation.value, reply.parent.value,
            reply.parentRemoteId, toString(reply.lane), reply.body, reply.agent, toString(reply.state),
            toMs(reply.createdAt), toMs(reply.notBefore), reply.coversUpTo.value, toString(reply.operation),
            reply.thread, reply.recipient, toString(reply.replyClass), toMs(reply.due), reply.isLater,
            reply.firstPart.value, reply.part, reply.parts, nextRevision(reply.account)});
    told(reply, reply.state == ReplyState::Proposed ? u"reply-proposed"_s : u"reply-queued"_s);
}

QList<ReplyStore::Asked> ReplyStore::askedSince(AccountId account, Instant since)
{
    return m_db.list(u"SELECT class, operation, created_at_ms, due_at_ms FROM reply WHERE account_id = ? AND "
                     u"created_at_ms > ?"
                     " ORDER BY created_at_ms"_s,
        {account.value, toMs(since)}, [](const QSqlQuery &row) {
            return Asked{
                .replyClass = replyClassFromString(row.value(0).toString()).value_or(ReplyClass::Normal),
                .operation = operationFromString(row.value(1).toString()),
                .at = instantOf(row.value(2)),
                .due = instantOf(row.value(3))};
        });
}

std::optional<Reply> ReplyStore::byId(ReplyId id)
{
    return m_db.one(selectReplies(u"WHERE id = ?"_s), {id.value}, &readReply);
}

QList<Reply> ReplyStore::ofConversation(ConversationId conversation)
{
    return m_db.list(
        selectReplies(u"WHERE conversation_id = ? ORDER BY id"_s), {conversation.value}, &readReply);
}

QList<Reply> ReplyStore::pending(AccountId account)
{
    return m_db.list(
        selectReplies(u"WHERE account_id = ? AND state IN ('queued', 'sending', 'unknown') ORDER BY id"_s),
        {account.value}, &readReply);
}

QList<Reply> ReplyStore::outbox(int limit)
{
    QList<Reply> replies = m_db.list(
        selectReplies(u"WHERE state IN ('queued', 'sending', 'unknown') ORDER BY account_id, id"_s), {},
        &readReply);
    replies += m_db.list(
        selectReplies(u"WHERE state = 'rejected' AND handled = 0 ORDER BY id"_s), {}, &readReply);
    replies += m_db.list(
        selectReplies(u"WHERE state IN ('accepted', 'withdrawn') OR (state = 'rejected' AND handled = 1)"
                      " ORDER BY id DESC LIMIT ?"_s),
        {limit < 0 ? std::numeric_limits<int>::max() : limit}, &readReply);
    return replies;
}

qint64 ReplyStore::revision(AccountId account)
{
    return m_db.number(u"SELECT revision FROM outbox_revision WHERE account_id = ?"_s, {account.value});
}

QList<Reply> ReplyStore::changedSince(AccountId account, qint64 revision)
{
    return m_db.list(selectReplies(u"WHERE account_id = ? AND revision > ? ORDER BY id"_s),
        {account.value, revision}, &readReply);
}

QList<Attempt> ReplyStore::attempts(ReplyId reply)
{
    return m_db.list(selectAttempts(u"WHERE reply_id = ? ORDER BY number"_s), {reply.value}, &readAttempt);
}

std::optional<Attempt> ReplyStore::lastAttempt(ReplyId reply)
{
    return m_db.one(
        selectAttempts(u"WHERE reply_id = ? ORDER BY number DESC LIMIT 1"_s), {reply.value}, &readAttempt);
}

bool ReplyStore::isClaimed(AccountId account, const QString &remoteId)
{
    return m_db.number(u"SELECT count(*) FROM reply WHERE account_id = ? AND remote_id = ?"_s,
               {account.value, remoteId})
        > 0;
}

bool ReplyStore::startSending(const Attempt &attempt)
{
    const auto reply = byId(attempt.reply);
    if (!reply || reply->hold || !LeaseStore(m_db).isHeld(reply->account, attempt.epoch)) {
        return false;
    }
    const qint64 moved = m_db.exec(u"UPDATE reply SET state = 'sending', reason = '', detail = '', attempts "
                                   u"= ?, revision = ? WHERE id = ?"
                                   " AND state = 'queued' AND hold = ''"_s,
        {attempt.number, nextRevision(reply->account), attempt.reply.value});
    if (moved == 0) {
        return false;
    }
    m_db.exec(u"INSERT INTO attempt (id, reply_id, number, epoch, started_at_ms) VALUES (?, ?, ?, ?, ?)"_s,
        {attempt.id.value, attempt.reply.value, attempt.number, attempt.epoch, toMs(attempt.startedAt)});
    note(*reply, u"reply-sending"_s, {{u"attempt"_s, attempt.number}}); // as pending as before
    return true;
}

void ReplyStore::finishAttempt(
    AttemptId attempt, const QString &outcome, int httpStatus, const QString &detail, Instant at)
{
    m_db.exec(
        u"UPDATE attempt SET finished_at_ms = ?, outcome = ?, http_status = ?, detail = ? WHERE id = ? AND finished_at_ms IS NULL"_s,
        {toMs(at), outcome, httpStatus, detail, attempt.value});
}

bool ReplyStore::isAnsweredPrivately(MessageId message)
{
    return m_db.number(u"SELECT count(*) FROM reply WHERE parent_id = ? AND operation = 'private-reply'"
                       " AND state IN ('queued', 'sending', 'unknown', 'accepted')"_s,
               {message.value})
        > 0;
}

std::optional<Instant> ReplyStore::personActedAt(ConversationId conversation, Lane lane)
{
    return m_db
        .one(u"SELECT max(posted_at_ms) FROM message WHERE conversation_id = ? AND lane = ?"
             " AND direction = 'inbound' AND (traits & 256) = 0"_s,
            {conversation.value, toString(lane)},
            [](const QSqlQuery &row) { return optionalInstant(row.value(0)); })
        .value_or(std::nullopt);
}

bool ReplyStore::accept(ReplyId id, const QString &remoteId, Instant at, const QString &thread)
{
    const auto reply = byId(id);
    // The network's word that it has it counts, whatever another sender concluded in the meantime.
    const bool isMoved = reply
        && m_db.exec(u"UPDATE reply SET state = 'accepted', hold = '', reason = '', detail = '',"
                     " decided_at_ms = ?, remote_id = ?, revision = ? WHERE id = ?"
                     " AND state IN ('queued', 'sending', 'unknown', 'rejected', 'withdrawn')"_s,
               {toMs(m_db.now()), remoteId, nextRevision(reply->account), id.value})
            > 0;
    if (!isMoved) {
        return false;
    }
    storeOurs(*reply, remoteId, at, thread.isEmpty() ? reply->thread : thread);
    MessageStore(m_db).settleUpTo(reply->conversation, reply->coversUpTo, id.value);
    note(*reply, u"reply-accepted"_s, {{u"remote_id"_s, remoteId}});
    ConversationStore(m_db).refresh(reply->conversation);
    return true;
}

void ReplyStore::storeOurs(const Reply &reply, const QString &remoteId, Instant at, const QString &thread)
{
    const auto account = AccountStore(m_db).byId(reply.account);
    MessageStore messages(m_db);
    const auto parent = messages.byId(reply.parent);
    if (!account || !parent) {
        return;
    }
    Message ours{.id = m_db.newId<MessageId>(),
        .account = reply.account,
        .conversation = reply.conversation,
        .author = messages.saveIdentity({.network = account->network,
            .remoteId = account->remoteId,
            .handle = account->handle,
            .name = account->displayName}),
        .remoteId = remoteId,
        .versionId = remoteId,
        .kind = reply.lane == Lane::Private ? MessageKind::DirectMessage : MessageKind::Reply,
        .direction = Direction::Outbound,
        .lane = reply.lane,
        .body = reply.body,
        .postedAt = at,
        .storedAt = m_db.now(),
        .inReplyTo = reply.parentRemoteId,
        .thread = reply.lane == Lane::Private && !thread.isEmpty() ? thread : parent->thread};
    if (reply.operation == Operation::PrivateReply) {
        ours.thread = thread.isEmpty() ? remoteId : thread;
        ours.conversation = privateConversation(reply.account, parent->author.id, ours.thread, at);
    }
    if (!messages.insert(ours)) { // intake saw the post first, and may not have known where it belongs
        const auto known = messages.byRemoteId(reply.account, remoteId);
        if (known && known->conversation.isNull() && reply.lane == Lane::Private) {
            messages.adoptPrivateThread(reply.account, known->thread, ours.conversation);
        }
    }
    if (ours.conversation != reply.conversation) {
        ConversationStore(m_db).refresh(ours.conversation);
    }
}

ConversationId ReplyStore::privateConversation(
    AccountId account, IdentityId person, const QString &thread, Instant at)
{
    ConversationStore conversations(m_db);
    const ConversationId ofThread = MessageStore(m_db).conversationOfPrivateThread(account, thread);
    const ConversationId known
        = ofThread.isNull() ? conversations.find(account, person, Lane::Private, thread) : ofThread;
    return known.isNull() ? conversations.create(account, person, Lane::Private, at) : known;
}

void ReplyStore::addCost(ReplyId id, qint64 microUsd)
{
    m_db.exec(u"UPDATE reply SET micro_usd = micro_usd + ? WHERE id = ?"_s, {microUsd, id.value});
}

bool ReplyStore::reject(ReplyId id, const QString &reason, const QString &detail)
{
    const auto reply = byId(id);
    if (!reply
        || !move(*reply, u"('queued', 'sending', 'unknown')"_s, ReplyState::Rejected, reason, detail)) {
        return false;
    }
    for (const Reply &later : queuedParts(*reply)) {
        const bool isHeld = hold(later.id, Hold::PartFailed);
        Q_UNUSED(isHeld)
    }
    told(*reply, u"reply-rejected"_s, {{u"reason"_s, reason}});
    return true;
}

bool ReplyStore::markUnknown(ReplyId id, const QString &reason, const QString &detail)
{
    const auto reply = byId(id);
    if (!reply || !move(*reply, u"('sending')"_s, ReplyState::Unknown, reason, detail)) {
        return false;
    }
    told(*reply, u"reply-unknown"_s, {{u"reason"_s, reason}});
    return true;
}

bool ReplyStore::requeue(ReplyId id, const QString &reason, const QString &detail)
{
    const auto reply = byId(id);
    if (!reply || !move(*reply, u"('sending', 'unknown')"_s, ReplyState::Queued, reason, detail)) {
        return false;
    }
    told(*reply, u"reply-requeued"_s, {{u"reason"_s, reason}});
    return true;
}

bool ReplyStore::move(
    const Reply &reply, const QString &from, ReplyState to, const QString &reason, const QString &detail)
{
    const bool isDecided
        = to == ReplyState::Accepted || to == ReplyState::Rejected || to == ReplyState::Withdrawn;
    return m_db.exec(u"UPDATE reply SET state = ?, hold = '', reason = ?, detail = ?, decided_at_ms = ?, "
                     u"revision = ?"
                     " WHERE id = ? AND state IN "_s
                   + from,
               {toString(to), reason.isNull() ? u""_s : reason, detail.isNull() ? u""_s : detail,
                   isDecided ? QVariant(toMs(m_db.now())) : QVariant(), nextRevision(reply.account),
                   reply.id.value})
        > 0;
}

qint64 ReplyStore::nextRevision(AccountId account)
{
    return m_db.number(
        u"INSERT INTO outbox_revision (account_id, revision) VALUES (?, 1) ON CONFLICT (account_id)"
        " DO UPDATE SET revision = outbox_revision.revision + 1 RETURNING revision"_s,
        {account.value});
}

void ReplyStore::note(const Reply &reply, const QString &fact, const QJsonObject &detail)
{
    JournalStore(m_db).add({.fact = fact,
        .account = reply.account,
        .conversation = reply.conversation,
        .reply = reply.id,
        .agent = reply.agent,
        .detail = detail});
}

void ReplyStore::told(const Reply &reply, const QString &fact, const QJsonObject &detail)
{
    note(reply, fact, detail);
    ConversationStore(m_db).refreshReplies(reply.conversation);
}

} // namespace fw
