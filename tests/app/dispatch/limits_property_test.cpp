#include "tests/app/dispatch/budget_run.h"
#include "tests/support/seed.h"

#include <QTest>

#include <algorithm>

using namespace fw::world;
using namespace Qt::StringLiterals;

namespace fw::test {

namespace {
using Kind = WorldWindow::Kind;
using Header = WorldWindow::Header;

constexpr qint64 kDay = 24 * kHour;
/// What a change of a hidden limit may cost: to meet it, and to ask now and then whether it still holds.
constexpr int kRefusalsAChange = 12;

/// A day of an account: windows that are told, windows that are hidden and change, other programs that call too.
struct Day {
    PlatformPlan plan = {};
    QList<Window> windows = {};
    QList<qsizetype> known = {}; // indexes of windows whose limit is told and never changes

    void add(Dice &dice, bool isHidden)
    {
        const Kind kind = dice.chance(0.5) ? Kind::Fixed : Kind::Sliding;
        const qint64 length = dice.whole(3, 24) * 5 * kMinute;
        const int limit = int(dice.whole(20, 150));
        const Header header = isHidden ? Header::Hidden : Header::Count;
        const QString name = QString::number(windows.size());
        plan.windows.append({.name = name, .kind = kind, .length = length, .limit = limit, .header = header});
        plan.phases.append(dice.whole(0, length - 1));
        windows.append({.name = name,
            .kind = kind == Kind::Fixed ? WindowKind::Fixed : WindowKind::Rolling,
            .length = milliseconds(length),
            .limit = limit,
            .header = isHidden ? QString() : name});
        if (!isHidden) {
            known.append(plan.windows.size() - 1);
        }
    }

    /// Lowers the last window up to three times, one after the other, for hours.
    void lowerLast(Dice &dice)
    {
        const qsizetype last = plan.windows.size() - 1;
        qint64 from = dice.whole(1, 4) * kHour;
        for (qint64 count = dice.whole(1, 3); count > 0 && from < 20 * kHour; --count) {
            const qint64 until = from + dice.whole(2, 5) * kHour;
            plan.lowerings.append({.window = last,
                .span = {.from = from, .until = until},
                .limit = std::max(2, int(plan.windows[last].limit * dice.between(0.4, 0.8)))});
            from = until + dice.whole(1, 5) * kHour;
        }
    }

    /// Others take up to `share` of the tightest window, more or less at random.
    void addNeighbours(Dice &dice, double share)
    {
        double tightest = double(kDay);
        for (const WorldWindow &window : plan.windows) {
            tightest = std::min(tightest, double(window.limit) / double(window.length));
        }
        for (qint64 at = 0; at < kDay; at += 1 + qint64(dice.exponential(1 / (tightest * share)))) {
            plan.neighbours.append(at);
        }
    }

    /// A lowering, and its end.
    [[nodiscard]] int changes() const { return int(2 * plan.lowerings.size()); }
};

/// The most of `calls` (sorted) that any period of the window had.
int mostAtOnce(const WorldWindow &window, qint64 phase, const QList<qint64> &calls)
{
    int most = 0;
    qsizetype first = 0;
    for (qsizetype last = 0; last < calls.size(); ++last) {
        const auto isOver = [&](qint64 at) {
            return window.kind == Kind::Fixed
                ? periodOf(window.length, phase, at) != periodOf(window.length, phase, calls[last])
                : at <= calls[last] - window.length;
        };
        while (isOver(calls[first])) {
            ++first;
        }
        most = std::max(most, int(last - first) + 1);
    }
    return most;
}
} // namespace

/// I3 with everything at once, drawn at random: sets of windows, a clock that is wrong, hidden limits that change, and other programs on the account.
class LimitsPropertyTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ownSendsNeverExceedAKnownWindowWhateverElseHappens()
    {
        const quint32 seed = printedSeed();
        for (quint32 round = 0; round < 30; ++round) {
            Dice dice(seed, round);
            Day day = drawDay(dice);
            day.addNeighbours(dice, dice.between(0.05, 0.3));
            const BudgetRun run = passed(day, dice, seed + round);
            QVERIFY2(run.calls > 0 && !run.platform.lockedAt(), qPrintable(u"round %1"_s.arg(round)));
            checkKnown(day, run, round);
        }
    }

    void eachChangeOfAHiddenLimitCostsFewRefusals()
    {
        const quint32 seed = printedSeed();
        int refusals = 0;
        int changes = 0;
        for (quint32 round = 0; round < 30; ++round) {
            Dice dice(seed, round);
            const Day day = drawDay(dice);
            const BudgetRun run = passed(day, dice, seed + round);
            checkKnown(day, run, round);
            QVERIFY2(run.refusals() <= kRefusalsAChange * day.changes(),
                qPrintable(u"round %1: %2 refusals, %3 changes"_s.arg(round)
                               .arg(run.refusals())
                               .arg(day.changes())));
            refusals += run.refusals();
            changes += day.changes();
        }
        qInfo("%d refusals for %d changes of hidden limits", refusals, changes);
    }

private:
    static Day drawDay(Dice &dice)
    {
        Day day;
        for (qint64 count = dice.whole(1, 3); count > 0; --count) {
            day.add(dice, false);
        }
        day.add(dice, true);
        day.lowerLast(dice);
        return day;
    }

    static BudgetRun passed(const Day &day, Dice &dice, quint32 seed)
    {
        BudgetRun run(day.plan, day.windows, seed);
        run.skew = milliseconds(dice.whole(-450, 450));
        run.mostLatency = dice.chance(0.3) ? 15'000 : 1'000;
        run.until(kDay);
        return run;
    }

    static void checkKnown(const Day &day, const BudgetRun &run, quint32 round)
    {
        QList<qint64> sent;
        for (const Platform::Acceptance &accepted : run.platform.accepted()) {
            sent.append(accepted.at);
        }
        std::sort(sent.begin(), sent.end());
        for (const qsizetype index : day.known) {
            const WorldWindow &window = day.plan.windows[index];
            const int most = mostAtOnce(window, day.plan.phases[index], sent);
            QVERIFY2(most <= window.limit,
                qPrintable(u"round %1: %2 of %3"_s.arg(round).arg(most).arg(window.limit)));
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::LimitsPropertyTest)
#include "limits_property_test.moc"
