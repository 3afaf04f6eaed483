#include "connectors/twitter/twitter_connector.h"
#include "tests/connectors/sandbox/sandbox_client.h"
#include "tests/support/wait_for.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QJsonObject kQuiet{{u"brand"_s, QJsonObject{{u"handle"_s, u"shop"_s}, {u"posts"_s, QJsonArray()}}},
    {u"mentions"_s, QJsonArray()}};

QJsonObject quietAnd(const QJsonObject &more)
{
    QJsonObject scenario = kQuiet;
    for (auto entry = more.constBegin(); entry != more.constEnd(); ++entry) {
        scenario.insert(entry.key(), entry.value());
    }
    return scenario;
}

/// The connector of the brand, on a sandbox where nobody writes unless told to.
struct Road {
    explicit Road(const QJsonObject &scenario = kQuiet, const QJsonObject &settings = {})
        : client(scenario)
        , connector(makeTwitterConnector(
              {.network = Network::Twitter,
                  .baseUrl = client.sandbox().url(),
                  .remoteId = client.sandbox().brandId(),
                  .handle = client.sandbox().brandHandle(),
                  .settings = settings},
              [] { return Result<QByteArray>(QByteArray("any")); }, client.clock()))
    {
    }

    QString say(const QString &author, const QString &text)
    {
        return client.post(u"/sandbox/twitter/messages"_s, {{u"author"_s, author}, {u"text"_s, text}})
            .body.value(u"id"_s)
            .toString();
    }

    PostPage page(const QString &stream)
    {
        const auto answer = waitFor(connector->fetch({.stream = stream}));
        return answer.result.value_or(PostPage{.unreadable = -1});
    }

    Outcome reply(const QString &text, const QString &parent)
    {
        return waitFor(connector->send({.body = text, .parentRemoteId = parent}));
    }

    SandboxClient client;
    std::unique_ptr<Connector> connector;
};

QString codeOf(const Outcome &outcome)
{
    return outcome.kind == OutcomeKind::Accepted ? u"accepted"_s : toString(outcome.error.code);
}
} // namespace

