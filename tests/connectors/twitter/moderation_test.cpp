#include "tests/connectors/twitter/connector_fixture.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
Account enterprise(const ConnectorFixture &fixture)
{
    Account account = fixture.account();
    account.settings = {{u"access"_s, u"enterprise"_s}};
    return account;
}
} // namespace

/// What an account can do, and what it does to messages beside answering.
class ModerationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableTellsWhatAndWhyNot_data()
    {
        QTest::addColumn<QJsonObject>("settings");
        QTest::addColumn<QString>("like");
        QTest::addColumn<QString>("messages");
        QTest::addColumn<bool>("needsSummons");
        QTest::newRow("self-serve") << QJsonObject() << u"access"_s << QString() << true;
        QTest::newRow("enterprise") << QJsonObject{{u"access"_s, u"enterprise"_s}} << QString() << QString()
                                    << false;
        QTest::newRow("messages off")
            << QJsonObject{{u"messages"_s, false}} << u"access"_s << u"off"_s << true;
    }

    void theTableTellsWhatAndWhyNot()
    {
        QFETCH(const QJsonObject, settings);
        QFETCH(const QString, like);
        QFETCH(const QString, messages);
        QFETCH(const bool, needsSummons);
        ConnectorFixture fixture;
        Account account = fixture.account();
        account.settings = settings;
        fixture.make(account);
        const Capabilities can = fixture.connector->capabilities();
        for (const Feature feature :
            {Feature::ReadMentions, Feature::ReplyPublic, Feature::Hide, Feature::Remove}) {
            QVERIFY(can.can(feature));
        }
        for (const Feature feature : {Feature::ReadComments, Feature::ReadSignals, Feature::ReplyPrivate}) {
            QVERIFY(!can.can(feature));
            QCOMPARE(can.whyNot(feature), u"network"_s);
        }
        QCOMPARE(can.can(Feature::Like), like.isEmpty());
        QCOMPARE(can.whyNot(Feature::Like), like);
        QCOMPARE(can.can(Feature::ReadMessages), messages.isEmpty());
        QCOMPARE(can.whyNot(Feature::SendMessage), messages);
        QCOMPARE(can.needsSummons, needsSummons);
        QCOMPARE(can.replyLimit, 280);
        QCOMPARE(can.messageLimit, 0); // none is documented
        QCOMPARE(fixture.connector->streams().size(), messages.isEmpty() ? 3 : 2);
        QCOMPARE(can.table.size(), 10);
    }

    void everyCallGoesWhereItShould_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("hide") << int(Moderation::Hide) << QByteArray("PUT")
                              << QByteArray("/2/tweets/30/hidden") << json("{'hidden':true}")
                              << json("{'data':{'hidden':true}}");
        QTest::newRow("unhide") << int(Moderation::Unhide) << QByteArray("PUT")
                                << QByteArray("/2/tweets/30/hidden") << json("{'hidden':false}")
                                << json("{'data':{'hidden':false}}");
        QTest::newRow("remove") << int(Moderation::Remove) << QByteArray("DELETE")
                                << QByteArray("/2/tweets/30") << QByteArray()
                                << json("{'data':{'deleted':true}}");
        QTest::newRow("remove what is gone")
            << int(Moderation::Remove) << QByteArray("DELETE") << QByteArray("/2/tweets/30") << QByteArray()
            << json("{'data':{'deleted':false}}");
        QTest::newRow("like") << int(Moderation::Like) << QByteArray("POST") << QByteArray("/2/users/7/likes")
                              << json("{'tweet_id':'30'}") << json("{'data':{'liked':true}}");
        QTest::newRow("unlike") << int(Moderation::Unlike) << QByteArray("DELETE")
                                << QByteArray("/2/users/7/likes/30") << QByteArray()
                                << json("{'data':{'liked':false}}");
    }

    void everyCallGoesWhereItShould()
    {
        QFETCH(const int, what);
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, answer);
        ConnectorFixture fixture;
        fixture.make(enterprise(fixture));
        fixture.always(200, answer);
        const Outcome outcome = waitFor(fixture.connector->moderate(Moderation(what), u"30"_s));
        QVERIFY(outcome.kind == OutcomeKind::Accepted);
        QCOMPARE(outcome.remoteId, u"30"_s);
        QCOMPARE(fixture.server.requests().at(0).method, method);
        QCOMPARE(fixture.path(0), path);
        QCOMPARE(fixture.server.requests().at(0).body, sent);
    }

    void everyAnswerIsOneOfFourOutcomes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("hide");
        QTest::addColumn<int>("remove");
        const auto rejected = int(OutcomeKind::Rejected);
        const auto unknown = int(OutcomeKind::Unknown);
        const auto notYet = int(OutcomeKind::NotCarriedOut);
        QTest::newRow("nothing told") << 200 << QByteArray("{}") << unknown << unknown;
        QTest::newRow("the opposite") << 200 << json("{'data':{'hidden':false}}") << unknown << unknown;
        QTest::newRow("gone") << 404 << QByteArray("{}") << rejected << int(OutcomeKind::Accepted);
        QTest::newRow("not ours") << 403 << QByteArray("{}") << rejected << rejected;
        QTest::newRow("limited") << 429 << QByteArray("{}") << notYet << notYet;
        QTest::newRow("token") << 401 << QByteArray("{}") << notYet << notYet;
        QTest::newRow("fault") << 500 << QByteArray() << unknown << unknown;
    }

    void everyAnswerIsOneOfFourOutcomes()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const int, hide);
        QFETCH(const int, remove);
        ConnectorFixture fixture;
        fixture.always(status, body);
        QCOMPARE(int(waitFor(fixture.connector->moderate(Moderation::Hide, u"30"_s)).kind), hide);
        QCOMPARE(int(waitFor(fixture.connector->moderate(Moderation::Remove, u"30"_s)).kind), remove);
        QCOMPARE(fixture.server.requests().size(), 2);
    }

    void likesAreNotAskedForWithoutAccess()
    {
        ConnectorFixture fixture;
        const Outcome outcome = waitFor(fixture.connector->moderate(Moderation::Like, u"30"_s));
        QVERIFY(outcome.kind == OutcomeKind::Rejected);
        QCOMPARE(toString(outcome.error.code), u"not-offered"_s);
        QCOMPARE(fixture.server.requests().size(), 0);
    }

    void aDroppedWriteIsUnknownAndSentOnce()
    {
        ConnectorFixture fixture;
        fixture.server.setScript(
            [](const WireRequest &) { return LoopbackServer::Step{.after = LoopbackServer::After::Close}; });
        QVERIFY(
            waitFor(fixture.connector->moderate(Moderation::Remove, u"30"_s)).kind == OutcomeKind::Unknown);
        QCOMPARE(fixture.server.requests().size(), 1);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::ModerationTest)
#include "moderation_test.moc"
