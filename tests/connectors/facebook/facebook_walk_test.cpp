#include "tests/connectors/facebook/walk_fixture.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

class FacebookWalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstWalkBringsPostsAndCommentsOfBothLevels()
    {
        WalkFixture fixture;
        const Walked walked = fixture.comments();
        QVERIFY(!walked.error);
        QCOMPARE(sorted(walked.ids()),
            QStringList({u"100_1"_s, u"100_2"_s, u"1_1"_s, u"1_2"_s, u"1_3"_s, u"1_4"_s, u"1_5"_s}));
        // More comments than a page holds; the post without any is not asked about.
        QCOMPARE(fixture.asked(),
            QStringList({kFeed, u"100_1/comments"_s, u"100_1/comments"_s, u"100_1/comments"_s}));
        QCOMPARE(fixture.base.asked(1, "filter"), u"stream"_s);
        QCOMPARE(fixture.base.asked(1, "order"), u"reverse_chronological"_s);
        QVERIFY(fixture.base.asked(1, "since").isEmpty());
        QCOMPARE(fixture.base.asked(3, "after"), u"4"_s);
        QCOMPARE(fixture.base.asked(0, "limit"), u"100"_s);
        QCOMPARE(walked.kept.watermark, QString::number((kNow - 200) * 1000));
    }

    void everyEntryHasItsPlace()
    {
        WalkFixture fixture;
        const Walked walked = fixture.comments();
        const Post ours = *walked.byId(u"100_1"_s);
        QVERIFY(ours.direction == Direction::Outbound);
        const Post theirs = *walked.byId(u"100_2"_s);
        QVERIFY(theirs.kind == MessageKind::Mention && theirs.direction == Direction::Inbound);
        const Post comment = *walked.byId(u"1_1"_s);
        QVERIFY(comment.kind == MessageKind::Comment);
        QCOMPARE(comment.inReplyTo, u"100_1"_s);
        QCOMPARE(comment.thread, u"1_1"_s);
        const Post reply = *walked.byId(u"1_2"_s);
        QVERIFY(reply.kind == MessageKind::Reply);
        QCOMPARE(reply.inReplyTo, u"1_1"_s);
        QCOMPARE(reply.thread, u"1_1"_s);
        const Post answer = *walked.byId(u"1_3"_s); // written in another tool
        QVERIFY(answer.direction == Direction::Outbound);
        QCOMPARE(answer.author.remoteId, u"100"_s);
    }

    void quietPageCostsOneCall()
    {
        WalkFixture fixture;
        const Walked first = fixture.comments();
        const qsizetype before = fixture.base.server.requests().size();
        const Walked second = fixture.comments(first.kept);
        QCOMPARE(fixture.asked(before), QStringList({kFeed}));
        QCOMPARE(second.kept.watermark, first.kept.watermark);
    }

    void newCommentIsReadFromWhereThePostWasReadWhole()
    {
        WalkFixture fixture;
        const Walked first = fixture.comments();
        const qsizetype before = fixture.base.server.requests().size();
        fixture.comment(u"1_6"_s, 20);
        const Walked second = fixture.comments(first.kept);
        QVERIFY(second.byId(u"1_6"_s));
        QVERIFY(!second.byId(u"1_5"_s));
        QCOMPARE(fixture.asked(before), QStringList({kFeed, u"100_1/comments"_s}));
        QCOMPARE(fixture.base.asked(before + 1, "since"),
            QString::number(kNow - 120)); // a little earlier than needed
    }

    /// A reply need not change the time of its post; the count tells.
    void replyThatDoesNotTouchItsPostIsFound()
    {
        WalkFixture fixture;
        const Walked first = fixture.comments();
        fixture.comment(u"1_6"_s, 10, u"1_1"_s);
        QVERIFY(fixture.comments(first.kept).byId(u"1_6"_s));
    }

    void withoutCountsEveryPostIsRead()
    {
        WalkFixture fixture;
        fixture.page.tellsCounts = false;
        const Walked first = fixture.comments();
        fixture.comment(u"1_6"_s, 10, u"1_1"_s);
        QVERIFY(fixture.comments(first.kept).byId(u"1_6"_s));
    }

    /// What is known from earlier runs is kept with the watermark, so that a new run asks no more than the last one would have.
    void anotherRunGoesOnWhereTheLastEnded()
    {
        WalkFixture fixture;
        const Walked first = fixture.comments();
        fixture.base.make(fixture.base.account());
        const qsizetype before = fixture.base.server.requests().size();
        (void)fixture.comments(first.kept);
        QCOMPARE(fixture.asked(before), QStringList({kFeed}));
    }

    void withoutItsNotesARunReadsFromTheWatermark()
    {
        WalkFixture fixture;
        const Walked first = fixture.comments();
        fixture.comment(u"1_6"_s, 10, u"1_1"_s);
        const qsizetype before = fixture.base.server.requests().size();
        const Walked second = fixture.comments({.stream = u"comments"_s, .watermark = first.kept.watermark});
        QVERIFY(second.byId(u"1_6"_s));
        QCOMPARE(fixture.base.asked(before + 1, "since"), QString::number(kNow - 320));
    }

    void interruptedWalkLosesNothing_data()
    {
        QTest::addColumn<int>("pages");
        for (int pages = 0; pages <= 5; ++pages) {
            QTest::newRow(qPrintable(QString::number(pages))) << pages;
        }
    }

    void interruptedWalkLosesNothing()
    {
        QFETCH(const int, pages);
        WalkFixture fixture;
        const Walked first = fixture.comments();
        fixture.comment(u"1_6"_s, 40);
        fixture.comment(u"1_7"_s, 30, u"1_1"_s);
        fixture.comment(u"1_8"_s, 20);
        fixture.page.add(kFeed, {.id = u"100_3"_s, .at = kNow - 15, .from = u"56"_s, .changedAt = kNow - 5});
        fixture.page.add(u"100_3/comments"_s, {.id = u"3_1"_s, .at = kNow - 5, .from = u"57"_s});
        fixture.page.add(
            kFeed, {.id = u"100_0"_s, .at = kNow - 99'000, .from = u"100"_s, .changedAt = kNow - 99'000});
        const Walked cut = fixture.comments(first.kept, pages);
        if (cut.kept.watermark == first.kept.watermark) {
            QCOMPARE(cut.kept.state, first.kept.state);
        }
        fixture.base.make(fixture.base.account()); // as after a crash
        const QStringList seen = cut.ids() + fixture.comments(cut.kept).ids();
        for (const QString &id : {u"1_6"_s, u"1_7"_s, u"1_8"_s, u"100_3"_s, u"3_1"_s}) {
            QVERIFY2(seen.contains(id), qPrintable(id));
        }
    }

    /// Somebody writes below a post that was already read, while the walk goes on elsewhere.
    void commentWrittenDuringAWalkIsFoundByTheNext()
    {
        WalkFixture fixture;
        fixture.page.add(
            kFeed, {.id = u"100_3"_s, .at = kNow - 9500, .from = u"100"_s, .changedAt = kNow - 50});
        fixture.page.add(u"100_3/comments"_s, {.id = u"3_1"_s, .at = kNow - 50, .from = u"57"_s});
        int calls = 0;
        fixture.base.server.setScript([&](const WireRequest &request) {
            const PageFixture::Step step = fixture.page.answer(request);
            if (++calls == 4) {
                // The first post has been read to its end by now; the other one brings something newer still.
                fixture.comment(u"1_6"_s, -60);
                fixture.page.add(u"100_3/comments"_s, {.id = u"3_2"_s, .at = kNow + 90, .from = u"57"_s});
            }
            return step;
        });
        Walked first = fixture.comments();
        QVERIFY(first.kept.watermark.toLongLong() <= kNow * 1000);
        const Walked second = fixture.comments(first.kept);
        const QStringList seen = first.ids() + second.ids();
        QVERIFY(seen.contains(u"1_6"_s));
        QVERIFY(seen.contains(u"3_2"_s));
    }

    void shortAndEmptyPagesInTheMiddleDoNotEndAList()
    {
        WalkFixture fixture;
        fixture.page.withheld = {u"1_5"_s, u"1_4"_s, u"1_2"_s}; // the first page is empty, the second short
        QVERIFY(fixture.comments().byId(u"1_1"_s));
    }

    void repeatedPageIsRefused()
    {
        WalkFixture fixture;
        fixture.base.server.setScript([](const WireRequest &) {
            return PageFixture::answer(200,
                json("{'data':[{'id':'100_1'}],'paging':{'cursors':{'after':'same'},'next':'https://x.test/"
                     "'}}"));
        });
        const Walked walked = walk(*fixture.base.connector, {.stream = u"own"_s});
        QVERIFY(walked.error && walked.error->code == ErrorCode::MalformedAnswer);
        QCOMPARE(walked.pages, 1);
    }

    void tokensHoldNoAddressAndNoSecret()
    {
        WalkFixture fixture;
        const auto answer = waitFor(fixture.base.connector->fetch({.stream = u"comments"_s}));
        const auto next = waitFor(fixture.base.connector->fetch(
            {.stream = u"comments"_s, .pageToken = answer.result->nextPageToken}));
        const QByteArray token
            = QByteArray::fromBase64(next.result->nextPageToken.toLatin1(), QByteArray::Base64UrlEncoding);
        QVERIFY(token.contains("after=2"));
        QVERIFY(!token.contains("SECRET") && !token.contains("graph.test"));
        for (const WireRequest &request : fixture.base.server.requests()) {
            QVERIFY(!request.target.contains("SECRET"));
        }
    }

    void tokenOfSomethingElseBeginsTheWalkAgain()
    {
        WalkFixture fixture;
        const auto answer
            = waitFor(fixture.base.connector->fetch({.stream = u"comments"_s, .pageToken = u"QUFB!"_s}));
        QVERIFY(answer.result.has_value());
        QCOMPARE(fixture.asked(), QStringList({kFeed}));
    }

    void olderPostsAreLeftAlone()
    {
        WalkFixture fixture;
        const qint64 day = 86'400;
        for (int i = 0; i < 6; ++i) {
            const qint64 at = kNow - day * (40 + i);
            fixture.page.add(kFeed, {.id = u"100_5%1"_s.arg(i), .at = at, .from = u"100"_s, .changedAt = at});
        }
        const Walked walked = fixture.comments();
        QVERIFY(!walked.error);
        QCOMPARE(fixture.asked().count(kFeed), 2); // ends with the first page on which everything is older
    }

    void postThatVanishesMeanwhileIsPassedOver_data()
    {
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("gone") << graphError(100, 33);
        QTest::newRow("not ours to read") << graphError(10);
    }

    void postThatVanishesMeanwhileIsPassedOver()
    {
        QFETCH(const QByteArray, error);
        WalkFixture fixture;
        fixture.page.failures.insert(u"100_1/comments"_s, error);
        fixture.page.add(u"100_2/comments"_s, {.id = u"2_1"_s, .at = kNow - 7000, .from = u"57"_s});
        const Walked walked = fixture.comments();
        QVERIFY(!walked.error);
        QVERIFY(walked.byId(u"2_1"_s));
        QVERIFY(fixture.base.connector->capabilities().can(Feature::ReadComments));
        fixture.page.failures.clear();
        QVERIFY(fixture.comments(walked.kept).byId(u"1_1"_s)); // it is asked again
    }

    /// With a person's token lists of comments are empty instead of refused.
    void countedCommentsThatAreNotThereRaiseTheQuestionWhoseTokenThisIs_data()
    {
        QTest::addColumn<bool>("isPages");
        QTest::newRow("a person's") << false;
        QTest::newRow("the Page's") << true;
    }

    void countedCommentsThatAreNotThereRaiseTheQuestionWhoseTokenThisIs()
    {
        QFETCH(const bool, isPages);
        WalkFixture fixture;
        fixture.page.pageSize = 10;
        fixture.base.server.setScript([&fixture, isPages](const WireRequest &request) {
            if (request.target.startsWith("/v25.0/me?")) {
                return isPages ? PageFixture::answer(200, json("{'id':'100','name':'Shop'}"))
                               : PageFixture::answer(400, graphError(100));
            }
            return request.target.contains("/comments?") ? PageFixture::answer(200, json("{'data':[]}"))
                                                         : fixture.page.answer(request);
        });
        const Walked walked = fixture.comments();
        QCOMPARE(walked.error.has_value(), !isPages);
        QVERIFY(isPages || walked.error->code == ErrorCode::Unauthorised);
        QCOMPARE(fixture.asked().count(u"me"_s), isPages ? 1 : 2);
        fixture.comment(u"1_6"_s, 10);
        QCOMPARE(fixture.comments(walked.kept).error.has_value(), !isPages);
        QCOMPARE(fixture.asked().count(u"me"_s), isPages ? 1 : 4); // once known, it is not asked again
    }

    void limitInTheMiddleCutsTheWalk()
    {
        WalkFixture fixture;
        fixture.page.failures.insert(u"100_1/comments"_s, graphError(80001));
        const Walked walked = fixture.comments();
        QVERIFY(walked.error && walked.error->code == ErrorCode::RateLimited);
        QVERIFY(walked.kept.watermark.isEmpty());
    }

    void missingParentsAreNamed()
    {
        WalkFixture fixture;
        const Walked first = fixture.comments();
        fixture.comment(u"1_6"_s, 10, u"1_1"_s);
        const auto feed = waitFor(fixture.base.connector->fetch(first.kept));
        Cursor at = first.kept;
        at.pageToken = feed.result->nextPageToken;
        QCOMPARE(waitFor(fixture.base.connector->fetch(at)).result->missing, QStringList({u"1_1"_s}));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::FacebookWalkTest)
#include "facebook_walk_test.moc"
