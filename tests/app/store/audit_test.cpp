// Whether the journal notices what is done to it behind its back.
#include "app/store/audit.h"
#include "tests/app/store/promised_desk.h"

#include <QTest>

namespace fw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class AuditTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aJournalAsItWasWrittenIsWhole();
    void factsFromBeforeTheChainAreTold();
    void whatIsDoneToItIsFound_data();
    void whatIsDoneToItIsFound();
    void aChainThatIsGoneAltogetherIsMissed();
    void anEndCutOffTogetherWithItsHeadIsMissedByWhoNotedIt();
    void anErasedDetailBreaksNothing();
    void aUnitOfWorkThatFailsLeavesNoGap();
    void twoDesksWriteTwoChains();
};

namespace {
void work(PromisedDesk &desk)
{
    const Message question = desk.asks();
    desk.clock.advance(1min);
    desk.answers(question);
    desk.tags(question, u"refund"_s);
    desk.resolves(question);
}

Audit auditOf(PromisedDesk &desk)
{
    return *waitFor(desk.store->read([](Database &db) { return auditJournal(db); }));
}

void tamper(PromisedDesk &desk, const QString &sql)
{
    const auto changed = waitFor(desk.store->write([sql](Database &db) { return db.exec(sql); }));
    QVERIFY(changed);
    QVERIFY2(*changed > 0, qPrintable(u"nothing was changed by: "_s + sql));
}
} // namespace

void AuditTest::aJournalAsItWasWrittenIsWhole()
{
    PromisedDesk desk;
    work(desk);
    const Audit first = auditOf(desk);
    QVERIFY(!first.broken);
    QVERIFY(first.facts > 6);
    QCOMPARE(first.unchained, 0);
    QCOMPARE(first.writers, 1);
    QCOMPARE(first.head.seq, first.facts);
    desk.close();
    desk.open();
    work(desk);
    const Audit second = auditOf(desk);
    QVERIFY(!second.broken);
    QCOMPARE(second.writers, 2);
    QVERIFY(second.facts > first.facts);
}

void AuditTest::factsFromBeforeTheChainAreTold()
{
    PromisedDesk desk;
    tamper(desk, u"INSERT INTO journal (id, at_ms, fact) VALUES (7, 1, 'long-ago'), (9, 2, 'later')"_s);
    tamper(
        desk, u"UPDATE journal_writer SET seq = 2, fact_id = 9 WHERE writer = 0"_s); // as the migration does
    work(desk);
    const Audit whole = auditOf(desk);
    QVERIFY(!whole.broken);
    QCOMPARE(whole.unchained, 2);
    tamper(desk, u"DELETE FROM journal WHERE id = 7"_s);
    const Audit broken = auditOf(desk);
    QVERIFY(broken.broken);
    QVERIFY(broken.broken->how == Tampering::Missing);
}

void AuditTest::whatIsDoneToItIsFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("how");
    const auto set = [](const char *name, const QString &assignment, const QString &how) {
        QTest::newRow(name) << u"UPDATE journal SET %1 WHERE seq = 3"_s.arg(assignment) << how;
    };
    set("time", u"at_ms = at_ms + 1"_s, u"changed"_s);
    set("fact", u"fact = 'nothing-happened'"_s, u"changed"_s);
    set("account", u"account_id = 5"_s, u"changed"_s);
    set("conversation", u"conversation_id = 5"_s, u"changed"_s);
    set("message", u"message_id = 5"_s, u"changed"_s);
    set("reply", u"reply_id = 5"_s, u"changed"_s);
    set("agent", u"agent = 'bob'"_s, u"changed"_s);
    set("detail", u"detail = '{\"a\":1}'"_s, u"changed"_s);
    set("detail without its salt", u"detail = ''"_s, u"changed"_s);
    set("salt", u"salt = 'AAAA'"_s, u"changed"_s);
    set("digest", u"digest = 'AAAA'"_s, u"changed"_s);
    set("hash", u"hash = 'AAAA'"_s, u"changed"_s);
    set("number", u"seq = 300"_s, u"missing"_s);
    set("writer", u"writer = 5"_s, u"added"_s);
    set("no writer", u"writer = NULL"_s, u"added"_s);
    set("moved to the end", u"id = id + 1000000"_s, u"reordered"_s);
    const auto row
        = [](const char *name, const QString &sql, const QString &how) { QTest::newRow(name) << sql << how; };
    row("one removed", u"DELETE FROM journal WHERE seq = 3"_s, u"missing"_s);
    row("first removed", u"DELETE FROM journal WHERE seq = 1"_s, u"missing"_s);
    row("end cut", u"DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)"_s, u"missing"_s);
    row("all removed", u"DELETE FROM journal"_s, u"missing"_s);
    row("one added",
        u"INSERT INTO journal (id, at_ms, fact) SELECT max(id) + 1, max(at_ms), 'lie' FROM journal"_s,
        u"added"_s);
    row("one doubled",
        u"INSERT INTO journal (id, at_ms, fact, writer, seq, salt, digest, hash) SELECT id + 1000000, at_ms, "
        u"fact,"
        " writer, seq, salt, digest, hash FROM journal WHERE seq = 3"_s,
        u"added"_s);
    row("head moved back", u"UPDATE journal_writer SET seq = seq - 1 WHERE writer <> 0"_s, u"added"_s);
    row("head's hash", u"UPDATE journal_writer SET hash = 'AAAA' WHERE writer <> 0"_s, u"changed"_s);
    row("head's time", u"UPDATE journal_writer SET opened_at_ms = 1 WHERE writer <> 0"_s, u"changed"_s);
    row("anchor", u"UPDATE journal_anchor SET of_seq = of_seq + 1"_s, u"changed"_s);
}

