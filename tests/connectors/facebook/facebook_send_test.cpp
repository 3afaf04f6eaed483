#include "tests/connectors/facebook/page_fixture.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using After = LoopbackServer::After;

namespace {
const Outgoing kReply{.body = u"Thanks & sorry \U0001F600 \"Anna\" 1+1"_s, .parentRemoteId = u"9_2"_s};

Outgoing message(const PageFixture &fixture, milliseconds ago)
{
    return {.body = u"Hello"_s,
        .parentRemoteId = u"m_1"_s,
        .operation = Operation::DirectMessage,
        .thread = u"t_1"_s,
        .recipientRemoteId = u"55"_s,
        .personActedAt = fixture.clock.now() - ago};
}

QJsonObject sentJson(const PageFixture &fixture)
{
    return QJsonDocument::fromJson(fixture.server.requests().at(0).body).object();
}
} // namespace

class FacebookSendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publicAnswerIsAForm()
    {
        PageFixture fixture;
        fixture.always(200, json("{'id':'9_7'}"));
        const Outcome outcome = waitFor(fixture.connector->send(kReply));
        QVERIFY(outcome.kind == OutcomeKind::Accepted);
        QCOMPARE(outcome.remoteId, u"9_7"_s);
        QCOMPARE(outcome.facts.httpStatus, 200);
        QCOMPARE(fixture.server.requests().size(), 1);
        const WireRequest sent = fixture.server.requests().at(0);
        QCOMPARE(sent.method, QByteArray("POST"));
        QCOMPARE(sent.target, QByteArray("/v25.0/9_2/comments"));
        QCOMPARE(sent.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
        QCOMPARE(sent.headers.value("authorization"), QByteArray("Bearer EAAB_demo_page_token"));
        const QUrlQuery form(QString::fromLatin1(sent.body));
        QCOMPARE(form.queryItemValue(u"message"_s, QUrl::FullyDecoded), kReply.body);
        QVERIFY(!sent.body.contains('+'));
    }

    void answerGoesToTheTopLevelComment_data()
    {
        QTest::addColumn<QString>("parent");
        QTest::addColumn<QString>("thread");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("a comment") << u"9_2"_s << u"9_2"_s << QByteArray("9_2");
        QTest::newRow("a reply") << u"9_3"_s << u"9_2"_s << QByteArray("9_2");
        QTest::newRow("an edited reply") << u"9_3@1763560800000"_s << u"9_2"_s << QByteArray("9_2");
        QTest::newRow("a reply whose thread is not told") << u"9_3"_s << QString() << QByteArray("9_3");
        QTest::newRow("a post") << u"100_9"_s << u"100_9"_s << QByteArray("100_9");
        QTest::newRow("something else as thread") << u"9_3"_s << u"t_8"_s << QByteArray("9_3");
    }

    void answerGoesToTheTopLevelComment()
    {
        QFETCH(const QString, parent);
        QFETCH(const QString, thread);
        QFETCH(const QByteArray, target);
        PageFixture fixture;
        fixture.always(200, json("{'id':'9_7'}"));
        (void)waitFor(fixture.connector->send({.body = u"Hi"_s, .parentRemoteId = parent, .thread = thread}));
        QCOMPARE(fixture.path(0), "/v25.0/" + target + "/comments");
    }

    void privateAnswerNamesTheComment()
    {
        PageFixture fixture;
        fixture.always(200, json("{'recipient_id':'55','message_id':'m_9'}"));
        const Outcome outcome = waitFor(fixture.connector->send({.body = u"Hello"_s,
            .parentRemoteId = u"9_2@1763560800000"_s,
            .operation = Operation::PrivateReply,
            .personActedAt = fixture.clock.now() - 100h}));
        QVERIFY(outcome.kind == OutcomeKind::Accepted);
        QCOMPARE(outcome.remoteId, u"m_9"_s);
        QCOMPARE(fixture.server.requests().at(0).target, QByteArray("/v25.0/100/messages"));
        QCOMPARE(sentJson(fixture),
            QJsonObject({{u"recipient"_s, QJsonObject{{u"comment_id"_s, u"9_2"_s}}},
                {u"messaging_type"_s, u"RESPONSE"_s}, {u"message"_s, QJsonObject{{u"text"_s, u"Hello"_s}}}}));
    }

    void messageWithinADayIsAResponse()
    {
        PageFixture fixture;
        fixture.always(200, json("{'recipient_id':'55','message_id':'m_9'}"));
        QVERIFY(waitFor(fixture.connector->send(message(fixture, 24h - 1s))).kind == OutcomeKind::Accepted);
        const QJsonObject sent = sentJson(fixture);
        QCOMPARE(sent.value(u"recipient"_s).toObject(), QJsonObject({{u"id"_s, u"55"_s}}));
        QCOMPARE(sent.value(u"messaging_type"_s).toString(), u"RESPONSE"_s);
        QVERIFY(!sent.contains(u"tag"_s));
    }

    void laterAPersonMayAnswerWhereThatWasGranted()
    {
        PageFixture fixture;
        fixture.makeWith({{u"features"_s, QJsonArray{u"human_agent"_s}}});
        fixture.always(200, json("{'recipient_id':'55','message_id':'m_9'}"));
        QVERIFY(waitFor(fixture.connector->send(message(fixture, 24h))).kind == OutcomeKind::Accepted);
        QCOMPARE(sentJson(fixture).value(u"messaging_type"_s).toString(), u"MESSAGE_TAG"_s);
        QCOMPARE(sentJson(fixture).value(u"tag"_s).toString(), u"HUMAN_AGENT"_s);
    }

    void closedWindowsAreRefusedBeforeAnythingLeaves_data()
    {
        QTest::addColumn<bool>("isGranted");
        QTest::addColumn<bool>("isPrivateReply");
        QTest::addColumn<int>("hours");
        QTest::newRow("a day, not granted") << false << false << 24;
        QTest::newRow("a week, granted") << true << false << 168;
        QTest::newRow("a private answer after a week") << true << true << 168;
    }

    void closedWindowsAreRefusedBeforeAnythingLeaves()
    {
        QFETCH(const bool, isGranted);
        QFETCH(const bool, isPrivateReply);
        QFETCH(const int, hours);
        PageFixture fixture;
        if (isGranted) {
            fixture.makeWith({{u"features"_s, QJsonArray{u"human_agent"_s}}});
        }
        Outgoing reply = message(fixture, std::chrono::hours(hours));
        reply.operation = isPrivateReply ? Operation::PrivateReply : Operation::DirectMessage;
        const Outcome outcome = waitFor(fixture.connector->send(reply));
        QVERIFY(outcome.kind == OutcomeKind::Rejected);
        QCOMPARE(toString(outcome.error.code), u"window-closed"_s);
        QVERIFY(fixture.server.requests().isEmpty());
    }

    /// The network's clock counts, not ours.
    void windowIsMeasuredOnTheNetworksClock()
    {
        PageFixture fixture;
        Account account = fixture.account();
        account.clockOffset = 2h;
        fixture.make(account);
        QVERIFY(waitFor(fixture.connector->send(message(fixture, 23h))).kind == OutcomeKind::Rejected);
    }

    void messageToNobodyIsRefused()
    {
        PageFixture fixture;
        Outgoing reply = message(fixture, 1h);
        reply.recipientRemoteId = u"author-of:m_1"_s;
        const Outcome outcome = waitFor(fixture.connector->send(reply));
        QVERIFY(outcome.kind == OutcomeKind::Rejected);
        QCOMPARE(toString(outcome.error.code), u"person-unreachable"_s);
        QVERIFY(fixture.server.requests().isEmpty());
    }

    void droppedAnswerIsUnknownAndSentOnce_data()
    {
        QTest::addColumn<bool>("resets");
        QTest::newRow("closed") << false;
        QTest::newRow("reset") << true;
    }

    void droppedAnswerIsUnknownAndSentOnce()
    {
        QFETCH(const bool, resets);
        PageFixture fixture;
        fixture.server.setScript([resets](const WireRequest &) {
            return PageFixture::Step{.after = resets ? After::Reset : After::Close};
        });
        QVERIFY(waitFor(fixture.connector->send(kReply)).kind == OutcomeKind::Unknown);
        QVERIFY(waitFor(fixture.connector->send(message(fixture, 1h))).kind == OutcomeKind::Unknown);
        QVERIFY(
            waitFor(fixture.connector->moderate(Moderation::Remove, u"9_3"_s)).kind == OutcomeKind::Unknown);
        QCOMPARE(fixture.server.requests().size(), 3);
    }

    void faultIsUnknown()
    {
        PageFixture fixture;
        fixture.always(500, graphError(2));
        const Outcome outcome = waitFor(fixture.connector->send(kReply));
        QVERIFY(outcome.kind == OutcomeKind::Unknown);
        QCOMPARE(fixture.server.requests().size(), 1);
    }

    void withoutANetworkNothingIsCarriedOut()
    {
        PageFixture fixture;
        Account account = fixture.account();
        {
            const LoopbackServer nobody;
            account.baseUrl = nobody.url().toString();
        }
        fixture.make(account);
        const Outcome outcome = waitFor(fixture.connector->send(kReply));
        QVERIFY(outcome.kind == OutcomeKind::NotCarriedOut);
        QCOMPARE(toString(outcome.error.code), u"offline"_s);
    }

    void missingTokenSendsNothing()
    {
        PageFixture fixture;
        fixture.connector = makeFacebookConnector(
            fixture.account(), [] { return Result<QByteArray>(Failure({.code = ErrorCode::Unauthorised})); },
            fixture.clock);
        QVERIFY(waitFor(fixture.connector->send(kReply)).kind == OutcomeKind::NotCarriedOut);
        QVERIFY(fixture.server.requests().isEmpty());
    }

    void moderationAsksForTheRightThing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("hide") << u"hide"_s << QByteArray("POST") << QByteArray("/v25.0/9_3")
                              << QByteArray("is_hidden=true");
        QTest::newRow("unhide") << u"unhide"_s << QByteArray("POST") << QByteArray("/v25.0/9_3")
                                << QByteArray("is_hidden=false");
        QTest::newRow("like") << u"like"_s << QByteArray("POST") << QByteArray("/v25.0/9_3/likes")
                              << QByteArray();
        QTest::newRow("unlike") << u"unlike"_s << QByteArray("DELETE") << QByteArray("/v25.0/9_3/likes")
                                << QByteArray();
        QTest::newRow("remove") << u"remove"_s << QByteArray("DELETE") << QByteArray("/v25.0/9_3")
                                << QByteArray();
    }

    void moderationAsksForTheRightThing()
    {
        QFETCH(const QString, what);
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, body);
        PageFixture fixture;
        fixture.always(200, json("{'success':true}"));
        const Outcome outcome
            = waitFor(fixture.connector->moderate(*moderationFromString(what), u"9_3@1763560800000"_s));
        QVERIFY(outcome.kind == OutcomeKind::Accepted);
        QCOMPARE(outcome.remoteId, u"9_3"_s);
        QCOMPARE(fixture.server.requests().size(), 1);
        const WireRequest sent = fixture.server.requests().at(0);
        QCOMPARE(sent.method, method);
        QCOMPARE(sent.target, target);
        QCOMPARE(sent.body, body);
    }

    void whatIsNoIdGoesNowhere()
    {
        PageFixture fixture;
        QVERIFY(waitFor(fixture.connector->moderate(Moderation::Remove, u"9_3/../100"_s)).kind
            == OutcomeKind::NotCarriedOut);
        QVERIFY(waitFor(fixture.connector->send({.body = u"x"_s})).kind == OutcomeKind::NotCarriedOut);
        QVERIFY(fixture.server.requests().isEmpty());
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::FacebookSendTest)
#include "facebook_send_test.moc"
