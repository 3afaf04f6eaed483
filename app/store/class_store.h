#pragma once

#include "app/model/conversation.h"
#include "app/model/queue/class_rules.h"
#include "app/store/database.h"

namespace fw {

/// The rules that make a conversation's class, with all the versions they ever had. Thread: the database's.
class ClassStore final
{
public:
    explicit ClassStore(Database &db) : m_db(db) { }

    /// In force from now on, and no others. false: they were already. With a fact ("class-rules-imported"). Conversations get their class at their next
    /// change, or with computeAgain().
    bool importRules(const QList<ClassRule> &rules, const QString &agent);
    [[nodiscard]] QList<ClassRule> rules();
    [[nodiscard]] int version(); // 0: there were never any
    /// By the rules alone. Cost: what waits in the conversation.
    [[nodiscard]] ReplyClass classOf(ConversationId conversation);
    [[nodiscard]] QList<ClassReason> explain(ConversationId conversation);
    /// Computes class and due time of those that wait, with ids above `after`, at most `limit`. Returns the last id, null at the end.
    ConversationId computeAgain(ConversationId after, int limit);

private:
    [[nodiscard]] ClassContext contextOf(ConversationId conversation);

    Database &m_db;
};

} // namespace fw
