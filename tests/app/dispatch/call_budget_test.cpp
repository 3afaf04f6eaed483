#include "app/dispatch/call_budget.h"

#include "tests/app/dispatch/budget_run.h"
#include "tests/support/seed.h"

#include <QTest>

using namespace fw::world;
using namespace Qt::StringLiterals;

namespace fw::test {

namespace {
using namespace std::chrono_literals;
using Kind = WorldWindow::Kind;
using Header = WorldWindow::Header;

struct Limits {
    PlatformPlan plan = {};
    QList<Window> windows = {};

    void add(Kind kind, qint64 length, int limit, Header header, qint64 phase, bool isSlotted = false)
    {
        const QString name = QString::number(windows.size());
        plan.windows.append({.name = name, .kind = kind, .length = length, .limit = limit, .header = header});
        plan.phases.append(phase % length);
        const bool isPercent = header == Header::Percent;
        windows.append({.name = name,
            .kind = isSlotted         ? WindowKind::Slotted
                : kind == Kind::Fixed ? WindowKind::Fixed
                                      : WindowKind::Rolling,
            .length = milliseconds(length),
            .limit = isPercent ? 100 : limit,
            .isPercent = isPercent,
            .capacity = isPercent ? limit : 0,
            .header = header == Header::Hidden ? QString() : name});
    }
};

/// One to four windows of all kinds, from a minute to three hours.
Limits drawLimits(Dice &dice)
{
    Limits limits;
    for (qint64 count = dice.whole(1, 4); count > 0; --count) {
        const qint64 length = dice.whole(1, 36) * 5 * kMinute;
        const int limit = int(dice.whole(5, 150));
        if (dice.chance(0.2)) {
            // A slot begins at multiples of its length since 1970.
            const qint64 phase = length - kServerEpoch % length;
            limits.add(Kind::Fixed, length, limit, Header::Hidden, phase, true);
            continue;
        }
        const Kind kind = dice.chance(0.5) ? Kind::Fixed : Kind::Sliding;
        const bool isShare = kind == Kind::Sliding && dice.chance(0.3);
        const Header header = isShare ? Header::Percent : dice.chance(0.5) ? Header::Count : Header::Hidden;
        limits.add(kind, length, limit, header, dice.whole(0, length - 1));
    }
    return limits;
}

/// A hidden window that is lower for some of its periods in mid-day.
Limits drawLowering(Dice &dice)
{
    Limits limits;
    const qint64 length = dice.whole(3, 6) * 5 * kMinute;
    limits.add(Kind::Fixed, length, int(dice.whole(40, 80)), Header::Hidden, dice.whole(0, length));
    const qint64 from = limits.plan.phases[0] + 8 * length;
    limits.plan.lowerings.append({.window = 0,
        .span = {.from = from, .until = from + dice.whole(4, 10) * length},
        .limit = int(limits.plan.windows[0].limit * dice.between(0.4, 0.7))});
    return limits;
}

qint64 callsInADay(const PlatformPlan &plan)
{
    qint64 sum = 0;
    for (qint64 at = plan.phases[0]; at < 24 * kHour; at += plan.windows[0].length) {
        sum += limitAt(plan, 0, at);
    }
    return sum;
}

void fill(CallBudget &budget, Instant from, milliseconds step, int calls)
{
    for (int i = 0; i < calls; ++i) {
        budget.calls().add(from + i * step, from + i * step);
    }
}
} // namespace

class CallBudgetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ownCallsNeverExceedAKnownWindow()
    {
        const quint32 seed = printedSeed();
        for (quint32 round = 0; round < 60; ++round) {
            Dice dice(seed, round);
            const Limits limits = drawLimits(dice);
            BudgetRun run(limits.plan, limits.windows, seed + round);
            run.skew = milliseconds(dice.whole(-450, 450));
            run.mostLatency = dice.chance(0.3) ? 15'000 : 1'000;
            run.until(8 * kHour);
            QVERIFY2(run.refusals() == 0, qPrintable(u"round %1"_s.arg(round)));
            QVERIFY2(run.highestPercent <= 100 && run.calls > 0, qPrintable(u"round %1"_s.arg(round)));
        }
    }

