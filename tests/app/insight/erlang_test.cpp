// Erlang's formulas by their definitions, and the queue of the what-if by the formulas: long seeded runs of M/M/1 and M/M/c.
#include "app/insight/erlang.h"
#include "app/insight/served_queue.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace fw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr int kRuns = 24;
constexpr int kWarmUp = 2'000; // of a run: an empty desk is not what the formulas speak of
constexpr int kCounted = 16'000;

bool isNear(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

/// a^n / n!
double term(double offered, int n)
{
    return std::exp(n * std::log(offered) - std::lgamma(n + 1.0));
}

double sumOfTerms(double offered, int below)
{
    double sum = 0;
    for (int n = 0; n < below; ++n) {
        sum += term(offered, n);
    }
    return sum;
}

/// Exponential, from bits: std::exponential_distribution may differ between libraries.
milliseconds drawn(std::mt19937_64 &random, milliseconds mean)
{
    const double u = (double(random() >> 11U) + 0.5) / 9007199254740992.0;
    return milliseconds(std::llround(-std::log(u) * double(mean.count())));
}

/// Values of independent runs.
struct Sample {
    QList<double> values = {};
    [[nodiscard]] double mean() const
    {
        return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    }
    [[nodiscard]] double standardError() const
    {
        double squares = 0;
        for (const double value : values) {
            squares += (value - mean()) * (value - mean());
        }
        return std::sqrt(squares / double(values.size() - 1) / double(values.size()));
    }
    /// t of 23 degrees of freedom at 99.9 %, on both sides.
    [[nodiscard]] bool includes(double value) const
    {
        return std::abs(mean() - value) <= 3.768 * standardError();
    }
    [[nodiscard]] QByteArray shown(double value) const
    {
        return "formula " + QByteArray::number(value) + ", runs " + QByteArray::number(mean()) + " +- "
            + QByteArray::number(standardError());
    }
};

/// One run: waits in minutes, without the warm-up.
QList<double> waitsOf(quint64 seed, int agents, const Load &load)
{
    std::mt19937_64 random(seed);
    const milliseconds between(std::llround(3'600'000 / load.perHour));
    QList<Work> work;
    Instant at = Instant(0ms);
    for (int i = 0; i < kWarmUp + kCounted; ++i) {
        at += drawn(random, between);
        work.append({.at = at, .takes = drawn(random, load.handle), .since = at});
    }
    const TimeSpan always{.from = Instant::min(), .to = Instant::max()};
    const QList<Served> served = serve(work, QList<QList<TimeSpan>>(agents, {always}));
    QList<double> waits;
    for (int i = kWarmUp; i < work.size(); ++i) {
        waits.append(double((*served[i].begun - work[i].at).count()) / 60'000);
    }
    return waits;
}
} // namespace

class ErlangTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formulasAreTheirDefinitions();
    void knownValues();
    void tooFewAgentsNeverKeepUp();
    void agentsNeededAreTheFewest();
    void theQueueWaitsAsTheFormulaSays_data();
    void theQueueWaitsAsTheFormulaSays();
};

void ErlangTest::formulasAreTheirDefinitions()
{
    for (const double offered : {0.1, 0.9, 3.0, 7.5, 19.0}) {
        for (int agents = 1; agents <= 30; ++agents) {
            const double all = term(offered, agents);
            const double lost = all / sumOfTerms(offered, agents + 1);
            QVERIFY(isNear(erlangB(agents, offered), lost, 1e-12));
            if (agents > offered) {
                const double queued = all * agents / (agents - offered);
                const double delayed = queued / (sumOfTerms(offered, agents) + queued);
                QVERIFY(isNear(erlangC(agents, offered), delayed, 1e-12));
            }
        }
    }
}

