#include "app/dispatch/window_ledger.h"

#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
using namespace std::chrono_literals;

const Instant kStart = instantFromMs(1'790'000'000'000);

Window windowOf(WindowKind kind, milliseconds length, int limit, const QString &header = {})
{
    return {.name = u"w"_s, .kind = kind, .length = length, .limit = limit, .header = header};
}

void call(CallLog &calls, Instant at, int times = 1)
{
    for (int i = 0; i < times; ++i) {
        calls.add(at, at);
    }
}

LimitSignal told(int limit, int remaining, Instant resetAt)
{
    return {.header = u"w"_s, .limit = limit, .remaining = remaining, .resetAt = resetAt};
}
} // namespace

class WindowLedgerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFixedWindowOfUnknownPhaseIsCountedLikeARollingOne()
    {
        WindowLedger ledger(windowOf(WindowKind::Fixed, 15min, 10));
        CallLog calls;
        call(calls, kStart, 10);
        QCOMPARE(ledger.room(calls, kStart + 14min), 0);
        QVERIFY(!ledger.isPhased());
        QVERIFY(ledger.opensAt(calls, kStart + 1min) == kStart + 15min + 1s);
    }

    void aSlottedWindowBeginsAtMultiplesOfItsLength()
    {
        WindowLedger ledger(windowOf(WindowKind::Slotted, 30min, 10));
        CallLog calls;
        const Instant slot = std::chrono::ceil<std::chrono::hours>(kStart);
        call(calls, slot - 1min, 10);
        QCOMPARE(ledger.room(calls, slot - 30s), 0);
        QCOMPARE(ledger.room(calls, slot + 2s), 10);
        QVERIFY(ledger.opensAt(calls, slot - 30s) == slot + 1s);
        // The network's clock is known to the second only: for it the period before may go on.
        QCOMPARE(ledger.room(calls, slot + 400ms), 0);
        QVERIFY(ledger.opensAt(calls, slot + 400ms) == slot + 1s);
    }

    void aHeaderReplacesTheTablesLimitAndTellsThePhase()
    {
        WindowLedger ledger(windowOf(WindowKind::Fixed, 15min, 100, u"w"_s));
        CallLog calls;
        call(calls, kStart);
        ledger.read(told(40, 39, kStart + 5min), calls, kStart, kStart);
        QCOMPARE(ledger.limit(kStart), 40);
        QCOMPARE(ledger.room(calls, kStart + 1s), 39);
        QVERIFY(ledger.evidence(kStart) == Evidence::Observed);
        QVERIFY(ledger.periodStart(kStart) == kStart - 10min);
        QVERIFY(ledger.resetAt(kStart + 6min) == kStart + 20min);
    }

    void callsOfOthersAreNoticedAndExpectedAgain()
    {
        WindowLedger ledger(windowOf(WindowKind::Fixed, 15min, 100, u"w"_s));
        CallLog calls;
        const Instant reset = kStart + 15min;
        call(calls, kStart + 1s);
        ledger.read(told(100, 99, reset), calls, kStart + 1s, kStart + 1s);
        call(calls, kStart + 10min, 9);
        ledger.read(told(100, 40, reset), calls, kStart + 10min, kStart + 10min); // 10 ours, 50 theirs
        QVERIFY(ledger.used(calls, kStart + 10min) >= 60);
        QVERIFY(ledger.room(calls, kStart + 10min) <= 40);
        QVERIFY(ledger.room(calls, kStart + 10min) > 20);
        QVERIFY(ledger.othersPerPeriod() > 10);
        QVERIFY(ledger.room(calls, reset + 5min) < 100); // no header of the new period yet
    }

    void anOlderAnswerDoesNotReplaceANewerOne()
    {
        WindowLedger ledger(windowOf(WindowKind::Fixed, 15min, 100, u"w"_s));
        CallLog calls;
        call(calls, kStart, 2);
        ledger.read(told(100, 10, kStart + 5min), calls, kStart + 2s, kStart + 3s);
        ledger.read(told(100, 99, kStart + 5min), calls, kStart + 1s, kStart + 4s);
        QVERIFY(ledger.room(calls, kStart + 4s) <= 10);
    }

    void aRefusalLowersTheLimitAtOnceAndItComesBackSlowly()
    {
        WindowLedger ledger(windowOf(WindowKind::Fixed, 30min, 60));
        CallLog calls;
        call(calls, kStart, 21); // the last of them was refused
        ledger.lower(calls, kStart);
        QCOMPARE(ledger.limit(kStart), 20);
        QVERIFY(ledger.evidence(kStart) == Evidence::Learned);
        QVERIFY(ledger.room(calls, kStart) <= 0);
        int before = 0;
        for (milliseconds passed = 0ms; passed <= 6h; passed += 10min) {
            const int limit = ledger.limit(kStart + passed);
            QVERIFY(limit >= before);
            QVERIFY(passed >= 3h || limit == 20);
            QVERIFY(limit - before <= 20 && limit <= 60);
            before = limit;
        }
        QCOMPARE(before, 60);
        QVERIFY(ledger.evidence(kStart + 6h) == Evidence::Documented);
    }

    void aRefusalAtTheFirstCallLeavesOne()
    {
        WindowLedger ledger(windowOf(WindowKind::Fixed, 30min, 60));
        const CallLog calls;
        ledger.lower(calls, kStart);
        QCOMPARE(ledger.limit(kStart), 1);
    }

    void aShareWithoutCapacityIsFullOnlyWhileTheNetworkSaysSo()
    {
        Window window = windowOf(WindowKind::Rolling, 1h, 100, u"w"_s);
        window.isPercent = true;
        WindowLedger ledger(window);
        const CallLog calls;
        ledger.read({.header = u"w"_s, .percent = 99}, calls, kStart, kStart);
        QVERIFY(ledger.room(calls, kStart) > 0);
        ledger.read({.header = u"w"_s, .percent = 100}, calls, kStart + 1s, kStart + 1s);
        QCOMPARE(ledger.room(calls, kStart + 1s), 0);
        QVERIFY(ledger.room(calls, kStart + 20min) > 0);
    }

    void aShareOfKnownCapacityIsCounted()
    {
        Window window = windowOf(WindowKind::Rolling, 1h, 100, u"w"_s);
        window.isPercent = true;
        window.capacity = 200;
        WindowLedger ledger(window);
        CallLog calls;
        call(calls, kStart, 100);
        ledger.read({.header = u"w"_s, .percent = 50}, calls, kStart, kStart);
        QVERIFY(ledger.room(calls, kStart) >= 98 && ledger.room(calls, kStart) <= 100);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::WindowLedgerTest)
#include "window_ledger_test.moc"
