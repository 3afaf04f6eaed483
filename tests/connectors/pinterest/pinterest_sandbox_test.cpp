#include "tests/connectors/pinterest/sandbox_road.h"

#include <QTest>

#include <algorithm>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
QJsonObject withPartner()
{
    return {{u"partner"_s, partnerProfile()}};
}

const QString kRadar = u"comments-radar"_s;
const QString kComments = u"comments"_s;
} // namespace

class PinterestSandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void radarHearsACommentAfterItsLag()
    {
        SandboxRoad road({{u"metrics_lag_s"_s, 7200}});
        const Walked first = walkStream(*road.connector, kRadar);
        QCOMPARE(first.error, u"none"_s);
        QVERIFY(first.posts.isEmpty());
        (void)road.comment(u"Is it oak?"_s);
        QVERIFY(walkStream(*road.connector, kRadar, first.state).posts.isEmpty());
        road.clock.advance(std::chrono::hours(8)); // everything said before is in the numbers now
        const Walked later = walkStream(*road.connector, kRadar, first.state);
        QVERIFY(!later.posts.isEmpty());
        bool isHeard = false;
        for (const Post &post : later.posts) {
            isHeard = isHeard || post.body.contains(u"“Walnut table”"_s);
            QVERIFY(post.kind == MessageKind::Signal);
            QVERIFY(!post.body.contains(u"oak"_s)); // no text is invented, and none is known
        }
        QVERIFY(isHeard);
        road.restart();
        QVERIFY(walkStream(*road.connector, kRadar, later.state).posts.isEmpty());
    }

    void deletedCommentIsNoSignal()
    {
        SandboxRoad road;
        const QString id = road.comment(u"Oops"_s);
        const Walked first = walkStream(*road.connector, kRadar);
        (void)road.control("DELETE", u"pinterest/comments/"_s + id);
        const Walked second = walkStream(*road.connector, kRadar, first.state);
        QVERIFY(second.posts.isEmpty());
        (void)road.comment(u"Again"_s);
        QCOMPARE(walkStream(*road.connector, kRadar, second.state).posts.size(), 1);
    }

    void manyPinsOverPagesInAnyOrderAndTwice()
    {
        SandboxRoad road({{u"pin_count"_s, 600}});
        const Walked first = walkStream(*road.connector, kRadar);
        QCOMPARE(first.pages, 3);
        (void)road.comment(u"Oak?"_s);
        road.fault({{u"kind"_s, u"repeated_items"_s}, {u"items"_s, 20}});
        const Walked second = walkStream(*road.connector, kRadar, first.state);
        QCOMPARE(second.posts.size(), 1);
        road.fault({{u"kind"_s, u"reordered"_s}});
        QVERIFY(walkStream(*road.connector, kRadar, second.state).posts.isEmpty());
    }

    void pinsByOthersAreHeardOnce()
    {
        SandboxRoad road;
        for (const auto &[stream, kind, words] :
            {std::tuple(u"collaborators"_s, u"collaborator"_s, u"on the board “Customers' corners”"_s),
                std::tuple(u"domain-radar"_s, u"domain"_s, u"from your website"_s)}) {
            const Walked first = walkStream(*road.connector, stream);
            QCOMPARE(first.error, u"none"_s);
            QVERIFY(first.posts.isEmpty()); // what was there is some days old
            (void)road.control("POST", u"pinterest/pins"_s, {{u"kind"_s, kind}, {u"title"_s, u"Look"_s}});
            const Walked second = walkStream(*road.connector, stream, first.state);
            QCOMPARE(second.posts.size(), 1);
            QVERIFY2(
                second.posts.constFirst().body.contains(words), qPrintable(second.posts.constFirst().body));
            QVERIFY(walkStream(*road.connector, stream, second.state).posts.isEmpty());
        }
    }

    void freshPinIsHeardOnTheFirstWalk()
    {
        SandboxRoad road;
        (void)road.control("POST", u"pinterest/pins"_s, {{u"kind"_s, u"domain"_s}, {u"minutes_ago"_s, 30}});
        QCOMPARE(walkStream(*road.connector, u"domain-radar"_s).posts.size(), 1);
    }

    void commentIsAnsweredAndBothAreRead()
    {
        SandboxRoad road({}, withPartner());
        const QString id = road.comment(u"Is it oak? <b>&amp;</b> 😀"_s);
        const Walked first = walkStream(*road.connector, kComments);
        QCOMPARE(first.error, u"none"_s);
        const auto question = std::find_if(
            first.posts.begin(), first.posts.end(), [&id](const Post &post) { return post.remoteId == id; });
        QVERIFY(question != first.posts.end());
        QCOMPARE(question->body, u"Is it oak? <b>&amp;</b> 😀"_s);
        const Outcome sent
            = waitFor(road.connector->send({.body = u"Walnut & ash, 2+2 = 4"_s, .parentRemoteId = id}));
        QVERIFY(sent.kind == OutcomeKind::Accepted);
        QCOMPARE(road.brandComments().size(), 1);
        QCOMPARE(road.brandComments().constFirst().value(u"text"_s).toString(), u"Walnut & ash, 2+2 = 4"_s);
        QCOMPARE(road.brandComments().constFirst().value(u"reply_to"_s).toString(), id);
        const Walked second = walkStream(*road.connector, kComments, first.state);
        const auto answer = std::find_if(second.posts.begin(), second.posts.end(),
            [&sent](const Post &post) { return post.remoteId == sent.remoteId; });
        QVERIFY(answer != second.posts.end());
        QVERIFY(answer->direction == Direction::Outbound);
        QCOMPARE(answer->inReplyTo, id);
    }

    void lostAnswerIsFoundAgainAfterARestart_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("dropped") << u"drop_after_write"_s;
        QTest::newRow("reset") << u"reset_after_write"_s;
        QTest::newRow("server fault") << u"status_after_write"_s;
    }

    void lostAnswerIsFoundAgainAfterARestart()
    {
        QFETCH(const QString, fault);
        SandboxRoad road({}, withPartner());
        const QString id = road.comment(u"Is it oak?"_s);
        road.fault({{u"kind"_s, fault}, {u"operation"_s, u"pin-comment-create"_s}, {u"count"_s, 1}});
        const Instant began = road.clock.now();
        const Outgoing reply{.body = u"Walnut, since 1974"_s, .parentRemoteId = id};
        QVERIFY(waitFor(road.connector->send(reply)).kind == OutcomeKind::Unknown);
        QCOMPARE(road.brandComments().size(), 1);
        road.restart();
        const auto found = waitFor(road.connector->findSent(reply, began));
        QVERIFY(found.result);
        QCOMPARE(found.result->size(), 1);
        QCOMPARE(
            found.result->constFirst().remoteId, road.brandComments().constFirst().value(u"id"_s).toString());
        const Outgoing other{.body = u"Never written"_s, .parentRemoteId = id};
        QVERIFY(waitFor(road.connector->findSent(other, began)).result->isEmpty());
    }

    void replyToAReplyIsFoundBelowItsTop()
    {
        SandboxRoad road({}, withPartner());
        const QString top = road.comment(u"Is it oak?"_s);
        const QString below = road.comment(u"I wonder too"_s, top);
        const Outgoing reply{.body = u"Walnut"_s, .parentRemoteId = below};
        const Instant began = road.clock.now();
        QVERIFY(waitFor(road.connector->send(reply)).kind == OutcomeKind::Accepted);
        road.restart();
        QCOMPARE(waitFor(road.connector->findSent(reply, began)).result->size(), 1);
    }

    void refusalsAreToldApart()
    {
        SandboxRoad road({{u"write_gap_s"_s, 10}}, withPartner());
        const QString id = road.comment(u"Is it oak?"_s);
        const Outgoing reply{.body = u"Walnut"_s, .parentRemoteId = id};
        (void)road.control("POST", u"pinterest/spam"_s, {{u"count"_s, 1}});
        QCOMPARE(toString(waitFor(road.connector->send(reply)).error.code), u"spam"_s);
        QVERIFY(waitFor(road.connector->send(reply)).kind == OutcomeKind::Accepted);
        const Outcome hasty = waitFor(road.connector->send({.body = u"And ash"_s, .parentRemoteId = id}));
        QCOMPARE(toString(hasty.error.code), u"rate-limited"_s);
        QVERIFY(hasty.error.retryAfter == std::optional<milliseconds>(std::chrono::minutes(1)));
        QVERIFY(waitFor(road.connector->send({.body = QString(501, u'x'), .parentRemoteId = id})).kind
            != OutcomeKind::Accepted);
        (void)road.control("POST", u"pinterest/lock"_s, {{u"locked"_s, true}});
        QCOMPARE(toString(waitFor(road.connector->send(reply)).error.code), u"forbidden"_s);
        QCOMPARE(road.brandComments().size(), 1);
    }

    void commentOnOurPinCanBeRemoved()
    {
        SandboxRoad road({}, withPartner());
        const QString id = road.comment(u"Buy my pills"_s);
        QVERIFY(waitFor(road.connector->moderate(Moderation::Remove, id)).kind == OutcomeKind::Accepted);
        QVERIFY(waitFor(road.connector->lookUp({id})).result->isEmpty());
        QVERIFY(waitFor(road.connector->moderate(Moderation::Remove, id)).kind == OutcomeKind::Accepted);
    }

    void limitIsToldWithItsEnd()
    {
        SandboxRoad road;
        (void)road.control("POST", u"windows"_s,
            {{u"operation"_s, u"org_read"_s}, {u"name"_s, u"1 min"_s}, {u"limit"_s, 1}});
        QVERIFY(waitFor(road.connector->identify()).result);
        const auto limited = waitFor(road.connector->fetch({.stream = kRadar}));
        QCOMPARE(errorOf(limited.result), u"rate-limited"_s);
        QVERIFY(limited.result.error().retryAfter == std::optional<milliseconds>(std::chrono::minutes(1)));
        QVERIFY(!limited.facts.limitSignals.isEmpty());
    }

    void audienceFollowsTheAccount()
    {
        SandboxRoad road;
        (void)road.control("POST", u"pinterest/followers"_s, {{u"count"_s, 50'001}});
        QVERIFY(walkStream(*road.connector, u"collaborators"_s).audience == std::optional<qint64>(50'001));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PinterestSandboxTest)
#include "pinterest_sandbox_test.moc"
