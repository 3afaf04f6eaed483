#include "app/store/database_place.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

class DatabasePlaceTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPathIsAFile()
    {
        const auto place = DatabasePlace::parse(u"/var/lib/desk/desk.db"_s);
        QVERIFY(place.has_value());
        QVERIFY(!place->isPostgres());
        QCOMPARE(place->shown(), u"/var/lib/desk/desk.db"_s);
    }

    void aUrlNamesServerAndDatabase()
    {
        const auto place = DatabasePlace::parse(
            u"postgresql://desk:p%40ss%2F%3A%20w@db.example:5433/care?sslmode=verify-full&connect_timeout=3"_s);
        QVERIFY(place.has_value());
        const DatabasePlace expected{.engine = DatabasePlace::Engine::Postgres,
            .host = u"db.example"_s,
            .port = 5433,
            .user = u"desk"_s,
            .password = u"p@ss/: w"_s,
            .database = u"care"_s,
            .options = {{u"sslmode"_s, u"verify-full"_s}, {u"connect_timeout"_s, u"3"_s}}};
        QVERIFY(*place == expected);
    }

    void theFolderOfASocketIsAHost()
    {
        const auto place = DatabasePlace::parse(u"postgres:///care?host=/run/postgresql"_s);
        QVERIFY(place.has_value());
        QCOMPARE(place->host, u"/run/postgresql"_s);
        QCOMPARE(place->port, 5432);
        QCOMPARE(place->shown(), u"postgresql:///care?host=/run/postgresql"_s);
        QVERIFY(*DatabasePlace::parse(place->shown()) == *place);
    }

    void thePasswordIsNeverShown()
    {
        const auto place = DatabasePlace::parse(u"postgresql://desk:geheim@db.example/care"_s);
        QVERIFY(place.has_value());
        QCOMPARE(place->shown(), u"postgresql://desk@db.example:5432/care"_s);
    }

    void whatIsNoPlaceIsRefusedWithoutQuotingIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("another scheme") << u"mysql://desk:geheim@db/care"_s;
        QTest::newRow("no database") << u"postgresql://desk:geheim@db"_s;
        QTest::newRow("two names") << u"postgresql://desk:geheim@db/care/two"_s;
        QTest::newRow("no port") << u"postgresql://desk:geheim@db:geheim/care"_s;
        QTest::newRow("an option that undoes ours")
            << u"postgresql://desk:geheim@db/care?options=-c%20fsync"_s;
        QTest::newRow("a value that ends early") << u"postgresql://desk:geheim@db/care?sslcert=a%3Boptions"_s;
    }
    void whatIsNoPlaceIsRefusedWithoutQuotingIt()
    {
        QFETCH(const QString, text);
        const auto place = DatabasePlace::parse(text);
        QVERIFY(!place);
        QVERIFY(place.error().code == ErrorCode::Usage);
        QVERIFY(!place.error().detail.contains(u"geheim"_s));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::DatabasePlaceTest)
#include "database_place_test.moc"
