#include "connectors/twitter/twitter_ids.h"
#include "connectors/twitter/twitter_json.h"
#include "connectors/twitter/twitter_parse.h"

#include <QFile>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::twitter;

namespace {
const Instant kServerTime = instantFromMs(1'763'560'800'000); // 2025-11-19T14:00:00Z

QByteArray payload(const char *name)
{
    QFile file(QStringLiteral(FW_PAYLOADS "/%1.json").arg(QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Reading readingAs(const QString &ownId, const QString &stream = u"mentions"_s)
{
    Reading reading{.stream = stream, .serverTime = kServerTime};
    reading.account.remoteId = ownId;
    reading.account.handle = u"shop"_s;
    return reading;
}

/// The only post of a page written as JSON.
Post onlyPost(const QByteArray &members, const Reading &reading = readingAs(u"7"_s))
{
    const auto page = readPage("{\"data\":[{" + members + "}]}", reading);
    return page && page->posts.size() == 1 ? page->posts.constFirst().post : Post{};
}

QString errorOf(const Result<ReadPage> &page)
{
    return page ? u"none"_s : toString(page.error().code);
}
} // namespace

class TwitterParseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsACaptureWithOnlyIdAndText()
    {
        const auto page = readPage(payload("mentions_page"), readingAs(u"783214"_s));
        QVERIFY(page);
        QCOMPARE(page->posts.size(), 10);
        QCOMPARE(page->unreadable, 0);
        QCOMPARE(page->newestId, u"1578516295611748353"_s);
        QCOMPARE(page->nextPageToken, u"7140dibdnow9c7btw423i3sy3u5zupmkcpofxcsmxj48j"_s);
        const Post post = page->posts.at(0).post;
        QCOMPARE(post.remoteId, u"1578516295611748353"_s);
        QVERIFY(post.body.startsWith(u"@Twitter @TwitterSupport this is my ENTIRE feed"_s));
        QVERIFY(!post.isAuthorAvailable);
        QCOMPARE(post.thread, post.remoteId);
        QVERIFY(post.inReplyTo.isEmpty());
        // No created_at, so the time is in the id; the capture was taken seconds later, at 22:43:18.
        QCOMPARE(toIso(post.postedAt).left(16), u"2022-10-07T22:43"_s);
        QVERIFY(!page->posts.at(0).tellsReferences);
    }

    void readsAuthorsReferencesAndTimes()
    {
        const auto page = readPage(payload("posts_with_expansions"), readingAs(u"17200003"_s));
        QVERIFY(page);
        QCOMPARE(page->posts.size(), 4);
        const Post toUs = page->posts.at(0).post;
        QCOMPARE(toUs.author.remoteId, u"63046977"_s);
        QCOMPARE(toUs.author.handle, u"happycamper"_s);
        QVERIFY(toUs.isAuthorAvailable);
        QVERIFY(toUs.direction == Direction::Inbound);
        QVERIFY(toUs.kind == MessageKind::Reply);
        QCOMPARE(toUs.inReplyTo, u"1275653067283759104"_s);
        QCOMPARE(toIso(toUs.postedAt), u"2020-06-25T06:14:19.000Z"_s);
        QVERIFY(page->posts.at(0).tellsReferences);
        const Post ours = page->posts.at(3).post;
        QVERIFY(ours.direction == Direction::Outbound);
        QVERIFY(ours.kind == MessageKind::Reply);
    }

    void decodesTheThreeEntitiesAndNoOther()
    {
        const auto page = readPage(payload("escaped_text_post"), readingAs(u"7"_s));
        QVERIFY(page);
        QVERIFY(page->posts.at(0).post.body.contains(u"malades & du nosocomial"_s));
        QCOMPARE(page->posts.at(0).post.author.followers, qint64(1542));
        QCOMPARE(
            decodeEntities(u"&amp;lt; &lt;b&gt; &quot; &#39; &amp &"_s), u"&lt; <b> &quot; &#39; &amp &"_s);
    }

    void readsMetricsCaptureWithoutAuthors()
    {
        const auto page = readPage(payload("mentions_with_metrics"), readingAs(u"7"_s));
        QVERIFY(page);
        QCOMPARE(page->posts.size(), 5);
        QCOMPARE(page->newestId, u"1364398068313903104"_s);
        QCOMPARE(toIso(page->posts.at(0).post.postedAt), u"2021-02-24T02:13:43.000Z"_s);
    }

    void readsBothVocabulariesAlike_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray body
            = R"({"data":[{"id":"30","author_id":"5","text":"cut…","created_at":"2025-11-19T13:00:00.000Z",
            "conversation_id":"10","in_reply_to_user_id":"7","edit_history_tweet_ids":["20","30"],"note_tweet":{"text":"whole &amp; long"},
            "referenced_tweets":[{"type":"quoted","id":"1"},{"type":"replied_to","id":"11"}]}],
            "includes":{"users":[{"id":"5","name":"Anna","username":"anna","public_metrics":{"followers_count":3}}],
            "tweets":[{"id":"11","text":"x"}]},"meta":{"result_count":1,"newest_id":"30"}})";
        QTest::newRow("tweet") << body;
        QTest::newRow("post") << QByteArray(body).replace("tweet", "post");
    }

    void readsBothVocabulariesAlike()
    {
        QFETCH(const QByteArray, body);
        const auto page = readPage(body, readingAs(u"7"_s));
        QVERIFY(page);
        const Post expected{.author = {.network = Network::Twitter,
                                .remoteId = u"5"_s,
                                .handle = u"anna"_s,
                                .name = u"Anna"_s,
                                .followers = 3},
            .remoteId = u"20"_s,
            .versionId = u"30"_s,
            .kind = MessageKind::Reply,
            .body = u"whole & long"_s,
            .postedAt = *instantFromIso(u"2025-11-19T13:00:00.000Z"_s),
            .inReplyTo = u"11"_s,
            .thread = u"10"_s,
            .permalink = u"https://x.com/anna/status/30"_s,
            .traits = {}};
        QVERIFY(page->posts.at(0).post == expected);
        QCOMPARE(page->announced, 1);
        QCOMPARE(page->parents.size(), 1);
        QCOMPARE(page->parents.at(0).remoteId, u"11"_s);
        QVERIFY(page->parents.at(0).traits == Trait::Context);
        QVERIFY(page->missing.isEmpty());
        QCOMPARE(page->newestId, u"30"_s);
    }

    void keepsTheTextOfAnAuthorWhoIsGone()
    {
        const auto page
            = readPage(R"({"data":[{"id":"30","author_id":"5","text":"hello"}],"meta":{"result_count":1},
            "errors":[{"resource_type":"user","resource_id":"5","title":"Not Found Error",
            "type":"https://api.x.com/2/problems/resource-not-found"}]})",
                readingAs(u"7"_s));
        QVERIFY(page);
        const Post post = page->posts.at(0).post;
        QVERIFY(!post.isAuthorAvailable);
        QCOMPARE(post.author.remoteId, u"5"_s);
        QCOMPARE(post.body, u"hello"_s);
    }

    void ownTimelineIsOursWithoutAnAuthor()
    {
        const Post post = onlyPost(R"("id":"30","text":"x")", readingAs(u"7"_s, u"own"_s));
        QVERIFY(post.direction == Direction::Outbound);
        QCOMPARE(post.author.remoteId, u"7"_s);
        QCOMPARE(post.author.handle, u"shop"_s);
        QVERIFY(post.isAuthorAvailable);
        QVERIFY(post.kind == MessageKind::Mention);
    }

    void timeFallsBackToTheIdAndThenToTheServer()
    {
        QCOMPARE(toIso(onlyPost(R"("id":"1578516295611748353")").postedAt), u"2022-10-07T22:43:06.945Z"_s);
        QCOMPARE(onlyPost(R"("id":"12345")").postedAt, kServerTime);
        QCOMPARE(onlyPost(R"("id":"9223372036854775807")").postedAt, kServerTime); // an id of the far future
        QCOMPARE(toIso(onlyPost(R"("id":"1578516295611748353","created_at":42)").postedAt),
            u"2022-10-07T22:43:06.945Z"_s);
    }

    void countsEntriesWithoutAUsableId()
    {
        const auto page = readPage(
            R"({"data":[{"text":"x"},{"id":""},{"id":"abc"},{"id":"12345678901234567890"},{"id":[]},42,null,"x",
            {"id":"-3"},{"id":1364398068313903104,"text":"a number"},{"id":"9"}],"meta":{}})",
            readingAs(u"7"_s));
        QVERIFY(page);
        QCOMPARE(page->unreadable, 9);
        QCOMPARE(page->posts.size(), 2);
        QCOMPARE(page->posts.at(0).post.remoteId, u"1364398068313903104"_s);
    }

    void wrongTypesCountAsNotTold()
    {
        const Post post = onlyPost(
            R"("id":"30","text":{},"author_id":[],"created_at":{},"conversation_id":7.5,"referenced_tweets":"x",
            "edit_history_tweet_ids":{"a":1},"note_tweet":"x","in_reply_to_user_id":null)");
        QCOMPARE(post.remoteId, u"30"_s);
        QCOMPARE(post.thread, u"30"_s);
        QVERIFY(post.body.isEmpty());
        QVERIFY(post.inReplyTo.isEmpty());
        QVERIFY(post.kind == MessageKind::Mention);
        QCOMPARE(
            onlyPost(R"("id":"30","edit_history_tweet_ids":[null],"referenced_tweets":[7,null,{"type":3}])")
                .remoteId,
            u"30"_s);
        const auto odd
            = readPage(R"({"data":[{"id":"1"}],"includes":[],"meta":"x","errors":3})", readingAs(u"7"_s));
        QVERIFY(odd);
        QCOMPARE(odd->posts.size(), 1);
    }

    void emptyPageHasNoNewestPoint()
    {
        const auto page = readPage(R"({"meta":{"result_count":0}})", readingAs(u"7"_s));
        QVERIFY(page);
        QVERIFY(page->posts.isEmpty());
        QVERIFY(page->newestId.isEmpty());
        QVERIFY(page->nextPageToken.isEmpty());
    }

    void newestIsComparedAsANumberWhateverTheOrder()
    {
        const auto page
            = readPage(R"({"data":[{"id":"999"},{"id":"1000"},{"id":"0998"}],"meta":{"newest_id":"1"}})",
                readingAs(u"7"_s));
        QVERIFY(page);
        QCOMPARE(page->newestId, u"1000"_s);
        QVERIFY(isOlderId(u"999"_s, u"1000"_s));
        QVERIFY(!isOlderId(u"1000"_s, u"999"_s));
        QVERIFY(!isOlderId(u"007"_s, u"7"_s));
        QVERIFY(isOlderId(QString(), u"1"_s));
    }

    void unreadableBodiesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("error");
        QTest::newRow("empty") << QByteArray() << u"malformed-answer"_s;
        QTest::newRow("cut short") << QByteArray(R"({"data":[{"id":"1")") << u"malformed-answer"_s;
        QTest::newRow("HTML") << QByteArray("<html></html>") << u"malformed-answer"_s;
        QTest::newRow("list") << QByteArray("[]") << u"malformed-answer"_s;
        QTest::newRow("data is an object")
            << QByteArray(R"({"data":{"id":"1"},"meta":{"result_count":1}})") << u"malformed-answer"_s;
        QTest::newRow("nothing known in it") << QByteArray("{}") << u"malformed-answer"_s;
        QTest::newRow("only a problem")
            << QByteArray(R"({"errors":[{"title":"Not Found","type":"problems/resource-not-found"}]})")
            << u"not-found"_s;
    }

    void unreadableBodiesAreNamed()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, error);
        QCOMPARE(errorOf(readPage(body, readingAs(u"7"_s))), error);
    }

    void offsetOfBrokenJsonIsNamed()
    {
        const auto page = readPage(R"({"data":[}])", readingAs(u"7"_s));
        QVERIFY(!page);
        QVERIFY(page.error().detail.contains(u"offset 9"_s) || page.error().detail.contains(u"offset 10"_s));
    }

    void readsTheProfileAndTheNewId()
    {
        const auto profile = readProfile(payload("users_me"));
        QVERIFY(profile);
        QCOMPARE(profile->profile.remoteId, u"1072250532645998596"_s);
        QCOMPARE(profile->profile.handle, u"TweepyDev"_s);
        QCOMPARE(profile->profile.name, u"Tweepy Testing"_s);
        QVERIFY(!profile->audience);
        QVERIFY(readProfile(R"({"data":{"id":"7","public_metrics":{"followers_count":0}}})")->audience == 0);
        QVERIFY(!readProfile("{}"));
        QVERIFY(!readProfile("{\"data\":"));
        QCOMPARE(readWrittenId(payload("create_post_201"), u"id"_s), u"1456012973835788293"_s);
        QVERIFY(readWrittenId("{\"data\":{}}", u"id"_s).isEmpty());
        QVERIFY(readWrittenId("", u"id"_s).isEmpty());
        QVERIFY(readWrittenFlag(R"({"data":{"hidden":false}})", u"hidden"_s) == false);
        QVERIFY(!readWrittenFlag(R"({"data":{"hidden":"false"}})", u"hidden"_s));
    }

    /// Every beginning of a real answer, and the answer with each byte changed: something comes back, nothing breaks.
    void survivesDamage()
    {
        const QByteArray whole = payload("posts_with_expansions").trimmed();
        for (qsizetype length = 0; length < whole.size(); length += 7) {
            QVERIFY(!readPage(whole.left(length), readingAs(u"7"_s)));
        }
        for (qsizetype at = 0; at < whole.size(); at += 11) {
            QByteArray damaged = whole;
            damaged[at] = char(damaged.at(at) ^ 0x15);
            const auto page = readPage(damaged, readingAs(u"7"_s));
            QVERIFY(!page || page->posts.size() + page->unreadable <= 5);
        }
    }

    void addressesAreThoseThatPeopleWrote()
    {
        QCOMPARE(
            onlyPost("\"id\":\"30\",\"text\":\"https://t.co/ab https://t.co/a e\",\"entities\":{\"urls\":["
                     "{\"url\":\"https://t.co/a\",\"expanded_url\":\"https://shop.example/1\"},"
                     "{\"url\":\"e\",\"expanded_url\":\"https://shop.example/2\"}]}")
                .body,
            u"https://t.co/ab https://shop.example/1 e"_s);
        QCOMPARE(
            onlyPost(
                "\"id\":\"30\",\"text\":\"see https://t.co/a &amp; https://t.co/b\",\"entities\":{\"urls\":["
                "{\"url\":\"https://t.co/a\",\"expanded_url\":\"https://shop.example/x?a=1&amp=2\"},"
                "{\"url\":\"https://t.co/b\",\"expanded_url\":\"javascript:alert(1)\"}]}")
                .body,
            u"see https://shop.example/x?a=1&amp=2 & https://t.co/b"_s);
        QCOMPARE(
            onlyPost("\"id\":\"30\",\"text\":\"begin\",\"note_tweet\":{\"text\":\"begin and https://t.co/c\","
                     "\"entities\":{\"urls\":[{\"url\":\"https://t.co/c\",\"expanded_url\":\"https://"
                     "a.example/\"}]}}")
                .body,
            u"begin and https://a.example/"_s);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TwitterParseTest)
#include "twitter_parse_test.moc"
