#include "app/intake/keep_post.h"
#include "app/store/account_store.h"
#include "app/store/change_feed.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "app/store/message_store.h"
#include "tests/support/desk_fixture.h"
#include "tests/support/pg_cluster.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QSqlError>
#include <QtTest>

#include <limits>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
bool tellElsewhere(Store &store, ConversationId conversation)
{
    return waitFor(store.write([conversation](Database &db) {
        JournalStore(db).add({.fact = u"elsewhere"_s, .conversation = conversation});
    })).has_value();
}

QElapsedTimer startedTimer()
{
    QElapsedTimer timer;
    timer.start();
    return timer;
}
} // namespace

class StoreTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRowIsFoundByItsIdWithoutASecondTree()
    {
        if (TestDatabase::isOnPostgres()) {
            QSKIP("SQLite's way to keep tables");
        }
        DeskFixture desk;
        const auto slow = waitFor(desk.store->read([](Database &db) {
            return db.list(u"SELECT name FROM sqlite_master WHERE sql LIKE '%BIGINT PRIMARY KEY%'"_s, {},
                [](const QSqlQuery &row) { return row.value(0).toString(); });
        }));
        QVERIFY(slow.has_value());
        QCOMPARE(*slow, QStringList());
    }

    void numbersAndBytesComeBackAsTheyWere()
    {
        DeskFixture desk;
        const QByteArray bytes("\0\x80x", 3);
        const auto read = waitFor(desk.store->write([&bytes](Database &db) {
            const QString type = db.place().isPostgres() ? u"BYTEA"_s : u"BLOB"_s;
            db.script(
                {u"CREATE TABLE kept (big BIGINT, share DOUBLE PRECISION, bytes %1, none TEXT)"_s.arg(type)});
            db.exec(u"INSERT INTO kept (big, share, bytes, none) VALUES (?, ?, ?, ?)"_s,
                {std::numeric_limits<qint64>::min(), 0.1, bytes, QVariant()});
            return db.one(u"SELECT big, share, bytes, none FROM kept"_s, {}, [](const QSqlQuery &row) {
                return QVariantList{row.value(0), row.value(1), row.value(2), row.value(3).isNull()};
            });
        }));
        QVERIFY(read.has_value() && read->has_value());
        QCOMPARE((*read)->at(0).toLongLong(), std::numeric_limits<qint64>::min());
        QCOMPARE((*read)->at(1).toDouble(), 0.1);
        QCOMPARE((*read)->at(2).toByteArray(), bytes);
        QVERIFY((*read)->at(3).toBool());
    }

    void aStatementWithTooFewValuesIsAnError()
    {
        DeskFixture desk;
        const auto failed = waitFor(desk.store->write(
            [](Database &db) { db.exec(u"UPDATE account SET name = ? WHERE id = ?"_s, {u"x"_s}); }));
        QVERIFY(!failed);
    }

    void aStatementWithTooManyValuesIsAnError()
    {
        if (TestDatabase::isOnPostgres()) {
            QSKIP("Qt's own query there");
        }
        DeskFixture desk;
        const auto failed = waitFor(desk.store->write([](Database &db) {
            db.exec(u"UPDATE account SET name = ?"_s, {u"x"_s, u"y"_s});
        }));
        QVERIFY(!failed);
    }

    void anErrorAfterTheFirstRowsIsNotTakenForTheirEnd()
    {
        DeskFixture desk;
        const auto failed = waitFor(desk.store->write([](Database &db) {
            db.script({u"CREATE TABLE kept (id INTEGER, words TEXT)"_s,
                u"INSERT INTO kept VALUES (1, '{}'), (2, '{}'), (3, 'no JSON')"_s});
            const QString isJson
                = db.place().isPostgres() ? u"CAST(words AS JSON) IS NOT NULL"_s : u"json(words) = words"_s;
            return db.list(u"SELECT id FROM kept WHERE "_s + isJson, {},
                [](const QSqlQuery &row) { return row.value(0).toInt(); });
        }));
        QVERIFY(!failed);
        QVERIFY(failed.error().code == ErrorCode::Storage);
    }

    void filesAreReadableByTheirOwnerOnly()
    {
        if (TestDatabase::isOnPostgres()) {
            QSKIP("a server guards its own files");
        }
        DeskFixture desk;
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QVERIFY2(QFile::exists(desk.file() + suffix), qPrintable(suffix));
            QVERIFY2(!(QFile::permissions(desk.file() + suffix) & others), qPrintable(suffix));
        }
    }

    void whatTakesLongKeepsNobodyWaiting()
    {
        DeskFixture desk;
        auto mayEnd = std::make_shared<QSemaphore>();
        auto study = desk.store->study([mayEnd](Database &db) {
            mayEnd->acquire();
            return db.number(u"SELECT count(*) FROM journal"_s);
        });
        QVERIFY(waitFor(desk.store->read([](Database &) { return true; })));
        QVERIFY(tellElsewhere(*desk.store, {}));
        QVERIFY(!study.isFinished());
        mayEnd->release();
        QVERIFY(waitFor(study));
    }

    void failedWorkLeavesNothingBehind()
    {
        DeskFixture desk;
        const auto half = waitFor(desk.store->write([](Database &db) {
            JournalStore(db).add({.fact = u"first"_s});
            db.exec(u"INSERT INTO no_such_table VALUES (1)"_s);
            JournalStore(db).add({.fact = u"second"_s});
        }));
        QVERIFY(!half);
        QVERIFY(half.error().code == ErrorCode::Storage);
        const auto facts = waitFor(
            desk.store->read([](Database &db) { return db.number(u"SELECT count(*) FROM journal"_s); }));
        QCOMPARE(*facts, 0);
    }

    void whatWorkConcludesFromRowsThatCannotBeReadIsNotTheReason()
    {
        DeskFixture desk;
        const auto misled = waitFor(desk.store->write([](Database &db) -> Result<int> {
            const bool isThere = db.number(u"SELECT count(*) FROM no_such_table"_s) > 0;
            return isThere ? Result<int>(1) : Failure({.code = ErrorCode::NotFound});
        }));
        QVERIFY(!misled && misled.error().code == ErrorCode::Storage);
    }

    void workAfterAFailureIsNotHarmedByIt()
    {
        DeskFixture desk;
        QVERIFY(!waitFor(desk.store->write([](Database &db) { db.exec(u"nonsense"_s); })));
        QVERIFY(waitFor(desk.store->write([](Database &db) { JournalStore(db).add({.fact = u"fine"_s}); })));
    }

    void readersMayNotWrite()
    {
        DeskFixture desk;
        QVERIFY(!waitFor(desk.store->read([](Database &db) { db.exec(u"DELETE FROM account"_s); })));
    }

    void contentSurvivesReopening()
    {
        DeskFixture desk;
        desk.close();
        desk.open();
        const auto accounts = waitFor(desk.store->read([](Database &db) { return AccountStore(db).all(); }));
        QCOMPARE(accounts->size(), 1);
        QCOMPARE(accounts->first(), desk.account);
    }

    void newerFileIsRefusedAndNotTouched()
    {
        DeskFixture desk;
        QVERIFY(waitFor(desk.store->write([](Database &db) {
            db.exec(
                u"INSERT INTO schema_migration (version, checksum, applied_at_ms) VALUES (9999, 'x', 0)"_s);
        })));
        desk.close();
        const auto opened = Store::open(desk.place(), desk.clock, desk.ids);
        QVERIFY(!opened);
        QVERIFY(opened.error().code == ErrorCode::StorageNewer);
        QVERIFY(opened.error().detail.contains(u"newer"_s));
    }

    void changedMigrationIsNoticed()
    {
        DeskFixture desk;
        QVERIFY(waitFor(desk.store->write(
            [](Database &db) { db.exec(u"UPDATE schema_migration SET checksum = 'other'"_s); })));
        desk.close();
        QVERIFY(!Store::open(desk.place(), desk.clock, desk.ids));
    }

    void fileThatIsNoDatabaseIsRefusedWithAdvice()
    {
        DeskFixture desk;
        const QString file = desk.database.folder().filePath(u"other.db"_s);
        QFile garbage(file);
        QVERIFY(garbage.open(QIODevice::WriteOnly));
        garbage.write(QByteArray(5000, 'x'));
        garbage.close();
        const auto opened = Store::open(DatabasePlace::ofFile(file), desk.clock, desk.ids);
        QVERIFY(!opened);
        QVERIFY2(opened.error().detail.contains(u"backup"_s), qPrintable(opened.error().detail));
    }

    void sameAccountNameIsRefused()
    {
        DeskFixture desk;
        const auto again = waitFor(
            desk.store->write([](Database &db) { return AccountStore(db).add({.name = u"care"_s}); }));
        QVERIFY(!again);
        QVERIFY(again.error().code == ErrorCode::Usage);
    }

    void draftsArePerAgentAndLane()
    {
        DeskFixture desk;
        const ConversationId id = desk.keep(desk.mention(u"10"_s, u"5"_s)).conversation;
        const auto read = waitFor(desk.store->write([id](Database &db) {
            DraftStore drafts(db);
            drafts.save(id, u"ann"_s, Lane::Public, u"one"_s);
            drafts.save(id, u"ben"_s, Lane::Public, u"two"_s);
            drafts.save(id, u"ann"_s, Lane::Public, u"three"_s);
            drafts.save(id, u"ben"_s, Lane::Public, u""_s);
            return QStringList{drafts.body(id, u"ann"_s, Lane::Public),
                drafts.body(id, u"ben"_s, Lane::Public), drafts.body(id, u"ann"_s, Lane::Private)};
        }));
        QCOMPARE(*read, (QStringList{u"three"_s, QString(), QString()}));
    }

    void changeBetweenListeningAndTheFirstReadingIsTold()
    {
        for (int i = 0; i < 20; ++i) {
            DeskFixture desk;
            ChangeFeed feed(*desk.store);
            QSignalSpy changed(&feed, &ChangeFeed::conversationsChanged);
            // Waits for the writing thread without turning the event loop, so the feed cannot have read before.
            auto kept = desk.store->write([&desk, post = desk.mention(u"10"_s, u"5"_s)](Database &db) {
                return keepPost(db, desk.account, post).message.conversation;
            });
            kept.waitForFinished();
            QTRY_COMPARE(changed.size(), 1);
        }
    }

    void changesAreToldOnceFromThisProcessAndFromAnother()
    {
        DeskFixture desk;
        desk.keep(desk.mention(u"10"_s, u"5"_s)); // before anybody listens: not news
        desk.close();
        desk.clock.advance(std::chrono::minutes(1));
        desk.open();
        ChangeFeed feed(*desk.store);
        QSignalSpy changed(&feed, &ChangeFeed::conversationsChanged);
        const Message mine = desk.keep(desk.mention(u"11"_s, u"6"_s));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(
            changed.first().first().value<QList<ConversationId>>(), QList<ConversationId>{mine.conversation});

        IdSource otherIds(desk.clock);
        auto second = Store::open(desk.place(), desk.clock, otherIds);
        QVERIFY(second.has_value());
        QVERIFY(tellElsewhere(**second, mine.conversation));
        const QElapsedTimer sinceCommit = startedTimer();
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, 10'000);
        qInfo("another program's change was told after %lld ms", sinceCommit.elapsed());
    }

    void changesByAClockThatIsBehindAreTold()
    {
        if (!TestDatabase::isOnPostgres()) {
            QSKIP("programs on one file have one clock");
        }
        DeskFixture desk;
        const Message message = desk.keep(desk.mention(u"10"_s, u"5"_s));
        FakeClock late;
        late.advance(-std::chrono::minutes(10));
        desk.clock.advance(std::chrono::minutes(10));
        ChangeFeed feed(*desk.store);
        IdSource lateIds(late);
        auto second = Store::open(desk.place(), late, lateIds);
        QVERIFY(second.has_value());
        QSignalSpy changed(&feed, &ChangeFeed::conversationsChanged);
        QVERIFY(tellElsewhere(**second, message.conversation));
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 10'000);
    }

    void aLostConnectionIsMadeAgain()
    {
        if (!TestDatabase::isOnPostgres()) {
            QSKIP("a file has no connection to lose");
        }
        DeskFixture desk;
        const Message message = desk.keep(desk.mention(u"10"_s, u"5"_s));
        IdSource otherIds(desk.clock);
        auto second = Store::open(desk.place(), desk.clock, otherIds);
        QVERIFY(second.has_value());
        desk.close();
        desk.clock.advance(std::chrono::minutes(1));
        desk.open();
        ChangeFeed feed(*desk.store);
        QSignalSpy changed(&feed, &ChangeFeed::conversationsChanged);
        PgCluster::disconnectAll(desk.place());
        QVERIFY(waitFor(desk.store->read([](Database &db) { return AccountStore(db).all(); })).has_value());
        QVERIFY(tellElsewhere(*desk.store, message.conversation));
        QTRY_VERIFY(!changed.isEmpty());

        changed.clear();
        QVERIFY(tellElsewhere(**second, message.conversation));
        const QElapsedTimer sinceCommit = startedTimer();
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 20'000);
        qInfo("with the listening connection lost, a change was told after %lld ms", sinceCommit.elapsed());
        QTRY_VERIFY_WITH_TIMEOUT(desk.store->isListening(), 20'000);
    }

    void aServerThatIsNotThereIsAnErrorWithoutThePassword()
    {
        const auto place = DatabasePlace::parse(u"postgresql://desk:geheim@127.0.0.1:1/desk"_s);
        const FakeClock clock;
        IdSource ids(clock);
        const auto opened = Store::open(*place, clock, ids);
        QVERIFY(!opened);
        QVERIFY(opened.error().code == ErrorCode::Storage);
        QVERIFY2(opened.error().detail.contains(u"127.0.0.1:1/desk"_s), qPrintable(opened.error().detail));
        QVERIFY(!opened.error().detail.contains(u"geheim"_s));
    }

    void whatPeopleWriteDoesNotStandInErrors()
    {
        DeskFixture desk;
        const auto failed = waitFor(desk.store->write([](Database &db) {
            db.exec(u"INSERT INTO journal (id, at_ms, fact, detail) VALUES (1, 1, ?, NULL)"_s,
                {u"my card is 4111"_s});
        }));
        QVERIFY(!failed);
        QVERIFY2(!failed.error().detail.contains(u"4111"_s), qPrintable(failed.error().detail));
    }

    void everyTextComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        QTest::newRow("quotes") << u"it's \"fine\" \\' ; -- ?"_s << u"it's \"fine\" \\' ; -- ?"_s;
        QTest::newRow("emoji") << u"\U0001F621 \u05D0"_s << u"\U0001F621 \u05D0"_s;
        QTest::newRow("empty") << QString() << u""_s;
        QTest::newRow("a character no database takes") << u"a\0b"_s << u"a\uFFFDb"_s;
    }
    void everyTextComesBackAsItWas()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, kept);
        DeskFixture desk;
        const Message message = desk.keep(desk.mention(u"10"_s, u"5"_s, text));
        const auto read = waitFor(
            desk.store->read([id = message.id](Database &db) { return MessageStore(db).byId(id)->body; }));
        QVERIFY(read.has_value());
        QCOMPARE(*read, kept);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::StoreTest)
#include "store_test.moc"
