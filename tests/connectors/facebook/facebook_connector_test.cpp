#include "tests/connectors/facebook/page_fixture.h"

#include <QTemporaryDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
const Cursor kOwn{.stream = u"own"_s};
const QByteArray kMe = json(
    "{'id':'100','name':'Shop','username':'shop','category':'Retail','fan_count':41,'followers_count':57}");

QByteArray fieldsOf(const WireRequest &request)
{
    return QUrlQuery(QUrl::fromEncoded(request.target))
        .queryItemValue(u"fields"_s, QUrl::FullyDecoded)
        .toUtf8();
}

QString whyNot(const Connector &connector, Feature feature)
{
    return connector.capabilities().whyNot(feature);
}

QStringList namesOf(const QList<Stream> &streams)
{
    QStringList names;
    for (const Stream &stream : streams) {
        names.append(stream.name);
    }
    return names;
}
} // namespace

class FacebookConnectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatItCanDo()
    {
        const PageFixture fixture;
        const Capabilities can = fixture.connector->capabilities();
        for (const Feature feature :
            {Feature::ReadMentions, Feature::ReadComments, Feature::ReadMessages, Feature::ReplyPublic,
                Feature::ReplyPrivate, Feature::SendMessage, Feature::Hide, Feature::Like, Feature::Remove}) {
            QVERIFY2(can.can(feature), qPrintable(toString(feature)));
        }
        QCOMPARE(can.whyNot(Feature::ReadSignals), u"network"_s);
        QCOMPARE(can.replyLimit, 0);
        QCOMPARE(can.messageLimit, 2000);
        QVERIFY(!can.needsSummons);
        QVERIFY(can.messageWindow == std::chrono::hours(24));
        QVERIFY(can.privateReplyWindow == std::chrono::hours(168));
        QVERIFY(can.humanAgentWindow == milliseconds(0));
        QCOMPARE(namesOf(fixture.connector->streams()),
            QStringList({u"comments"_s, u"messages"_s, u"mentions"_s, u"own"_s}));
    }

    void grantedAndSwitchedOffFeaturesShow()
    {
        PageFixture fixture;
        fixture.makeWith({{u"features"_s, QJsonArray{u"human_agent"_s}},
            {u"off"_s, QJsonArray{u"read-messages"_s, u"like"_s}}});
        const Capabilities can = fixture.connector->capabilities();
        QVERIFY(can.humanAgentWindow == std::chrono::hours(168));
        QCOMPARE(can.whyNot(Feature::ReadMessages), u"off"_s);
        QCOMPARE(can.whyNot(Feature::Like), u"off"_s);
        QVERIFY(!namesOf(fixture.connector->streams()).contains(u"messages"_s));
    }

    void settingsThatMakeNoSenseAreNamed_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QString>("key");
        QTest::newRow("nothing") << QByteArray("{}") << QString();
        QTest::newRow("all") << json(
            "{'graph_version':'v26.0','features':['human_agent'],'off':['like'],'history_days':7}")
                             << QString();
        QTest::newRow("version") << json("{'graph_version':'26'}") << u"graph_version"_s;
        QTest::newRow("secret") << json("{'app_secret':'x'}") << u"--client-secret-file"_s;
        QTest::newRow("secret file") << json("{'app_secret_file':'/nowhere'}") << u"app_secret_file"_s;
        QTest::newRow("feature") << json("{'features':['robots']}") << u"robots"_s;
        QTest::newRow("off") << json("{'off':['flying']}") << u"flying"_s;
        QTest::newRow("days") << json("{'history_days':0}") << u"history_days"_s;
    }

    void settingsThatMakeNoSenseAreNamed()
    {
        QFETCH(const QByteArray, settings);
        QFETCH(const QString, key);
        const Done sound = checkFacebookSettings(QJsonDocument::fromJson(settings).object());
        QCOMPARE(sound.has_value(), key.isEmpty());
        QVERIFY(sound || (sound.error().code == ErrorCode::Usage && sound.error().detail.contains(key)));
    }

    void identifiesThePageAndItsAudience()
    {
        PageFixture fixture;
        Account account = fixture.account();
        account.remoteId.clear();
        fixture.make(account);
        fixture.always(200, kMe, {{"X-App-Usage", payload("header_x_app_usage").trimmed()}});
        const auto answer = waitFor(fixture.connector->identify());
        QCOMPARE(errorOf(answer.result), u"none"_s);
        QCOMPARE(answer.result->remoteId, u"100"_s);
        QCOMPARE(answer.result->handle, u"shop"_s);
        QCOMPARE(answer.result->name, u"Shop"_s);
        QCOMPARE(answer.facts.audience, std::optional<qint64>(57));
        QCOMPARE(answer.facts.limitSignals.size(), 13);
        QCOMPARE(fixture.path(0), QByteArray("/v25.0/me"));
        QVERIFY(fixture.asked(0, "fields").contains(u"fan_count"_s));
        const WireRequest request = fixture.server.requests().at(0);
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer EAAB_demo_page_token"));
        QVERIFY(!request.target.contains("EAAB"));
        QVERIFY(!request.target.contains("appsecret_proof"));
    }

    void versionAndPathOfTheAddressAreConfigured()
    {
        PageFixture fixture;
        Account account = fixture.account();
        account.baseUrl = fixture.server.url(u"/gateway//"_s).toString();
        account.settings = {{u"graph_version"_s, u"v26.0"_s}};
        fixture.make(account);
        fixture.always(200, kMe);
        (void)waitFor(fixture.connector->identify());
        QCOMPARE(fixture.path(0), QByteArray("/gateway/v26.0/me"));
    }

    void appSecretProofIsSentWithReadsAndWrites()
    {
        PageFixture fixture;
        fixture.make(fixture.account(), [] { return Result<QByteArray>("app_secret_demo"); });
        fixture.always(200, kMe);
        (void)waitFor(fixture.connector->identify());
        (void)waitFor(fixture.connector->moderate(Moderation::Hide, u"9_3"_s));
        for (const qsizetype request : {0, 1}) {
            QCOMPARE(fixture.asked(request, "appsecret_proof"),
                u"58ded6c465b5a9432d0179b9c3b3d998b2a6848c24253d3195bf6eea64fe03bc"_s);
            QVERIFY(!fixture.server.requests().at(request).target.contains("app_secret_demo"));
        }
    }

    void withoutAnAppSecretNoProofIsSent()
    {
        PageFixture fixture;
        fixture.make(fixture.account(), [] { return Result<QByteArray>(QByteArray()); });
        fixture.always(200, kMe);
        QVERIFY(waitFor(fixture.connector->identify()).result.has_value());
        QVERIFY(!fixture.server.requests().at(0).target.contains("appsecret_proof"));
    }

    void appSecretThatCannotBeReadSendsNothing()
    {
        PageFixture fixture;
        fixture.make(fixture.account(),
            [] { return Result<QByteArray>(Failure({.code = ErrorCode::Busy, .detail = u"locked"_s})); });
        QCOMPARE(errorOf(waitFor(fixture.connector->identify()).result), u"busy"_s);
        const Outcome outcome = waitFor(fixture.connector->moderate(Moderation::Hide, u"9_3"_s));
        QVERIFY(outcome.kind == OutcomeKind::NotCarriedOut);
        QVERIFY(outcome.error.detail.contains(u"appsecret_proof"_s));
        QVERIFY(fixture.server.requests().isEmpty());
    }

    /// Otherwise each reply would be rejected one by one.
    void appThatWantsAProofPausesInsteadOfRefusingReplies()
    {
        PageFixture fixture;
        fixture.always(
            400, graphError(100, 0, "API calls from the server require an appsecret_proof argument"));
        const auto answer = waitFor(fixture.connector->identify());
        QCOMPARE(errorOf(answer.result), u"unauthorised"_s);
        QVERIFY(answer.result.error().detail.contains(u"--client-secret-file"_s));
        const Outcome outcome = waitFor(fixture.connector->moderate(Moderation::Hide, u"9_3"_s));
        QVERIFY(outcome.kind == OutcomeKind::NotCarriedOut);
        QVERIFY(outcome.error.code == ErrorCode::Unauthorised);
        QCOMPARE(fixture.server.requests().size(), 2);
    }

    /// A person has neither fans nor a category, and a person's token would read empty lists of comments for ever.
    void personsTokenIsRefusedWithWhatToDo()
    {
        PageFixture fixture;
        fixture.always(400,
            graphError(100, 0, "(#100) Tried accessing nonexisting field (category) on node type (User)"));
        const auto answer = waitFor(fixture.connector->identify());
        QCOMPARE(errorOf(answer.result), u"unauthorised"_s);
        QVERIFY(answer.result.error().detail.contains(u"/me/accounts"_s));
        QCOMPARE(fixture.server.requests().size(), 2);
    }

    void tokenOfAnotherPageIsRefused()
    {
        PageFixture fixture;
        fixture.always(200, json("{'id':'200','name':'Other'}"));
        QCOMPARE(errorOf(waitFor(fixture.connector->identify()).result), u"unauthorised"_s);
    }

    void refusedFieldsAreAskedForOnceMoreAndRemembered()
    {
        PageFixture fixture;
        fixture.server.setScript([](const WireRequest &request) {
            return fieldsOf(request).contains("can_reply_privately")
                ? PageFixture::answer(400, graphError(100))
                : PageFixture::answer(200, json("{'data':[{'id':'100_1','message':'Hi'}]}"));
        });
        const auto first = waitFor(fixture.connector->fetch(kOwn));
        QCOMPARE(errorOf(first.result), u"none"_s);
        QCOMPARE(first.result->posts.at(0).body, u"Hi"_s);
        QCOMPARE(fixture.server.requests().size(), 2);
        QVERIFY(first.facts.further == QList<Operation>{Operation::ReadOwn});
        QCOMPARE(fieldsOf(fixture.server.requests().at(1)),
            QByteArray("id,message,created_time,updated_time,from,permalink_url"));
        QCOMPARE(errorOf(waitFor(fixture.connector->fetch(kOwn)).result), u"none"_s);
        QCOMPARE(fixture.server.requests().size(), 3);
    }

    void refusalOfTheCoreListTeachesNothing()
    {
        PageFixture fixture;
        fixture.always(400, graphError(100));
        QCOMPARE(errorOf(waitFor(fixture.connector->fetch(kOwn)).result), u"bad-request"_s);
        QCOMPARE(errorOf(waitFor(fixture.connector->fetch(kOwn)).result), u"bad-request"_s);
        QCOMPARE(fixture.server.requests().size(), 4);
        QVERIFY(fieldsOf(fixture.server.requests().at(2)).contains("can_reply_privately"));
    }

    void missingPermissionShowsAsLongAsItIsFresh()
    {
        PageFixture fixture;
        fixture.always(400, graphError(283));
        QCOMPARE(
            errorOf(waitFor(fixture.connector->fetch({.stream = u"messages"_s})).result), u"forbidden"_s);
        QCOMPARE(whyNot(*fixture.connector, Feature::ReadMessages), u"permission"_s);
        QVERIFY(!namesOf(fixture.connector->streams()).contains(u"messages"_s));
        QVERIFY(fixture.connector->capabilities().can(Feature::ReadComments));
        fixture.clock.advance(std::chrono::minutes(61)); // somebody may have granted it
        QVERIFY(fixture.connector->capabilities().can(Feature::ReadMessages));
    }

    void permissionThatWasGrantedShowsAtOnce()
    {
        PageFixture fixture;
        fixture.always(403, graphError(200));
        (void)waitFor(fixture.connector->moderate(Moderation::Like, u"9_3"_s));
        QCOMPARE(whyNot(*fixture.connector, Feature::Like), u"permission"_s);
        fixture.always(200, json("{'success':true}"));
        (void)waitFor(fixture.connector->moderate(Moderation::Like, u"9_3"_s));
        QVERIFY(fixture.connector->capabilities().can(Feature::Like));
    }

    void closedWindowIsNoMissingPermission()
    {
        PageFixture fixture;
        fixture.always(400, graphError(10, 2018278));
        (void)waitFor(
            fixture.connector->send({.operation = Operation::DirectMessage, .recipientRemoteId = u"55"_s}));
        QVERIFY(fixture.connector->capabilities().can(Feature::SendMessage));
    }

    void failuresOfAReadAreErrorsWithTheirFacts_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("error");
        QTest::newRow("limited") << 400 << graphError(80001) << u"rate-limited"_s;
        QTest::newRow("token") << 400 << payload("error_190_460") << u"unauthorised"_s;
        QTest::newRow("fault") << 500 << graphError(1) << u"server-fault"_s;
        QTest::newRow("error in a good answer") << 200 << graphError(4) << u"rate-limited"_s;
        QTest::newRow("no JSON") << 200 << QByteArray("<html>") << u"malformed-answer"_s;
        QTest::newRow("a webhook") << 200 << payload("webhook_comment_add") << u"malformed-answer"_s;
    }

    void failuresOfAReadAreErrorsWithTheirFacts()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, error);
        PageFixture fixture;
        fixture.always(status, body,
            {{"X-Business-Use-Case-Usage",
                json("{'100':[{'type':'pages','call_count':100,'estimated_time_to_regain_access':7}]}")}});
        const auto answer = waitFor(fixture.connector->fetch(kOwn));
        QCOMPARE(errorOf(answer.result), error);
        QCOMPARE(answer.facts.httpStatus, status);
        QVERIFY(answer.facts.limitSignals.size() >= 10);
        QCOMPARE(toIso(*answer.facts.serverTime), u"2025-11-19T14:00:00.000Z"_s);
        if (error == u"rate-limited"_s) {
            QCOMPARE(answer.result.error().retryAfter, std::optional<milliseconds>(std::chrono::minutes(7)));
        }
    }

    void droppedReadIsAnError()
    {
        PageFixture fixture;
        fixture.server.setScript(
            [](const WireRequest &) { return PageFixture::Step{.after = LoopbackServer::After::Close}; });
        QCOMPARE(errorOf(waitFor(fixture.connector->fetch(kOwn)).result), u"server-fault"_s);
    }

    void connectorThatGoesAwayEndsItsCalls()
    {
        PageFixture fixture;
        fixture.server.setScript([](const WireRequest &) { return PageFixture::Step{}; });
        const auto future = fixture.connector->fetch(kOwn);
        fixture.connector.reset();
        QCOMPARE(errorOf(waitFor(future).result), u"cancelled"_s);
    }

    void looksUpPostsCommentsAndMessagesById()
    {
        PageFixture fixture;
        fixture.server.setScript([](const WireRequest &request) {
            const QByteArray id = request.target.split('?').constFirst().split('/').constLast();
            if (id == "9_4") {
                return PageFixture::answer(400, graphError(100, 33));
            }
            return PageFixture::answer(200, json("{'id':'" + id + "','message':'text of " + id + "'}"));
        });
        QCOMPARE(fixture.connector->capabilities().idsPerLookUp, 1);
        QList<Post> found;
        for (const QString &id : {u"100_9"_s, u"9_3@1763560800000"_s, u"9_4"_s, u"m_abc"_s, u"../me"_s}) {
            const auto answer = waitFor(fixture.connector->lookUp({id}));
            QCOMPARE(errorOf(answer.result), u"none"_s);
            found += *answer.result;
        }
        QCOMPARE(found.size(), 3);
        QVERIFY(found.at(0).kind == MessageKind::Mention);
        QVERIFY(found.at(1).kind == MessageKind::Comment);
        QVERIFY(found.at(2).lane == Lane::Private);
        QCOMPARE(fixture.server.requests().size(), 4);
        QVERIFY(fixture.asked(1, "fields").contains(u"can_hide"_s));
        QVERIFY(fixture.asked(3, "fields").contains(u"to"_s));
    }

    void lookUpOfNothingAsksNothing()
    {
        PageFixture fixture;
        QVERIFY(waitFor(fixture.connector->lookUp({})).result->isEmpty());
        QVERIFY(fixture.server.requests().isEmpty());
    }

    void lookUpThatFailsSaysSo()
    {
        PageFixture fixture;
        fixture.always(400, graphError(4));
        QCOMPARE(errorOf(waitFor(fixture.connector->lookUp({u"9_3"_s})).result), u"rate-limited"_s);
    }

    void editedTextIsANewVersion()
    {
        PageFixture fixture;
        fixture.always(200, json("{'id':'9_3','message':'first'}"));
        QCOMPARE(waitFor(fixture.connector->lookUp({u"9_3"_s})).result->at(0).versionId, u"9_3"_s);
        fixture.always(200, json("{'id':'9_3','message':'second'}"));
        QCOMPARE(
            waitFor(fixture.connector->lookUp({u"9_3"_s})).result->at(0).versionId, u"9_3@1763560800000"_s);
        QCOMPARE(
            waitFor(fixture.connector->lookUp({u"9_3"_s})).result->at(0).versionId, u"9_3@1763560800000"_s);
    }

    void unidentifiedAccountAsksWhoItIsBeforeItReads()
    {
        PageFixture fixture;
        Account account = fixture.account();
        account.remoteId.clear();
        fixture.make(account);
        fixture.server.setScript([](const WireRequest &request) {
            return PageFixture::answer(200, request.target.contains("/me?") ? kMe : json("{'data':[]}"));
        });
        QVERIFY(waitFor(fixture.connector->fetch(kOwn)).result.has_value());
        QVERIFY(waitFor(fixture.connector->fetch(kOwn)).result.has_value());
        QCOMPARE(fixture.server.requests().size(), 3);
        QCOMPARE(fixture.path(1), QByteArray("/v25.0/100/published_posts"));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::FacebookConnectorTest)
#include "facebook_connector_test.moc"
