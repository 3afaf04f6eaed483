#include "app/store/conversation_store.h"

#include "app/store/conversation_change.h"
#include "app/store/target_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString select(const QString &rest)
{
    return u"SELECT c.id, c.account_id, a.network, a.name, i.id, i.remote_id, i.handle, i.name, i.followers, "
           u"c.state, c.opened_at_ms,"
           " c.waiting_since_ms, c.last_message_at_ms, c.preview, c.last_kind, c.unanswered_count, "
           "c.pending_replies, c.failed_replies, c.signal"
           " FROM conversation c JOIN account a ON a.id = c.account_id JOIN identity i ON i.id = c.identity_id "_s
        + rest;
}

// Knows the column order of select().
Conversation readConversation(const QSqlQuery &row)
{
    const Network network = networkFromString(row.value(2).toString()).value_or(Network::Twitter);
    return {.id = {row.value(0).toLongLong()},
        .account = {row.value(1).toLongLong()},
        .network = network,
        .accountName = row.value(3).toString(),
        .customer = {.id = {row.value(4).toLongLong()},
            .network = network,
            .remoteId = row.value(5).toString(),
            .handle = row.value(6).toString(),
            .name = row.value(7).toString(),
            .followers = row.value(8).toLongLong()},
        .state = conversationStateFromString(row.value(9).toString()),
        .openedAt = instantOf(row.value(10)),
        .waitingSince = optionalInstant(row.value(11)),
        .lastMessageAt = instantOf(row.value(12)),
        .preview = row.value(13).toString(),
        .lastKind = messageKindFromString(row.value(14).toString()),
        .lastSignal = signalFactsFromText(row.value(18).toString()),
        .unansweredCount = row.value(15).toInt(),
        .pendingReplies = row.value(16).toInt(),
        .failedReplies = row.value(17).toInt()};
}

// The conditions repeat those of the partial indexes, word for word, so that the planner can use them.
QString pageSql(View view, bool isFirst)
{
    switch (view) {
    case View::Waiting:
        return select(isFirst
                ? u"WHERE c.waiting_since_ms IS NOT NULL AND c.pending_replies = 0"
                  " ORDER BY c.waiting_since_ms, c.id LIMIT ?"_s
                : u"WHERE c.waiting_since_ms IS NOT NULL AND c.pending_replies = 0"
                  " AND (c.waiting_since_ms, c.id) > (?, ?) ORDER BY c.waiting_since_ms, c.id LIMIT ?"_s);
    case View::Leaving:
        return select(isFirst ? u"WHERE c.pending_replies > 0 ORDER BY c.last_message_at_ms, c.id LIMIT ?"_s
                              : u"WHERE c.pending_replies > 0 AND (c.last_message_at_ms, c.id) > (?, ?)"
                                " ORDER BY c.last_message_at_ms, c.id LIMIT ?"_s);
    case View::Failed:
        return select(isFirst ? u"WHERE c.failed_replies > 0 ORDER BY c.last_message_at_ms, c.id LIMIT ?"_s
                              : u"WHERE c.failed_replies > 0 AND (c.last_message_at_ms, c.id) > (?, ?)"
                                " ORDER BY c.last_message_at_ms, c.id LIMIT ?"_s);
    case View::Answered:
        break;
    }
    return select(isFirst
            ? u"WHERE c.waiting_since_ms IS NULL AND c.pending_replies = 0"
              " ORDER BY c.last_message_at_ms DESC, c.id DESC LIMIT ?"_s
            : u"WHERE c.waiting_since_ms IS NULL AND c.pending_replies = 0"
              " AND (c.last_message_at_ms, c.id) < (?, ?) ORDER BY c.last_message_at_ms DESC, c.id DESC LIMIT ?"_s);
}
} // namespace

