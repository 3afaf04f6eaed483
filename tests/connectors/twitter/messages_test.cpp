#include "tests/connectors/twitter/connector_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using Step = LoopbackServer::Step;

namespace {
const Cursor kMessages{.stream = u"messages"_s};
const Outgoing kAnswer{.body = u"It left today. https://example.com/track"_s,
    .operation = Operation::DirectMessage,
    .thread = u"7-30"_s,
    .recipientRemoteId = u"30"_s};
const Instant kSince = *instantFromIso(u"2025-11-19T13:59:30.700Z"_s);

QByteArray message(const char *id, const char *sender, const char *time,
    const char *text = "It left today. https://t.co/x", const char *thread = "7-30")
{
    return json(QByteArray("{'id':'") + id + "','event_type':'MessageCreate','sender_id':'" + sender
        + "','dm_conversation_id':'" + thread + "','created_at':'2025-11-19T" + time + ".000Z','text':'"
        + text + "'}");
}

/// Like the network, a page has a token even when it is the last one.
QByteArray page(const QByteArrayList &messages, const QByteArray &next = "more")
{
    return json("{'data':[") + messages.join(',')
        + json("],'includes':{'users':[{'id':'30','name':'Anna','username':'anna','public_metrics':{'"
               "followers_count':"
               "3}}]},'meta':{'result_count':")
        + QByteArray::number(messages.size()) + json(",'next_token':'" + next + "'}}");
}

const QByteArray kEnd = json("{'meta':{'result_count':0}}");
} // namespace

class MessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageOfMessagesIsReadInBothVocabularies_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<bool>("asksForSender");
        QTest::newRow("tweet") << u"tweet"_s << true;
        QTest::newRow("post") << u"post"_s << false; // there it comes with the expansion
    }

    void aPageOfMessagesIsReadInBothVocabularies()
    {
        QFETCH(const QString, selector);
        QFETCH(const bool, asksForSender);
        ConnectorFixture fixture;
        Account account = fixture.account();
        account.settings = {{u"selector"_s, selector}};
        fixture.make(account);
        fixture.always(200,
            page({message("902", "7", "13:01:00", "Hello Anna"), message("901", "30", "13:00:00", "a &lt; b"),
                message("900", "31", "12:00:00", "from somebody who is gone", "7-31")}));
        const auto answer = waitFor(fixture.connector->fetch(kMessages));
        QCOMPARE(errorOf(answer.result), u"none"_s);
        QCOMPARE(fixture.path(0), QByteArray("/2/dm_events"));
        QCOMPARE(fixture.asked(0, "max_results"), u"100"_s);
        QCOMPARE(fixture.asked(0, "event_types"), u"MessageCreate"_s);
        QCOMPARE(fixture.asked(0, "dm_event.fields").contains(u"sender_id"_s), asksForSender);
        QCOMPARE(fixture.asked(0, "expansions"), u"sender_id"_s);
        QVERIFY(!fixture.query(0).hasQueryItem(u"since_id"_s)); // there is no such parameter
        QCOMPARE(answer.result->newestWatermark, u"902"_s);
        QCOMPARE(answer.result->nextPageToken, u"more"_s);
        QVERIFY(answer.result->posts.at(0).direction == Direction::Outbound);
        const Post expected{.author = {.network = Network::Twitter,
                                .remoteId = u"30"_s,
                                .handle = u"anna"_s,
                                .name = u"Anna"_s,
                                .followers = 3},
            .remoteId = u"901"_s,
            .versionId = u"901"_s,
            .kind = MessageKind::DirectMessage,
            .lane = Lane::Private,
            .body = u"a < b"_s,
            .postedAt = *instantFromIso(u"2025-11-19T13:00:00.000Z"_s),
            .thread = u"7-30"_s,
            .permalink = u"https://x.com/messages/7-30"_s,
            .traits = {}};
        QVERIFY(answer.result->posts.at(1) == expected);
        QVERIFY(!answer.result->posts.at(2).isAuthorAvailable);
        QCOMPARE(answer.result->posts.at(2).author.remoteId, u"31"_s);
        QCOMPARE(answer.result->posts.at(2).body, u"from somebody who is gone"_s);
    }

    void theWalkEndsWithAnEmptyPageOrAtTheWatermark_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("watermark");
        QTest::addColumn<QString>("next");
        QTest::newRow("empty page") << kEnd << QString() << QString();
        QTest::newRow("empty page with a token")
            << json("{'data':[],'meta':{'result_count':0,'next_token':'more'}}") << QString() << QString();
        QTest::newRow("all newer") << page({message("902", "30", "13:00:00")}) << u"900"_s << u"more"_s;
        QTest::newRow("reaches back")
            << page({message("902", "30", "13:00:00"), message("900", "30", "12:00:00")}) << u"900"_s
            << QString();
        QTest::newRow("as numbers, not as words")
            << page({message("1001", "30", "13:00:00")}) << u"999"_s << u"more"_s;
        QTest::newRow("no watermark yet")
            << page({message("902", "30", "13:00:00")}) << QString() << u"more"_s;
    }

    void theWalkEndsWithAnEmptyPageOrAtTheWatermark()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, watermark);
        QFETCH(const QString, next);
        ConnectorFixture fixture;
        fixture.always(200, body);
        const auto answer
            = waitFor(fixture.connector->fetch({.stream = u"messages"_s, .watermark = watermark}));
        QCOMPARE(errorOf(answer.result), u"none"_s);
        QCOMPARE(answer.result->nextPageToken, next);
    }

    void encryptedMessagesAreToldAndOthersPassedOver()
    {
        ConnectorFixture fixture;
        fixture.always(200,
            json("{'data':[{'id':'905','event_type':'MessageCreate','sender_id':'30','dm_conversation_id':'7-"
                 "30'},"
                 "{'id':'904','event_type':'MessageCreate','sender_id':'30','attachments':{'media_keys':['3_"
                 "1']}},"
                 "{'id':'903','event_type':'ParticipantsJoin','participant_ids':['30']},"
                 "{'event_type':'MessageCreate','text':'no id'},"
                 "{'id':'902','event_type':'MessageCreate','text':'x','dm_conversation_id':'../../tweets'}],"
                 "'meta':{'result_count':5}}"));
        const auto answer = waitFor(fixture.connector->fetch(kMessages));
        QCOMPARE(errorOf(answer.result), u"none"_s);
        QCOMPARE(answer.result->posts.size(), 3);
        QVERIFY(answer.result->posts.at(0).traits.testFlag(Trait::Encrypted));
        QVERIFY(!answer.result->posts.at(1).traits.testFlag(Trait::Encrypted)); // a picture
        QVERIFY(answer.result->posts.at(2).thread.isEmpty());                   // no id of a conversation
        QCOMPARE(answer.result->unreadable, 1);
        QCOMPARE(answer.result->announced, 4); // somebody joining is no message
    }

    void refusedMessagesLeaveTheStreamOut()
    {
        ConnectorFixture fixture;
        fixture.always(
            403, json("{'title':'Forbidden','detail':'Forbidden','type':'about:blank','status':403}"));
        QVERIFY(fixture.connector->capabilities().can(Feature::ReadMessages));
        QCOMPARE(fixture.connector->streams().size(), 3);
        QVERIFY(fixture.connector->streams().at(2).operation == Operation::ReadMessages);
        QVERIFY(fixture.connector->streams().at(2).every >= milliseconds(60'000));
        QCOMPARE(errorOf(waitFor(fixture.connector->fetch(kMessages)).result), u"forbidden"_s);
        QCOMPARE(fixture.connector->streams().size(), 2);
        QCOMPARE(fixture.connector->capabilities().whyNot(Feature::ReadMessages), u"permission"_s);
        QCOMPARE(fixture.connector->capabilities().whyNot(Feature::SendMessage), u"permission"_s);
        QVERIFY(fixture.connector->capabilities().can(Feature::ReadMentions));
    }

    void aLimitedReadDoesNotLeaveTheStreamOut()
    {
        ConnectorFixture fixture;
        fixture.always(429, "{}");
        QCOMPARE(errorOf(waitFor(fixture.connector->fetch(kMessages)).result), u"rate-limited"_s);
        QCOMPARE(fixture.connector->streams().size(), 3);
    }

    void aMessageIsSentToItsThreadElseToItsPerson_data()
    {
        QTest::addColumn<QString>("thread");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("thread") << u"7-30"_s << QByteArray("/2/dm_conversations/7-30/messages");
        QTest::newRow("person") << QString() << QByteArray("/2/dm_conversations/with/30/messages");
    }

    void aMessageIsSentToItsThreadElseToItsPerson()
    {
        QFETCH(const QString, thread);
        QFETCH(const QByteArray, path);
        ConnectorFixture fixture;
        fixture.always(201, json("{'data':{'dm_conversation_id':'7-30','dm_event_id':'950'}}"));
        Outgoing answer = kAnswer;
        answer.thread = thread;
        const Outcome outcome = waitFor(fixture.connector->send(answer));
        QVERIFY(outcome.kind == OutcomeKind::Accepted);
        QCOMPARE(outcome.remoteId, u"950"_s);
        QCOMPARE(outcome.thread, u"7-30"_s);
        QCOMPARE(fixture.server.requests().at(0).method, QByteArray("POST"));
        QCOMPARE(fixture.path(0), path);
        const QJsonObject expected{{u"text"_s, kAnswer.body}};
        QCOMPARE(QJsonDocument::fromJson(fixture.server.requests().at(0).body).object(), expected);
    }

    /// It becomes part of addresses.
    void threadThatIsNoneIsNotBelieved()
    {
        ConnectorFixture fixture;
        fixture.always(201, json("{'data':{'dm_conversation_id':'../7','dm_event_id':'950'}}"));
        QCOMPARE(waitFor(fixture.connector->send(kAnswer)).thread, QString());
    }

    void whatCannotBeSentIsRefusedHere()
    {
        ConnectorFixture fixture;
        Outgoing nobody = kAnswer;
        nobody.thread.clear();
        nobody.recipientRemoteId.clear();
        QCOMPARE(toString(waitFor(fixture.connector->send(nobody)).error.code), u"not-offered"_s);
        Outgoing privately = kAnswer;
        privately.operation = Operation::PrivateReply;
        const Outcome outcome = waitFor(fixture.connector->send(privately));
        QVERIFY(outcome.kind == OutcomeKind::Rejected);
        QCOMPARE(toString(outcome.error.code), u"not-offered"_s);
        QCOMPARE(fixture.server.requests().size(), 0);
    }

    void aPersonWhoTakesNoMessagesIsToldApart()
    {
        ConnectorFixture fixture;
        fixture.always(403,
            json("{'title':'Forbidden','detail':'You cannot send messages to this user.','status':403}"));
        const Outcome outcome = waitFor(fixture.connector->send(kAnswer));
        QVERIFY(outcome.kind == OutcomeKind::Rejected);
        QCOMPARE(toString(outcome.error.code), u"person-unreachable"_s);
    }

    void aDroppedMessageIsUnknownAndSentOnce()
    {
        ConnectorFixture fixture;
        fixture.server.setScript(
            [](const WireRequest &) { return Step{.after = LoopbackServer::After::Close}; });
        QVERIFY(waitFor(fixture.connector->send(kAnswer)).kind == OutcomeKind::Unknown);
        QCOMPARE(fixture.server.requests().size(), 1);
    }

    void aMessageIsFoundInItsThread()
    {
        ConnectorFixture fixture;
        fixture.server.setScript([](const WireRequest &request) {
            return Step{LoopbackServer::answer(200,
                request.target.contains("pagination_token")
                    ? kEnd
                    : page({message("960", "30", "14:00:06"), message("950", "7", "14:00:05"),
                        message("945", "7", "14:00:04", "Something else"),
                        message("940", "7", "14:00:03", "It left today. https://t.co/x", "7-31")}))};
        });
        const auto answer = waitFor(fixture.connector->findSent(kAnswer, kSince));
        QCOMPARE(errorOf(answer.result), u"none"_s);
        QCOMPARE(answer.result->size(), 1);
        QCOMPARE(answer.result->at(0).remoteId, u"950"_s);
        QCOMPARE(fixture.path(0), QByteArray("/2/dm_conversations/7-30/dm_events"));
        QCOMPARE(fixture.server.requests().size(), 2); // until the empty page: nothing older was seen
        QVERIFY(answer.facts.limitSignals.isEmpty());
    }

    void withoutAThreadThePersonsMessagesAreLookedThrough()
    {
        ConnectorFixture fixture;
        fixture.always(200, page({message("950", "7", "14:00:05"), message("900", "7", "12:00:00")}));
        Outgoing first = kAnswer;
        first.thread.clear();
        const auto answer = waitFor(fixture.connector->findSent(first, kSince));
        QCOMPARE(answer.result->size(), 1);
        QCOMPARE(fixture.path(0), QByteArray("/2/dm_conversations/with/30/dm_events"));
        QCOMPARE(fixture.server.requests().size(), 1); // reached back before the attempt
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::MessagesTest)
#include "messages_test.moc"
