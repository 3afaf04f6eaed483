#include "app/store/database.h"
#include "app/store/foreign_view.h"
#include "tests/support/fake_clock.h"
#include "tests/support/test_database.h"

#include <QJsonObject>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// Somebody else's database, with a view of customers.
class Shop
{
public:
    Shop()
    {
        run({u"CREATE TABLE person (no BIGINT PRIMARY KEY, name TEXT, \"mail to\" TEXT, seen TEXT)"_s,
            u"INSERT INTO person VALUES (17, 'Ana \"A\" O''Neil', NULL, '2026-01-02')"_s,
            u"INSERT INTO person VALUES (18, 'Bea', 'bea@example.com', '2026-01-03')"_s,
            u"CREATE VIEW \"care view\" AS SELECT * FROM person"_s});
    }

    void run(const QStringList &statements)
    {
        IdSource ids(clock);
        auto db = *Database::open(database.place(), Database::Access::ReadWrite, clock, ids);
        db->script(statements);
        QVERIFY2(!db->error(), qPrintable(db->error() ? db->error()->detail : QString()));
    }
    [[nodiscard]] qint64 count(const QString &table)
    {
        IdSource ids(clock);
        auto db = *Database::open(database.place(), Database::Access::ReadOnly, clock, ids);
        return db->number(u"SELECT count(*) FROM "_s + table);
    }
    [[nodiscard]] Result<QJsonArray> ask(
        const QString &key, const QString &view = u"care view"_s, const QString &column = u"no"_s) const
    {
        return readForeignView(
            {.place = database.place(), .view = view, .key = column, .timeout = milliseconds(400)}, key);
    }

    TestDatabase database;
    FakeClock clock;
};

QString errorOf(const Result<QJsonArray> &rows)
{
    return rows ? u"none"_s : toString(rows.error().code);
}

QString unlessOnPostgres(const QString &sqlite, const QString &postgres)
{
    return TestDatabase::isOnPostgres() ? postgres : sqlite;
}
} // namespace

class ForeignViewTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRowIsAnObjectOfItsColumns()
    {
        Shop shop;
        const auto rows = shop.ask(u"17"_s);
        QCOMPARE(errorOf(rows), u"none"_s);
        QCOMPARE(rows->size(), 1);
        const QJsonObject row = rows->first().toObject();
        QCOMPARE(row[u"no"_s].toInt(), 17);
        QCOMPARE(row[u"name"_s].toString(), u"Ana \"A\" O'Neil"_s);
        QVERIFY(row.contains(u"mail to"_s) && row[u"mail to"_s].isNull());
        QCOMPARE(shop.ask(u"18"_s)->first().toObject()[u"mail to"_s].toString(), u"bea@example.com"_s);
        QCOMPARE(shop.ask(u"19"_s)->size(), 0);
        QCOMPARE(shop.ask(u"bea@example.com"_s, u"care view"_s, u"mail to"_s)->size(), 1);
    }

    void namesAndKeysAreNoStatements()
    {
        Shop shop;
        QCOMPARE(errorOf(shop.ask(u"17"_s, u"person; DROP TABLE person"_s)), u"not-found"_s);
        QCOMPARE(errorOf(shop.ask(u"17"_s, u"person"_s, u"no\" = 17 OR \"no"_s)), u"not-found"_s);
        const auto rows = shop.ask(u"x' OR '1' = '1"_s, u"person"_s, u"name"_s);
        QCOMPARE(errorOf(rows), u"none"_s);
        QCOMPARE(rows->size(), 0);
        QCOMPARE(shop.count(u"person"_s), 2);
    }

    void whatIsMissingIsSaid()
    {
        Shop shop;
        const auto noView = shop.ask(u"17"_s, u"nobody"_s);
        QCOMPARE(errorOf(noView), u"not-found"_s);
        QVERIFY(noView.error().detail.contains(u"nobody"_s));
        const auto noColumn = shop.ask(u"17"_s, u"person"_s, u"number"_s);
        QCOMPARE(errorOf(noColumn), u"not-found"_s);
        QVERIFY(noColumn.error().detail.contains(u"number"_s));
        DatabasePlace elsewhere = shop.database.place();
        elsewhere.file += u".gone"_s;
        elsewhere.port = 1;
        elsewhere.host = u"127.0.0.1"_s;
        const auto gone = readForeignView({.place = elsewhere, .view = u"person"_s, .key = u"no"_s}, u"1"_s);
        QCOMPARE(errorOf(gone), u"offline"_s);
        QVERIFY(!QFile::exists(elsewhere.file) || TestDatabase::isOnPostgres());
    }

    void aViewThatTakesTooLongIsLeft()
    {
        Shop shop;
        shop.run(
            {unlessOnPostgres(u"CREATE VIEW slow AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                              " SELECT i + 1 FROM n WHERE i < 2000000000) SELECT 17 AS no, count(*) FROM n"_s,
                u"CREATE VIEW slow AS SELECT 17 AS no, CAST(pg_sleep(60) AS text) AS slept"_s)});
        QElapsedTimer timer;
        timer.start();
        const auto rows = shop.ask(u"17"_s, u"slow"_s);
        QCOMPARE(errorOf(rows), u"timeout"_s);
        QVERIFY2(timer.elapsed() < 20'000, "the view was waited for to its end");
    }

    void whoeverHoldsTheTableIsNotWaitedForLong()
    {
        Shop shop;
        IdSource ids(shop.clock);
        auto holder = *Database::open(shop.database.place(), Database::Access::ReadWrite, shop.clock, ids);
        if (TestDatabase::isOnPostgres()) {
            holder->script({u"BEGIN"_s, u"LOCK TABLE person IN ACCESS EXCLUSIVE MODE"_s});
        } else {
            holder->script({u"PRAGMA locking_mode = EXCLUSIVE"_s, u"PRAGMA journal_mode = DELETE"_s,
                u"BEGIN EXCLUSIVE"_s, u"UPDATE person SET name = 'x'"_s});
        }
        QVERIFY2(!holder->error(), qPrintable(holder->error() ? holder->error()->detail : QString()));
        QCOMPARE(errorOf(shop.ask(u"17"_s)), u"timeout"_s);
        holder->script({u"ROLLBACK"_s});
    }

    void tooMuchForOneCustomerIsRefused()
    {
        Shop shop;
        shop.run({unlessOnPostgres(u"CREATE VIEW much AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                                   " SELECT i + 1 FROM n WHERE i < 1001) SELECT 17 AS no, i FROM n"_s,
            u"CREATE VIEW much AS SELECT 17 AS no, i FROM generate_series(1, 1001) AS i"_s)});
        QCOMPARE(errorOf(shop.ask(u"17"_s, u"much"_s)), u"malformed-answer"_s);
    }

    void nothingIsWritten()
    {
        Shop shop;
        if (!TestDatabase::isOnPostgres()) {
            QSKIP("a view of SQLite cannot try");
        }
        shop.run({u"CREATE FUNCTION visit() RETURNS BIGINT LANGUAGE sql VOLATILE AS"
                  " 'INSERT INTO person VALUES (99, ''x'', ''x'', ''x'') RETURNING no'"_s,
            u"CREATE VIEW sly AS SELECT 17 AS no, visit() AS visited"_s});
        QCOMPARE(errorOf(shop.ask(u"17"_s, u"sly"_s)), u"storage"_s);
        QCOMPARE(shop.count(u"person"_s), 2);
    }

    void whatTheServerQuotesStaysThere()
    {
        if (!TestDatabase::isOnPostgres()) {
            QSKIP("SQLite converts whatever it can");
        }
        Shop shop;
        const auto rows = shop.ask(u"somebody@example.com"_s); // no number
        QCOMPARE(errorOf(rows), u"storage"_s);
        QVERIFY(!rows.error().detail.contains(u"somebody"_s));
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ForeignViewTest)
#include "foreign_view_test.moc"
