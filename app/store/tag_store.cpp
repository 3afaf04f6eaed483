#include "app/store/tag_store.h"

#include "app/store/conversation_store.h"
#include "app/store/journal_store.h"
#include "app/store/target_store.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLongest = 40;

FactId tell(
    Database &db, const QString &fact, ConversationId conversation, const QString &tag, const QString &agent)
{
    const FactId told = JournalStore(db).add(
        {.fact = fact, .conversation = conversation, .agent = agent, .detail = {{u"tag"_s, tag}}});
    TargetStore(db).chooseAgain(conversation);
    ConversationStore(db).refreshOrder(conversation);
    return told;
}
} // namespace

Result<QString> TagStore::normalised(const QString &tag)
{
    QString word = tag.trimmed().toLower();
    if (word.startsWith(u'#')) {
        word.remove(0, 1);
    }
    const bool hasSpace = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isSpace(); });
    if (word.isEmpty() || word.size() > kLongest || hasSpace) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"a tag is one word of at most %1 characters"_s.arg(kLongest)});
    }
    return word;
}

bool TagStore::add(ConversationId conversation, const QString &tag, const QString &agent)
{
    return addWithFact(conversation, tag, agent).has_value();
}

Result<FactId> TagStore::addWithFact(ConversationId conversation, const QString &tag, const QString &agent)
{
    if (!ConversationStore(m_db).byId(conversation)) {
        return Failure(
            {.code = ErrorCode::NotFound, .detail = u"no conversation %1"_s.arg(conversation.toString())});
    }
    const bool isNew
        = m_db.exec(u"INSERT INTO conversation_tag (conversation_id, tag, agent, at_ms) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (conversation_id, tag) DO NOTHING"_s,
              {conversation.value, tag, agent, toMs(m_db.now())})
        > 0;
    if (!isNew) {
        return Failure({.code = ErrorCode::Usage, .detail = u"it has that tag already"_s});
    }
    return tell(m_db, u"tag-added"_s, conversation, tag, agent);
}

bool TagStore::remove(ConversationId conversation, const QString &tag, const QString &agent)
{
    const bool wasThere = m_db.exec(u"DELETE FROM conversation_tag WHERE conversation_id = ? AND tag = ?"_s,
                              {conversation.value, tag})
        > 0;
    if (wasThere) {
        tell(m_db, u"tag-removed"_s, conversation, tag, agent);
    }
    return wasThere;
}

QStringList TagStore::of(ConversationId conversation)
{
    return m_db.list(
        u"SELECT tag FROM conversation_tag WHERE conversation_id = ? ORDER BY "_s + m_db.byBytes(u"tag"_s),
        {conversation.value}, [](const QSqlQuery &row) { return row.value(0).toString(); });
}

} // namespace fw
