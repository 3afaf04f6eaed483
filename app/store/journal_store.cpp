#include "app/store/journal_store.h"

#include <QJsonDocument>

namespace fw {

using namespace Qt::StringLiterals;

FactId JournalStore::add(Fact fact)
{
    fact.id = m_db.newId<FactId>();
    m_db.exec(u"INSERT INTO journal (id, at_ms, fact, account_id, conversation_id, message_id, reply_id, "
              u"agent, detail)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {fact.id.value, toMs(m_db.now()), fact.fact, toColumn(fact.account), toColumn(fact.conversation),
            toColumn(fact.message), toColumn(fact.reply), fact.agent,
            QString::fromUtf8(QJsonDocument(fact.detail).toJson(QJsonDocument::Compact))});
    return fact.id;
}

QList<Fact> JournalStore::after(FactId after, int limit)
{
    return m_db.list(u"SELECT id, at_ms, fact, account_id, conversation_id, message_id, reply_id, agent, "
                     u"detail FROM journal"
                     " WHERE id > ? ORDER BY id LIMIT ?"_s,
        {after.value, limit}, [](const QSqlQuery &row) {
            return Fact{.id = {row.value(0).toLongLong()},
                .at = instantOf(row.value(1)),
                .fact = row.value(2).toString(),
                .account = {row.value(3).toLongLong()},
                .conversation = {row.value(4).toLongLong()},
                .message = {row.value(5).toLongLong()},
                .reply = {row.value(6).toLongLong()},
                .agent = row.value(7).toString(),
                .detail = QJsonDocument::fromJson(row.value(8).toString().toUtf8()).object()};
        });
}

} // namespace fw
