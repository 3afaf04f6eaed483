#include "connectors/http/json_answer.h"
#include "connectors/twitter/message_parse.h"
#include "connectors/twitter/twitter_json.h"
#include "connectors/twitter/twitter_parse.h"
#include "tests/connectors/twitter/connector_fixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::twitter;

namespace {
const Instant kServerTime = *instantFromIso(u"2026-11-19T14:00:00.000Z"_s);

QDir folder()
{
    return QDir(QStringLiteral(FW_PAYLOADS "/captured"));
}

QByteArray captured(const QString &name)
{
    QFile file(folder().filePath(name + u".json"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject objectOf(const QString &name)
{
    return QJsonDocument::fromJson(captured(name)).object();
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Answers every request with a whole captured answer: status, headers and body.
void replay(ConnectorFixture &fixture, const QString &name)
{
    const QJsonObject response = objectOf(name).value(u"response"_s).toObject();
    const QJsonObject told = response.value(u"headers"_s).toObject();
    QList<QPair<QByteArray, QByteArray>> headers;
    for (auto header = told.constBegin(); header != told.constEnd(); ++header) {
        if (header.key() != "content-type"_L1) {
            headers.append({header.key().toLatin1(), header.value().toString().toLatin1()});
        }
    }
    const LoopbackServer::Step step{LoopbackServer::answer(
        response.value(u"status"_s).toInt(), bytes(response.value(u"body"_s).toObject()), headers)};
    fixture.server.setScript([step](const WireRequest &) { return step; });
}

Reading readingAs(const QString &ownId, const QString &handle = {})
{
    return {
        .account = {.remoteId = ownId, .handle = handle}, .stream = u"mentions"_s, .serverTime = kServerTime};
}

void checkWindow(const CallFacts &facts, int limit, int remaining, qint64 resetS)
{
    QCOMPARE(facts.limitSignals.size(), 1);
    QCOMPARE(facts.limitSignals.at(0).limit, limit);
    QCOMPARE(facts.limitSignals.at(0).remaining, remaining);
    QCOMPARE(toMs(facts.limitSignals.at(0).resetAt), resetS * 1000);
}

const Outgoing kReply{.body = u"Test Tweet"_s, .parentRemoteId = u"5"_s};
} // namespace

/// Every captured answer (payloads/captured/SOURCES.md) is read to a result that is checked.
class CapturedPayloadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createdPost()
    {
        ConnectorFixture fixture;
        replay(fixture, u"tweepy_create_post_201"_s);
        const Outcome outcome = waitFor(fixture.connector->send(kReply));
        QVERIFY(outcome.kind == OutcomeKind::Accepted);
        QCOMPARE(outcome.remoteId, u"1456012973835788293"_s);
        QCOMPARE(toIso(outcome.facts.serverTime.value()), u"2021-11-03T21:38:39.000Z"_s); // "UTC", not "GMT"
        checkWindow(outcome.facts, 200, 199, 1635976418);
    }

    void removedPost()
    {
        ConnectorFixture fixture;
        replay(fixture, u"tweepy_delete_post_200"_s);
        const Outcome outcome
            = waitFor(fixture.connector->moderate(Moderation::Remove, u"1456012973835788293"_s));
        QVERIFY(outcome.kind == OutcomeKind::Accepted);
        checkWindow(outcome.facts, 50, 49, 1635976419);
    }

    void hiddenReply()
    {
        ConnectorFixture fixture;
        replay(fixture, u"tweepy_hide_reply_200"_s);
        const QString id = u"1344794616005066752"_s;
        QVERIFY(waitFor(fixture.connector->moderate(Moderation::Hide, id)).kind == OutcomeKind::Accepted);
        // An answer that says "hidden" is none to "show it again".
        QVERIFY(waitFor(fixture.connector->moderate(Moderation::Unhide, id)).kind == OutcomeKind::Unknown);
    }

    void sentMessage()
    {
        ConnectorFixture fixture;
        replay(fixture, u"tweepy_dm_send_to_participant_201"_s);
        const Outcome outcome = waitFor(fixture.connector->send({.body = u"Testing 1"_s,
            .operation = Operation::DirectMessage,
            .recipientRemoteId = u"750362064426721281"_s}));
        QVERIFY(outcome.kind == OutcomeKind::Accepted);
        QCOMPARE(outcome.remoteId, u"1585823814058971140"_s); // without the quotes of its location header
        checkWindow(outcome.facts, 200, 196, 1666925626);
    }

    void refusedPosts_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("signalCount");
        QTest::newRow("error_403_duplicate") << u"duplicate-content"_s << 1;
        QTest::newRow("error_403_reply_not_summoned") << u"not-summoned"_s << 0;
        QTest::newRow("error_429_legacy_88") << u"rate-limited"_s << 1;
        QTest::newRow("error_429_window") << u"rate-limited"_s << 1;
    }

    void refusedPosts()
    {
        QFETCH(const QString, error);
        QFETCH(const int, signalCount);
        ConnectorFixture fixture;
        replay(fixture, QString::fromLatin1(QTest::currentDataTag()));
        const Outcome outcome = waitFor(fixture.connector->send(kReply));
        QCOMPARE(toString(outcome.error.code), error);
        QVERIFY(outcome.kind
            == (error == "rate-limited"_L1 ? OutcomeKind::NotCarriedOut : OutcomeKind::Rejected));
        QCOMPARE(outcome.facts.limitSignals.size(), signalCount);
    }

    void ownAccount()
    {
        ConnectorFixture fixture;
        replay(fixture, u"tweepy_users_me"_s);
        const auto answer = waitFor(fixture.connector->identify());
        QCOMPARE(errorOf(answer.result), u"none"_s);
        QCOMPARE(answer.result->handle, u"TweepyDev"_s);
        QVERIFY(!answer.facts.audience);
        checkWindow(answer.facts, 75, 74, 1641543656);
    }

    void mentions()
    {
        ConnectorFixture fixture;
        replay(fixture, u"tweepy_mentions_page"_s);
        const auto answer = waitFor(fixture.connector->fetch({.stream = u"mentions"_s}));
        QCOMPARE(errorOf(answer.result), u"none"_s);
        QCOMPARE(answer.result->announced, 10);
        QCOMPARE(answer.result->posts.size(), 10);
        QCOMPARE(answer.result->newestWatermark, u"1578516295611748353"_s);
        checkWindow(answer.facts, 450, 448, 1665183228);
    }

    void mentionsWithMetrics()
    {
        const auto page = readPage(
            captured(u"pytwitter_mentions_with_meta"_s), readingAs(u"2244994945"_s, u"TwitterDev"_s));
        QVERIFY(page);
        QCOMPARE(page->posts.size(), 5);
        QCOMPARE(page->announced, 5);
        QCOMPARE(page->nextPageToken, u"7140dibdnow9c7btw3w3ixl43r8knib48jsfyzko1h5py"_s);
        QVERIFY(page->posts.at(0).post.traits.testFlag(Trait::AddressesUs)); // "@TwitterDev" at the very end
        QVERIFY(!page->posts.at(0).post.traits.testFlag(Trait::CanHide));
    }

    void searchedPosts()
    {
        const auto page = readPage(
            captured(u"pytwitter_search_with_expansions"_s), readingAs(u"17200003"_s, u"snowman"_s));
        QVERIFY(page);
        QCOMPARE(page->posts.size(), 4);
        QVERIFY(page->posts.at(0).post.kind == MessageKind::Reply);
        QVERIFY(page->posts.at(0).post.traits.testFlag(Trait::AddressesUs));
        QVERIFY(page->posts.at(1).post.direction == Direction::Outbound);
        QCOMPARE(page->parents.size(), 2); // the third is on the page itself
        QVERIFY(page->parents.at(0).direction == Direction::Outbound);
        QVERIFY(page->parents.at(1).traits.testFlag(Trait::Context));
        QVERIFY(page->missing.isEmpty());
        QCOMPARE(page->included.size(), 3);
        QCOMPARE(page->people.size(), 3);
        QVERIFY(!page->audience); // we are there, without our metrics
    }

    void recentSearch()
    {
        const QJsonObject response = objectOf(u"tweepy_search_recent"_s).value(u"response"_s).toObject();
        const auto page = readPage(bytes(response.value(u"body"_s).toObject()), readingAs(u"7"_s));
        QVERIFY(page);
        QCOMPARE(page->posts.size(), 10);
        QCOMPARE(page->nextPageToken, u"b26v89c19zqg8o3fpzbn1e0ffhxjiofzw6po136rvbnul"_s);
    }

    void postsById()
    {
        ConnectorFixture fixture;
        replay(fixture, u"tweepy_get_posts_by_ids"_s);
        const auto answer
            = waitFor(fixture.connector->lookUp({u"1293593516040269825"_s, u"1293595870563381249"_s}));
        QCOMPARE(errorOf(answer.result), u"none"_s);
        QCOMPARE(answer.result->size(), 2);
        QVERIFY(answer.result->at(1).body.startsWith(u"Twitter API v2: Early Access released"_s));
        QVERIFY(answer.result->at(0).traits.testFlag(Trait::Context));
        checkWindow(answer.facts, 300, 298, 1665183228);
    }

    void postsWithAuthors()
    {
        const auto page = readPage(captured(u"pytwitter_posts_with_includes"_s), readingAs(u"7"_s));
        QVERIFY(page);
        QCOMPARE(page->posts.size(), 2);
        QCOMPARE(page->posts.at(0).post.author.handle, u"TwitterDev"_s);
        QCOMPARE(page->posts.at(0).post.permalink, u"https://x.com/TwitterDev/status/1261326399320715264"_s);
        QCOMPARE(page->announced, 2);
    }

    void includesOfAnAnswer()
    {
        const QJsonObject reference{{u"type"_s, u"replied_to"_s}, {u"id"_s, u"1212092627178287104"_s}};
        const QJsonObject reply{
            {u"id"_s, u"1212092627178287999"_s}, {u"referenced_tweets"_s, QJsonArray{reference}}};
        const auto page = readPage(
            bytes({{u"data"_s, QJsonArray{reply}}, {u"includes"_s, objectOf(u"pytwitter_includes"_s)}}),
            readingAs(u"7"_s));
        QVERIFY(page);
        QCOMPARE(page->parents.size(), 1);
        QCOMPARE(page->parents.at(0).author.name, u"Twitter Dev"_s);
        QCOMPARE(page->parents.at(0).inReplyTo, u"1212092626247110657"_s);
        QVERIFY(page->parents.at(0).traits == Trait::Context);
    }

    void people()
    {
        const auto answer = JsonAnswer::read(captured(u"pytwitter_users"_s));
        QVERIFY(answer);
        const JsonView users = answer->root()["data"];
        QCOMPARE(users.size(), 2);
        const Identity second = readUser(users.at(1));
        QCOMPARE(second.remoteId, u"2244994945"_s);
        QCOMPARE(second.handle, u"TwitterDev"_s);
        QCOMPARE(second.followers, qint64(514020));
    }

    void singlePostsAreReadAsPartOfAListOnly_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("inReplyTo");
        QTest::newRow("twittered_post_full")
            << u"@RedouaneBali @TwitterAPI Try to use"_s << u"1224041905333379073"_s;
        QTest::newRow("twittered_stream_post") << u"Prochain d\u00e9fi, pouvoir choisir"_s << QString();
    }

    void singlePostsAreReadAsPartOfAListOnly()
    {
        QFETCH(const QString, body);
        QFETCH(const QString, inReplyTo);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const auto refused = readPage(captured(name), readingAs(u"7"_s));
        QVERIFY(!refused && refused.error().code == ErrorCode::MalformedAnswer);
        QJsonObject answer = objectOf(name);
        answer.insert(u"data"_s, QJsonArray{answer.value(u"data"_s)});
        const auto page = readPage(bytes(answer), readingAs(u"1120050519182016513"_s, u"RedouaneBali"_s));
        QVERIFY(page);
        const Post post = page->posts.at(0).post;
        QVERIFY2(post.body.startsWith(body), qPrintable(post.body));
        QCOMPARE(post.inReplyTo, inReplyTo);
        QVERIFY(post.isAuthorAvailable && post.author.followers > 0);
        QCOMPARE(post.traits.testFlag(Trait::CanHide), !inReplyTo.isEmpty()); // to the first post of ours
    }

    void messagesOfAConversation()
    {
        const QJsonObject response
            = objectOf(u"tweepy_dm_conversation_events"_s).value(u"response"_s).toObject();
        const auto page = readMessagePage(bytes(response.value(u"body"_s).toObject()), readingAs(u"7"_s), {});
        QVERIFY(page);
        QCOMPARE(page->posts.size(), 2);
        QCOMPARE(page->posts.at(0).post.body, u"Testing 2"_s);
        QVERIFY(!page->posts.at(0).post.isAuthorAvailable); // the sender was not asked for
        QCOMPARE(toIso(page->posts.at(0).post.postedAt).left(16), u"2022-10-28T02:40"_s);
        QCOMPARE(page->nextPageToken, u"18LAA5G1V9DLILOG0G00ZZZZ"_s); // though it is the last page
    }

    void messageWithASender()
    {
        const auto page
            = readMessagePage(captured(u"pytwitter_dm_events"_s), readingAs(u"906948460078698496"_s), {});
        QVERIFY(page);
        const Post post = page->posts.at(0).post;
        QVERIFY(post.direction == Direction::Outbound && post.lane == Lane::Private);
        QVERIFY(post.kind == MessageKind::DirectMessage);
        QCOMPARE(post.thread, u"1585094756761149440"_s);
        QCOMPARE(toIso(post.postedAt), u"2022-10-26T17:24:21.000Z"_s);
    }

    void messageOfAGroup()
    {
        const auto page = readMessagePage(captured(u"twittered_dm_page"_s), readingAs(u"7"_s), {});
        QVERIFY(page);
        QCOMPARE(page->announced, 1);
        QCOMPARE(page->posts.at(0).post.thread, u"1580705921830768643"_s);
        QVERIFY(page->posts.at(0).post.direction == Direction::Inbound);
        QVERIFY(!page->posts.at(0).post.traits.testFlag(Trait::Encrypted));
    }

    /// The program opens no stream; what a stream would deliver is no page, and is told so.
    void eventsOfAStreamAreNoPages()
    {
        for (const QString &name : {u"xdocs_activity_dm_sent"_s, u"xdocs_activity_oauth_revoke"_s,
                 u"xdocs_activity_post_mention_create"_s, u"xdocs_activity_post_reply_create"_s}) {
            const QByteArray event = captured(name);
            QVERIFY(event.size() > 100);
            const auto page = readPage(event, readingAs(u"7"_s));
            QVERIFY(!page && page.error().code == ErrorCode::MalformedAnswer);
            const auto messages = readMessagePage(event, readingAs(u"7"_s), {});
            QVERIFY(!messages && messages.error().code == ErrorCode::MalformedAnswer);
        }
    }

    /// The posts in them have the shape of a page's posts, in the older names.
    void postsInEventsAreReadAsPosts_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("isReply");
        QTest::newRow("xdocs_activity_post_mention_create") << u"2080765813578191303"_s << false;
        QTest::newRow("xdocs_activity_post_reply_create") << u"2090000000000000001"_s << true;
    }