bool isInView(View view, const Conversation &conversation)
{
    switch (view) {
    case View::Waiting:
        return conversation.waitingSince && conversation.pendingReplies == 0;
    case View::Leaving:
        return conversation.pendingReplies > 0;
    case View::Failed:
        return conversation.failedReplies > 0;
    case View::Answered:
        break;
    }
    return !conversation.waitingSince && conversation.pendingReplies == 0;
}

QueueKey keyIn(View view, const Conversation &conversation)
{
    const Instant at
        = view == View::Waiting ? conversation.waitingSince.value_or(Instant{}) : conversation.lastMessageAt;
    return {.at = at, .id = conversation.id};
}

bool comesBefore(View view, const QueueKey &a, const QueueKey &b)
{
    const bool isBefore = a.at != b.at ? a.at < b.at : a.id < b.id;
    return view == View::Answered ? a != b && !isBefore : isBefore;
}

QList<Conversation> ConversationStore::page(View view, const std::optional<QueueKey> &after, int limit)
{
    QVariantList values;
    if (after) {
        values << toMs(after->at) << after->id.value;
    }
    values << limit;
    return m_db.list(pageSql(view, !after), values, &readConversation);
}

std::optional<Conversation> ConversationStore::byId(ConversationId id)
{
    return m_db.one(select(u"WHERE c.id = ?"_s), {id.value}, &readConversation);
}

QList<Conversation> ConversationStore::byIds(const QList<ConversationId> &ids)
{
    QList<Conversation> found;
    for (const ConversationId id : ids) {
        if (auto conversation = byId(id)) {
            found.append(*std::move(conversation));
        }
    }
    return found;
}

QueueCounts ConversationStore::counts()
{
    QueueCounts counts;
    counts.waiting = int(m_db.number(
        u"SELECT count(*) FROM conversation WHERE waiting_since_ms IS NOT NULL AND pending_replies = 0"_s));
    counts.leaving = int(m_db.number(u"SELECT count(*) FROM conversation WHERE pending_replies > 0"_s));
    counts.failed = int(m_db.number(u"SELECT count(*) FROM conversation WHERE failed_replies > 0"_s));
    counts.answered = int(m_db.number(
        u"SELECT count(*) FROM conversation WHERE waiting_since_ms IS NULL AND pending_replies = 0"_s));
    counts.oldestWaiting
        = m_db.one(u"SELECT waiting_since_ms FROM conversation WHERE waiting_since_ms IS NOT NULL"
                   " AND pending_replies = 0 ORDER BY waiting_since_ms LIMIT 1"_s,
            {}, [](const QSqlQuery &row) { return instantOf(row.value(0)); });
    return counts;
}

ConversationId ConversationStore::find(
    AccountId account, IdentityId identity, Lane lane, const QString &thread)
{
    const qint64 sameThread
        = m_db.number(u"SELECT conversation_id FROM message WHERE account_id = ? AND thread = ?"
                      " AND identity_id = ? AND lane = ? AND conversation_id IS NOT NULL"
                      " ORDER BY id DESC LIMIT 1"_s,
            {account.value, thread, identity.value, toString(lane)});
    if (sameThread != 0) {
        return {sameThread};
    }
    return {
        m_db.number(u"SELECT id FROM conversation WHERE identity_id = ? AND account_id = ? AND lane = ?"
                    " AND state IN ('waiting', 'waiting-for-customer', 'snoozed') ORDER BY id DESC LIMIT 1"_s,
            {identity.value, account.value, toString(lane)})};
}

ConversationId ConversationStore::create(AccountId account, IdentityId identity, Lane lane, Instant openedAt)
{
    const auto id = m_db.newId<ConversationId>();
    m_db.exec(u"INSERT INTO conversation (id, account_id, identity_id, lane, state, opened_at_ms, "
              u"last_message_at_ms)"
              " VALUES (?, ?, ?, ?, 'waiting', ?, ?)"_s,
        {id.value, account.value, identity.value, toString(lane), toMs(openedAt), toMs(openedAt)});
    return id;
}

