#include "app/network/allowance.h"
#include "tests/support/fake_clock.h"
#include "tests/support/seed.h"

#include <QtTest>

namespace fw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
const Instant kStart = instantFromMs(1'763'560'800'000);

WindowState rolling(milliseconds length, int limit)
{
    return {.window = {.name = u"w"_s, .kind = WindowKind::Rolling, .length = length, .limit = limit}};
}

WindowState fixedWith(int limit, int remaining, Instant resetAt, Instant readAt)
{
    return {.window
        = {.name = u"15 min"_s, .kind = WindowKind::Fixed, .length = 15min, .limit = limit, .header = u"h"_s},
        .reading = LimitSignal{
            .header = u"h"_s, .limit = limit, .remaining = remaining, .resetAt = resetAt, .readAt = readAt}};
}

/// A share of which the network said `percent` at kStart; `resetIn` zero: without a reset.
WindowState share(int limit, int percent, milliseconds resetIn = {})
{
    return withReadings(
        {{.name = u"24 h"_s, .length = 24h, .limit = limit, .isPercent = true, .header = u"h"_s}},
        {{.header = u"h"_s,
            .percent = percent,
            .resetAt = resetIn > 0ms ? kStart + resetIn : Instant{},
            .readAt = kStart}},
        15min)
        .first();
}

/// Calls in (t - length, t].
int within(const QList<Instant> &calls, Instant t, milliseconds length)
{
    return int(std::count_if(
        calls.begin(), calls.end(), [&](Instant call) { return call > t - length && call <= t; }));
}
} // namespace

class AllowanceTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyLedgerWaitsForNothing()
    {
        const Allowance allowance = earliestCall({rolling(15min, 1)}, {}, kStart);
        QVERIFY(allowance.at == kStart);
        QVERIFY(allowance.window.isEmpty());
    }

    void fullRollingWindowWaitsForItsOldestCall()
    {
        const Allowance allowance = earliestCall({rolling(15min, 2)}, {kStart, kStart + 1min}, kStart + 2min);
        QVERIFY(allowance.at == kStart + 15min + 1s);
        QCOMPARE(allowance.window, u"w"_s);
    }

    void exhaustedHeaderWaitsForItsReset()
    {
        const WindowState state = fixedWith(100, 0, kStart + 7min, kStart);
        QVERIFY(earliestCall({state}, {}, kStart + 1min).at == kStart + 7min + 1s);
    }

    void callsAfterTheReadingCountAgainstWhatRemained()
    {
        const WindowState state = fixedWith(100, 2, kStart + 7min, kStart);
        QVERIFY(earliestCall({state}, {kStart + 1min}, kStart + 2min).at == kStart + 2min);
        QVERIFY(
            earliestCall({state}, {kStart + 1min, kStart + 2min}, kStart + 3min).at == kStart + 7min + 1s);
    }

    void fixedWindowIsFreshAfterItsReset()
    {
        // Two calls just before the reset do not count after it.
        const WindowState state = fixedWith(2, 0, kStart + 5min, kStart + 4min);
        const QList<Instant> calls{kStart + 3min, kStart + 4min};
        QVERIFY(earliestCall({state}, calls, kStart + 6min).at == kStart + 6min);
    }

    void unknownPhaseIsTakenAsRolling()
    {
        WindowState state = fixedWith(1, 0, kStart, kStart);
        state.reading.reset();
        QVERIFY(earliestCall({state}, {kStart}, kStart + 1min).at == kStart + 15min + 1s);
    }

    void theTightestOfSeveralWindowsDecides()
    {
        WindowState hour = rolling(60min, 3);
        hour.window.name = u"hour"_s;
        const QList<Instant> calls{kStart, kStart + 20min, kStart + 21min};
        const Allowance allowance = earliestCall({rolling(15min, 2), hour}, calls, kStart + 22min);
        QVERIFY(allowance.at == kStart + 60min + 1s);
        QCOMPARE(allowance.window, u"hour"_s);
    }

    void networkLimitReplacesTheTables()
    {
        const Window window{
            .name = u"15 min"_s, .kind = WindowKind::Fixed, .length = 15min, .limit = 100, .header = u"h"_s};
        const auto states = withReadings({window},
            {{.header = u"h"_s, .limit = 17, .remaining = 3, .resetAt = kStart + 1min, .readAt = kStart}},
            15min);
        QCOMPARE(states.first().window.limit, 17);
        QVERIFY(states.first().window.evidence == Evidence::Observed);
        QCOMPARE(usedAt(states.first(), {}, kStart), 14);
    }

    void fullShareWaitsForItsReset()
    {
        QVERIFY(earliestCall({share(100, 99)}, {}, kStart).at == kStart);
        QVERIFY(earliestCall({share(100, 100, 40min)}, {}, kStart).at == kStart + 40min + 1s);
        QVERIFY(earliestCall({share(90, 93, 40min)}, {}, kStart).at == kStart + 40min + 1s);
    }

    void fullShareWithoutAResetIsAskedAgainAfterAPause()
    {
        QVERIFY(earliestCall({share(100, 100)}, {}, kStart + 1min).at == kStart + 15min + 1s);
        QVERIFY(earliestCall({share(100, 100)}, {}, kStart + 16min).at == kStart + 16min);
    }

    void largeShareSlowsDownWhileItCanBeTrue()
    {
        QCOMPARE(slowdown({share(100, 74)}, kStart), 1);
        QCOMPARE(slowdown({share(100, 75)}, kStart), 4);
        QCOMPARE(slowdown({share(100, 99)}, kStart + 23h), 4);
        QCOMPARE(slowdown({share(100, 99)}, kStart + 24h), 1);
        QCOMPARE(usedAt(share(100, 75), {kStart}, kStart + 1min), 75);
    }

    void slotsBeginAtMultiplesOfTheirLength()
    {
        WindowState state = rolling(30min, 2);
        state.window.kind = WindowKind::Slotted;
        const Instant slot = kStart; // 14:00:00
        const QList<Instant> calls{slot + 1min, slot + 29min};
        QVERIFY(earliestCall({state}, calls, slot + 29min).at == slot + 30min + 1s);
        QVERIFY(earliestCall({state}, calls, slot + 31min).at == slot + 31min);
        QCOMPARE(usedAt(state, calls, slot + 29min), 2);
        QCOMPARE(usedAt(state, calls, slot + 31min), 0);
    }

    void whatIsNoWindowIsNoReading()
    {
        const Window window{.name = u"w"_s, .length = 15min, .limit = 5, .header = u"h"_s};
        const auto states = withReadings({window},
            {{.header = u"h"_s, .kind = LimitKind::Spam, .limit = 1, .remaining = 0, .resetAt = kStart + 1h}},
            15min);
        QVERIFY(!states.first().reading);
        QCOMPARE(states.first().window.limit, 5);
    }

    /// An app's window counts everybody's calls as if they were one account's.
    void callsOfTheAppsOtherAccountsCount()
    {
        QRandomGenerator random(printedSeed());
        for (int round = 0; round < 2'000; ++round) {
            WindowState state = rolling(milliseconds(1000 + random.bounded(100'000)), 1 + random.bounded(12));
            if (random.bounded(2) == 0) {
                state.reading = LimitSignal{.limit = state.window.limit,
                    .remaining = random.bounded(state.window.limit + 1),
                    .resetAt = kStart + milliseconds(random.bounded(200'000)),
                    .readAt = kStart + milliseconds(random.bounded(100'000))};
            }
            WindowState shared = state;
            QList<Instant> all;
            QList<Instant> own;
            Instant at = kStart;
            for (int call = random.bounded(30); call > 0; --call) {
                at += milliseconds(random.bounded(10'000));
                all.append(at);
                (random.bounded(2) == 0 ? own : shared.others).append(at);
            }
            QVERIFY(earliestCall({shared}, own, at) == earliestCall({state}, all, at));
            QCOMPARE(usedAt(shared, own, at), usedAt(state, all, at));
        }
    }

    /// I3 for random sets of windows: whatever the history, a call at the time allowed breaks no window of any phase.
    void randomHistoriesNeverExceedAWindow()
    {
        const quint32 seed = printedSeed();
        QRandomGenerator random(seed);
        for (int round = 0; round < 200; ++round) {
            QList<WindowState> windows;
            for (int i = 0; i < 1 + random.bounded(4); ++i) {
                windows.append(rolling(milliseconds(1000 + random.bounded(100'000)), 1 + random.bounded(12)));
            }
            QList<Instant> calls;
            Instant now = kStart;
            for (int step = 0; step < 100; ++step) {
                now += milliseconds(random.bounded(20'000));
                const Instant at = earliestCall(windows, calls, now).at;
                QVERIFY(at >= now);
                calls.append(at);
                now = at;
                for (const WindowState &state : windows) {
                    QVERIFY2(within(calls, at, state.window.length) <= state.window.limit,
                        qPrintable(u"seed %1"_s.arg(seed)));
                }
            }
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::AllowanceTest)
#include "allowance_test.moc"
