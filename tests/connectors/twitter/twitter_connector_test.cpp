#include "connectors/http/http_client.h"
#include "tests/connectors/twitter/connector_fixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using Step = LoopbackServer::Step;
using After = LoopbackServer::After;

namespace {
const Cursor kMentions{.stream = u"mentions"_s};
const Outgoing kReply{
    .body = u"Thanks & sorry \U0001F600 \"Anna\""_s, .parentRemoteId = u"1578516295611748353"_s};
const QList<QPair<QByteArray, QByteArray>> kFullWindow{
    {"x-rate-limit-limit", "300"}, {"x-rate-limit-remaining", "0"}, {"x-rate-limit-reset", "1763561100"}};

QByteArray payload(const char *name)
{
    QFile file(QStringLiteral(FW_PAYLOADS "/%1.json").arg(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray selectorProblem(const QByteArray &name)
{
    return json("{'title':'Invalid "
                "Request','type':'https://api.x.com/2/problems/"
                "invalid-request','detail':'x','errors':[{'message':'x',"
                "'parameters':{'"
        + name + "':['author_id']}}]}");
}
} // namespace

class TwitterConnectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identifiesTheAccount()
    {
        ConnectorFixture fixture;
        fixture.always(200, payload("users_me"),
            {{"x-rate-limit-limit", "75"}, {"x-rate-limit-remaining", "74"},
                {"x-rate-limit-reset", "1763561100"}});
        const auto answer = waitFor(fixture.connector->identify());
        QVERIFY(answer.result);
        QCOMPARE(answer.result->remoteId, u"1072250532645998596"_s);
        QCOMPARE(fixture.path(0), QByteArray("/2/users/me"));
        QCOMPARE(fixture.server.requests().at(0).headers.value("authorization"), QByteArray("Bearer secret"));
        QCOMPARE(answer.facts.limitSignals.size(), 1);
        QVERIFY(answer.facts.limitSignals.at(0).operation == Operation::Identify);
        QVERIFY(fixture.asked(0, "user.fields").contains(u"public_metrics"_s));
        QCOMPARE(toIso(*answer.facts.serverTime), u"2025-11-19T14:00:00.000Z"_s);
    }

    void asksForAPageOfMentions()
    {
        ConnectorFixture fixture;
        fixture.always(200, payload("mentions_page"));
        const Cursor from{
            .stream = u"mentions"_s, .watermark = u"1578516000000000000"_s, .pageToken = u"a+b/c=&d"_s};
        const auto answer = waitFor(fixture.connector->fetch(from));
        QVERIFY(answer.result);
        QCOMPARE(answer.result->posts.size(), 10);
        QCOMPARE(answer.result->newestWatermark, u"1578516295611748353"_s);
        QCOMPARE(answer.result->nextPageToken, u"7140dibdnow9c7btw423i3sy3u5zupmkcpofxcsmxj48j"_s);
        QCOMPARE(fixture.server.requests().size(), 1);
        QCOMPARE(fixture.server.requests().at(0).method, QByteArray("GET"));
        QCOMPARE(fixture.path(0), QByteArray("/2/users/7/mentions"));
        QCOMPARE(fixture.asked(0, "max_results"), u"100"_s);
        QCOMPARE(fixture.asked(0, "since_id"), u"1578516000000000000"_s);
        QCOMPARE(fixture.asked(0, "pagination_token"), u"a+b/c=&d"_s);
        QVERIFY(fixture.server.requests().at(0).target.contains("pagination_token=a%2Bb%2Fc%3D%26d"));
        QVERIFY(fixture.asked(0, "tweet.fields").contains(u"referenced_tweets"_s));
        QVERIFY(fixture.asked(0, "tweet.fields").contains(u"entities"_s));
        QCOMPARE(fixture.asked(0, "expansions"),
            u"author_id,referenced_tweets.id,referenced_tweets.id.author_id"_s);
        QVERIFY(fixture.asked(0, "user.fields").contains(u"username"_s));
        QVERIFY(!fixture.query(0).hasQueryItem(u"post.fields"_s));
    }

    void firstPageHasNeitherTokenNorSince()
    {
        ConnectorFixture fixture;
        fixture.always(200, json("{'meta':{'result_count':0}}"));
        const auto answer = waitFor(fixture.connector->fetch({.stream = u"own"_s}));
        QVERIFY(answer.result);
        QVERIFY(answer.result->posts.isEmpty());
        QVERIFY(answer.result->newestWatermark.isEmpty());
        QCOMPARE(fixture.path(0), QByteArray("/2/users/7/tweets"));
        QVERIFY(!fixture.query(0).hasQueryItem(u"since_id"_s));
        QVERIFY(!fixture.query(0).hasQueryItem(u"pagination_token"_s));
    }

    void keepsThePathOfTheBaseUrl()
    {
        ConnectorFixture fixture;
        Account account = fixture.account();
        account.baseUrl = fixture.server.url(u"/gateway//"_s).toString();
        fixture.make(account);
        (void)waitFor(fixture.connector->identify());
        QCOMPARE(fixture.path(0), QByteArray("/gateway/2/users/me"));
    }

    void duplicatesAndAnyOrderAreHandedOnAsTheyCame()
    {
        ConnectorFixture fixture;
        fixture.always(200,
            json("{'data':[{'id':'20','text':'b'},{'id':'30','text':'c'},{'id':'20','text':'b'},{'text':'?'}]"
                 ",'meta':{}}"));
        const auto answer = waitFor(fixture.connector->fetch(kMentions));
        QVERIFY(answer.result);
        QCOMPARE(answer.result->posts.size(), 3);
        QCOMPARE(answer.result->newestWatermark, u"30"_s);
        QCOMPARE(answer.result->unreadable, 1);
    }

    void failuresOfAReadAreErrorsWithTheirFacts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("requests");
        const QByteArray page = LoopbackServer::answer(200, payload("mentions_page"), kFullWindow);
        QTest::newRow("limited") << LoopbackServer::answer(429, payload("error_429_window"), kFullWindow)
                                 << false << u"rate-limited"_s << 429 << 1;
        QTest::newRow("token") << LoopbackServer::answer(401, "{}", kFullWindow) << false << u"unauthorised"_s
                               << 401 << 1;
        QTest::newRow("fault, asked again")
            << LoopbackServer::answer(500, "", kFullWindow) << false << u"server-fault"_s << 500 << 3;
        QTest::newRow("no JSON") << LoopbackServer::answer(200, "<html>", kFullWindow) << false
                                 << u"malformed-answer"_s << 200 << 1;
        QTest::newRow("cut short") << page.chopped(10) << true << u"malformed-answer"_s << 200
                                   << HttpClient::kReadAttempts;
    }

    void failuresOfAReadAreErrorsWithTheirFacts()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, closes);
        QFETCH(const QString, error);
        QFETCH(const int, status);
        QFETCH(const int, requests);
        ConnectorFixture fixture;
        const Step step{bytes, closes ? After::Close : After::KeepOpen};
        fixture.server.setScript([step](const WireRequest &) { return step; });
        const auto answer = waitFor(fixture.connector->fetch(kMentions));
        QCOMPARE(errorOf(answer.result), error);
        QCOMPARE(answer.facts.httpStatus, status);
        QCOMPARE(answer.facts.limitSignals.size(), 1);
        QVERIFY(answer.facts.limitSignals.at(0).operation == Operation::ReadMentions);
        QCOMPARE(fixture.server.requests().size(), requests);
    }

    void droppedReadIsAnError()
    {
        ConnectorFixture fixture;
        fixture.server.setScript([](const WireRequest &) { return Step{.after = After::Close}; });
        const auto answer = waitFor(fixture.connector->fetch(kMentions));
        QCOMPARE(errorOf(answer.result), u"server-fault"_s);
        QCOMPARE(answer.facts.httpStatus, 0);
    }

    void limitTellsHowLongToWait()
    {
        ConnectorFixture fixture;
        fixture.always(429, payload("error_429_window"), kFullWindow);
        const auto answer = waitFor(fixture.connector->fetch(kMentions));
        QVERIFY(!answer.result);
        QCOMPARE(answer.result.error().retryAfter, std::optional<milliseconds>(milliseconds(300'000)));
    }

    void missingDateIsReplacedByOurClockAndItsOffset()
    {
        ConnectorFixture fixture;
        Account account = fixture.account();
        account.clockOffset = milliseconds(-5000);
        fixture.make(account);
        fixture.server.setScript(
            [](const WireRequest &) { return Step{LoopbackServer::answer(429, "{}", kFullWindow)}; });
        const auto answer = waitFor(fixture.connector->fetch(kMentions));
        QVERIFY(!answer.facts.serverTime);
        QVERIFY(answer.facts.limitSignals.at(0).readAt == fixture.clock.now() - milliseconds(5000));
    }

    void refusedVocabularyIsChangedOnceAndRemembered_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QByteArray>("refused");
        QTest::addColumn<QByteArray>("spoken");
        QTest::newRow("tweet to post")
            << u"tweet"_s << QByteArray("tweet.fields") << QByteArray("post.fields");
        QTest::newRow("post to tweet")
            << u"post"_s << QByteArray("post.fields") << QByteArray("tweet.fields");
    }

    void refusedVocabularyIsChangedOnceAndRemembered()
    {
        QFETCH(const QString, start);
        QFETCH(const QByteArray, refused);
        QFETCH(const QByteArray, spoken);
        ConnectorFixture fixture;
        Account account = fixture.account();
        account.settings = {{u"selector"_s, start}};
        fixture.make(account);
        fixture.server.setScript([refused](const WireRequest &request) {
            const bool isRefused = request.target.contains(refused);
            return Step{isRefused ? LoopbackServer::answer(400, selectorProblem(refused))
                                  : LoopbackServer::answer(200, json("{'data':[{'id':'1'}]}"))};
        });
        QVERIFY(waitFor(fixture.connector->fetch(kMentions)).result);
        QCOMPARE(fixture.server.requests().size(), 2);
        QVERIFY(fixture.server.requests().at(0).target.contains(refused));
        QVERIFY(fixture.server.requests().at(1).target.contains(spoken));
        QVERIFY(waitFor(fixture.connector->fetch(kMentions)).result);
        QCOMPARE(fixture.server.requests().size(), 3);
        QVERIFY(fixture.server.requests().at(2).target.contains(spoken));
    }

    void bothVocabulariesRefusedIsAnErrorAfterTwoRequests()
    {
        ConnectorFixture fixture;
        fixture.always(400, selectorProblem("tweet.fields"));
        QCOMPARE(errorOf(waitFor(fixture.connector->fetch(kMentions)).result), u"bad-request"_s);
        QCOMPARE(fixture.server.requests().size(), 2);
        QCOMPARE(errorOf(waitFor(fixture.connector->fetch(kMentions)).result), u"bad-request"_s);
        QVERIFY(fixture.server.requests().at(2).target.contains("tweet.fields")); // nothing was learned
    }

    void pageThatNamesItselfAsTheNextIsRefused()
    {
        ConnectorFixture fixture;
        fixture.always(200, json("{'data':[{'id':'1'}],'meta':{'next_token':'again'}}"));
        QCOMPARE(
            errorOf(
                waitFor(fixture.connector->fetch({.stream = u"mentions"_s, .pageToken = u"again"_s})).result),
            u"malformed-answer"_s);
    }

    void unidentifiedAccountAsksWhoItIsBeforeItReads()
    {
        ConnectorFixture fixture;
        Account account = fixture.account();
        account.remoteId.clear();
        fixture.make(account);
        fixture.server.setScript([](const WireRequest &request) {
            const bool isMe = request.target.startsWith("/2/users/me");
            return Step{.bytes = LoopbackServer::answer(200,
                            isMe ? json("{'data':{'id':'77','name':'A','username':'a'}}")
                                 : json("{'meta':{'result_count':0}}"))};
        });
        QVERIFY(waitFor(fixture.connector->fetch(kMentions)).result.has_value());
        QVERIFY(waitFor(fixture.connector->fetch(kMentions)).result.has_value());
        QCOMPARE(fixture.server.requests().size(), 3);
        QVERIFY(fixture.server.requests().at(1).target.startsWith("/2/users/77/mentions"));
    }

    void sendsTheReplyToItsParent()
    {
        ConnectorFixture fixture;
        fixture.always(201, payload("create_post_201"), kFullWindow);
        const Outcome outcome = waitFor(fixture.connector->send(kReply));
        QVERIFY(outcome.kind == OutcomeKind::Accepted);
        QCOMPARE(outcome.remoteId, u"1456012973835788293"_s);
        QCOMPARE(outcome.facts.httpStatus, 201);
        QVERIFY(outcome.facts.limitSignals.at(0).operation == Operation::Reply);
        QCOMPARE(fixture.server.requests().size(), 1);
        const WireRequest sent = fixture.server.requests().at(0);
        QCOMPARE(sent.method, QByteArray("POST"));
        QCOMPARE(sent.target, QByteArray("/2/tweets"));
        QCOMPARE(sent.headers.value("content-type"), QByteArray("application/json"));
        const QJsonObject expected{{u"text"_s, kReply.body},
            {u"reply"_s, QJsonObject{{u"in_reply_to_tweet_id"_s, kReply.parentRemoteId}}}};
        QCOMPARE(QJsonDocument::fromJson(sent.body).object(), expected);
    }

    void droppedReplyIsUnknownAndSentOnce_data()
    {
        QTest::addColumn<bool>("resets");
        QTest::newRow("closed") << false;
        QTest::newRow("reset") << true;
    }

    void droppedReplyIsUnknownAndSentOnce()
    {
        QFETCH(const bool, resets);
        ConnectorFixture fixture;
        fixture.server.setScript(
            [resets](const WireRequest &) { return Step{.after = resets ? After::Reset : After::Close}; });
        const Outcome outcome = waitFor(fixture.connector->send(kReply));
        QVERIFY(outcome.kind == OutcomeKind::Unknown);
        QCOMPARE(toString(outcome.error.code), u"unknown-outcome"_s);
        fixture.always(200, payload("users_me"));
        QVERIFY(waitFor(fixture.connector->identify()).result);
        QCOMPARE(fixture.server.requests().size(), 2);
    }

    void replyWithoutANetworkIsNotCarriedOut()
    {
        ConnectorFixture fixture;
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
        ConnectorFixture fixture;
        const TokenSource none
            = [] { return Result<QByteArray>(Failure({.code = ErrorCode::Io, .detail = u"gone"_s})); };
        fixture.connector = makeTwitterConnector(fixture.account(), none, fixture.clock);
        const Outcome outcome = waitFor(fixture.connector->send(kReply));
        QVERIFY(outcome.kind == OutcomeKind::NotCarriedOut);
        QCOMPARE(toString(outcome.error.code), u"io"_s);
        QCOMPARE(errorOf(waitFor(fixture.connector->identify()).result), u"io"_s);
        QCOMPARE(errorOf(waitFor(fixture.connector->fetch(kMentions)).result), u"io"_s);
        QCOMPARE(fixture.server.requests().size(), 0);
    }

    void plainHttpToAnotherMachineIsRefused()
    {
        ConnectorFixture fixture;
        Account account = fixture.account();
        account.baseUrl = u"http://api.x.com"_s;
        fixture.make(account);
        const Outcome outcome = waitFor(fixture.connector->send(kReply));
        QVERIFY(outcome.kind == OutcomeKind::NotCarriedOut);
        QCOMPARE(toString(outcome.error.code), u"usage"_s);
        QVERIFY(outcome.error.detail.contains(u"https"_s));
    }

    void connectorDestroyedUnderWayEndsEveryCall()
    {
        ConnectorFixture fixture;
        fixture.server.setScript([](const WireRequest &) { return Step{}; });
        const auto page = fixture.connector->fetch(kMentions);
        const auto sent = fixture.connector->send(kReply);
        const auto found = fixture.connector->findSent(kReply, {});
        QTRY_COMPARE(fixture.server.requests().size(), 3);
        fixture.connector.reset();
        QVERIFY(page.isFinished() && sent.isFinished() && found.isFinished());
        QCOMPARE(errorOf(page.result().result), u"cancelled"_s);
        QCOMPARE(errorOf(found.result().result), u"cancelled"_s);
        QVERIFY(sent.result().kind == OutcomeKind::Unknown);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TwitterConnectorTest)
#include "twitter_connector_test.moc"