void ConversationStore::refresh(ConversationId id)
{
    struct Unanswered {
        QVariant since = {};
        int count = 0;
    };
    const auto unanswered
        = m_db.one(u"SELECT min(posted_at_ms), count(*) FROM message"
                   " WHERE conversation_id = ? AND direction = 'inbound' AND settled_by IS NULL"_s,
            {id.value}, [](const QSqlQuery &row) {
                return Unanswered{.since = row.value(0), .count = row.value(1).toInt()};
            });
    if (!unanswered) {
        return;
    }
    ConversationChange change(m_db, id);
    m_db.exec(u"UPDATE conversation SET waiting_since_ms = ?, unanswered_count = ?,"
              " resolved_by = CASE WHEN ? > 0 THEN NULL ELSE resolved_by END,"
              " state = CASE WHEN ? > 0 THEN 'waiting' WHEN resolved_by IS NOT NULL THEN 'resolved' ELSE "
              "'waiting-for-customer' END,"
              " opened_at_ms = coalesce((SELECT min(posted_at_ms) FROM message WHERE conversation_id = "
              "conversation.id"
              "     AND direction = 'inbound' AND (traits & 256) = 0), opened_at_ms),"
              " last_message_at_ms = coalesce((SELECT max(posted_at_ms) FROM message WHERE conversation_id = "
              "conversation.id),"
              "     last_message_at_ms) WHERE id = ?"_s,
        {unanswered->since.isNull() ? QVariant() : unanswered->since, unanswered->count, unanswered->count,
            unanswered->count, id.value});
    change.tell();
    refreshReplies(id);
    refreshPreview(id);
    TargetStore(m_db).follow(id);
}

void ConversationStore::refreshReplies(ConversationId id)
{
    m_db.exec(
        u"UPDATE conversation SET (pending_replies, failed_replies) = (SELECT"
        " count(*) FILTER (WHERE state IN ('queued', 'sending', 'unknown') AND hold = ''),"
        " count(*) FILTER (WHERE (state = 'rejected' AND handled = 0) OR state = 'unknown' OR hold <> '')"
        " FROM reply WHERE conversation_id = conversation.id) WHERE id = ?"_s,
        {id.value});
}

void ConversationStore::refreshPreview(ConversationId id)
{
    struct Newest {
        QString body = {};
        QString kind = {};
        QString signal = {};
    };
    const auto newest = m_db.one(
        u"SELECT body, kind, signal FROM message WHERE conversation_id = ? AND direction = 'inbound'"
        " AND (traits & 256) = 0 ORDER BY posted_at_ms DESC, id DESC LIMIT 1"_s,
        {id.value}, [](const QSqlQuery &row) {
            return Newest{.body = row.value(0).toString(),
                .kind = row.value(1).toString(),
                .signal = row.value(2).toString()};
        });
    if (newest) {
        m_db.exec(u"UPDATE conversation SET preview = ?, last_kind = ?, signal = ? WHERE id = ?"_s,
            {newest->body, newest->kind, newest->signal, id.value});
    }
}

int ConversationStore::resolve(ConversationId id, FactId by)
{
    const qint64 settled
        = m_db.exec(u"UPDATE message SET settled_by = ? WHERE conversation_id = ? AND direction = 'inbound'"
                    " AND settled_by IS NULL"_s,
            {by.value, id.value});
    m_db.exec(u"UPDATE conversation SET resolved_by = ? WHERE id = ?"_s, {by.value, id.value});
    refresh(id);
    return int(settled);
}

void ConversationStore::reopen(ConversationId id, FactId by)
{
    m_db.exec(u"UPDATE message SET settled_by = NULL WHERE conversation_id = ? AND settled_by = ?"_s,
        {id.value, by.value});
    m_db.exec(u"UPDATE conversation SET resolved_by = NULL WHERE id = ? AND resolved_by = ?"_s,
        {id.value, by.value});
    refresh(id);
}

} // namespace fw
