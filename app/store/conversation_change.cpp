#include "app/store/conversation_change.h"

#include "app/store/journal_store.h"

namespace fw {

using namespace Qt::StringLiterals;

ConversationChange::ConversationChange(Database &db, ConversationId conversation)
    : m_db(db)
    , m_conversation(conversation)
    , m_before(shown())
{
}

void ConversationChange::tell()
{
    const auto now = shown();
    if (!now || now == m_before) {
        return;
    }
    JournalStore(m_db).add({.fact = u"conversation-state-changed"_s,
        .conversation = m_conversation,
        .detail = {{u"state"_s, now->state},
            {u"waiting_since"_s, now->waitingSince ? QJsonValue(toIso(*now->waitingSince)) : QJsonValue()}}});
}

std::optional<ConversationChange::Shown> ConversationChange::shown()
{
    return m_db.one(u"SELECT state, waiting_since_ms FROM conversation WHERE id = ?"_s,
        {m_conversation.value}, [](const QSqlQuery &row) {
            return Shown{.state = row.value(0).toString(), .waitingSince = optionalInstant(row.value(1))};
        });
}

} // namespace fw
