#include "app/desk/words/words.h"

#include "app/store/conversation_store.h"

namespace fw {

using namespace Qt::StringLiterals;

QFuture<Result<Filled>> Words::fill(const QString &name, ConversationId conversation, const QString &agent)
{
    return m_store.write([=, sources = m_sources](Database &db) {
        return fillSavedReply(db, sources, name, conversation, agent);
    });
}

QFuture<Result<QList<SavedReply>>> Words::find(
    const QString &typed, ConversationId conversation, const QString &agent)
{
    return m_store.read([=](Database &db) -> Result<QList<SavedReply>> {
        std::optional<Conversation> there;
        if (!conversation.isNull()) {
            there = ConversationStore(db).byId(conversation);
            if (!there) {
                return Failure({.code = ErrorCode::NotFound, .detail = u"there is no such conversation"_s});
            }
        }
        return SavedReplyStore(db).find(typed, wordsContext(db, there, agent));
    });
}

} // namespace fw
