#include "app/store/person_rows.h"

namespace fw {

using namespace Qt::StringLiterals;

const QString &theirMessages()
{
    static const QString sql = u"(SELECT id FROM message WHERE identity_id = ?)"_s;
    return sql;
}

const QString &theirReplies()
{
    static const QString sql = u"(SELECT id FROM reply WHERE parent_id IN "_s + theirMessages() + u')';
    return sql;
}

const QString &theirConversations()
{
    static const QString sql
        = u"(SELECT id FROM conversation WHERE identity_id = ? UNION SELECT conversation_id FROM message"
          " WHERE identity_id = ? AND conversation_id IS NOT NULL AND (traits & 256) = 0)"_s;
    return sql;
}

const QString &inTheirConversations()
{
    static const QString sql = u"conversation_id IN "_s + theirConversations();
    return sql;
}

const QString &draftsAboutThem()
{
    static const QString sql = inTheirConversations()
        + u" OR conversation_id IN (SELECT r.into_id FROM relocation r JOIN relocated_message x"
          " ON x.fact_id = r.fact_id JOIN message m ON m.id = x.message_id WHERE m.identity_id = ?)"_s;
    return sql;
}

const QString &ourAnswers()
{
    static const QString sql
        = u"(SELECT o.id FROM message q JOIN message o ON o.account_id = q.account_id"
          " AND o.in_reply_to = q.remote_id WHERE q.identity_id = ? AND o.direction = 'outbound'"
          " UNION SELECT o.id FROM message q JOIN message o ON o.account_id = q.account_id"
          " AND o.in_reply_to = q.version_id WHERE q.identity_id = ? AND o.direction = 'outbound'"
          " UNION SELECT o.id FROM message q JOIN message o ON o.account_id = q.account_id"
          " AND o.thread = q.thread WHERE q.identity_id = ? AND q.lane = 'private'"
          " AND o.direction = 'outbound' AND o.lane = 'private'"
          " UNION SELECT o.id FROM message q JOIN reply r ON r.parent_id = q.id"
          " JOIN message o ON o.account_id = r.account_id AND o.remote_id = r.remote_id"
          " WHERE q.identity_id = ? AND r.remote_id <> '' AND o.direction = 'outbound'"
          " UNION SELECT o.id FROM conversation c JOIN message o ON o.conversation_id = c.id"
          " WHERE c.identity_id = ? AND o.direction = 'outbound'"
          " AND NOT EXISTS (SELECT 1 FROM message q WHERE q.account_id = o.account_id"
          " AND q.remote_id = o.in_reply_to AND q.direction = 'inbound' AND q.identity_id <> ?)"
          " AND NOT EXISTS (SELECT 1 FROM message q WHERE q.conversation_id = o.conversation_id"
          " AND q.version_id = o.in_reply_to AND q.direction = 'inbound' AND q.identity_id <> ?)"
          " AND NOT EXISTS (SELECT 1 FROM message q WHERE q.account_id = o.account_id AND q.thread = o.thread"
          " AND q.lane = 'private' AND o.lane = 'private' AND q.direction = 'inbound' AND q.identity_id <> ?)"
          " AND NOT EXISTS (SELECT 1 FROM reply r JOIN message q ON q.id = r.parent_id"
          " WHERE r.account_id = o.account_id AND r.remote_id = o.remote_id AND r.remote_id <> ''"
          " AND q.identity_id <> ?))"_s;
    return sql;
}

} // namespace fw