/// The connector and the simulated network, over real HTTP: they were written from the same documents and know nothing of each other.
class SandboxTwitterRoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mentionsComeWithWhatTheyAnswer_data()
    {
        QTest::addColumn<QString>("spoken");
        QTest::addColumn<QString>("asked");
        for (const char *spoken : {"tweet", "post"}) {
            for (const char *asked : {"tweet", "post"}) {
                QTest::addRow("%s, asked in %s", spoken, asked)
                    << QString::fromLatin1(spoken) << QString::fromLatin1(asked);
            }
        }
    }

    void mentionsComeWithWhatTheyAnswer()
    {
        QFETCH(const QString, spoken);
        QFETCH(const QString, asked);
        Road road(quietAnd({{u"vocabulary"_s, spoken}}), {{u"selector"_s, asked}});
        const QString theirs = road.client.write(u"tom"_s, u"My parcel is late"_s);
        const QString mention = road.client.write(u"anna"_s, u"@shop look at this"_s, theirs);
        const QString gone = road.client.write(u"tom"_s, u"Soon gone"_s);
        const QString second = road.client.write(u"anna"_s, u"@shop and this"_s, gone);
        road.client.remove(u"/sandbox/posts/"_s + gone);
        const PostPage page = road.page(u"mentions"_s);
        QCOMPARE(page.posts.size(), 3);
        QCOMPARE(page.announced, 2);
        QCOMPARE(page.posts.at(0).remoteId, second);
        QCOMPARE(page.posts.at(0).inReplyTo, gone);
        QVERIFY(page.missing.isEmpty()); // the network says that it is gone
        QCOMPARE(page.posts.at(1).remoteId, mention);
        QVERIFY(page.posts.at(1).traits.testFlag(Trait::AddressesUs));
        QCOMPARE(page.posts.at(1).permalink, u"https://x.com/anna/status/"_s + mention);
        QCOMPARE(page.posts.at(2).remoteId, theirs);
        QVERIFY(page.posts.at(2).traits.testFlag(Trait::Context));
        QCOMPARE(page.posts.at(2).author.handle, u"tom"_s);
    }

    void whatIsNotThereIsLookedUp()
    {
        Road road;
        const QString theirs = road.client.write(u"tom"_s, u"Something"_s);
        const auto found = waitFor(road.connector->lookUp({theirs, u"1"_s}));
        QVERIFY(found.result);
        QCOMPARE(found.result->size(), 1);
        QVERIFY(found.result->at(0).traits.testFlag(Trait::Context));
        QVERIFY(waitFor(road.connector->lookUp({u"1"_s})).result->isEmpty());
    }

    void quotationsOfOursAreMentions()
    {
        Road road;
        const QString ours = road.client.write(u"shop"_s, u"New opening hours"_s);
        road.client.post(u"/sandbox/twitter/posts"_s,
            {{u"author"_s, u"anna"_s}, {u"text"_s, u"About time"_s}, {u"quoted"_s, ours}});
        const PostPage page = road.page(u"mentions"_s);
        QCOMPARE(page.posts.size(), 1);
        QVERIFY(page.posts.at(0).traits.testFlag(Trait::AddressesUs));
        QCOMPARE(codeOf(road.reply(u"Glad you like it"_s, page.posts.at(0).versionId)), u"accepted"_s);
    }

    void whoDidNotAddressUsIsNotAnswered()
    {
        Road road;
        const QString theirs = road.client.write(u"tom"_s, u"shop is late again"_s);
        const Outcome outcome = road.reply(u"Sorry"_s, theirs);
        QVERIFY(outcome.kind == OutcomeKind::Rejected);
        QCOMPARE(codeOf(outcome), u"not-summoned"_s);
    }

    void messagesAreReadToTheirEnd()
    {
        Road road(quietAnd({{u"direct_messages"_s,
            QJsonArray{QJsonObject{{u"author"_s, u"anna"_s}, {u"text"_s, u"Before"_s}, {u"minutes_ago"_s, 5}},
                QJsonObject{
                    {u"author"_s, u"anna"_s}, {u"text"_s, u"Long ago"_s}, {u"minutes_ago"_s, 50000}}}}}));
        const QString now = road.say(u"tom"_s, u"Tom & Jerry"_s);
        const PostPage first = road.page(u"messages"_s);
        QCOMPARE(first.posts.size(), 2); // 30 days back and no more
        QCOMPARE(first.posts.at(0).remoteId, now);
        QCOMPARE(first.posts.at(0).body, u"Tom & Jerry"_s);
        QCOMPARE(first.posts.at(0).author.handle, u"tom"_s);
        QCOMPARE(first.newestWatermark, now);
        QVERIFY(!first.nextPageToken.isEmpty());
        const auto end
            = waitFor(road.connector->fetch({.stream = u"messages"_s, .pageToken = first.nextPageToken}));
        QVERIFY(end.result->posts.isEmpty() && end.result->nextPageToken.isEmpty());
        const auto again
            = waitFor(road.connector->fetch({.stream = u"messages"_s, .watermark = first.newestWatermark}));
        QVERIFY(again.result->nextPageToken.isEmpty());
    }

    void messagesInTheNewerNames()
    {
        Road road(quietAnd({{u"vocabulary"_s, u"post"_s}}));
        road.say(u"anna"_s, u"Hello"_s);
        const PostPage page = road.page(u"messages"_s); // asked in the older ones first
        QCOMPARE(page.posts.size(), 1);
        QCOMPARE(page.posts.at(0).author.handle, u"anna"_s);
        QCOMPARE(road.page(u"mentions"_s).unreadable, 0);
        QCOMPARE(road.client.requests().size(), 3); // one refusal taught every call
    }

    void sendersWhoAreGoneAndEncryptedChatsAreTold()
    {
        Road road;
        road.say(u"anna"_s, u"Hello"_s);
        road.client.post(u"/sandbox/twitter/messages"_s,
            {{u"author"_s, u"tom"_s}, {u"text"_s, u"secret"_s}, {u"encrypted"_s, true}});
        road.client.post(u"/sandbox/twitter/authors/anna"_s, {{u"available"_s, false}});
        const PostPage page = road.page(u"messages"_s);
        QVERIFY(page.posts.at(0).traits.testFlag(Trait::Encrypted));
        QVERIFY(page.posts.at(0).body.isEmpty());
        QVERIFY(!page.posts.at(1).isAuthorAvailable);
        QCOMPARE(page.posts.at(1).body, u"Hello"_s);
    }

    void messagesAreAnsweredAndFoundAgain()
    {
        Road road;
        road.say(u"anna"_s, u"Where is my parcel?"_s);
        const Post asked = road.page(u"messages"_s).posts.constFirst();
        const Outgoing answer{.body = u"On its way: https://example.com/t"_s,
            .operation = Operation::DirectMessage,
            .thread = asked.thread,
            .recipientRemoteId = asked.author.remoteId};
        const Outcome outcome = waitFor(road.connector->send(answer));
        QCOMPARE(codeOf(outcome), u"accepted"_s);
        Outgoing withoutThread = answer;
        withoutThread.thread.clear();
        for (const Outgoing &wanted : {answer, withoutThread}) {
            const auto found = waitFor(road.connector->findSent(wanted, road.client.clock().now() - 1min));
            QVERIFY(found.result);
            QCOMPARE(found.result->size(), 1);
            QCOMPARE(found.result->at(0).remoteId, outcome.remoteId);
        }
        QCOMPARE(codeOf(waitFor(road.connector->send(withoutThread))), u"accepted"_s);
        QVERIFY(road.page(u"messages"_s).posts.constFirst().direction == Direction::Outbound);
    }

    void aPersonMayRefuseMessages()
    {
        Road road;
        road.say(u"anna"_s, u"Hello"_s);
        road.client.post(u"/sandbox/twitter/authors/anna"_s, {{u"takes_messages"_s, false}});
        const Post asked = road.page(u"messages"_s).posts.constFirst();
        const Outcome outcome = waitFor(road.connector->send(
            {.body = u"Hello Anna"_s, .operation = Operation::DirectMessage, .thread = asked.thread}));
        QVERIFY(outcome.kind == OutcomeKind::Rejected);
        QCOMPARE(codeOf(outcome), u"person-unreachable"_s);
    }

    void repliesToOursAreHiddenAndShownAgain()
    {
        Road road;
        const QString ours = road.client.write(u"shop"_s, u"News"_s);
        const QString rude = road.client.write(u"tom"_s, u"You lot"_s, ours);
        const QString elsewhere = road.client.write(u"tom"_s, u"@shop hello"_s);
        const PostPage page = road.page(u"mentions"_s);
        QVERIFY(!page.posts.at(0).traits.testFlag(Trait::CanHide));
        QVERIFY(page.posts.at(1).traits.testFlag(Trait::CanHide));
        QCOMPARE(codeOf(waitFor(road.connector->moderate(Moderation::Hide, rude))), u"accepted"_s);
        QVERIFY(road.client.posts().at(1)[u"hidden"_s].toBool());
        QCOMPARE(codeOf(waitFor(road.connector->moderate(Moderation::Unhide, rude))), u"accepted"_s);
        QVERIFY(!road.client.posts().at(1)[u"hidden"_s].toBool());
        QCOMPARE(codeOf(waitFor(road.connector->moderate(Moderation::Hide, elsewhere))), u"forbidden"_s);
    }

    void oursAreRemovedOnceOrTwice()
    {
        Road road;
        const QString ours = road.client.write(u"shop"_s, u"Wrong"_s);
        QCOMPARE(codeOf(waitFor(road.connector->moderate(Moderation::Remove, ours))), u"accepted"_s);
        QVERIFY(road.client.posts().at(0)[u"deleted"_s].toBool());
        QCOMPARE(codeOf(waitFor(road.connector->moderate(Moderation::Remove, ours))), u"accepted"_s);
    }

    void refusalsForMoneyCapsSpamAndLocksAreToldApart_data()
    {
        QTest::addColumn<QString>("control");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("kind");
        QTest::newRow("cap") << u"cap"_s << QJsonObject{{u"period"_s, u"Daily"_s}, {u"scope"_s, u"Account"_s}}
                             << u"cap-reached"_s << u"cap"_s;
        QTest::newRow("spam") << u"refuse"_s << QJsonObject{{u"code"_s, 226}} << u"spam"_s << u"spam"_s;
        QTest::newRow("lock") << u"refuse"_s << QJsonObject{{u"code"_s, 326}} << u"forbidden"_s << u"lock"_s;
        QTest::newRow("posts of a day")
            << u"refuse"_s << QJsonObject{{u"code"_s, 185}} << u"rate-limited"_s << u"window"_s;
    }

    void refusalsForMoneyCapsSpamAndLocksAreToldApart()
    {
        QFETCH(const QString, control);
        QFETCH(const QJsonObject, body);
        QFETCH(const QString, error);
        QFETCH(const QString, kind);
        Road road;
        const QString asked = road.client.write(u"anna"_s, u"@shop hello"_s);
        QCOMPARE(road.client.post(u"/sandbox/twitter/"_s + control, body).status, 200);
        const Outcome outcome = road.reply(u"Hello"_s, asked);
        QVERIFY(outcome.kind == OutcomeKind::NotCarriedOut);
        QCOMPARE(codeOf(outcome), error);
        QCOMPARE(toString(outcome.facts.limitSignals.constLast().kind), kind);
        QVERIFY(road.client.brandPosts().isEmpty());
        QCOMPARE(road.client.post(u"/sandbox/twitter/"_s + control, {}).status, 200); // lifted
        QCOMPARE(codeOf(road.reply(u"Hello"_s, asked)), u"accepted"_s);
    }

    void creditsRunOut()
    {
        Road road(quietAnd({{u"credits"_s, 1}}));
        const QString asked = road.client.write(u"anna"_s, u"@shop hello"_s);
        const Outcome first = road.reply(u"Hello"_s, asked);
        QCOMPARE(codeOf(first), u"accepted"_s);
        QCOMPARE(first.facts.charges.size(), 1);
        const Outcome second = road.reply(u"And again"_s, asked);
        QVERIFY(second.kind == OutcomeKind::NotCarriedOut);
        QCOMPARE(codeOf(second), u"credits-depleted"_s);
        QVERIFY(second.facts.limitSignals.constLast().kind == LimitKind::Credits);
        QVERIFY(second.facts.charges.isEmpty());
    }

    void messagesHaveTheirOwnWindows()
    {
        Road road;
        road.say(u"anna"_s, u"Hello"_s);
        const auto read = waitFor(road.connector->fetch({.stream = u"messages"_s}));
        QCOMPARE(read.facts.limitSignals.at(0).limit, 15);
        QCOMPARE(read.facts.limitSignals.at(0).remaining, 14);
        const Outcome sent = waitFor(road.connector->send({.body = u"Hello"_s,
            .operation = Operation::DirectMessage,
            .thread = read.result->posts.constFirst().thread}));
        QCOMPARE(sent.facts.limitSignals.size(), 2);
        QCOMPARE(sent.facts.limitSignals.at(1).header, u"x-user-limit-24hour"_s);
        QCOMPARE(sent.facts.limitSignals.at(1).remaining, 1439);
    }

    void followersOfTheBrandAreTold()
    {
        Road road;
        const auto known = waitFor(road.connector->identify());
        QVERIFY(known.facts.audience.has_value());
        const QString ours = road.client.write(u"shop"_s, u"News"_s);
        road.client.write(u"anna"_s, u"Nice"_s, ours);
        const auto page = waitFor(road.connector->fetch({.stream = u"mentions"_s}));
        QVERIFY(page.facts.audience == known.facts.audience);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SandboxTwitterRoadTest)
#include "sandbox_twitter_road_test.moc"
