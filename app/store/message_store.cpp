#include "app/store/message_store.h"

#include "app/store/message_rows.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Identity readIdentity(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .network = networkFromString(row.value(1).toString()).value_or(Network::Twitter),
        .remoteId = row.value(2).toString(),
        .handle = row.value(3).toString(),
        .name = row.value(4).toString(),
        .followers = row.value(5).toLongLong()};
}

bool tellsNothingNew(const Identity &told, const Identity &known)
{
    return (told.handle.isEmpty() || told.handle == known.handle)
        && (told.name.isEmpty() || told.name == known.name)
        && (told.followers < 0 || told.followers == known.followers);
}
} // namespace

Identity MessageStore::saveIdentity(const Identity &identity)
{
    // Nearly always nothing is new, and looking is much cheaper than writing.
    const auto known
        = m_db.one(u"SELECT id, network, remote_id, handle, name, followers FROM identity WHERE network = ?"
                   " AND remote_id = ?"_s,
            {toString(identity.network), identity.remoteId}, &readIdentity);
    if (known && tellsNothingNew(identity, *known)) {
        return *known;
    }
    // What the network leaves out this time (a deleted author has no name any more) does not wipe out what we knew.
    const auto saved = m_db.one(
        u"INSERT INTO identity (id, network, remote_id, handle, name, followers) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (network, remote_id) DO UPDATE SET"
        " handle = CASE WHEN excluded.handle <> '' THEN excluded.handle ELSE identity.handle END,"
        " name = CASE WHEN excluded.name <> '' THEN excluded.name ELSE identity.name END,"
        " followers = CASE WHEN excluded.followers >= 0 THEN excluded.followers ELSE identity.followers END"
        " RETURNING id, network, remote_id, handle, name, followers"_s,
        {m_db.newId<IdentityId>().value, toString(identity.network), identity.remoteId, identity.handle,
            identity.name, identity.followers},
        &readIdentity);
    return saved.value_or(identity);
}

bool MessageStore::insert(const Message &message)
{
    return m_db.exec(
               u"INSERT INTO message (id, account_id, conversation_id, identity_id, author_available, "
               u"remote_id, version_id,"
               " kind, direction, lane, body, posted_at_ms, stored_at_ms, in_reply_to, thread, permalink, "
               "traits, signal)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, remote_id) DO NOTHING"_s,
               {message.id.value, message.account.value, toColumn(message.conversation),
                   message.author.id.value, message.isAuthorAvailable, message.remoteId, message.versionId,
                   toString(message.kind), toString(message.direction), toString(message.lane), message.body,
                   toMs(message.postedAt), toMs(message.storedAt), message.inReplyTo, message.thread,
                   message.permalink, message.traits.toInt(), toText(message.signal)})
        > 0;
}

void MessageStore::setVersion(MessageId id, const QString &versionId, const QString &body)
{
    m_db.exec(u"UPDATE message SET version_id = ?, body = ? WHERE id = ?"_s, {versionId, body, id.value});
}

void MessageStore::setTraits(MessageId id, Traits traits)
{
    m_db.exec(u"UPDATE message SET traits = ? WHERE id = ?"_s, {traits.toInt(), id.value});
}

bool MessageStore::isThreadOurs(AccountId account, const QString &thread)
{
    return m_db.number(u"SELECT count(*) FROM message WHERE account_id = ? AND remote_id = ?"
                       " AND thread = remote_id AND direction = 'outbound'"_s,
               {account.value, thread})
        > 0;
}

void MessageStore::allowHiding(AccountId account, const QString &thread)
{
    m_db.exec(u"UPDATE message SET traits = traits | 2 WHERE account_id = ? AND thread = ?"
              " AND direction = 'inbound' AND lane = 'public' AND (traits & 2) = 0"_s,
        {account.value, thread});
}

bool MessageStore::isThreadClosed(AccountId account, const QString &thread)
{
    return m_db.number(u"SELECT count(*) FROM reply r JOIN message m ON m.id = r.parent_id"
                       " WHERE r.account_id = ? AND r.state = 'rejected' AND r.reason = 'not-summoned'"
                       " AND m.thread = ?"_s,
               {account.value, thread})
        > 0;
}

