#include "app/store/journal_store.h"
#include "tests/app/customers/two_people.h"

#include <QtTest>

#include <algorithm>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
qint64 count(const QList<KeptKind> &kinds, const QString &what)
{
    const auto found = std::find_if(
        kinds.begin(), kinds.end(), [&what](const KeptKind &kind) { return kind.what == what; });
    return found == kinds.end() ? -1 : found->count;
}
} // namespace

class ErasureTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsToldBeforeWhatWouldGo()
    {
        TwoPeople desk;
        const auto preview = *waitFor(desk.erasure().preview(desk.ana));
        QCOMPARE(preview.identities, QList<IdentityId>({desk.anas}));
        QCOMPARE(count(preview.kept, u"orders"_s), 1);
        QCOMPARE(count(preview.kept, u"order lines"_s), 1);
        QCOMPARE(count(preview.kept, u"messages"_s), 1);
        QCOMPARE(count(preview.kept, u"consents"_s), 1);
        QVERIFY(count(preview.kept, u"details of facts"_s) > 2);
        QVERIFY(waitFor(desk.erasure().preview(desk.ana))->kept == preview.kept);
        QVERIFY(!waitFor(desk.erasure().preview({12})));
    }

    void nothingOfThePersonIsLeftInAnyFile()
    {
        TwoPeople desk;
        const QStringList traces = desk.traces();
        QVERIFY(traces.contains(kWritten) && traces.contains(u"Ana Zinnober"_s));
        if (!TestDatabase::isOnPostgres()) {
            QVERIFY(!filesWith(filesOf(desk.place()), {kWritten}).isEmpty());
        }
        const auto certificate = desk.erase();
        QVERIFY2(certificate, qPrintable(certificate ? QString() : certificate.error().detail));
        QCOMPARE(certificate->foundIn, QStringList());
        QCOMPARE(certificate->sharedTraces, 1); // the address
        QCOMPARE(certificate->traces, traces.size() - 1);
        QCOMPARE(count(certificate->erased, u"messages"_s), 1);
        if (!TestDatabase::isOnPostgres()) {
            QVERIFY(certificate->searchedFiles.contains(desk.file()) && certificate->searchedBytes > 0);
            QCOMPARE(filesWith(certificate->searchedFiles,
                         {u"Zinnober"_s, u"zinnober"_s, u"zinnoberrot"_s, u"FW-100001"_s, u"7000001"_s}),
                QStringList());
            QVERIFY(!filesWith(certificate->searchedFiles, {u"Bea Quitten"_s}).isEmpty());
        }
    }

    void nobodyElseLosesAnythingAndThePastStays()
    {
        TwoPeople desk;
        const CustomerView before = desk.view(desk.bea);
        const QStringList past = desk.past();
        QVERIFY(desk.erase());
        QVERIFY(desk.view(desk.bea) == before);
        QCOMPARE(desk.past(), past);
        QVERIFY(!waitFor(desk.people().view({.customer = desk.ana})));
        const auto again = desk.erase();
        QVERIFY(!again && again.error().code == ErrorCode::NotFound);
    }

    void somebodyWhoReadsKeepsTheFilesFromBeingClean()
    {
        if (TestDatabase::isOnPostgres()) {
            QSKIP("a server guards its own files");
        }
        TwoPeople desk;
        IdSource ids(desk.clock);
        const auto reader = Database::open(desk.place(), Database::Access::ReadOnly, desk.clock, ids);
        QVERIFY(reader.has_value());
        (*reader)->beginReading();
        QVERIFY((*reader)->number(u"SELECT count(*) FROM message"_s) > 0);
        const auto refused = desk.erase();
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(u"is erased, but"_s), qPrintable(refused.error().detail));
        (*reader)->rollback();
        QVERIFY(desk.erasure().cleanUp());
        QCOMPARE(filesWith(filesOf(desk.place()), {kWritten}), QStringList());
    }

    void whatIsStillToBeDoneKeepsThemFromBeingErased()
    {
        TwoPeople desk;
        QVERIFY(waitFor(desk.store->write([&desk](Database &db) {
            db.exec(u"INSERT INTO moderation (id, account_id, message_id, remote_id, what, operation, agent, "
                    u"state,"
                    " asked_at_ms) SELECT 1, account_id, id, remote_id, 'hide', 'hide', 'ann', 'queued', 0"
                    " FROM message WHERE identity_id = ?"_s,
                {desk.anas.value});
        })));
        const auto refused = desk.erase();
        QVERIFY(!refused && refused.error().code == ErrorCode::Busy);
    }

    void itIsWrittenDownThatSomebodyWasErased()
    {
        TwoPeople desk;
        QVERIFY(desk.erase());
        const auto facts
            = *waitFor(desk.store->read([](Database &db) { return JournalStore(db).after({}, 1000); }));
        QCOMPARE(facts.last().fact, u"person-erased"_s);
        QCOMPARE(facts.last().detail.value(u"orders"_s).toInteger(), 1);
        QVERIFY(std::any_of(facts.begin(), facts.end(),
            [](const Fact &fact) { return fact.fact == "purchases-viewed"_L1 && fact.detail.isEmpty(); }));
    }

    void withoutReasonNothingHappens()
    {
        TwoPeople desk;
        const auto refused
            = desk.erasure().erase({.customer = desk.ana, .agent = u"ann"_s, .reason = u" "_s});
        QVERIFY(!refused && refused.error().code == ErrorCode::Usage);
        QVERIFY(desk.view(desk.ana).record.has_value());
    }

    void aTraceIsFoundWhereverItStands()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(u"big"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray((1 << 20) - 4, 'x') + QByteArray("needle") + QByteArray(100, 'y'));
        file.close();
        QCOMPARE(filesWith({name}, {u"needle"_s}), QStringList(name));
        QCOMPARE(filesWith({name}, {u"noodle"_s}), QStringList());
        QCOMPARE(filesWith({folder.filePath(u"none"_s)}, {u"noodle"_s}).size(), 1);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ErasureTest)
#include "erasure_test.moc"