    void mostOfAKnownWindowIsUsed()
    {
        Limits limits;
        limits.add(Kind::Fixed, 15 * kMinute, 50, Header::Count, 3 * kMinute);
        BudgetRun run(limits.plan, limits.windows, printedSeed());
        run.idleness = 0;
        run.until(10 * kHour);
        QVERIFY2(run.calls >= 40 * 50 - 50, qPrintable(QString::number(run.calls)));
    }

    void aHiddenLimitThatChangesCostsAFewRefusals()
    {
        const quint32 seed = printedSeed();
        int refusals = 0;
        double used = 0;
        for (quint32 round = 0; round < 20; ++round) {
            Dice dice(seed, round);
            const Limits limits = drawLowering(dice);
            BudgetRun run(limits.plan, limits.windows, seed + round);
            run.until(24 * kHour);
            QVERIFY2(run.refusals() <= 8, qPrintable(u"round %1: %2"_s.arg(round).arg(run.refusals())));
            QVERIFY(!run.platform.lockedAt());
            refusals += run.refusals();
            used += double(run.calls - run.refusals()) / double(callsInADay(limits.plan));
        }
        QVERIFY(refusals >= 10); // it was hit
        QVERIFY2(refusals <= 20 * 4, qPrintable(u"%1 refusals in 20 days"_s.arg(refusals)));
        QVERIFY2(used >= 20 * 0.8, qPrintable(u"%1 of the room used"_s.arg(used / 20)));
    }

    void othersOnTheSameSharesCostFewRefusals()
    {
        const quint32 seed = printedSeed();
        int refusals = 0;
        int calls = 0;
        for (quint32 round = 0; round < 10; ++round) {
            Dice dice(seed, round);
            Limits limits;
            limits.add(Kind::Sliding, kHour, 200, Header::Percent, 0);
            for (qint64 at = 0; at < 12 * kHour; at += qint64(dice.exponential(45 * kSecond))) {
                limits.plan.neighbours.append(at); // 80 an hour
            }
            BudgetRun run(limits.plan, limits.windows, seed + round);
            run.until(12 * kHour);
            QVERIFY2(run.refusals() * 25 <= run.calls,
                qPrintable(u"round %1: %2 of %3"_s.arg(round).arg(run.refusals()).arg(run.calls)));
            QCOMPARE(run.callsWhileBlocked, 0);
            refusals += run.refusals();
            calls += run.calls;
        }
        // When others call is chance, so one half day may have twice the mean.
        QVERIFY2(refusals * 50 <= calls, qPrintable(u"%1 of %2"_s.arg(refusals).arg(calls)));
    }

    void thereIsNoRoomWhileBlockedAndTheLongestBlockCounts()
    {
        CallBudget budget({{.name = u"w"_s, .length = 1h, .limit = 10}});
        const Instant now = instantFromMs(kServerEpoch);
        budget.block(now + 10min, u"locked"_s);
        budget.block(now + 1min, u"limited"_s);
        QCOMPARE(budget.room(now + 9min), 0);
        QVERIFY(budget.opensAt(now).at == now + 10min);
        QCOMPARE(budget.opensAt(now).waitsFor, u"locked"_s);
        QCOMPARE(budget.room(now + 10min), 10);
    }

    void afterARefusalACallIsTriedWhereAPeriodMayBegin()
    {
        CallBudget budget({{.name = u"told"_s,
                               .kind = WindowKind::Fixed,
                               .length = 15min,
                               .limit = 100,
                               .header = u"told"_s},
            {.name = u"hidden"_s, .kind = WindowKind::Fixed, .length = 30min, .limit = 40}});
        const Instant now = instantFromMs(kServerEpoch);
        budget.read({{.header = u"told"_s, .limit = 100, .remaining = 70, .resetAt = now + 4min}}, now, now);
        fill(budget, now - 25min, 1min, 26);
        QVERIFY(budget.refusedByHidden(now, now) == &budget.windows()[1]);
        QVERIFY(budget.worthTryingAt() > now + 4min && budget.worthTryingAt() < now + 5min);
        const Instant again = budget.worthTryingAt();
        QVERIFY(budget.refusedByHidden(again, again) != nullptr);
        QVERIFY(budget.worthTryingAt() > now + 19min && budget.worthTryingAt() < now + 20min);
        const Instant last = budget.worthTryingAt();
        QVERIFY(budget.letThrough(last, last) != nullptr);
        QVERIFY2(budget.windows()[1].limit(last) <= 15,
            qPrintable(QString::number(budget.windows()[1].limit(last))));
        QVERIFY(budget.windows()[1].evidence(last) == Evidence::Learned);
    }