void MessageStore::closeThread(const Message &refused)
{
    m_db.exec(u"UPDATE message SET traits = traits - 1 WHERE account_id = ? AND thread = ?"
              " AND direction = 'inbound' AND (traits & 1) = 1 AND (kind = 'mention' OR id = ?)"_s,
        {refused.account.value, refused.thread, refused.id.value});
}

void MessageStore::setContextAside(MessageId id)
{
    // Out of its thread as well, or what comes now would be sent where the thread is shown.
    m_db.exec(
        u"UPDATE message SET remote_id = ?, thread = '', conversation_id = NULL WHERE id = ? AND (traits & 256) <> 0"_s,
        {u"aside:"_s + id.toString(), id.value}); // no network has such a number
}

void MessageStore::replaceContext(MessageId aside, MessageId by)
{
    m_db.exec(u"UPDATE reply SET parent_id = ? WHERE parent_id = ?"_s, {by.value, aside.value});
    m_db.exec(u"UPDATE moderation SET message_id = ? WHERE message_id = ?"_s, {by.value, aside.value});
    // It has a conversation of its own now, which nobody merged or split.
    m_db.exec(u"DELETE FROM relocated_message WHERE message_id = ?"_s, {aside.value});
    m_db.exec(u"DELETE FROM message WHERE id = ? AND (traits & 256) <> 0"_s, {aside.value});
}

std::optional<Message> MessageStore::byId(MessageId id)
{
    return m_db.one(selectMessages(u"WHERE m.id = ?"_s), {id.value}, &readMessage);
}

std::optional<Message> MessageStore::byRemoteId(AccountId account, const QString &remoteId)
{
    return m_db.one(selectMessages(u"WHERE m.account_id = ? AND m.remote_id = ?"_s),
        {account.value, remoteId}, &readMessage);
}

QList<Message> MessageStore::byRemoteId(const QString &remoteId)
{
    return m_db.list(selectMessages(u"WHERE m.remote_id = ? ORDER BY m.id DESC"_s), {remoteId}, &readMessage);
}

QList<Message> MessageStore::pageBefore(ConversationId conversation, MessageId before, int limit)
{
    if (before.isNull()) {
        return m_db.list(
            selectMessages(u"WHERE m.conversation_id = ? ORDER BY m.posted_at_ms DESC, m.id DESC LIMIT ?"_s),
            {conversation.value, limit}, &readMessage);
    }
    return m_db.list(selectMessages(u"WHERE m.conversation_id = ? AND (m.posted_at_ms, m.id) <"
                                    " (SELECT b.posted_at_ms, b.id FROM message b WHERE b.id = ?)"
                                    " ORDER BY m.posted_at_ms DESC, m.id DESC LIMIT ?"_s),
        {conversation.value, before.value, limit}, &readMessage);
}

std::optional<Message> MessageStore::newestInbound(ConversationId conversation)
{
    return m_db.one(
        selectMessages(u"WHERE m.conversation_id = ? AND m.direction = 'inbound' AND (m.traits & 256) = 0"
                       " ORDER BY m.posted_at_ms DESC, m.id DESC LIMIT 1"_s),
        {conversation.value}, &readMessage);
}

MessageId MessageStore::newest(ConversationId conversation)
{
    return {m_db.number(u"SELECT max(id) FROM message WHERE conversation_id = ?"_s, {conversation.value})};
}

void MessageStore::settle(MessageId id, qint64 by)
{
    m_db.exec(u"UPDATE message SET settled_by = ? WHERE id = ?"_s, {by, id.value});
}

void MessageStore::settleUpTo(ConversationId conversation, MessageId upTo, qint64 by)
{
    m_db.exec(u"UPDATE message SET settled_by = ? WHERE conversation_id = ? AND direction = 'inbound' AND "
              u"settled_by IS NULL"
              " AND id <= ?"_s,
        {by, conversation.value, upTo.value});
}

