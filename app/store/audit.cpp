#include "app/store/audit.h"

#include <map>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPage = 2000;

struct Entry {
    Link link = {};
    bool isChained = false;
    QByteArray salt = {};
    QByteArray detail = {};
    QByteArray hash = {};
    [[nodiscard]] bool isErased() const { return salt.isEmpty() && detail.isEmpty(); }
};

// Knows the column order of page().
Entry readEntry(const QSqlQuery &row)
{
    return {.link = {.writer = row.value(9).toLongLong(),
                .seq = row.value(10).toLongLong(),
                .id = row.value(0).toLongLong(),
                .atMs = row.value(1).toLongLong(),
                .fact = row.value(2).toString(),
                .account = row.value(3).toLongLong(),
                .conversation = row.value(4).toLongLong(),
                .message = row.value(5).toLongLong(),
                .reply = row.value(6).toLongLong(),
                .agent = row.value(7).toString(),
                .digest = row.value(12).toString().toLatin1()},
        .isChained = !row.value(9).isNull(),
        .salt = row.value(11).toString().toLatin1(),
        .detail = row.value(8).toString().toUtf8(),
        .hash = row.value(13).toString().toLatin1()};
}

QList<Entry> page(Database &db, qint64 after)
{
    return db.list(
        u"SELECT id, at_ms, fact, account_id, conversation_id, message_id, reply_id, agent, detail,"
        " writer, seq, salt, digest, hash FROM journal WHERE id > ? ORDER BY id LIMIT ?"_s,
        {after, kPage}, &readEntry);
}

ChainHead readHead(const QSqlQuery &row)
{
    return {.writer = row.value(0).toLongLong(),
        .seq = row.value(1).toLongLong(),
        .fact = {row.value(2).toLongLong()},
        .hash = row.value(3).toString().toLatin1()};
}

struct Chain {
    ChainHead told = {};    // what its writer's row says
    ChainHead reached = {}; // what was read
};

/// Goes through the journal once; stops at the first entry that is not as it was written.
class Auditor final
{
public:
    explicit Auditor(Database &db) : m_db(db) { }
    Audit run();

private:
    void readWriters();
    void check(const Entry &entry);
    void checkLink(const Entry &entry, Chain &chain);
    void checkBeginning(const Entry &entry);
    void checkEnds();
    void checkAnchors();
    void breakAt(Tampering how, FactId fact, qint64 writer, qint64 seq, const QString &detail);

    Database &m_db;
    std::map<qint64, Chain> m_chains;
    ChainHead m_beginning; // what was there before facts were chained
    Audit m_audit;
};

void Auditor::breakAt(Tampering how, FactId fact, qint64 writer, qint64 seq, const QString &detail)
{
    if (!m_audit.broken) {
        m_audit.broken
            = BrokenEntry{.how = how, .fact = fact, .writer = writer, .seq = seq, .detail = detail};
    }
}

void Auditor::readWriters()
{
    struct Writer {
        ChainHead head = {};
        qint64 openedAtMs = 0;
    };
    const auto writers
        = m_db.list(u"SELECT writer, seq, fact_id, hash, opened_at_ms FROM journal_writer ORDER BY writer"_s,
            {}, [](const QSqlQuery &row) {
                return Writer{.head = readHead(row), .openedAtMs = row.value(4).toLongLong()};
            });
    for (const Writer &writer : writers) {
        const qint64 id = writer.head.writer;
        if (id == 0) {
            m_beginning = writer.head;
            continue;
        }
        const auto anchors = m_db.list(
            u"SELECT of_writer, of_seq, of_fact_id, of_hash FROM journal_anchor WHERE writer = ?"_s, {id},
            &readHead);
        m_chains[id] = {.told = writer.head,
            .reached = {.writer = id, .hash = beginningOf(id, writer.openedAtMs, anchors)}};
    }
    m_audit.writers = qint64(m_chains.size());
}

void Auditor::checkBeginning(const Entry &entry)
{
    ++m_audit.unchained;
    if (entry.link.id > m_beginning.fact.value) {
        breakAt(Tampering::Added, {entry.link.id}, 0, 0,
            u"it belongs to no chain, but facts were chained already"_s);
    }
}

void Auditor::check(const Entry &entry)
{
    ++m_audit.facts;
    if (!entry.isChained) {
        checkBeginning(entry);
        return;
    }
    const auto chain = m_chains.find(entry.link.writer);
    if (chain == m_chains.end()) {
        breakAt(Tampering::Added, {entry.link.id}, entry.link.writer, entry.link.seq,
            u"no such writer is known: the entry was added, or its writer's row is gone"_s);
        return;
    }
    checkLink(entry, chain->second);
}

