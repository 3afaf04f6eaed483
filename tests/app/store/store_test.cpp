#include "app/intake/keep_post.h"
#include "app/store/account_store.h"
#include "app/store/change_feed.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "tests/support/desk_fixture.h"

#include <QSignalSpy>
#include <QSqlError>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

class StoreTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesAreReadableByTheirOwnerOnly()
    {
        DeskFixture desk;
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QVERIFY2(QFile::exists(desk.file() + suffix), qPrintable(suffix));
            QVERIFY2(!(QFile::permissions(desk.file() + suffix) & others), qPrintable(suffix));
        }
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
        const auto opened = Store::open(desk.file(), desk.clock, desk.ids);
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
        QVERIFY(!Store::open(desk.file(), desk.clock, desk.ids));
    }

    void fileThatIsNoDatabaseIsRefusedWithAdvice()
    {
        DeskFixture desk;
        const QString file = desk.folder.filePath(u"other.db"_s);
        QFile garbage(file);
        QVERIFY(garbage.open(QIODevice::WriteOnly));
        garbage.write(QByteArray(5000, 'x'));
        garbage.close();
        const auto opened = Store::open(file, desk.clock, desk.ids);
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
        desk.clock.advance(std::chrono::minutes(1));
        ChangeFeed feed(*desk.store);
        QSignalSpy changed(&feed, &ChangeFeed::conversationsChanged);
        const Message mine = desk.keep(desk.mention(u"11"_s, u"6"_s));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(
            changed.first().first().value<QList<ConversationId>>(), QList<ConversationId>{mine.conversation});

        IdSource otherIds(desk.clock);
        auto second = Store::open(desk.file(), desk.clock, otherIds);
        QVERIFY(second.has_value());
        QVERIFY(waitFor((*second)->write([id = mine.conversation](Database &db) {
            JournalStore(db).add({.fact = u"elsewhere"_s, .conversation = id});
        })));
        QTRY_COMPARE(changed.size(), 2);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::StoreTest)
#include "store_test.moc"