void MessageStore::settlePostedBefore(ConversationId conversation, Instant before, qint64 by)
{
    m_db.exec(u"UPDATE message SET settled_by = ? WHERE conversation_id = ? AND direction = 'inbound' AND "
              u"settled_by IS NULL"
              " AND posted_at_ms < ?"_s,
        {by, conversation.value, toMs(before)});
}

void MessageStore::adoptAnswers(AccountId account, const QString &remoteId, ConversationId conversation)
{
    m_db.exec(u"UPDATE message SET conversation_id = ? WHERE account_id = ? AND in_reply_to = ? AND "
              u"conversation_id IS NULL"
              " AND direction = 'outbound'"_s,
        {conversation.value, account.value, remoteId});
}

void MessageStore::adoptContext(AccountId account, const QString &remoteId, ConversationId conversation)
{
    m_db.exec(u"UPDATE message SET conversation_id = ? WHERE account_id = ? AND remote_id = ? AND "
              u"conversation_id IS NULL AND (traits & 256) <> 0"_s,
        {conversation.value, account.value, remoteId});
}

void MessageStore::adoptPrivateThread(AccountId account, const QString &thread, ConversationId conversation)
{
    m_db.exec(u"UPDATE message SET conversation_id = ? WHERE account_id = ? AND thread = ? AND "
              u"conversation_id IS NULL"
              " AND lane = 'private'"_s,
        {conversation.value, account.value, thread});
}

ConversationId MessageStore::conversationOfAnswer(AccountId account, const QString &remoteId)
{
    return {m_db.number(u"SELECT conversation_id FROM message WHERE account_id = ? AND in_reply_to = ?"
                        " AND conversation_id IS NOT NULL ORDER BY id DESC LIMIT 1"_s,
        {account.value, remoteId})};
}

ConversationId MessageStore::conversationOfPrivateThread(AccountId account, const QString &thread)
{
    return {m_db.number(
        u"SELECT conversation_id FROM message WHERE account_id = ? AND thread = ? AND lane = 'private'"
        " AND conversation_id IS NOT NULL ORDER BY id DESC LIMIT 1"_s,
        {account.value, thread})};
}

ConversationId MessageStore::conversationWeOpened(AccountId account, const QString &thread)
{
    return {m_db.number(
        u"SELECT conversation_id FROM message AS ours WHERE account_id = ? AND thread = ? AND lane = "
        u"'private'"
        " AND direction = 'outbound' AND conversation_id IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM message AS theirs WHERE theirs.account_id = ours.account_id"
        " AND theirs.thread = ours.thread AND theirs.lane = 'private' AND theirs.direction = 'inbound')"
        " ORDER BY id DESC LIMIT 1"_s,
        {account.value, thread})};
}

void MessageStore::setThread(MessageId id, const QString &thread)
{
    m_db.exec(u"UPDATE message SET thread = ? WHERE id = ?"_s, {thread, id.value});
}

bool MessageStore::isKnown(AccountId account, const QString &remoteId)
{
    return m_db.number(u"SELECT count(*) FROM message WHERE account_id = ? AND remote_id = ?"_s,
               {account.value, remoteId})
        > 0;
}

void MessageStore::settleByForeignAnswer(ConversationId conversation)
{
    struct Answer {
        qint64 id = 0;
        Instant postedAt = {};
    };
    const auto answer = m_db.one(
        u"SELECT m.id, m.posted_at_ms FROM message m WHERE m.conversation_id = ? AND m.direction = 'outbound'"
        " AND NOT EXISTS (SELECT 1 FROM reply r WHERE r.account_id = m.account_id AND r.remote_id = "
        "m.remote_id)"
        " ORDER BY m.posted_at_ms DESC LIMIT 1"_s,
        {conversation.value}, [](const QSqlQuery &row) {
            return Answer{.id = row.value(0).toLongLong(), .postedAt = instantOf(row.value(1))};
        });
    if (answer) {
        settlePostedBefore(conversation, answer->postedAt, answer->id);
    }
}

} // namespace fw
