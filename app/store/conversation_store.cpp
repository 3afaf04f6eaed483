#include "app/store/conversation_store.h"

#include "app/store/class_store.h"
#include "app/store/conversation_change.h"
#include "app/store/conversation_rows.h"
#include "app/store/state_store.h"
#include "app/store/target_store.h"

namespace fw {

using namespace Qt::StringLiterals;

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
    const qint64 open
        = m_db.number(u"SELECT id FROM conversation WHERE identity_id = ? AND account_id = ? AND lane = ?"
                      " AND (state IN ('waiting', 'waiting-for-customer', 'snoozed')"
                      " OR (merged_into IS NOT NULL AND resolved_by IS NULL)) ORDER BY id DESC LIMIT 1"_s,
            {identity.value, account.value, toString(lane)});
    return merged({open});
}

ConversationId ConversationStore::merged(ConversationId id)
{
    ConversationId last = id;
    for (ConversationId next = id; !next.isNull();) {
        last = next;
        next = {m_db.number(u"SELECT merged_into FROM conversation WHERE id = ?"_s, {next.value})};
    }
    return last;
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
    StateStore(m_db).endWhatIsOver(id);
    m_db.exec(
        u"UPDATE conversation SET waiting_since_ms = coalesce(?, woken_at_ms), unanswered_count = ?,"
        " resolved_by = CASE WHEN ? > 0 THEN NULL ELSE resolved_by END,"
        " archived_by = CASE WHEN ? > 0 THEN NULL ELSE archived_by END,"
        " state = CASE WHEN merged_into IS NOT NULL THEN 'archived'"
        " WHEN snoozed_until_ms IS NOT NULL THEN 'snoozed'"
        " WHEN ? > 0 OR woken_at_ms IS NOT NULL THEN 'waiting'"
        " WHEN archived_by IS NOT NULL THEN 'archived'"
        " WHEN resolved_by IS NOT NULL THEN 'resolved' ELSE 'waiting-for-customer' END,"
        " opened_at_ms = coalesce((SELECT min(posted_at_ms) FROM message WHERE conversation_id = "
        "conversation.id"
        "     AND direction = 'inbound' AND (traits & 256) = 0), opened_at_ms),"
        " last_message_at_ms = coalesce((SELECT max(posted_at_ms) FROM message WHERE conversation_id = "
        "conversation.id),"
        "     last_message_at_ms), (pending_replies, failed_replies) = (SELECT"
        " count(*) FILTER (WHERE state IN ('queued', 'sending', 'unknown') AND hold = ''),"
        " count(*) FILTER (WHERE (state = 'rejected' AND handled = 0) OR state = 'unknown' OR hold <> '')"
        " FROM reply WHERE conversation_id = conversation.id),"
        // As episodesOf() has it: something was heard after the resolution that counts.
        " episode_open = CASE WHEN ? > 0 OR EXISTS (SELECT 1 FROM message WHERE conversation_id = "
        "conversation.id AND direction = 'inbound' AND (traits & 256) = 0"
        "     AND message.id > coalesce(conversation.resolved_by, 0)) THEN 1 ELSE 0 END WHERE id = ?"_s,
        {unanswered->since.isNull() ? QVariant() : unanswered->since, unanswered->count, unanswered->count,
            unanswered->count, unanswered->count, unanswered->count, id.value});
    change.tell();
    refreshPreview(id);
    TargetStore(m_db).follow(id);
    refreshOrder(id);
}

void ConversationStore::refreshOrder(ConversationId id)
{
    const int rank = int(ClassStore(m_db).classOf(id));
    const qint64 due = m_db.number(u"SELECT coalesce(min(due_at_ms), ?) FROM target WHERE conversation_id = ?"
                                   " AND met_at_ms IS NULL AND dropped_at_ms IS NULL"_s,
        {kNoDueMs, id.value});
    m_db.exec(u"UPDATE conversation SET class_rank = coalesce(fixed_class, ?), due_at_ms = ? WHERE id = ?"
              " AND (class_rank <> coalesce(fixed_class, ?) OR due_at_ms <> ?)"_s,
        {rank, due, id.value, rank, due});
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
        m_db.exec(u"UPDATE conversation SET preview = ?, last_kind = ?, signal = ? WHERE id = ?"
                  " AND (preview <> ? OR last_kind <> ? OR signal <> ?)"_s,
            {newest->body, newest->kind, newest->signal, id.value, newest->body, newest->kind,
                newest->signal});
    }
}

} // namespace fw
