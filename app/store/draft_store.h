#pragma once

#include "app/model/message.h"
#include "app/store/database.h"

namespace fw {

/// Unsent text, one per conversation, agent and lane. Thread: the database's.
class DraftStore final
{
public:
    explicit DraftStore(Database &db) : m_db(db) { }

    /// An empty text removes the draft.
    void save(ConversationId conversation, const QString &agent, Lane lane, const QString &body);
    [[nodiscard]] QString body(ConversationId conversation, const QString &agent, Lane lane);
    /// Which conversations have a draft of this agent.
    [[nodiscard]] QList<ConversationId> conversationsWith(const QString &agent);

private:
    Database &m_db;
};

} // namespace fw
