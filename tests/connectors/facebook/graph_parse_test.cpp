#include "connectors/facebook/graph_errors.h"
#include "connectors/facebook/graph_limits.h"
#include "connectors/facebook/graph_parse.h"
#include "connectors/facebook/usage_header.h"
#include "tests/connectors/facebook/page_fixture.h"

#include <QDir>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::facebook;

namespace {
Reading readingFor(const QString &page, const QString &above = {})
{
    return {.account = {.network = Network::Facebook, .remoteId = page, .displayName = u"Shop"_s},
        .serverTime = instantFromMs(1'763'560'800'000),
        .above = above};
}

QString iso(const Post &post)
{
    return toIso(post.postedAt);
}
} // namespace

/// Every captured answer is read to a checked result.
class GraphParseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPayloadIsReadByATest()
    {
        QFile self(QStringLiteral(FW_PAYLOADS "/../graph_parse_test.cpp"));
        QVERIFY(self.open(QIODevice::ReadOnly));
        const QByteArray text = self.readAll();
        const QStringList files = QDir(QStringLiteral(FW_PAYLOADS)).entryList({u"*.json"_s});
        QCOMPARE(files.size(), 28);
        for (const QString &file : files) {
            const QByteArray name = '"' + file.section(u'.', 0, 0).toLatin1() + '"';
            QVERIFY2(text.contains(name), name.constData());
        }
    }

    void feedOfOurs()
    {
        Reading reading = readingFor(u"19292868552"_s);
        reading.isOurs = true;
        const auto page = readPosts(payload("feed_page1"), reading);
        QVERIFY(page);
        QCOMPARE(page->posts.size(), 5);
        QCOMPARE(page->announced, 5);
        QCOMPARE(page->next, u"after=after"_s); // not the address, which holds the token
        const Post &first = page->posts.at(0);
        QCOMPARE(first.remoteId, u"19292868552_10158349356748553"_s);
        QCOMPARE(iso(first), u"2021-07-09T19:09:52.000Z"_s);
        QVERIFY(first.body.startsWith(u"Singaporean logistics company"_s));
        QVERIFY(first.direction == Direction::Outbound);
        QCOMPARE(first.author.name, u"Shop"_s);
        QCOMPARE(first.permalink, u"https://www.facebook.com/19292868552/posts/10158349356748553/"_s);
        QCOMPARE(page->branches.at(0).count, 13);
        QCOMPARE(page->branches.at(0).stamp(), u"1626051803000:13"_s);
        QCOMPARE(page->branches.at(4).count, 49);
    }

    void feedPagedByTimeKeepsOnlyThePlace()
    {
        const auto page = readPosts(payload("feed_fields_page1"), readingFor(u"4"_s));
        QVERIFY(page);
        QCOMPARE(page->posts.size(), 5);
        QCOMPARE(page->next, u"until=1624385168&__paging_token=__paging_token"_s);
        QVERIFY(!page->posts.at(0).isAuthorAvailable);
        QCOMPARE(page->posts.at(0).body, u"Happy July 4th! 🇺🇸"_s);
        QCOMPARE(page->branches.at(0).count, -1);
        QVERIFY(page->branches.at(0).stamp().isEmpty());
    }

    void commentsWithoutIdsAreCountedAndNotGuessed()
    {
        const auto page = readComments(
            payload("comments_page1"), readingFor(u"19292868552"_s, u"19292868552_10158407654328553"_s));
        QVERIFY(page);
        QCOMPARE(page->announced, 10);
        QCOMPARE(page->unreadable, 10);
        QVERIFY(page->posts.isEmpty());
        QCOMPARE(page->next, u"after=after"_s);
    }

    void singleCommentIsAtTheTop()
    {
        const auto post = readComment(payload("comment_single"), readingFor(u"19292868552"_s));
        QVERIFY(post);
        QCOMPARE(post->remoteId, u"10158371815748553_10158371930463553"_s);
        QCOMPARE(post->body, u"This is really nice"_s);
        QVERIFY(post->kind == MessageKind::Comment);
        QCOMPARE(post->thread, post->remoteId);
        QVERIFY(!post->isAuthorAvailable);
        QVERIFY(post->author.name.isEmpty());
        QVERIFY(post->direction == Direction::Inbound);
        QCOMPARE(iso(*post), u"2021-07-21T21:05:14.000Z"_s);
    }

    void commentSaysWhatMayBeDoneWithIt()
    {
        const auto foreign = readComment(payload("comment_can_hide"), readingFor(u"1"_s));
        QVERIFY(foreign);
        QVERIFY(foreign->traits == Traits({Trait::AddressesUs, Trait::CanHide, Trait::CanRemove}));
        QCOMPARE(foreign->author.name, u"Testers Fan page"_s);
        QCOMPARE(foreign->author.remoteId, u"123456789"_s);
        const auto ours = readComment(payload("comment_can_hide"), readingFor(u"123456789"_s));
        QVERIFY(ours && ours->direction == Direction::Outbound);
    }

    void createdCommentIsReadToo()
    {
        const auto post = readComment(payload("comment_create_with_fields"), readingFor(u"1"_s));
        QVERIFY(post);
        QCOMPARE(post->remoteId, u"245778718206154_229887283291835"_s);
        QCOMPARE(post->body, u"Message from api and updated"_s);
        const auto linked = readComment(payload("comment_permalink"), readingFor(u"1"_s));
        QVERIFY(linked);
        QCOMPARE(linked->permalink, u"https://www.facebook.com/permalink.php?story_fbid=454635354242"_s);
        QCOMPARE(linked->postedAt, instantFromMs(1'763'560'800'000)); // not told: when it was read
    }

    void singlePosts()
    {
        const auto plain = readPost(payload("post_single"), readingFor(u"175154750010052"_s));
        QVERIFY(plain);
        QCOMPARE(plain->body, u"我测试一下 MyLife"_s);
        QVERIFY(plain->kind == MessageKind::Mention);
        QCOMPARE(plain->thread, u"175154750010052_424924701699721"_s);
        const auto withComments = readPost(payload("post_with_comments_summary"), readingFor(u"1"_s));
        QVERIFY(withComments); // the order "ranked" is none the request knows, and matters to nobody
        QCOMPARE(withComments->remoteId, u"1234567890123_456789012345"_s);
        const auto tagged = readPost(payload("tagged_post"), readingFor(u"1"_s));
        QVERIFY(tagged);
        QCOMPARE(iso(*tagged), u"2021-02-26T11:49:57.000Z"_s);
    }

    void conversationAndItsMessages()
    {
        const QByteArray list = json("{'data':[") + payload("conversation_single") + "]}";
        const auto threads = readConversations(list);
        QVERIFY(threads);
        QCOMPARE(threads->branches.at(0).id, u"t_587956915396498"_s);
        QCOMPARE(threads->branches.at(0).stamp(), u"1627032530000:94"_s);
        QCOMPARE(threads->branches.at(0).permalink,
            u"https://www.facebook.com/2121008874780932/inbox/2582605345287947/"_s);
        const auto image
            = readMessage(payload("message_with_image"), readingFor(u"2121008874780932"_s, u"t_1"_s));
        QVERIFY(image);
        QVERIFY(image->body.isEmpty());
        QVERIFY(image->kind == MessageKind::DirectMessage && image->lane == Lane::Private);
        QVERIFY(image->direction == Direction::Inbound);
        QCOMPARE(image->author.name, u"Kun Liu"_s);
        QCOMPARE(image->thread, u"t_1"_s);
        QCOMPARE(iso(*image), u"2021-07-23T09:50:48.000Z"_s);
        const auto ours
            = readMessage(payload("message_with_image"), readingFor(u"2711636948859886"_s, u"t_1"_s));
        QVERIFY(ours && ours->direction == Direction::Outbound);
        const auto share = readMessage(payload("message_with_share"), readingFor(u"123456789"_s, u"t_2"_s));
        QVERIFY(share);
        QCOMPARE(share->remoteId, u"m_mid.46348462:357234723feb"_s);
        QVERIFY(share->direction == Direction::Inbound && share->body.isEmpty());
    }

    void errorEnvelopes()
    {
        const auto token = graphErrorIn(payload("error_190_460"));
        QVERIFY(token && token->code == 190 && token->subcode == 460);
        QCOMPARE(token->trace, u"EJplcsCHuLu"_s);
        // The two others are stored with the answer around them.
        const auto bodyOf = [](const char *name) {
            const QJsonObject root = QJsonDocument::fromJson(payload(name)).object();
            return QJsonDocument(root.value(u"response"_s).toObject().value(u"body"_s).toObject()).toJson();
        };
        const auto window = graphErrorIn(bodyOf("error_10_2018278_outside_window"));
        QVERIFY(window && errorCodeOf(*window, 400) == ErrorCode::WindowClosed);
        const auto limited = graphErrorIn(bodyOf("error_32_page_limit"));
        QVERIFY(limited && errorCodeOf(*limited, 400) == ErrorCode::RateLimited);
    }

    void usageHeaders()
    {
        QCOMPARE(usageIn(payload("header_x_app_usage")), QList<Usage>({{.percent = 28}}));
        QCOMPARE(useCaseUsageIn(payload("header_x_business_use_case_usage")),
            QList<Usage>({{.owner = "10153848260347724", .type = "pages", .percent = 97}}));
    }

    /// Lists of other things are lists; what they hold is not ours to read.
    void pagesOfAPerson()
    {
        for (const char *name : {"me_accounts_page1", "me_accounts_with_page_token"}) {
            const auto page = readConversations(payload(name));
            QVERIFY(page && page->unreadable == 0);
            QVERIFY(!page->next.contains(u"access_token"_s));
        }
        QCOMPARE(readConversations(payload("me_accounts_page1"))->branches.size(), 4);
        QVERIFY(readConversations(payload("me_accounts_with_page_token"))
                    ->next.isEmpty()); // cursors, but no next
    }

    void whatIsNoAnswerOfAReadIsATypedError_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *name :
            {"webhook_comment_add", "webhook_comment_edited", "webhook_mention_post", "webhook_message",
                "webhook_message_echo", "webhook_post_add", "batch_ok", "token_exchange_long_lived"}) {
            QTest::newRow(name) << payload(name);
        }
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut short") << payload("feed_page1").chopped(100);
        QTest::newRow("page without a place") << json("{'data':[],'paging':{'next':'https://x.test/'}}");
        QTest::newRow("no list") << json("{'data':{'id':'1'}}");
        QTest::newRow("deep") << QByteArray(5000, '[');
    }

    /// Webhooks need a public address; a desktop asks instead, and has no reader for them.
    void whatIsNoAnswerOfAReadIsATypedError()
    {
        QFETCH(const QByteArray, body);
        const Reading reading = readingFor(u"1"_s);
        QCOMPARE(errorOf(readPosts(body, reading)), u"malformed-answer"_s);
        QCOMPARE(errorOf(readComments(body, reading)), u"malformed-answer"_s);
        QCOMPARE(errorOf(readMessages(body, reading)), u"malformed-answer"_s);
        QCOMPARE(errorOf(readConversations(body)), u"malformed-answer"_s);
        QCOMPARE(errorOf(readComment(body, reading)), u"malformed-answer"_s);
        QCOMPARE(errorOf(readProfile(body)), u"malformed-answer"_s);
    }

    void repliesHangBelowTheirComment_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("told") << json("{'id':'9_3','parent':{'id':'9_2'}}");
        QTest::newRow("by its address") << json("{'id':'9_3','permalink_url':'https://www.facebook.com/1/"
                                                "posts/9/?comment_id=2&reply_comment_id=3'}");
        QTest::newRow("by its address, encoded")
            << json("{'id':'9_3','permalink_url':'/1/posts/9/?comment%5Fid=2&"
                    "reply%5Fcomment%5Fid=3'}");
    }

    void repliesHangBelowTheirComment()
    {
        QFETCH(const QByteArray, entry);
        const auto post = readComment(entry, readingFor(u"1"_s, u"1_9"_s));
        QVERIFY(post);
        QVERIFY(post->kind == MessageKind::Reply);
        QCOMPARE(post->inReplyTo, u"9_2"_s);
        QCOMPARE(post->thread, u"9_2"_s);
    }

    void onlyWebAddressesLeadSomewhere_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("permalink");
        const auto kept = [](const QString &link) { QTest::addRow("%s", qPrintable(link)) << link << link; };
        const auto dropped
            = [](const QString &link) { QTest::addRow("%s", qPrintable(link)) << link << QString(); };
        kept(u"https://www.facebook.com"_s);
        kept(u"https://www.facebook.com/shop.1/posts/9?comment_id=2&x=a:b"_s);
        kept(u"https://www.facebook.com/caf%C3%A9#top"_s);
        kept(u"https://business.facebook.com:443/1"_s);
        QTest::newRow("path") << u"/shop/inbox/1/?x=2"_s << u"https://www.facebook.com/shop/inbox/1/?x=2"_s;
        QTest::newRow("two slashes") << u"//example.com/1"_s << u"https://www.facebook.com//example.com/1"_s;
        dropped(u"https://www.facebook.com/a b"_s);
        dropped(u"https://www.facebook.com/%zz"_s);
        dropped(u"https://www.facebook.com:x/1"_s);
        dropped(u"http://www.facebook.com/1"_s);
        dropped(u"https:///1"_s);
        dropped(u"/a<b>"_s);
        dropped(u"www.facebook.com/1"_s);
    }

    void onlyWebAddressesLeadSomewhere()
    {
        QFETCH(const QString, link);
        QFETCH(const QString, permalink);
        const auto post
            = readPost("{\"id\":\"1_9\",\"permalink_url\":\"" + link.toUtf8() + "\"}", readingFor(u"1"_s));
        QVERIFY(post);
        QCOMPARE(post->permalink, permalink);
    }

    void oddMembersCountAsNotTold()
    {
        const auto page
            = readComments(json("{'data':[{'id':7,'message':8,'created_time':true,'from':[],'parent':'x','"
                                "permalink_url':'javascript:1',"
                                "'can_hide':'yes'},{'id':'../me'},{'id':'a/b'},4,null],'paging':[]}"),
                readingFor(u"1"_s, u"1_9"_s));
        QVERIFY(page);
        QCOMPARE(page->unreadable, 4);
        QCOMPARE(page->posts.size(), 1);
        const Post &post = page->posts.at(0);
        QCOMPARE(post.remoteId, u"7"_s);
        QVERIFY(post.body.isEmpty() && post.permalink.isEmpty());
        QVERIFY(post.traits == Traits(Trait::AddressesUs));
        QCOMPARE(post.inReplyTo, u"1_9"_s);
    }

    void ownCommentWithoutAuthorIsToldByItsAdministrator()
    {
        const auto post
            = readComment(json("{'id':'9_3','message':'Hi','admin_creator':{'id':'5'}}"), readingFor(u"1"_s));
        QVERIFY(post && post->direction == Direction::Outbound && post->isAuthorAvailable);
        QCOMPARE(post->author.remoteId, u"1"_s);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::GraphParseTest)
#include "graph_parse_test.moc"
