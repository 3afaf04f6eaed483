#include "app/store/class_store.h"

#include "app/store/conversation_store.h"
#include "app/store/definition_text.h"
#include "app/store/journal_store.h"
#include "app/store/tag_store.h"

#include <QJsonDocument>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kTextsRead = 20; // newest of what waits
}

bool ClassStore::importRules(const QList<ClassRule> &rules, const QString &agent)
{
    const int before = version();
    if (rules == this->rules() && (before > 0 || rules.isEmpty())) {
        return false;
    }
    m_db.exec(u"INSERT INTO class_rules (version, definition, agent, at_ms) VALUES (?, ?, ?, ?)"_s,
        {before + 1, QString::fromUtf8(QJsonDocument(toJson(rules)).toJson(QJsonDocument::Compact)), agent,
            toMs(m_db.now())});
    JournalStore(m_db).add(
        {.fact = u"class-rules-imported"_s, .agent = agent, .detail = {{u"version"_s, before + 1}}});
    return true;
}

QList<ClassRule> ClassStore::rules()
{
    const QString text = m_db.one(u"SELECT definition FROM class_rules ORDER BY version DESC LIMIT 1"_s, {},
                                 [](const QSqlQuery &row) { return row.value(0).toString(); })
                             .value_or(QString());
    return text.isEmpty() ? QList<ClassRule>() : definedIn(text, &classRulesIn).value_or(QList<ClassRule>());
}

int ClassStore::version()
{
    return int(m_db.number(u"SELECT max(version) FROM class_rules"_s));
}

ClassContext ClassStore::contextOf(ConversationId conversation)
{
    ClassContext context
        = m_db.one(
                  u"SELECT a.network, a.name, c.lane, c.last_kind, i.followers, c.preview FROM conversation c"
                  " JOIN account a ON a.id = c.account_id JOIN identity i ON i.id = c.identity_id WHERE c.id = ?"_s,
                  {conversation.value},
                  [](const QSqlQuery &row) {
                      return ClassContext{.conversation
                          = {.network = networkFromString(row.value(0).toString()).value_or(Network::Twitter),
                              .account = row.value(1).toString(),
                              .lane = laneFromString(row.value(2).toString()),
                              .kind = messageKindFromString(row.value(3).toString())},
                          .waiting = {row.value(5).toString()},
                          .followers = row.value(4).toLongLong()};
                  })
              .value_or(ClassContext{});
    const QStringList waiting
        = m_db.list(u"SELECT body FROM message WHERE conversation_id = ? AND direction = 'inbound'"
                    " AND settled_by IS NULL ORDER BY posted_at_ms DESC LIMIT ?"_s,
            {conversation.value, kTextsRead}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!waiting.isEmpty()) {
        context.waiting = waiting;
    }
    context.conversation.tags = TagStore(m_db).of(conversation);
    return context;
}

ReplyClass ClassStore::classOf(ConversationId conversation)
{
    const QList<ClassRule> inOrder = rules();
    return inOrder.isEmpty() ? ReplyClass::Normal : chosenClass(inOrder, contextOf(conversation));
}

QList<ClassReason> ClassStore::explain(ConversationId conversation)
{
    ClassContext context = contextOf(conversation);
    const qint64 fixed = m_db.number(
        u"SELECT coalesce(fixed_class, -1) FROM conversation WHERE id = ?"_s, {conversation.value});
    if (fixed >= 0) {
        context.fixed = static_cast<ReplyClass>(fixed);
    }
    return explainClass(rules(), context);
}

ConversationId ClassStore::computeAgain(ConversationId after, int limit)
{
    const auto ids = m_db.list(u"SELECT id FROM conversation WHERE waiting_since_ms IS NOT NULL AND id > ?"
                               " ORDER BY id LIMIT ?"_s,
        {after.value, limit}, [](const QSqlQuery &row) { return ConversationId{row.value(0).toLongLong()}; });
    for (const ConversationId id : ids) {
        ConversationStore(m_db).refreshOrder(id);
    }
    return ids.size() < limit ? ConversationId{} : ids.last();
}

} // namespace fw
