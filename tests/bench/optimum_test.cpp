#include "tests/bench/world/optimum.h"

#include "connectors/sandbox/world/dice.h"
#include "connectors/sandbox/world/road.h"
#include "tests/bench/world/capacity_tree.h"
#include "tests/bench/world_plans.h"

#include <QTest>

#include <algorithm>

using namespace fw::world;
using namespace Qt::StringLiterals;

namespace fw::test {

namespace {
constexpr qint64 kGrid = 5 * kMinute; // of the brute force

/// Five replies within an hour and a half.
Day tinyDay(Dice &dice, const PlatformPlan &plan)
{
    Day day{.platform = plan, .desks = {{}}, .end = 4 * kHour};
    day.classes = {{.weight = 9}, {.weight = 3}, {.weight = 1}};
    for (int i = 1; i <= 5; ++i) {
        const qint64 at = dice.whole(0, 18) * kGrid;
        day.jobs.append({.id = i,
            .jobClass = int(dice.whole(0, 2)),
            .at = at,
            .due = at + dice.whole(0, 5) * kGrid,
            .text = u"text %1"_s.arg(i)});
    }
    return day;
}

/// Whether the platform accepts all of these (time, index of the job).
bool areAccepted(const Day &day, QList<std::pair<qint64, qsizetype>> sends)
{
    std::sort(sends.begin(), sends.end());
    Platform platform(day.platform);
    for (const auto &[at, index] : sends) {
        const bool isClosed = std::any_of(day.platform.outages.begin(), day.platform.outages.end(),
            [at = at](const Span &outage) { return closedPart(outage).has(at); });
        if (isClosed || platform.send(at, index + 1, day.jobs[index].text).status != 201) {
            return false;
        }
    }
    return true;
}

/// The heaviest set the platform accepts, of every choice of times on the grid.
double bruteForce(const Day &day, qsizetype index, QList<std::pair<qint64, qsizetype>> &sends)
{
    if (index == day.jobs.size()) {
        double weight = 0;
        for (const auto &send : std::as_const(sends)) {
            weight += day.classes[day.jobs[send.second].jobClass].weight;
        }
        return areAccepted(day, sends) ? weight : 0;
    }
    double best = bruteForce(day, index + 1, sends);
    const DayJob &job = day.jobs[index];
    for (qint64 at = job.at; at <= job.due; at += kGrid) {
        sends.append({at, index});
        best = std::max(best, bruteForce(day, index + 1, sends));
        sends.removeLast();
    }
    return best;
}

double bruteForce(const Day &day)
{
    QList<std::pair<qint64, qsizetype>> sends;
    return bruteForce(day, 0, sends);
}
} // namespace

class OptimumTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOptimumOfNestedWindowsIsTheBestThereIs_data();
    void theOptimumOfNestedWindowsIsTheBestThereIs();
    void anyOtherOptimumIsNeverTooLow_data();
    void anyOtherOptimumIsNeverTooLow();
    void theTreeMovesJobsToMakeRoom();
    void ofEqualTextsTheOptimumKeepsTheHeaviest();
};

void OptimumTest::theOptimumOfNestedWindowsIsTheBestThereIs_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 25; ++seed) {
        QTest::addRow("seed %llu", seed) << seed;
    }
}

void OptimumTest::theOptimumOfNestedWindowsIsTheBestThereIs()
{
    QFETCH(quint64, seed);
    Dice dice(seed);
    PlatformPlan plan = planOf({window(u"short"_s, Kind::Fixed, 3 * kGrid, int(dice.whole(1, 2))),
                                   window(u"long"_s, Kind::Fixed, 6 * kGrid, int(dice.whole(1, 3)))},
        dice.whole(0, 5) * kGrid);
    if (dice.chance(0.3)) {
        const qint64 from = plan.phases[0] + 3 * kGrid;
        plan.lowerings = {{.window = 0, .span = {.from = from, .until = from + 6 * kGrid}, .limit = 0}};
    }
    if (dice.chance(0.3)) {
        plan.outages = {{.from = 6 * kGrid - kMinute, .until = 10 * kGrid + 2 * kMinute}};
    }
    const Day day = tinyDay(dice, plan);
    const Optimum optimum = optimumOf(day);
    QVERIFY(optimum.isExact);
    QCOMPARE(optimum.weight, bruteForce(day));
}

