#include "app/dispatch/demand.h"

#include <QTest>

#include <cmath>

namespace fw::test {

namespace {
using namespace std::chrono_literals;

const Instant kStart = instantFromMs(1'790'000'000'000);

void ask(Demand &demand, Instant from, Instant until, milliseconds pause)
{
    for (Instant at = from; at < until; at += pause) {
        demand.add(at, 10min);
    }
}
} // namespace

class DemandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void expectsNothingWhereNothingWasAskedFor()
    {
        const Demand demand;
        QCOMPARE(demand.expected(kStart, kStart + 1h), 0.0);
        QCOMPARE(demand.lead().count(), 0);
    }

    void expectsWhatIsUsual()
    {
        Demand demand;
        ask(demand, kStart, kStart + 12h, 1min);
        const double anHour = demand.expected(kStart + 12h, kStart + 13h);
        QVERIFY2(anHour > 45 && anHour < 66, qPrintable(QString::number(anHour)));
        QVERIFY(demand.lead() == 10min);
    }

    void aRushOfThreeHoursIsExpectedToPassAndDoesNotBecomeUsual()
    {
        Demand demand;
        ask(demand, kStart, kStart + 12h, 2min);
        ask(demand, kStart + 12h, kStart + 15h, 6s); // twenty times as many
        const Instant rush = kStart + 15h;
        QVERIFY(demand.expected(rush, rush + 10min) > 80); // of 100
        QVERIFY(demand.expected(rush, rush + 10h) < 10 * 600 * 0.25);
        ask(demand, rush, rush + 3h, 2min);
        const double anHour = demand.expected(rush + 3h, rush + 4h);
        QVERIFY2(anHour > 20 && anHour < 35, qPrintable(QString::number(anHour)));
    }

    void moreTimeNeverBringsFewer()
    {
        Demand demand;
        ask(demand, kStart, kStart + 3h, 5min);
        double before = 0;
        for (milliseconds ahead = 0ms; ahead < 30h; ahead += 10min) {
            const double expected = demand.expected(kStart + 5h, kStart + 5h + ahead);
            QVERIFY(expected >= before);
            before = expected;
        }
    }

    void aClockThatGoesBackBringsNoFlood()
    {
        Demand demand;
        ask(demand, kStart, kStart + 1h, 1min);
        const double expected = demand.expected(kStart - 10h, kStart - 9h);
        QVERIFY2(std::isfinite(expected) && expected < 120, qPrintable(QString::number(expected)));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::DemandTest)
#include "demand_test.moc"
