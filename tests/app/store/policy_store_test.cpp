#include "tests/app/store/promised_desk.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QByteArray kAll = "{'name': 'all', 'first_answer': {'within': '1h', 'calendar': 'always'},"
                        " 'next_answer': {'within': '30m', 'calendar': 'always'},"
                        " 'resolution': {'within': '8h', 'calendar': 'always'}, 'warn_before': '10m'}";
const QByteArray kVip = "{'name': 'vip', 'when': {'tags': ['vip']},"
                        " 'first_answer': {'within': '15m', 'calendar': 'always'}}";
} // namespace

class PolicyStoreTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsImportedAgainUnchangedKeepsItsVersion()
    {
        PromisedDesk desk;
        QCOMPARE(desk.promise(kVip + "," + kAll).size(), 2);
        QCOMPARE(desk.promise(kAll + "," + kVip).size(), 0); // only their order
        const auto names = [&desk] {
            QStringList list;
            const auto policies
                = *waitFor(desk.store->read([](Database &db) { return PolicyStore(db).policies(); }));
            for (const Policy &policy : policies) {
                list << policy.name + QString::number(policy.version);
            }
            return list;
        };
        QCOMPARE(names(), QStringList({u"all1"_s, u"vip1"_s}));
        QByteArray longer = kAll;
        QCOMPARE(desk.promise(longer.replace("1h", "2h")).first().version, 2);
        QCOMPARE(names(), QStringList{u"all2"_s});
        const auto first = *waitFor(desk.store->read(
            [](Database &db) { return Result<std::optional<Policy>>(PolicyStore(db).policy(u"all"_s, 1)); }));
        QVERIFY(first && first->targets.at(TargetKind::FirstAnswer).within == 1h);
    }

    void anAnswerMeetsItsTargetAndNothingIsToldAnyMore()
    {
        PromisedDesk desk;
        desk.promise(kAll);
        const Message question = desk.asks();
        const Instant start = desk.clock.now();
        QVERIFY(desk.nextAt() == start + 50min);
        desk.clock.advance(20min);
        desk.answers(question);
        const auto first = desk.targets(question, TargetKind::FirstAnswer);
        QCOMPARE(first.size(), 1);
        QVERIFY(first[0].target.metAt == start + 20min && !first[0].target.breachedAt(start + 99h));
        QVERIFY(!desk.nextAt()); // the resolution waits for the customer
        QCOMPARE(desk.told(u"policy-applied"_s), 1);
    }

    void warningAndBreachAreToldOnceEach()
    {
        PromisedDesk desk;
        desk.promise(kAll);
        const Message question = desk.asks();
        desk.clock.advance(50min - 1ms);
        QCOMPARE(desk.tellDue(), 0);
        desk.clock.advance(1ms);
        QCOMPARE(desk.tellDue(), 1);
        QCOMPARE(desk.tellDue(), 0);
        QCOMPARE(desk.told(u"target-warned"_s), 1);
        desk.clock.advance(10min);
        QCOMPARE(desk.tellDue(), 0); // at the deadline it is still in time
        desk.clock.advance(1ms);
        QCOMPARE(desk.tellDue(), 1);
        desk.clock.advance(1h);
        desk.answers(question);
        QCOMPARE(desk.told(u"target-breached"_s), 1);
        QVERIFY(desk.targets(question, TargetKind::FirstAnswer)[0].isBreachTold);
    }

    void aLateAnswerIsABreachAlsoWhenNobodyWatched()
    {
        PromisedDesk desk;
        desk.promise(kAll);
        const Message question = desk.asks();
        desk.clock.advance(61min);
        desk.answers(question);
        QCOMPARE(desk.told(u"target-breached"_s), 1);
        QCOMPARE(desk.told(u"target-warned"_s), 0);
        QCOMPARE(desk.tellDue(), 0);
    }

    void aBreachIsUndoneWhenAnEarlierAnswerTurnsUp()
    {
        PromisedDesk desk;
        desk.promise(kAll);
        const Message question = desk.asks();
        const Instant start = desk.clock.now();
        desk.clock.advance(2h);
        QCOMPARE(desk.tellDue(), 1);               // too late to be warned
        Post ours = desk.mention(u"77"_s, u"1"_s); // written in the network's own app, and read only now
        ours.direction = Direction::Outbound;
        ours.postedAt = start + 30min;
        ours.inReplyTo = question.remoteId;
        ours.thread = question.thread;
        desk.keep(ours);
        QCOMPARE(desk.told(u"target-breach-undone"_s), 1);
        const auto first = desk.targets(question, TargetKind::FirstAnswer);
        QVERIFY(first[0].target.metAt == start + 30min && !first[0].isBreachTold);
    }

    void theRunningAnswersTargetBeginsWhereTheWaitingBegins()
    {
        PromisedDesk desk;
        desk.promise(kAll);
        const Message question = desk.asks();
        desk.clock.advance(5min);
        desk.answers(question);
        desk.clock.advance(3h);
        const Message more = desk.asks();
        QCOMPARE(more.conversation, question.conversation);
        desk.clock.advance(1min);
        desk.asks();
        const auto next = desk.targets(question, TargetKind::NextAnswer);
        QCOMPARE(next.size(), 1);
        QVERIFY(next[0].target.startedAt == more.postedAt && next[0].target.dueAt == more.postedAt + 30min);
        const auto resolution = desk.targets(question, TargetKind::Resolution);
        QVERIFY(countedTime(resolution[0].target, nullptr, desk.clock.now()) == 6min);
        QVERIFY(desk.nextAt() == more.postedAt + 20min);
    }

    void aResolutionEndsItAndTakingItBackGoesOnAsIfNothingWas()
    {
        PromisedDesk desk;
        desk.promise(kAll);
        const Message question = desk.asks();
        const Instant start = desk.clock.now();
        desk.clock.advance(10min);
        const FactId resolved = desk.resolves(question);
        QVERIFY(!desk.nextAt());
        QVERIFY(desk.targets(question, TargetKind::FirstAnswer)[0].target.droppedAt == start + 10min);
        QVERIFY(desk.targets(question, TargetKind::Resolution)[0].target.metAt == start + 10min);
        const auto undone = waitFor(Desk(*desk.store).undoResolve(question.conversation, resolved, u"ann"_s));
        QVERIFY(undone.has_value());
        QVERIFY(desk.nextAt() == start + 50min);
        QVERIFY(!desk.targets(question, TargetKind::FirstAnswer)[0].target.endedAt());
    }

    void whoWritesAgainAfterTheResolutionBeginsAnEpisode()
    {
        PromisedDesk desk;
        desk.promise(kAll);
        const Message question = desk.asks();
        desk.clock.advance(10min);
        desk.answers(question);
        desk.resolves(question);
        desk.clock.advance(24h);
        Post again = desk.mention(u"again"_s, u"7"_s);
        again.thread = question.thread;
        const Message reopening = desk.keep(again);
        QCOMPARE(reopening.conversation, question.conversation);
        const auto first = desk.targets(question, TargetKind::FirstAnswer);
        QCOMPARE(first.size(), 2);
        QVERIFY(first[1].target.startedAt == reopening.postedAt && !first[1].target.endedAt());
        QCOMPARE(desk.targets(question, TargetKind::Resolution).size(), 2);
        QCOMPARE(desk.told(u"policy-applied"_s), 2);
    }

    void whatIsPromisedStaysWhenThePolicyChanges()
    {
        PromisedDesk desk;
        desk.opens(u"shop"_s, "UTC", {{.from = 0, .to = 0}});
        QByteArray policy = kAll;
        desk.promise(policy.replace("always", "shop"));
        const Message question = desk.asks();
        const Instant start = desk.clock.now();
        desk.opens(u"shop"_s, "UTC", {}); // closed for good
        desk.promise("{'name': 'all', 'first_answer': {'within': '1m', 'calendar': 'always'}}");
        desk.asks(); // brings it in line
        const auto first = desk.targets(question, TargetKind::FirstAnswer);
        QCOMPARE(first[0].version, 1);
        QCOMPARE(first[0].calendar->version, 1);
        QVERIFY(first[0].target.dueAt == start + 1h);
        const Message other = desk.asks(u"8"_s);
        QCOMPARE(desk.targets(other, TargetKind::FirstAnswer)[0].version, 2);
    }

    void aTagChoosesThePolicyAgainButNotForWhatIsOver()
    {
        PromisedDesk desk;
        desk.promise(kVip + "," + kAll);
        const Message question = desk.asks();
        const Message answered = desk.asks(u"8"_s);
        desk.clock.advance(5min);
        desk.answers(answered);
        desk.tags(question, u"vip"_s);
        desk.tags(answered, u"vip"_s);
        const auto running = desk.targets(question, TargetKind::FirstAnswer);
        QCOMPARE(running[0].policy, u"vip"_s);
        QVERIFY(running[0].target.dueAt == question.postedAt + 15min);
        QVERIFY(desk.targets(question, TargetKind::Resolution).isEmpty());
        const auto over = desk.targets(answered, TargetKind::FirstAnswer);
        QCOMPARE(over[0].policy, u"all"_s);
        QVERIFY(over[0].target.dueAt == answered.postedAt + 1h);
    }

    void whatWasThereBeforeThePolicyIsNotMeasuredByIt()
    {
        PromisedDesk desk;
        const Message old = desk.asks();
        desk.clock.advance(1min);
        desk.promise(kAll);
        desk.clock.advance(1min);
        desk.asks();
        QVERIFY(desk.targets(old, TargetKind::FirstAnswer).isEmpty());
        const Message fresh = desk.asks(u"8"_s);
        QCOMPARE(desk.targets(fresh, TargetKind::FirstAnswer).size(), 1);
    }

    void whatTheReplyDidNotSeeKeepsWaiting()
    {
        PromisedDesk desk;
        desk.promise(kAll);
        const Message question = desk.asks();
        desk.clock.advance(1min);
        Message meanwhile;
        const auto id = *waitFor(desk.store->write([&](Database &db) {
            const Reply reply{.id = db.newId<ReplyId>(),
                .account = question.account,
                .conversation = question.conversation,
                .parent = question.id,
                .parentRemoteId = question.remoteId,
                .body = u"answer"_s,
                .createdAt = db.now(),
                .notBefore = db.now(),
                .coversUpTo = question.id};
            ReplyStore(db).insert(reply);
            return reply.id;
        }));
        desk.clock.advance(1min);
        meanwhile = desk.asks();
        desk.clock.advance(1min);
        QVERIFY(*waitFor(
            desk.store->write([&](Database &db) { return ReplyStore(db).accept(id, u"r1"_s, db.now()); })));
        const auto next = desk.targets(question, TargetKind::NextAnswer);
        QCOMPARE(next.size(), 1);
        QVERIFY(next[0].target.startedAt == meanwhile.postedAt && !next[0].target.endedAt());
    }

    void aDeskWithoutPoliciesKeepsNothing()
    {
        PromisedDesk desk;
        desk.answers(desk.asks());
        QVERIFY(!desk.nextAt());
        QCOMPARE(desk.told(u"policy-applied"_s), 0);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PolicyStoreTest)
#include "policy_store_test.moc"
