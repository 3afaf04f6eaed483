#include "tests/connectors/facebook/walk_fixture.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

/// The streams beside the comments.
class FacebookStreamsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesOfChangedConversations()
    {
        WalkFixture fixture;
        fixture.message(u"t_1"_s, u"m_1"_s, 500, u"55"_s);
        fixture.message(u"t_1"_s, u"m_2"_s, 400, u"100"_s); // typed in another tool
        fixture.message(u"t_2"_s, u"m_3"_s, 300, u"56"_s);
        const Walked first = walk(*fixture.base.connector, {.stream = u"messages"_s});
        QVERIFY(!first.error);
        QCOMPARE(sorted(first.ids()), QStringList({u"m_1"_s, u"m_2"_s, u"m_3"_s}));
        QCOMPARE(fixture.base.asked(0, "platform"), u"MESSENGER"_s);
        const Post asked = *first.byId(u"m_1"_s);
        QVERIFY(asked.lane == Lane::Private && asked.kind == MessageKind::DirectMessage);
        QCOMPARE(asked.thread, u"t_1"_s);
        QCOMPARE(asked.author.remoteId, u"55"_s);
        QVERIFY(first.byId(u"m_2"_s)->direction == Direction::Outbound);
        fixture.message(u"t_1"_s, u"m_4"_s, 20, u"55"_s);
        const qsizetype before = fixture.base.server.requests().size();
        const Walked second = walk(*fixture.base.connector, first.kept);
        QVERIFY(second.byId(u"m_4"_s));
        QCOMPARE(fixture.asked(before), QStringList({kThreads, u"t_1/messages"_s}));
    }

    /// A list of conversations announces no message.
    void onlyMessagesAreAnnounced()
    {
        WalkFixture fixture;
        fixture.message(u"t_1"_s, u"m_1"_s, 500, u"55"_s);
        fixture.message(u"t_2"_s, u"m_2"_s, 300, u"56"_s);
        Cursor cursor{.stream = u"messages"_s};
        int announced = 0;
        int fetched = 0;
        do {
            const auto page = waitFor(fixture.base.connector->fetch(cursor));
            QVERIFY(page.result.has_value());
            announced += page.result->announced;
            fetched += int(page.result->posts.size());
            cursor.pageToken = page.result->nextPageToken;
        } while (!cursor.pageToken.isEmpty());
        QCOMPARE(fetched, 2);
        QCOMPARE(announced, 2);
    }

    void longConversationIsReadBackToWhereItWasReadWhole()
    {
        WalkFixture fixture;
        for (int i = 0; i < 9; ++i) {
            fixture.message(u"t_1"_s, u"m_%1"_s.arg(i), 9000 - i, u"55"_s);
        }
        const Walked first = walk(*fixture.base.connector, {.stream = u"messages"_s});
        QCOMPARE(first.posts.size(), 9);
        for (int i = 0; i < 3; ++i) {
            fixture.message(u"t_1"_s, u"m_new%1"_s.arg(i), 20 - i, u"55"_s);
        }
        const qsizetype before = fixture.base.server.requests().size();
        const Walked second = walk(*fixture.base.connector, first.kept);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(second.byId(u"m_new%1"_s.arg(i)));
        }
        QCOMPARE(fixture.asked(before).count(u"t_1/messages"_s), 2); // the second ends with something older
    }

    void visitorsPostsAndTagsAreOneStream()
    {
        WalkFixture fixture;
        fixture.page.add(
            u"100/visitor_posts"_s, {.id = u"100_7"_s, .text = u"Hello"_s, .at = kNow - 60, .from = u"55"_s});
        fixture.page.add(u"100/tagged"_s, {.id = u"55_8"_s, .text = u"@shop"_s, .at = kNow - 50});
        const Walked walked = walk(*fixture.base.connector, {.stream = u"mentions"_s});
        QCOMPARE(sorted(walked.ids()), QStringList({u"100_7"_s, u"55_8"_s}));
        QCOMPARE(fixture.asked(), QStringList({u"100/visitor_posts"_s, u"100/tagged"_s, u"100/ratings"_s}));
        QVERIFY(!walked.byId(u"55_8"_s)->isAuthorAvailable);
        QCOMPARE(walked.kept.watermark, QString::number((kNow - 50) * 1000));
    }

    void recommendationIsAMentionBelowWhosePostIsAnswered()
    {
        PageFixture fixture;
        fixture.server.setScript([](const WireRequest &request) {
            return PageFixture::answer(200,
                request.target.contains("/ratings?") ? json(
                    "{'data':[{'created_time':'2025-11-19T13:00:00+0000','review_text':'Waited three weeks',"
                    "'recommendation_type':'negative','reviewer':{'id':'55','name':'Anna'},"
                    "'open_graph_story':{'id':'77'}},"
                    "{'recommendation_type':'positive','open_graph_story':{'id':'78'}},"
                    "{'review_text':'no place to answer'}]}")
                                                     : json("{'data':[]}"));
        });
        const Walked walked = walk(*fixture.connector, {.stream = u"mentions"_s});
        QVERIFY(!walked.error);
        QCOMPARE(walked.ids(), QStringList({u"77"_s, u"78"_s}));
        const Post said = *walked.byId(u"77"_s);
        QVERIFY(said.kind == MessageKind::Mention && said.traits == Trait::AddressesUs);
        QCOMPARE(said.body, u"👎 Waited three weeks"_s);
        QCOMPARE(said.author.name, u"Anna"_s);
        QCOMPARE(said.permalink, u"https://www.facebook.com/77"_s);
        QCOMPARE(walked.byId(u"78"_s)->body, u"👍"_s);
        QVERIFY(!walked.byId(u"78"_s)->isAuthorAvailable);
        const qsizetype before = fixture.server.requests().size();
        (void)waitFor(
            fixture.connector->send({.body = u"Sorry!"_s, .parentRemoteId = u"77"_s, .thread = u"77"_s}));
        QCOMPARE(fixture.path(before), QByteArray("/v25.0/77/comments"));
    }

    void listThatIsNotGivenLeavesTheOther()
    {
        WalkFixture fixture;
        fixture.page.failures.insert(u"100/visitor_posts"_s, graphError(10));
        fixture.page.add(u"100/tagged"_s, {.id = u"55_8"_s, .at = kNow - 50});
        const Walked walked = walk(*fixture.base.connector, {.stream = u"mentions"_s});
        QVERIFY(!walked.error && walked.byId(u"55_8"_s));
        QVERIFY(fixture.base.connector->capabilities().can(Feature::ReadMentions));
        fixture.page.failures.insert(u"100/tagged"_s, graphError(10));
        fixture.page.failures.insert(u"100/ratings"_s, graphError(10));
        QVERIFY(walk(*fixture.base.connector, {.stream = u"mentions"_s}).error);
        QVERIFY(!fixture.base.connector->capabilities().can(Feature::ReadMentions));
    }

    void flatListEndsWhereItIsKnown()
    {
        WalkFixture fixture;
        for (int i = 0; i < 8; ++i) {
            fixture.page.add(
                u"100/published_posts"_s, {.id = u"100_3%1"_s.arg(i), .at = kNow - 1000 * i - 100});
        }
        const Walked first = walk(*fixture.base.connector, {.stream = u"own"_s});
        QCOMPARE(first.posts.size(), 8);
        QVERIFY(first.posts.at(0).direction == Direction::Outbound);
        const qsizetype before = fixture.base.server.requests().size();
        (void)walk(*fixture.base.connector, first.kept);
        QCOMPARE(fixture.base.server.requests().size() - before, 1);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::FacebookStreamsTest)
#include "facebook_streams_test.moc"