    void postsInEventsAreReadAsPosts()
    {
        QFETCH(const QString, id);
        QFETCH(const bool, isReply);
        const QJsonObject event
            = objectOf(QString::fromLatin1(QTest::currentDataTag())).value(u"data"_s).toObject();
        const auto page = readPage(bytes({{u"data"_s, QJsonArray{event.value(u"payload"_s)}},
                                       {u"includes"_s, event.value(u"includes"_s)}}),
            readingAs(u"1111111111111111111"_s));
        QVERIFY(page);
        const Post post = page->posts.at(0).post;
        QCOMPARE(post.remoteId, id);
        QVERIFY(post.traits.testFlag(Trait::AddressesUs)); // by the id in its entities
        QCOMPARE(post.traits.testFlag(Trait::CanHide), isReply);
        QVERIFY(post.kind == (isReply ? MessageKind::Reply : MessageKind::Mention));
        QCOMPARE(page->missing, isReply ? QStringList{u"2080761390344937796"_s} : QStringList());
        QVERIFY(page->audience == (isReply ? std::nullopt : std::optional<qint64>(5502)));
    }

    /// Rules of a stream: the program makes none, so the answer is looked at as JSON only.
    void rulesOfAStream()
    {
        const QJsonObject rules = objectOf(u"pytwitter_stream_rules_added"_s);
        QCOMPARE(rules.value(u"data"_s).toArray().size(), 4);
        QCOMPARE(rules.value(u"meta"_s)[u"summary"_s][u"created"_s].toInt(), 4);
    }

    void everyFileIsHere() { QCOMPARE(folder().entryList({u"*.json"_s}).size(), 27); }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::CapturedPayloadsTest)
#include "captured_payloads_test.moc"
