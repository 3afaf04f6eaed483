#include "app/desk/desk.h"

#include "app/store/conversation_store.h"
#include "app/store/journal_store.h"

namespace fw {

using namespace Qt::StringLiterals;

QFuture<Result<FactId>> Desk::resolve(ConversationId conversation, const QString &agent)
{
    return m_store.write([conversation, agent](Database &db) -> Result<FactId> {
        ConversationStore conversations(db);
        const auto found = conversations.byId(conversation);
        if (!found) {
            return Failure({.code = ErrorCode::NotFound, .detail = u"the conversation is gone"_s});
        }
        const FactId fact = JournalStore(db).add({.fact = u"conversation-resolved"_s,
            .account = found->account,
            .conversation = conversation,
            .agent = agent});
        conversations.resolve(conversation, fact);
        return fact;
    });
}

QFuture<Result<bool>> Desk::undoResolve(ConversationId conversation, FactId resolved, const QString &agent)
{
    return m_store.write([conversation, resolved, agent](Database &db) {
        // The fact first: what the conversation is measured by follows from the journal.
        JournalStore(db).add({.fact = u"conversation-reopened"_s,
            .conversation = conversation,
            .agent = agent,
            .detail = {{u"undoes"_s, QString::number(resolved.value)}}});
        ConversationStore(db).reopen(conversation, resolved);
        return true;
    });
}

} // namespace fw