    void whatMustHaveOpenedMeanwhileIsNotTheOneThatRefuses()
    {
        CallBudget budget({{.name = u"short"_s, .kind = WindowKind::Fixed, .length = 30min, .limit = 40},
            {.name = u"long"_s, .kind = WindowKind::Fixed, .length = 3h, .limit = 240}});
        const Instant now = instantFromMs(kServerEpoch);
        fill(budget, now - 150min, 45s, 201);
        QVERIFY(budget.refusedByHidden(now, now) == &budget.windows()[0]);
        Instant at = budget.worthTryingAt();
        for (; at < now + 30min; at = budget.worthTryingAt()) {
            QVERIFY(budget.refusedByHidden(at, at) == &budget.windows()[0]);
        }
        QVERIFY(budget.refusedByHidden(at, at) == &budget.windows()[1]);
        QCOMPARE(budget.windows()[0].limit(at), 40); // was not it
        QVERIFY(budget.windows()[1].limit(at) < 240);
    }

    void whatOpenedWithItAndWasMuchFullerIsTheOneThatRefused()
    {
        CallBudget budget({{.name = u"short"_s, .kind = WindowKind::Fixed, .length = 30min, .limit = 40},
            {.name = u"long"_s, .kind = WindowKind::Fixed, .length = 3h, .limit = 240}});
        const Instant now = instantFromMs(kServerEpoch);
        fill(budget, now - 170min, 1min, 140);
        fill(budget, now - 28min, 12s, 36);
        QVERIFY(budget.refusedByHidden(now, now) == &budget.windows()[0]);
        const Instant at = budget.worthTryingAt(); // so the short one's period began after its calls
        QVERIFY(budget.letThrough(at, at) == &budget.windows()[1]);
        QCOMPARE(budget.windows()[0].limit(at), 40);
        QVERIFY(budget.windows()[1].limit(at) < 180);
        QVERIFY(budget.windows()[1].limit(at) > 150);
    }

    void whatNoWindowExplainsIsTriedEverMoreSeldom()
    {
        CallBudget budget({{.name = u"hidden"_s, .kind = WindowKind::Fixed, .length = 30min, .limit = 40}});
        Instant at = instantFromMs(kServerEpoch);
        const Instant end = at + 24h;
        int refusals = 0;
        for (; at < end; at = budget.worthTryingAt()) {
            (void)budget.refusedByHidden(at, at);
            ++refusals;
        }
        QVERIFY2(refusals <= 12, qPrintable(QString::number(refusals)));
    }

    void nearTheEndOfAHiddenWindowCallsAreMadeOneAtATime()
    {
        CallBudget budget({{.name = u"hidden"_s, .kind = WindowKind::Fixed, .length = 30min, .limit = 40}});
        const Instant now = instantFromMs(kServerEpoch);
        fill(budget, now - 10min, 1s, 10);
        QCOMPARE(budget.atOnce(4, now), 4);
        fill(budget, now - 5min, 1s, 10);
        QCOMPARE(budget.atOnce(4, now), 1);
    }

    void onlyACallBegunAfterTheRefusalTellsThatTheWindowIsOpenAgain()
    {
        CallBudget budget({{.name = u"w"_s, .kind = WindowKind::Fixed, .length = 30min, .limit = 10}});
        const Instant now = instantFromMs(kServerEpoch);
        for (int i = 0; i < 5; ++i) {
            budget.calls().add(now, now);
        }
        QVERIFY(budget.refusedByHidden(now, now + 2s) != nullptr);
        QVERIFY(budget.letThrough(now + 1s, now + 3s) == nullptr); // was under way
        QVERIFY(budget.letThrough(now + 20min, now + 20min) != nullptr);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::CallBudgetTest)
#include "call_budget_test.moc"
