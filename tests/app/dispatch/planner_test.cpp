#include "app/dispatch/planner.h"
#include "tests/support/seed.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const Instant kNow = instantFromMs(1'763'560'800'000);
constexpr qsizetype kAll = 1'000'000;

Plan planOf(const QList<QueuedReply> &queue)
{
    return {.now = kNow, .pace = {.gap = 1s}, .queue = queue};
}

QueuedReply reply(qint64 id, qint64 conversation, Instant notBefore = kNow)
{
    return {.id = {id}, .conversation = {conversation}, .notBefore = notBefore};
}

QList<qint64> order(const QList<PlannedReply> &planned)
{
    QList<qint64> ids;
    for (const PlannedReply &entry : planned) {
        ids.append(entry.id.value);
    }
    return ids;
}
} // namespace

class PlannerTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingQueuedNothingPlanned() { QVERIFY(plan(planOf({}), kAll).isEmpty()); }

    void freeReplyLeavesNow()
    {
        const auto planned = plan(planOf({reply(1, 1)}), kAll);
        QVERIFY(
            planned.first().forecast == (Forecast{.leavesAt = kNow, .ahead = 0, .waitsFor = u"nothing"_s}));
    }

    void oneBehindTheOtherWithTheGapBetween()
    {
        const auto planned = plan(planOf({reply(1, 1), reply(2, 2)}), kAll);
        QVERIFY(planned[1].forecast == (Forecast{.leavesAt = kNow + 1s, .ahead = 1, .waitsFor = u"gap"_s}));
    }

    void undoTimeIsWaitedForAndLetsOthersPass()
    {
        const auto planned = plan(planOf({reply(1, 1, kNow + 5s), reply(2, 2)}), kAll);
        QCOMPARE(order(planned), (QList<qint64>{2, 1}));
        QCOMPARE(planned[1].forecast.waitsFor, u"undo"_s);
    }

    void repliesOfOneConversationKeepTheirOrder()
    {
        const auto planned = plan(planOf({reply(1, 7, kNow + 5s), reply(2, 7, kNow)}), kAll);
        QCOMPARE(order(planned), (QList<qint64>{1, 2}));
    }

    void conversationWaitsForItsUnknownReply()
    {
        Plan input = planOf({reply(1, 7), reply(2, 7), reply(3, 8)});
        input.settle = 25s;
        input.queue[0].isUnderWay = true;
        const auto planned = plan(input, kAll);
        QCOMPARE(order(planned), (QList<qint64>{3, 2}));
        QCOMPARE(planned[1].forecast.waitsFor, u"conversation"_s);
        QVERIFY(planned[1].forecast.leavesAt >= kNow + 25s);
    }

    void blockHoldsEverything()
    {
        Plan input = planOf({reply(1, 1)});
        input.budgets[Operation::Reply].block = Block{.until = kNow + 3min};
        QVERIFY(plan(input, kAll).first().forecast.leavesAt == kNow + 3min);
        QCOMPARE(plan(input, kAll).first().forecast.waitsFor, u"block"_s);
    }

    void pausedAccountForecastsNothing()
    {
        Plan input = planOf({reply(1, 1)});
        input.isPaused = true;
        QVERIFY(plan(input, kAll).first().forecast.isNever());
    }

    void fullWindowIsNamed()
    {
        Plan input = planOf({reply(1, 1)});
        input.budgets[Operation::Reply]
            = {.windows = {{.window = {.name = u"15 min"_s, .length = 15min, .limit = 1}}},
                .calls = {kNow - 1min}};
        QCOMPARE(plan(input, kAll).first().forecast.waitsFor, u"15 min"_s);
    }

    void operationsHaveWindowsOfTheirOwn()
    {
        Plan input = planOf({reply(1, 1), reply(2, 2), reply(3, 3)});
        input.queue[0].operation = Operation::DirectMessage;
        input.queue[1].operation = Operation::DirectMessage;
        input.budgets[Operation::DirectMessage].block = Block{.until = kNow + 1h};
        const auto planned = plan(input, kAll);
        QCOMPARE(order(planned), (QList<qint64>{3, 1, 2}));
        QVERIFY(planned[0].forecast.leavesAt == kNow);
        QCOMPARE(planned[1].forecast.waitsFor, u"block"_s);
        QVERIFY(planned[2].forecast.leavesAt == kNow + 1h + 1s); // the gap is the account's
    }

    void conversationKeepsItsOrderOverOperations()
    {
        Plan input = planOf({reply(1, 7), reply(2, 7), reply(3, 8)});
        input.queue[0].operation = Operation::PrivateReply;
        input.budgets[Operation::PrivateReply].block = Block{.until = kNow + 1h};
        QCOMPARE(order(plan(input, kAll)), (QList<qint64>{3, 1, 2}));
    }

    void whatCannotMakeItsDeadlineTakesNoCallFromTheOthers()
    {
        Plan input = planOf({reply(1, 1), reply(2, 2)});
        input.budgets[Operation::Reply] = {
            .windows = {{.window = {.name = u"w"_s, .length = 10min, .limit = 1}}}, .calls = {kNow - 1min}};
        input.queue[0].deadline = kNow + 5min;
        const auto planned = plan(input, kAll);
        QCOMPARE(planned[0].forecast.waitsFor, u"deadline"_s);
        QVERIFY(planned[0].forecast.leavesAt == kNow + 5min);
        QVERIFY(planned[1].forecast.leavesAt == kNow + 9min + 1s);
    }

    void largeShareMakesTheGapLonger()
    {
        Plan input = planOf({reply(1, 1), reply(2, 2)});
        input.budgets[Operation::Reply].windows
            = {{.window = {.name = u"share"_s, .length = 24h, .limit = 100, .isPercent = true},
                .reading = LimitSignal{.percent = 80, .readAt = kNow}}};
        QVERIFY(plan(input, kAll)[1].forecast.leavesAt == kNow + 4s);
    }

    /// I3 and I12: for random queues no planned call breaks a window or the gap, each reply is planned once, and the same input gives
    /// the same plan.
    void randomQueuesKeepEveryPromise()
    {
        const quint32 seed = printedSeed();
        QRandomGenerator random(seed);
        for (int round = 0; round < 300; ++round) {
            Plan input = planOf({});
            input.pace.jitter = milliseconds(random.bounded(2000));
            input.budgets[Operation::Reply].windows
                = {{.window = {.name = u"a"_s,
                        .length = milliseconds(1000 + random.bounded(60'000)),
                        .limit = 1 + random.bounded(5)}},
                    {.window = {.name = u"b"_s,
                         .length = milliseconds(60'000 + random.bounded(600'000)),
                         .limit = 5 + random.bounded(20)}}};
            for (int i = 1; i <= 40; ++i) {
                input.queue.append(reply(i, random.bounded(10), kNow + milliseconds(random.bounded(30'000))));
            }
            const auto planned = plan(input, kAll);
            QVERIFY(planned == plan(input, kAll));
            QCOMPARE(planned.size(), input.queue.size());
            check(input, planned, seed);
        }
    }

private:
    static void check(const Plan &input, const QList<PlannedReply> &planned, quint32 seed)
    {
        QHash<ConversationId, ReplyId> lastOf;
        QList<Instant> calls;
        for (const PlannedReply &entry : planned) {
            const auto queued = std::find_if(input.queue.begin(), input.queue.end(),
                [&](const QueuedReply &q) { return q.id == entry.id; });
            QVERIFY2(lastOf.value(queued->conversation) < entry.id, qPrintable(u"seed %1"_s.arg(seed)));
            lastOf.insert(queued->conversation, entry.id);
            QVERIFY(entry.forecast.leavesAt >= queued->notBefore);
            QVERIFY(calls.isEmpty() || entry.forecast.leavesAt >= calls.last() + input.pace.gap);
            calls.append(entry.forecast.leavesAt);
            for (const WindowState &state : input.budgets.at(Operation::Reply).windows) {
                const auto inWindow = std::count_if(calls.begin(), calls.end(),
                    [&](Instant call) { return call > calls.last() - state.window.length; });
                QVERIFY2(inWindow <= state.window.limit, qPrintable(u"seed %1"_s.arg(seed)));
            }
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::PlannerTest)
#include "planner_test.moc"