void OptimumTest::anyOtherOptimumIsNeverTooLow_data()
{
    theOptimumOfNestedWindowsIsTheBestThereIs_data();
}

void OptimumTest::anyOtherOptimumIsNeverTooLow()
{
    QFETCH(quint64, seed);
    Dice dice(seed, 2);
    const auto kind = [&dice] { return dice.chance(0.6) ? Kind::Sliding : Kind::Fixed; };
    PlatformPlan plan = planOf({window(u"short"_s, kind(), 3 * kGrid, int(dice.whole(1, 2))),
        window(u"long"_s, Kind::Sliding, 7 * kGrid, int(dice.whole(2, 3)))});
    plan.phases[0] = dice.whole(0, 2) * kGrid;
    if (dice.chance(0.4)) {
        plan.lowerings = {{.window = 1,
            .span = {.from = 6 * kGrid, .until = 6 * kGrid + dice.whole(2, 8) * kGrid},
            .limit = 1}};
    }
    if (dice.chance(0.5)) {
        for (int i = 0; i < 3; ++i) {
            plan.neighbours.append(dice.whole(0, 20) * kGrid + kMinute);
        }
        std::sort(plan.neighbours.begin(), plan.neighbours.end());
    }
    const Day day = tinyDay(dice, plan);
    const double best = bruteForce(day);
    const Optimum optimum = optimumOf(day);
    QVERIFY2(optimum.weight >= best, qPrintable(u"%1 < %2"_s.arg(optimum.weight).arg(best)));
    QVERIFY(optimum.weight <= optimum.total);
}

void OptimumTest::theTreeMovesJobsToMakeRoom()
{
    const auto span = [](qint64 from, qint64 until) { return Span{.from = from, .until = until}; };
    const QList<QList<Capacity>> levels = {{{.span = span(0, 40), .most = 3}},
        {{.span = span(0, 20), .most = 1}, {.span = span(20, 40), .most = 2}},
        {{.span = span(0, 10), .most = 1}, {.span = span(10, 20), .most = 1},
            {.span = span(20, 30), .most = 1}, {.span = span(30, 40), .most = 1}}};
    CapacityTree tree(levels);
    QVERIFY(tree.add(span(0, 39))); // goes first, has to make way twice
    QVERIFY(tree.add(span(5, 25)));
    QVERIFY(!tree.add(span(12, 11)));
    QVERIFY(tree.add(span(12, 15)));
    QVERIFY(!tree.add(span(0, 39)));
    CapacityTree other(levels);
    QVERIFY(other.add(span(0, 35)));
    QVERIFY(other.add(span(12, 25))); // not in the first half, which is full
    QVERIFY(other.add(span(22, 28))); // now it has to go there, and the first one out of it
    QVERIFY(!other.add(span(22, 28)));
}

void OptimumTest::ofEqualTextsTheOptimumKeepsTheHeaviest()
{
    Day day{.platform = planOf({window(u"w"_s, Kind::Fixed, kHour, 10)}), .desks = {{}}, .end = 4 * kHour};
    day.classes = {{.weight = 9}, {.weight = 1}};
    day.jobs = {{.id = 1, .jobClass = 1, .at = 0, .due = kHour, .text = u"same"_s},
        {.id = 2, .jobClass = 0, .at = kMinute, .due = kHour, .text = u"same"_s}};
    QCOMPARE(optimumOf(day).weight, 9.0);
    day.platform.detectsDuplicates = false;
    QCOMPARE(optimumOf(day).weight, 10.0);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::OptimumTest)
#include "optimum_test.moc"
