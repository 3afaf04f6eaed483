#include "connectors/twitter/prices.h"
#include "tests/connectors/twitter/connector_fixture.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::twitter;
using namespace std::chrono_literals;

namespace {
const QByteArray kPage = json(
    "{'data':[{'id':'30','author_id':'5','text':'@shop a','referenced_tweets':[{'type':'replied_to','id':"
    "'20'}]},{'id':'31','author_id':'5','text':'@shop b'}],"
    "'includes':{'tweets':[{'id':'20','author_id':'8','text':'x'}],'users':[{'id':'5'},{'id':'8'}]}}");

/// "post-read 3 15000; user-read 2 20000"
QString spoken(const CallFacts &facts)
{
    QStringList words;
    for (const Charge &charge : facts.charges) {
        words.append(u"%1 %2 %3"_s.arg(charge.thing).arg(charge.count).arg(charge.microUsd));
    }
    return words.join(u"; "_s);
}

void makeWith(ConnectorFixture &fixture, const QJsonObject &settings)
{
    Account account = fixture.account();
    account.settings = settings;
    fixture.make(account);
}
} // namespace

class PricesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplysPriceIsKnownBeforehand_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isSummoned");
        QTest::addColumn<qint64>("microUsd");
        QTest::newRow("plain") << u"Thanks!"_s << false << qint64(15'000);
        QTest::newRow("summoned") << u"Thanks!"_s << true << qint64(10'000);
        QTest::newRow("with a link") << u"See https://example.com/a"_s << false << qint64(200'000);
        QTest::newRow("with a bare domain") << u"See example.com"_s << false << qint64(200'000);
        QTest::newRow("summoned, with a link: the dearer") << u"See example.com"_s << true << qint64(200'000);
        QTest::newRow("no link") << u"Thanks.We will"_s << true << qint64(10'000);
    }

    void aReplysPriceIsKnownBeforehand()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isSummoned);
        QFETCH(const qint64, microUsd);
        QCOMPARE(costOf(pricesFor({}), text, isSummoned).microUsd, microUsd);
    }

    void settingsAreLaidOverTheList()
    {
        const Account account{.settings = {{u"prices"_s, QJsonObject{{u"post-create"_s, 1}}}}};
        QCOMPARE(costOf(pricesFor(account), u"x"_s, false).microUsd, qint64(1));
        QCOMPARE(costOf(pricesFor(account), u"x"_s, true).microUsd, qint64(10'000));
        const Account byContract{.settings = {{u"access"_s, u"enterprise"_s}}};
        QCOMPARE(costOf(pricesFor(byContract), u"x"_s, false).microUsd, qint64(0));
    }

    void theSameThingIsPaidForOnceADay()
    {
        PaidToday paid;
        const Instant evening = *instantFromIso(u"2025-11-19T23:59:59.000Z"_s);
        QCOMPARE(paid.payFor(u"user-read"_s, {u"1"_s, u"2"_s, u"1"_s}, evening), 2);
        QCOMPARE(paid.payFor(u"user-read"_s, {u"2"_s, u"3"_s}, evening), 1);
        QCOMPARE(paid.payFor(u"post-read"_s, {u"1"_s}, evening), 1);
        QCOMPARE(paid.payFor(u"user-read"_s, {u"1"_s}, evening + 1s), 1);
    }

    void readsCostByWhatTheyBring()
    {
        ConnectorFixture fixture;
        fixture.always(200, kPage);
        QCOMPARE(spoken(waitFor(fixture.connector->fetch({.stream = u"mentions"_s})).facts),
            u"post-read 2 10000; post-read 1 5000; user-read 2 20000"_s);
        // The same once more: nothing new was read.
        QCOMPARE(spoken(waitFor(fixture.connector->fetch({.stream = u"mentions"_s})).facts), QString());
    }

    void readingOnesOwnIsCheaperWithOnesOwnApp()
    {
        ConnectorFixture fixture;
        makeWith(fixture, {{u"owns_app"_s, true}});
        fixture.always(200, kPage);
        QCOMPARE(spoken(waitFor(fixture.connector->fetch({.stream = u"mentions"_s})).facts),
            u"own-post-read 2 2000; post-read 1 5000; user-read 2 20000"_s);
    }

    void writesCostWhenTheyAreAccepted()
    {
        ConnectorFixture fixture;
        const Outgoing reply{.body = u"Thanks"_s, .parentRemoteId = u"30"_s};
        fixture.always(201, json("{'data':{'id':'40'}}"));
        QCOMPARE(spoken(waitFor(fixture.connector->send(reply)).facts), u"post-create-summoned 1 10000"_s);
        fixture.always(201, json("{'data':{'dm_event_id':'40'}}"));
        QCOMPARE(
            spoken(waitFor(fixture.connector->send(
                               {.body = u"x"_s, .operation = Operation::DirectMessage, .thread = u"7-30"_s}))
                       .facts),
            u"message-create 1 15000"_s);
        fixture.always(200, json("{'data':{'hidden':true}}"));
        QCOMPARE(
            spoken(waitFor(fixture.connector->moderate(Moderation::Hide, u"30"_s)).facts), u"hide 1 5000"_s);
        fixture.always(200, json("{'data':{'deleted':true}}"));
        QCOMPARE(spoken(waitFor(fixture.connector->moderate(Moderation::Remove, u"30"_s)).facts),
            u"remove 1 10000"_s);
        fixture.always(403, "{}");
        QCOMPARE(spoken(waitFor(fixture.connector->send(reply)).facts), QString());
    }

    void messagesAndPeopleCost()
    {
        ConnectorFixture fixture;
        fixture.always(200,
            json("{'data':[{'id':'9','event_type':'MessageCreate','sender_id':'30','text':'x'}],"
                 "'includes':{'users':[{'id':'30'}]}}"));
        QCOMPARE(spoken(waitFor(fixture.connector->fetch({.stream = u"messages"_s})).facts),
            u"message-read 1 10000; user-read 1 10000"_s);
    }

    void followersOfTheAccountAreTold()
    {
        ConnectorFixture fixture;
        fixture.always(
            200, json("{'data':{'id':'7','username':'shop','public_metrics':{'followers_count':4321}}}"));
        const auto known = waitFor(fixture.connector->identify());
        QVERIFY(known.facts.audience == 4321);
        QCOMPARE(spoken(known.facts), u"user-read 1 10000"_s);
        fixture.always(200,
            json("{'meta':{'result_count':0},'includes':{'users':[{'id':'7','public_metrics':{'followers_"
                 "count':4322}},"
                 "{'id':'8','public_metrics':{'followers_count':1}}]}}"));
        QVERIFY(waitFor(fixture.connector->fetch({.stream = u"mentions"_s})).facts.audience == 4322);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PricesTest)
#include "prices_test.moc"
