#include "app/store/draft_store.h"

namespace fw {

using namespace Qt::StringLiterals;

void DraftStore::save(ConversationId conversation, const QString &agent, Lane lane, const QString &body)
{
    if (body.isEmpty()) {
        m_db.exec(u"DELETE FROM draft WHERE conversation_id = ? AND agent = ? AND lane = ?"_s,
            {conversation.value, agent, toString(lane)});
        return;
    }
    m_db.exec(
        u"INSERT INTO draft (conversation_id, agent, lane, body, saved_at_ms) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (conversation_id, agent, lane) DO UPDATE SET body = excluded.body, saved_at_ms = excluded.saved_at_ms"_s,
        {conversation.value, agent, toString(lane), body, toMs(m_db.now())});
}

QString DraftStore::body(ConversationId conversation, const QString &agent, Lane lane)
{
    return m_db
        .one(u"SELECT body FROM draft WHERE conversation_id = ? AND agent = ? AND lane = ?"_s,
            {conversation.value, agent, toString(lane)},
            [](const QSqlQuery &row) { return row.value(0).toString(); })
        .value_or(QString());
}

QList<ConversationId> DraftStore::conversationsWith(const QString &agent)
{
    return m_db.list(u"SELECT DISTINCT conversation_id FROM draft WHERE agent = ?"_s, {agent},
        [](const QSqlQuery &row) { return ConversationId{row.value(0).toLongLong()}; });
}

} // namespace fw
