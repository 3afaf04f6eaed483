#include "tests/connectors/twitter/connector_fixture.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using Step = LoopbackServer::Step;

namespace {
const Outgoing kReply{.body = u"Sorry! See https://example.com/returns"_s, .parentRemoteId = u"500"_s};
constexpr qsizetype kMostPages = 32;
const Instant kSince = *instantFromIso(u"2025-11-19T13:59:30.700Z"_s);

/// A post of ours, as the network gives it back.
QByteArray post(const char *id, const char *time, const char *parent = "500",
    const char *text = "@anna Sorry! See https://t.co/abc")
{
    return json(QByteArray("{'id':'") + id + "','author_id':'7','created_at':'2025-11-19T" + time
        + ".000Z','text':'" + text + "','referenced_tweets':[{'type':'replied_to','id':'" + parent + "'}]}");
}

QByteArray page(const QByteArrayList &posts, const QByteArray &next = {})
{
    return json("{'data':[") + posts.join(',') + json("],'meta':{")
        + (next.isEmpty() ? QByteArray() : json("'next_token':'" + next + "'")) + "}}";
}

QStringList idsOf(const Answer<QList<Post>> &answer)
{
    QStringList ids;
    for (const Post &entry : answer.result.value_or(QList<Post>())) {
        ids.append(entry.remoteId);
    }
    return ids;
}
} // namespace

class FindSentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOursToTheSameParentWithTheSameText()
    {
        ConnectorFixture fixture;
        fixture.always(200,
            page({post("950", "14:00:05"), post("940", "14:00:03", "501"),
                post("930", "14:00:02", "500", "Another text"), post("920", "13:59:45"),
                post("910", "13:59:20")}),
            {{"x-rate-limit-limit", "900"}, {"x-rate-limit-remaining", "899"},
                {"x-rate-limit-reset", "1763561100"}});
        const auto answer = waitFor(fixture.connector->findSent(kReply, kSince));
        QCOMPARE(errorOf(answer.result), u"none"_s);
        QCOMPARE(idsOf(answer), QStringList({u"920"_s, u"950"_s}));
        QVERIFY(answer.facts.limitSignals.at(0).operation == Operation::ReadOwn);
        QCOMPARE(fixture.server.requests().size(), 1);
        QCOMPARE(fixture.path(0), QByteArray("/2/users/7/tweets"));
        QCOMPARE(fixture.asked(0, "max_results"), u"100"_s);
        QVERIFY(fixture.asked(0, "tweet.fields").contains(u"referenced_tweets"_s));
        QVERIFY(fixture.asked(0, "tweet.fields").contains(u"created_at"_s));
    }

    /// created_at has whole seconds: a post made in the second the attempt began in counts.
    void theSecondOfTheAttemptCounts()
    {
        ConnectorFixture fixture;
        fixture.always(200, page({post("920", "13:59:30"), post("910", "13:59:29")}));
        QCOMPARE(idsOf(waitFor(fixture.connector->findSent(kReply, kSince))), QStringList({u"920"_s}));
    }

    void anyOrderGivesOldestFirstAndEachOnce()
    {
        ConnectorFixture fixture;
        fixture.always(200,
            page({post("920", "13:59:45"), post("1000", "14:00:10"), post("920", "13:59:45"),
                post("950", "14:00:05")}));
        QCOMPARE(idsOf(waitFor(fixture.connector->findSent(kReply, kSince))),
            QStringList({u"920"_s, u"950"_s, u"1000"_s}));
    }

    void walksPagesUntilOlderThanTheAttempt()
    {
        ConnectorFixture fixture;
        fixture.server.setScript([](const WireRequest &request) {
            if (!request.target.contains("pagination_token")) {
                return Step{LoopbackServer::answer(200, page({post("950", "14:00:05", "1")}, "second"))};
            }
            return Step{LoopbackServer::answer(
                200, page({post("940", "14:00:01"), post("930", "13:00:00")}, "third"))};
        });
        QCOMPARE(idsOf(waitFor(fixture.connector->findSent(kReply, kSince))), QStringList({u"940"_s}));
        QCOMPARE(fixture.server.requests().size(), 2);
        QCOMPARE(fixture.asked(1, "pagination_token"), u"second"_s);
    }

    /// 32 pages (3,200 posts, all a timeline gives) and still not back at the attempt: "not there" would be a guess, so it is an error, unless it was seen on the way.
    void stopsAfterAsManyPagesAsTheNetworkGives_data()
    {
        QTest::addColumn<QByteArray>("onLastPage");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("not seen") << post("950", "14:00:05", "1") << u"not-found"_s << QStringList();
        QTest::newRow("seen") << post("940", "14:00:04") << u"none"_s << QStringList({u"940"_s});
    }

    void stopsAfterAsManyPagesAsTheNetworkGives()
    {
        QFETCH(const QByteArray, onLastPage);
        QFETCH(const QString, error);
        QFETCH(const QStringList, found);
        ConnectorFixture fixture;
        fixture.server.setScript([&fixture, onLastPage](const WireRequest &) {
            const qsizetype number = fixture.server.requests().size();
            const QByteArray entry = number < kMostPages ? post("950", "14:00:05", "1") : onLastPage;
            return Step{LoopbackServer::answer(200, page({entry}, QByteArray::number(number)))};
        });
        const auto answer = waitFor(fixture.connector->findSent(kReply, kSince));
        QCOMPARE(errorOf(answer.result), error);
        QCOMPARE(idsOf(answer), found);
        QCOMPARE(fixture.server.requests().size(), kMostPages);
        QVERIFY(answer.facts.further == QList<Operation>(kMostPages - 1, Operation::ReadOwn));
    }

    void withoutReferencesTheTextAloneCounts()
    {
        ConnectorFixture fixture;
        fixture.always(200,
            json("{'data':[{'id':'950','created_at':'2025-11-19T14:00:05.000Z','text':'@anna Sorry! See "
                 "https://t.co/abc'},"
                 "{'id':'940','created_at':'2025-11-19T14:00:04.000Z','text':'Something else'}],'meta':{}}"));
        QCOMPARE(idsOf(waitFor(fixture.connector->findSent(kReply, kSince))), QStringList({u"950"_s}));
    }

    void postsOfOthersDoNotCount()
    {
        ConnectorFixture fixture;
        fixture.always(
            200, page({post("950", "14:00:05").replace("\"author_id\":\"7\"", "\"author_id\":\"8\"")}));
        QVERIFY(idsOf(waitFor(fixture.connector->findSent(kReply, kSince))).isEmpty());
    }

    void emptyTimelineIsAnEmptyList()
    {
        ConnectorFixture fixture;
        fixture.always(200, json("{'meta':{'result_count':0}}"));
        const auto answer = waitFor(fixture.connector->findSent(kReply, kSince));
        QVERIFY(answer.result);
        QVERIFY(answer.result->isEmpty());
    }

    /// A look-up that could not see everything must not say "nothing there".
    void failureOnAnyPageIsAnError()
    {
        ConnectorFixture fixture;
        fixture.server.setScript([](const WireRequest &request) {
            const bool isFirst = !request.target.contains("pagination_token");
            return Step{isFirst ? LoopbackServer::answer(200, page({post("950", "14:00:05")}, "second"))
                                : LoopbackServer::answer(429, "{}")};
        });
        QCOMPARE(errorOf(waitFor(fixture.connector->findSent(kReply, kSince)).result), u"rate-limited"_s);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::FindSentTest)
#include "find_sent_test.moc"