void AuditTest::whatIsDoneToItIsFound()
{
    QFETCH(QString, sql);
    QFETCH(QString, how);
    PromisedDesk desk;
    work(desk);
    QVERIFY(!auditOf(desk).broken);
    tamper(desk, sql);
    const Audit audit = auditOf(desk);
    QVERIFY2(audit.broken, "nobody noticed");
    QCOMPARE(toString(audit.broken->how), how);
}

void AuditTest::aChainThatIsGoneAltogetherIsMissed()
{
    PromisedDesk desk;
    work(desk);
    const QString first = QString::number(auditOf(desk).head.writer);
    desk.close();
    desk.open();
    work(desk);
    tamper(desk, u"DELETE FROM journal WHERE writer = "_s + first);
    tamper(desk, u"DELETE FROM journal_anchor WHERE writer = "_s + first);
    tamper(desk, u"DELETE FROM journal_writer WHERE writer = "_s + first);
    const Audit audit = auditOf(desk);
    QVERIFY(audit.broken);
    QVERIFY(audit.broken->how == Tampering::Missing);
    QCOMPARE(QString::number(audit.broken->writer), first);
}

void AuditTest::anEndCutOffTogetherWithItsHeadIsMissedByWhoNotedIt()
{
    PromisedDesk desk;
    work(desk);
    const ChainHead noted = auditOf(desk).head;
    const auto holds = [&] {
        return *waitFor(desk.store->read([noted](Database &db) {
            return holdsEntry(db, noted.fact, noted.writer, noted.seq, noted.hash);
        }));
    };
    QVERIFY(holds());
    tamper(desk, u"DELETE FROM journal WHERE seq = %1"_s.arg(noted.seq));
    tamper(desk,
        u"UPDATE journal_writer SET (seq, fact_id, hash) = (SELECT seq, id, hash FROM journal WHERE seq = %1)"
        " WHERE writer <> 0"_s.arg(noted.seq - 1));
    QVERIFY(!auditOf(desk).broken); // nothing inside the database can tell
    QVERIFY(!holds());
}

void AuditTest::anErasedDetailBreaksNothing()
{
    PromisedDesk desk;
    work(desk);
    const FactId fact = auditOf(desk).head.fact;
    QVERIFY(waitFor(desk.store->write([fact](Database &db) { JournalStore(db).blank(fact); })));
    const Audit audit = auditOf(desk);
    QVERIFY(!audit.broken);
    QCOMPARE(audit.erased, 1);
}

void AuditTest::aUnitOfWorkThatFailsLeavesNoGap()
{
    PromisedDesk desk;
    work(desk);
    const auto failed = waitFor(desk.store->write([](Database &db) -> Result<int> {
        JournalStore(db).add({.fact = u"never-happened"_s});
        return Failure({.code = ErrorCode::Usage});
    }));
    QVERIFY(!failed);
    work(desk);
    const Audit audit = auditOf(desk);
    QVERIFY(!audit.broken);
    QCOMPARE(desk.told(u"never-happened"_s), 0);
}

void AuditTest::twoDesksWriteTwoChains()
{
    PromisedDesk desk;
    auto other = Store::open(desk.place(), desk.clock, desk.ids);
    QVERIFY(other);
    QList<QFuture<Result<FactId>>> written;
    for (int i = 0; i < 40; ++i) {
        const auto add = [](Database &db) { return JournalStore(db).add({.fact = u"seen"_s}); };
        written.append(desk.store->write(add));
        written.append((*other)->write(add));
    }
    for (const auto &one : written) {
        QVERIFY(waitFor(one));
    }
    const Audit audit = auditOf(desk);
    QVERIFY2(!audit.broken, audit.broken ? qPrintable(audit.broken->detail) : "");
    QCOMPARE(audit.writers, 2);
    QCOMPARE(audit.facts, 80);
}

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::AuditTest)
#include "audit_test.moc"