void ErlangTest::knownValues()
{
    QVERIFY(erlangB(0, 2.0) == 1.0);
    QVERIFY(isNear(erlangB(2, 1.0), 1.0 / 5, 1e-15)); // (1/2) / (1 + 1 + 1/2)
    QVERIFY(isNear(erlangC(2, 1.0), 1.0 / 3, 1e-15));
    // M/M/1: P(wait) is the load itself, and the mean wait rho h / (1 - rho).
    const Load load{.perHour = 12, .handle = 4min}; // 0.8
    QVERIFY(isNear(load.offered(), 0.8, 1e-12));
    QVERIFY(isNear(erlangC(1, 0.8), 0.8, 1e-12));
    QVERIFY(meanWait(1, load) == milliseconds(16min));
    QVERIFY(isNear(shareWithin(1, load, 0ms), 0.2, 1e-12));
    QVERIFY(isNear(shareWithin(1, load, 20min), 1 - 0.8 * std::exp(-1.0), 1e-12));
}

void ErlangTest::tooFewAgentsNeverKeepUp()
{
    const Load load{.perHour = 60, .handle = 5min}; // 5 erlangs
    for (const int agents : {0, 1, 5}) {
        QVERIFY(erlangC(agents, load.offered()) == 1.0);
        QVERIFY(!meanWait(agents, load));
        QVERIFY(shareWithin(agents, load, 24h) == 0.0);
    }
    QVERIFY(meanWait(6, load));
}

void ErlangTest::agentsNeededAreTheFewest()
{
    for (const double perHour : {1.0, 25.0, 180.0, 900.0}) {
        for (const double share : {0.0, 0.5, 0.8, 0.95, 0.999}) {
            const Load load{.perHour = perHour, .handle = 6min};
            const auto agents = agentsNeeded(load, 10min, share);
            QVERIFY(agents);
            QVERIFY(*agents > load.offered());
            QVERIFY(shareWithin(*agents, load, 10min) >= share);
            QVERIFY(*agents - 1 <= load.offered() || shareWithin(*agents - 1, load, 10min) < share);
        }
    }
    QVERIFY(!agentsNeeded({.perHour = 1e9, .handle = 6min}, 10min, 0.8));
}

void ErlangTest::theQueueWaitsAsTheFormulaSays_data()
{
    QTest::addColumn<int>("agents");
    QTest::addColumn<double>("perHour");
    QTest::newRow("one agent, half busy") << 1 << 7.5;
    QTest::newRow("one agent, 0.8 busy") << 1 << 12.0;
    QTest::newRow("three agents, 0.8 busy") << 3 << 36.0;
    QTest::newRow("ten agents, 0.85 busy") << 10 << 127.5;
}

void ErlangTest::theQueueWaitsAsTheFormulaSays()
{
    QFETCH(int, agents);
    QFETCH(double, perHour);
    const Load load{.perHour = perHour, .handle = 4min};
    Sample mean;
    Sample delayed;
    Sample soon;
    for (int run = 0; run < kRuns; ++run) {
        const QList<double> waits = waitsOf(quint64(1000 + run), agents, load);
        const auto share = [&waits](auto isCounted) {
            return double(std::count_if(waits.begin(), waits.end(), isCounted)) / double(waits.size());
        };
        mean.values.append(std::accumulate(waits.begin(), waits.end(), 0.0) / double(waits.size()));
        delayed.values.append(share([](double wait) { return wait > 0; }));
        soon.values.append(share([](double wait) { return wait <= 3; }));
    }
    const double formula = double(meanWait(agents, load)->count()) / 60'000;
    QVERIFY2(mean.includes(formula), mean.shown(formula).constData());
    QVERIFY2(mean.standardError() < formula / 20, "the runs are too short to say anything");
    const double waiting = erlangC(agents, load.offered());
    QVERIFY2(delayed.includes(waiting), delayed.shown(waiting).constData());
    const double within = shareWithin(agents, load, 3min);
    QVERIFY2(soon.includes(within), soon.shown(within).constData());
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::ErlangTest)
#include "erlang_test.moc"
