#include "app/store/journal_store.h"

#include <QJsonDocument>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString select(const QString &rest)
{
    return u"SELECT id, at_ms, fact, account_id, conversation_id, message_id, reply_id, agent, detail FROM journal "_s
        + rest;
}

// Knows the column order of select().
Fact readFact(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .at = instantOf(row.value(1)),
        .fact = row.value(2).toString(),
        .account = {row.value(3).toLongLong()},
        .conversation = {row.value(4).toLongLong()},
        .message = {row.value(5).toLongLong()},
        .reply = {row.value(6).toLongLong()},
        .agent = row.value(7).toString(),
        .detail = QJsonDocument::fromJson(row.value(8).toString().toUtf8()).object()};
}
} // namespace

FactId JournalStore::add(Fact fact)
{
    fact.id = m_db.newId<FactId>();
    m_db.exec(u"INSERT INTO journal (id, at_ms, fact, account_id, conversation_id, message_id, reply_id, "
              u"agent, detail)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {fact.id.value, toMs(m_db.now()), fact.fact, toColumn(fact.account), toColumn(fact.conversation),
            toColumn(fact.message), toColumn(fact.reply), fact.agent,
            QString::fromUtf8(QJsonDocument(fact.detail).toJson(QJsonDocument::Compact))});
    m_db.announce(fact.id);
    return fact.id;
}

QList<Fact> JournalStore::after(FactId after, int limit)
{
    return m_db.list(select(u"WHERE id > ? ORDER BY id LIMIT ?"_s), {after.value, limit}, &readFact);
}

QList<Fact> JournalStore::between(FactId first, FactId last, int limit)
{
    return m_db.list(select(u"WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"_s),
        {first.value, last.value, limit}, &readFact);
}

void JournalStore::blank(FactId fact)
{
    m_db.exec(u"UPDATE journal SET detail = '{}' WHERE id = ?"_s, {fact.value});
}

} // namespace fw
