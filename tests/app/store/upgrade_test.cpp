#include "app/store/migrations.h"
#include "tests/support/desk_fixture.h"

#include <QDir>
#include <QFile>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// The desk's file as if its newest migration had not been applied. Closes the desk.
void outdate(DeskFixture &desk)
{
    desk.close();
    const auto opened = Database::open(desk.place(), Database::Access::ReadWrite, desk.clock, desk.ids);
    QVERIFY(opened.has_value());
    (*opened)->exec(u"DELETE FROM schema_migration WHERE version = ?"_s, {newestSchema()});
    QVERIFY(!(*opened)->error());
}
} // namespace

/// What becomes of a desk's file that an older program made.
class UpgradeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUpgradeThatWasInterruptedGoesOn()
    {
        DeskFixture desk;
        outdate(desk);
        const QString name = u"%1.before-%2"_s.arg(desk.file()).arg(newestSchema());
        QFile copy(name + u".unfinished"_s);
        QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write("made before") > 0);
        copy.close();
        const auto opened = Store::open(desk.place(), desk.clock, desk.ids);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        QVERIFY(!copy.exists());
        QFile named(name);
        QVERIFY(named.open(QIODevice::ReadOnly));
        QCOMPARE(named.readAll(), QByteArray("made before"));
    }

    void anotherUpgradeKeepsACopyOfItsOwn()
    {
        DeskFixture desk;
        const QDir folder = QFileInfo(desk.file()).dir();
        for (int copies = 1; copies <= 2; ++copies) { // the second as if an older desk had been put in place
            outdate(desk);
            const auto opened = Store::open(desk.place(), desk.clock, desk.ids);
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
            const QStringList kept = folder.entryList({QFileInfo(desk.file()).fileName() + u".before-*"_s});
            QCOMPARE(kept.size(), copies);
            QVERIFY(kept.filter(u"unfinished"_s).isEmpty());
            desk.clock.advance(std::chrono::seconds(1));
        }
    }

    void tablesOfAnOlderDeskAreMadeAnewWithAllTheyHad()
    {
        DeskFixture desk;
        desk.close();
        QFile migration(u":/migrations/0018_row_keys.sqlite.sql"_s);
        QVERIFY(migration.open(QIODevice::ReadOnly));
        auto opened = Database::open(desk.place(), Database::Access::ReadWrite, desk.clock, desk.ids);
        QVERIFY(opened.has_value());
        Database &db = **opened;
        db.script({u"CREATE TABLE old (id BIGINT PRIMARY KEY, words TEXT NOT NULL)"_s,
            u"ALTER TABLE old ADD COLUMN later INTEGER NOT NULL DEFAULT 7"_s,
            u"CREATE UNIQUE INDEX old_words ON old (words)"_s,
            u"CREATE TABLE of_old (id BIGINT PRIMARY KEY REFERENCES old(id))"_s,
            u"CREATE TABLE gone (id INTEGER PRIMARY KEY)"_s,
            u"CREATE TRIGGER old_gone AFTER DELETE ON old BEGIN INSERT INTO gone (id) VALUES (7); END"_s,
            u"INSERT INTO old (id, words) VALUES (900, 'b'), (3, 'a')"_s,
            u"INSERT INTO of_old (id) VALUES (900)"_s, u"PRAGMA foreign_keys = OFF"_s});
        db.beginWriting();
        db.script(db.list(QString::fromUtf8(migration.readAll()), {},
            [](const QSqlQuery &row) { return row.value(0).toString(); }));
        QVERIFY(db.commit().has_value());
        db.script({u"PRAGMA foreign_keys = ON"_s});
        QCOMPARE(db.number(u"SELECT count(*) FROM sqlite_master WHERE sql LIKE '%BIGINT PRIMARY KEY%'"_s), 0);
        QCOMPARE(db.number(u"SELECT count(*) FROM old WHERE later = 7 AND rowid = id"_s), 2);
        QCOMPARE(db.number(u"SELECT id FROM old WHERE words = 'b'"_s), 900);
        QCOMPARE(
            db.number(u"SELECT count(*) FROM sqlite_master WHERE name IN ('old_words', 'old_gone')"_s), 2);
        QVERIFY(!db.error());
        db.exec(u"INSERT INTO of_old (id) VALUES (4)"_s);
        QVERIFY(db.error().has_value()); // what it refers to is not there
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::UpgradeTest)
#include "upgrade_test.moc"