void Auditor::checkLink(const Entry &entry, Chain &chain)
{
    const Link &link = entry.link;
    const qint64 expected = chain.reached.seq + 1;
    if (link.seq > expected) {
        const bool isLater = m_db.number(u"SELECT count(*) FROM journal WHERE writer = ? AND seq = ?"_s,
                                 {link.writer, expected})
            > 0;
        breakAt(isLater ? Tampering::Reordered : Tampering::Missing, {link.id}, link.writer, expected,
            isLater ? u"number %1 of its chain stands after it"_s.arg(expected)
                    : u"number %1 of its chain should stand before it"_s.arg(expected));
        return;
    }
    if (link.seq < expected) {
        breakAt(Tampering::Added, {link.id}, link.writer, link.seq, u"its chain has that number already"_s);
        return;
    }
    const bool isDetailWhole = entry.isErased() || digestOf(entry.salt, entry.detail) == link.digest;
    if (!isDetailWhole || hashOf(chain.reached.hash, link) != entry.hash) {
        breakAt(Tampering::Changed, {link.id}, link.writer, link.seq,
            isDetailWhole ? u"a column, or what comes before it, is not what its hash covers"_s
                          : u"its detail is not what its digest covers"_s);
        return;
    }
    m_audit.erased += entry.isErased() ? 1 : 0;
    chain.reached = {.writer = link.writer, .seq = link.seq, .fact = {link.id}, .hash = entry.hash};
    m_audit.head = chain.reached;
}

void Auditor::checkEnds()
{
    if (m_audit.unchained != m_beginning.seq) {
        breakAt(m_audit.unchained < m_beginning.seq ? Tampering::Missing : Tampering::Added, m_beginning.fact,
            0, m_beginning.seq,
            u"%1 facts were written before facts were chained, %2 are there"_s.arg(m_beginning.seq)
                .arg(m_audit.unchained));
    }
    for (const auto &[writer, chain] : m_chains) {
        if (chain.reached.seq < chain.told.seq) {
            breakAt(Tampering::Missing, chain.told.fact, writer, chain.reached.seq + 1,
                u"the chain has %1 entries, %2 are there"_s.arg(chain.told.seq).arg(chain.reached.seq));
        } else if (chain.reached.seq > chain.told.seq) {
            breakAt(Tampering::Added, chain.reached.fact, writer, chain.told.seq + 1,
                u"the chain has %1 entries, %2 are there"_s.arg(chain.told.seq).arg(chain.reached.seq));
        } else if (chain.reached != chain.told) {
            breakAt(Tampering::Changed, chain.reached.fact, writer, chain.reached.seq,
                u"its writer's row tells another end"_s);
        }
    }
}

void Auditor::checkAnchors()
{
    const QList<ChainHead> anchors
        = m_db.list(u"SELECT of_writer, of_seq, of_fact_id, of_hash FROM journal_anchor ORDER BY of_writer"_s,
            {}, &readHead);
    for (const ChainHead &anchor : anchors) {
        const bool isThere = anchor.writer == 0
            ? anchor == m_beginning
            : holdsEntry(m_db, anchor.fact, anchor.writer, anchor.seq, anchor.hash);
        if (!isThere) {
            breakAt(Tampering::Missing, anchor.fact, anchor.writer, anchor.seq,
                u"a later chain is tied to this entry, and it is not there as it was"_s);
        }
    }
}

Audit Auditor::run()
{
    readWriters();
    qint64 after = 0;
    for (QList<Entry> entries = page(m_db, after); !entries.isEmpty() && !m_audit.broken;
         entries = page(m_db, after)) {
        for (const Entry &entry : std::as_const(entries)) {
            check(entry);
            if (m_audit.broken) {
                break;
            }
        }
        after = entries.last().link.id;
    }
    if (!m_audit.broken) {
        checkEnds();
        checkAnchors();
    }
    return m_audit;
}
} // namespace

Audit auditJournal(Database &db)
{
    return Auditor(db).run();
}

bool holdsEntry(Database &db, FactId fact, qint64 writer, qint64 seq, const QByteArray &hash)
{
    return db.number(u"SELECT count(*) FROM journal WHERE id = ? AND writer = ? AND seq = ? AND hash = ?"_s,
               {fact.value, writer, seq, QString::fromLatin1(hash)})
        > 0;
}

QString toString(Tampering how)
{
    switch (how) {
    case Tampering::Missing:
        return u"missing"_s;
    case Tampering::Reordered:
        return u"reordered"_s;
    case Tampering::Added:
        return u"added"_s;
    case Tampering::Changed:
        break;
    }
    return u"changed"_s;
}

} // namespace fw
