#include "app/store/journal_store.h"

#include <QJsonDocument>
#include <QRandomGenerator>

#include <array>

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

QByteArray newSalt()
{
    std::array<quint32, 3> words = {};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words)).toBase64();
}

/// A chain of its own for this connection, tied to the ends of those that are there and that no other is tied to.
ChainHead openChain(Database &db)
{
    const QList<ChainHead> ends
        = db.list(u"SELECT w.writer, w.seq, w.fact_id, w.hash FROM journal_writer w WHERE NOT EXISTS"
                  " (SELECT 1 FROM journal_anchor a WHERE a.of_writer = w.writer AND a.of_seq = w.seq)"
                  " ORDER BY w.writer"_s,
            {}, [](const QSqlQuery &row) {
                return ChainHead{.writer = row.value(0).toLongLong(),
                    .seq = row.value(1).toLongLong(),
                    .fact = {row.value(2).toLongLong()},
                    .hash = row.value(3).toString().toLatin1()};
            });
    const auto writer = qint64(QRandomGenerator::system()->generate64() >> 1U) | 1; // never 0
    const qint64 openedAt = toMs(db.now());
    db.exec(
        u"INSERT INTO journal_writer (writer, opened_at_ms, seq, fact_id, hash) VALUES (?, ?, 0, 0, '')"_s,
        {writer, openedAt});
    for (const ChainHead &end : ends) {
        db.exec(
            u"INSERT INTO journal_anchor (writer, of_writer, of_seq, of_fact_id, of_hash) VALUES (?, ?, ?, ?, ?)"_s,
            {writer, end.writer, end.seq, end.fact.value, QString::fromLatin1(end.hash)});
    }
    return {.writer = writer, .hash = beginningOf(writer, openedAt, ends)};
}
} // namespace

FactId JournalStore::add(Fact fact)
{
    fact.id = m_db.newId<FactId>();
    ChainHead &head = m_db.chainHead();
    if (head.writer == 0) {
        head = openChain(m_db);
    }
    const QByteArray salt = newSalt();
    const QByteArray detail = QJsonDocument(fact.detail).toJson(QJsonDocument::Compact);
    const Link link{.writer = head.writer,
        .seq = head.seq + 1,
        .id = fact.id.value,
        .atMs = toMs(m_db.now()),
        .fact = fact.fact,
        .account = fact.account.value,
        .conversation = fact.conversation.value,
        .message = fact.message.value,
        .reply = fact.reply.value,
        .agent = fact.agent,
        .digest = digestOf(salt, detail)};
    head = {.writer = link.writer, .seq = link.seq, .fact = fact.id, .hash = hashOf(head.hash, link)};
    m_db.exec(u"INSERT INTO journal (id, at_ms, fact, account_id, conversation_id, message_id, reply_id, "
              u"agent, detail, writer, seq, salt, digest, hash)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {fact.id.value, link.atMs, fact.fact, toColumn(fact.account), toColumn(fact.conversation),
            toColumn(fact.message), toColumn(fact.reply), fact.agent, QString::fromUtf8(detail), link.writer,
            link.seq, QString::fromLatin1(salt), QString::fromLatin1(link.digest),
            QString::fromLatin1(head.hash)});
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

std::optional<Fact> JournalStore::newest(const QString &fact)
{
    return m_db.one(select(u"WHERE fact = ? ORDER BY id DESC LIMIT 1"_s), {fact}, &readFact);
}

QList<Fact> JournalStore::named(const QString &fact, Instant from, Instant to)
{
    return m_db.list(select(u"WHERE fact = ? AND id > ? AND id <= ? ORDER BY id"_s),
        {fact, IdSource::before<FactId>(from).value, IdSource::before<FactId>(to).value}, &readFact);
}

void JournalStore::blank(FactId fact)
{
    m_db.exec(u"UPDATE journal SET detail = '', salt = '' WHERE id = ?"_s, {fact.value});
}

} // namespace fw
