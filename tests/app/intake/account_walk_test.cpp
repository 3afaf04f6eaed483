#include "app/intake/account_walk.h"

#include "app/store/conversation_store.h"
#include "app/store/ledger_store.h"
#include "app/store/message_store.h"
#include "tests/support/desk_fixture.h"
#include "tests/support/scripted_connector.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
struct Bench {
    Bench()
    {
        network.walked = {{.name = u"mentions"_s, .operation = Operation::ReadMentions},
            {.name = u"messages"_s, .operation = Operation::ReadMessages, .every = 60s}};
    }

    WalkReport walk(AccountWalk::Streams streams = AccountWalk::Streams::All)
    {
        AccountWalk job(*desk.store, network, desk.clock, desk.account.id, streams);
        WalkReport report;
        bool isDone = false;
        QObject::connect(&job, &AccountWalk::finished, &job, [&](const WalkReport &ended) {
            report = ended;
            isDone = true;
        });
        job.start();
        [&] { QTRY_VERIFY(isDone); }();
        return report;
    }

    void give(const QString &stream, PostPage page, const CallFacts &facts = {})
    {
        network.pages[stream].push_back({.result = std::move(page), .facts = facts});
    }
    void refuse(const QString &stream, const Error &error)
    {
        network.pages[stream].push_back({.result = Failure(error)});
    }
    StreamProgress progress(const QString &stream)
    {
        return *waitFor(desk.store->read([id = desk.account.id, stream](Database &db) {
            return AccountStore(db).progressOf(id, stream);
        }));
    }
    std::optional<Message> message(const QString &remoteId)
    {
        return *waitFor(desk.store->read([id = desk.account.id, remoteId](Database &db) {
            return MessageStore(db).byRemoteId(id, remoteId);
        }));
    }
    int calls(Operation operation)
    {
        return int(waitFor(desk.store->read([=, this](Database &db) {
            return LedgerStore(db).callsSince(desk.account.id, operation, desk.clock.now() - 24h);
        }))->size());
    }
    QStringList asked() const
    {
        QStringList names;
        for (const Cursor &cursor : network.fetched) {
            names << cursor.stream;
        }
        return names;
    }

    DeskFixture desk;
    ScriptedConnector network;
};
} // namespace

class AccountWalkTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLimitedStreamLeavesTheOthersTheirTurn()
    {
        Bench bench;
        bench.refuse(u"mentions"_s, {.code = ErrorCode::RateLimited, .retryAfter = 5min});
        bench.give(u"messages"_s, {.newestWatermark = u"7"_s});
        const WalkReport report = bench.walk();
        QVERIFY(report.error && report.error->code == ErrorCode::RateLimited);
        QCOMPARE(report.completedStreams, 1);
        QCOMPARE(bench.progress(u"messages"_s).watermark, u"7"_s);
        QVERIFY(!bench.progress(u"mentions"_s).completeUpTo);
        // It is not asked again before the network's time is up.
        QVERIFY(bench.walk().error);
        QCOMPARE(bench.asked(), QStringList({u"mentions"_s, u"messages"_s, u"messages"_s}));
    }

    void aRefusedTokenEndsTheWalk()
    {
        Bench bench;
        bench.refuse(u"mentions"_s, {.code = ErrorCode::Unauthorised});
        QVERIFY(bench.walk().error);
        QCOMPARE(bench.asked(), QStringList{u"mentions"_s});
    }

    void aStreamIsNotWalkedAgainBeforeItIsDue()
    {
        Bench bench;
        QVERIFY(!bench.walk(AccountWalk::Streams::Due).error);
        bench.desk.clock.advance(59s);
        QVERIFY(!bench.walk(AccountWalk::Streams::Due).error);
        QCOMPARE(bench.asked(), QStringList({u"mentions"_s, u"messages"_s, u"mentions"_s}));
        bench.desk.clock.advance(1s);
        QVERIFY(!bench.walk(AccountWalk::Streams::Due).error);
        QCOMPARE(bench.asked().last(), u"messages"_s);
        QVERIFY(!bench.walk(AccountWalk::Streams::All).error);
        QCOMPARE(bench.asked().last(), u"messages"_s);
    }

    void missingParentsAreLookedUpAndStandBesideTheAnswer()
    {
        Bench bench;
        Post question = bench.desk.mention(u"20"_s, u"7"_s, u"@brand is that so?"_s);
        question.inReplyTo = u"10"_s;
        question.thread = u"10"_s;
        Post parent = bench.desk.mention(u"10"_s, u"8"_s, u"They never answer"_s);
        parent.traits = Trait::Context;
        bench.network.posts.insert(u"10"_s, parent);
        bench.give(u"mentions"_s, {.posts = {question}, .announced = 2, .missing = {u"10"_s, u"11"_s}});
        QVERIFY(!bench.walk().error);
        QCOMPARE(bench.network.lookedUp, QStringList({u"10"_s, u"11"_s}));
        QVERIFY(bench.message(u"10"_s)->conversation == bench.message(u"20"_s)->conversation);
        const StreamProgress progress = bench.progress(u"mentions"_s);
        QCOMPARE(progress.announced, 2);
        QCOMPARE(progress.fetched, 1);
        QCOMPARE(progress.stored, 1);
        QCOMPARE(progress.missing, 1);
        // Known ones are not asked for again.
        bench.give(u"mentions"_s, {.posts = {question}, .announced = 1, .missing = {u"10"_s}});
        QVERIFY(!bench.walk().error);
        QCOMPARE(bench.network.lookedUp.size(), 2);
    }

    /// I3: every call is counted before it is made.
    void asManyAreLookedUpAtATimeAsTheNetworkTakesAndEachCallIsCounted()
    {
        Bench bench;
        bench.network.can.idsPerLookUp = 2;
        const QStringList missing{u"11"_s, u"12"_s, u"13"_s, u"14"_s, u"15"_s};
        bench.give(u"mentions"_s,
            {.posts = {bench.desk.mention(u"20"_s, u"7"_s)}, .announced = 1, .missing = missing});
        QVERIFY(!bench.walk().error);
        QCOMPARE(bench.network.lookedUp, missing);
        QCOMPARE(bench.calls(Operation::Lookup), 3);
        QCOMPARE(bench.progress(u"mentions"_s).missing, 5);
    }

    void limitedLookUpKeepsAwayFromItAndLosesNoMessage()
    {
        Bench bench;
        bench.network.can.idsPerLookUp = 1;
        bench.network.lookUpError = {.code = ErrorCode::RateLimited, .retryAfter = 10min};
        const auto page = [&bench](const QString &id) {
            return PostPage{
                .posts = {bench.desk.mention(id, u"7"_s)}, .announced = 1, .missing = {u"a"_s, u"b"_s}};
        };
        bench.give(u"mentions"_s, page(u"20"_s));
        QVERIFY(!bench.walk().error); // a message without its parent is better than none
        QVERIFY(bench.message(u"20"_s));
        QCOMPARE(bench.network.lookedUp, QStringList{u"a"_s}); // the other one was not tried
        QCOMPARE(bench.progress(u"mentions"_s).missing, 2);
        bench.desk.clock.advance(9min);
        bench.give(u"mentions"_s, page(u"21"_s));
        QVERIFY(!bench.walk().error);
        QCOMPARE(bench.network.lookedUp.size(), 1);
        bench.network.lookUpError.reset();
        bench.desk.clock.advance(1min);
        bench.give(u"mentions"_s, page(u"22"_s));
        QVERIFY(!bench.walk().error);
        QCOMPARE(bench.network.lookedUp, QStringList({u"a"_s, u"a"_s, u"b"_s}));
    }

    void emptyBalanceOfALookUpPausesTheAccountAndLosesNoMessage()
    {
        Bench bench;
        bench.network.lookUpError = {.code = ErrorCode::CreditsDepleted, .detail = u"no"_s};
        bench.give(u"mentions"_s,
            {.posts = {bench.desk.mention(u"20"_s, u"7"_s)}, .announced = 1, .missing = {u"a"_s}});
        QVERIFY(!bench.walk().error);
        QVERIFY(bench.message(u"20"_s));
        const auto account = waitFor(bench.desk.store->read(
            [id = bench.desk.account.id](Database &db) { return *AccountStore(db).byId(id); }));
        QCOMPARE(account->pausedReason, u"credits-depleted"_s);
    }

    void callsOnTheWayToAPageAreCounted()
    {
        Bench bench;
        bench.network.pages[u"mentions"_s].push_back({.result = PostPage{},
            .facts = {.httpStatus = 200, .further = {Operation::Identify, Operation::ReadMentions}}});
        QVERIFY(!bench.walk().error);
        QCOMPARE(bench.calls(Operation::Identify), 1);
        QCOMPARE(bench.calls(Operation::ReadMentions), 2);
    }

    void aGapIsOpenedOnceAndClosedByAWholeWalk()
    {
        Bench bench;
        QVERIFY(!bench.walk().error);
        const Instant complete = *bench.progress(u"mentions"_s).completeUpTo;
        bench.desk.clock.advance(1h);
        for (int i = 0; i < 3; ++i) {
            bench.refuse(u"mentions"_s, {.code = ErrorCode::ServerFault});
            QVERIFY(bench.walk().error);
        }
        const auto gaps = [&bench] {
            return *waitFor(bench.desk.store->read(
                [id = bench.desk.account.id](Database &db) { return AccountStore(db).gaps(id, 10); }));
        };
        QCOMPARE(gaps().size(), 1);
        QVERIFY(gaps().first().from == complete && !gaps().first().refilledAt);
        QVERIFY(!bench.walk().error);
        QVERIFY(gaps().first().refilledAt.has_value());
    }

    void theConnectorsNotesAreKeptOnlyWithAWholeWalk()
    {
        Bench bench;
        bench.give(u"mentions"_s, {.nextPageToken = u"b"_s, .newState = "one"});
        bench.refuse(u"mentions"_s, {.code = ErrorCode::ServerFault});
        QVERIFY(bench.walk().error);
        QVERIFY(bench.progress(u"mentions"_s).state.isEmpty());
        bench.give(u"mentions"_s, {.nextPageToken = u"b"_s, .newState = "one"});
        const QByteArray anyBytes("\x00\xff\xfe two", 7);
        bench.give(u"mentions"_s, {.newState = anyBytes});
        QVERIFY(!bench.walk().error);
        QCOMPARE(bench.progress(u"mentions"_s).state, anyBytes);
        bench.network.fetched.clear();
        QVERIFY(!bench.walk().error);
        QCOMPARE(bench.network.fetched.first().state, anyBytes);
    }

    void costsAndAudienceAreKeptByDay()
    {
        Bench bench;
        const CallFacts facts{
            .charges = {{.thing = u"post-read"_s, .count = 3, .microUsd = 15'000}}, .audience = 200'000};
        bench.give(u"mentions"_s, {}, facts);
        bench.give(u"messages"_s, {}, facts);
        QVERIFY(!bench.walk().error);
        const QString today = dayOf(bench.desk.clock.now());
        const auto charges
            = *waitFor(bench.desk.store->read([id = bench.desk.account.id, today](Database &db) {
                  return LedgerStore(db).charges(id, today);
              }));
        QCOMPARE(charges.size(), 1);
        QCOMPARE(charges.first().count, 6);
        QCOMPARE(charges.first().microUsd, 30'000);
        const auto audience = *waitFor(bench.desk.store->read(
            [id = bench.desk.account.id](Database &db) { return LedgerStore(db).audience(id, 10); }));
        QVERIFY(audience == QList<AudienceCount>({{.day = today, .count = 200'000}}));
    }

    void whatTheAccountCanDoIsPublished()
    {
        Bench bench;
        bench.network.can.table
            = {{.feature = Feature::ReadMessages, .isOn = false, .whyNot = u"permission"_s}};
        QVERIFY(!bench.walk().error);
        const auto account = *waitFor(bench.desk.store->read(
            [id = bench.desk.account.id](Database &db) { return AccountStore(db).byId(id); }));
        QCOMPARE(capabilitiesFromJson(account->capabilities).whyNot(Feature::ReadMessages), u"permission"_s);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::AccountWalkTest)
#include "account_walk_test.moc"
