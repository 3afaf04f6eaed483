#include "app/insight/forecast.h"

#include <QTest>

#include <cmath>
#include <random>

namespace fw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
Instant at(const QString &iso)
{
    return *instantFromIso(iso);
}

QList<Instant> arrivalsAt(Instant hour, int count)
{
    QList<Instant> arrivals;
    for (int i = 0; i < count; ++i) {
        arrivals.append(hour + i * 1min);
    }
    return arrivals;
}

const Instant &monday()
{
    static const Instant start = at(u"2026-05-04T00:00:00Z"_s); // a Monday
    return start;
}
constexpr auto kWeek = 7 * 24h;
} // namespace

class ForecastTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anHourIsTheMeanOfThatHourOfTheWeek();
    void weeksThatDifferSpreadMoreThanChance();
    void fewWeeksSayNothingOfSpread();
    void hoursAreThoseOfTheWallClock();
    void nineOfTenHoursLieInTheRange();
};

void ForecastTest::anHourIsTheMeanOfThatHourOfTheWeek()
{
    QList<Instant> arrivals;
    for (int week = 0; week < 4; ++week) {
        arrivals += arrivalsAt(monday() + week * kWeek + 10h, 9);
    }
    arrivals += arrivalsAt(monday() - 1h, 30);        // before what is looked at
    arrivals += arrivalsAt(monday() + 4 * kWeek, 30); // and after
    const auto hours = forecastArrivals(arrivals, {.from = monday(), .to = monday() + 4 * kWeek},
        {.from = monday() + 4 * kWeek, .to = monday() + 4 * kWeek + 24h}, QTimeZone::utc());
    QCOMPARE(hours.size(), 24);
    const HourForecast &ten = hours[10];
    QVERIFY(ten.at == monday() + 4 * kWeek + 10h);
    QCOMPARE(ten.weekday, 1);
    QCOMPARE(ten.hour, 10);
    QCOMPARE(ten.weeks, 4);
    QCOMPARE(ten.mean, 9.0);
    QCOMPARE(ten.spread.value_or(0), 3.0); // they never differed: what is left is chance
    QCOMPARE(ten.high.value_or(0), 9 + 1.645 * 3 * std::sqrt(1.25));
    QCOMPARE(hours[9].mean, 0.0);
    QCOMPARE(hours[9].low.value_or(-1), 0.0);
    QCOMPARE(hours[9].spread.value_or(0), 0.5); // that nothing came in four weeks is no promise
}

void ForecastTest::weeksThatDifferSpreadMoreThanChance()
{
    QList<Instant> arrivals;
    const QList<int> counts{2, 30, 4, 28};
    for (int week = 0; week < 4; ++week) {
        arrivals += arrivalsAt(monday() + week * kWeek, counts[week]);
    }
    const auto hours = forecastArrivals(arrivals, {.from = monday(), .to = monday() + 4 * kWeek},
        {.from = monday(), .to = monday() + 1h}, QTimeZone::utc());
    QCOMPARE(hours.size(), 1);
    QCOMPARE(hours[0].mean, 16.0);
    QCOMPARE(hours[0].spread.value_or(0), std::sqrt((196.0 + 196 + 144 + 144) / 3));
    QCOMPARE(hours[0].low.value_or(-1), 0.0);
}

void ForecastTest::fewWeeksSayNothingOfSpread()
{
    const TimeSpan wanted{.from = monday() + 1h, .to = monday() + 2h};
    const auto one = forecastArrivals(
        arrivalsAt(monday() + 1h, 5), {.from = monday(), .to = monday() + kWeek}, wanted, QTimeZone::utc());
    QCOMPARE(one[0].mean, 5.0);
    QVERIFY(!one[0].spread && !one[0].low && !one[0].high);
    const auto none = forecastArrivals({}, {.from = monday(), .to = monday()}, wanted, QTimeZone::utc());
    QCOMPARE(none[0].weeks, 0);
    QCOMPARE(none[0].mean, 0.0);
}

void ForecastTest::hoursAreThoseOfTheWallClock()
{
    // Paris left out 02:00 to 03:00 on Sunday, 29 March 2026.
    const QTimeZone paris("Europe/Paris");
    const Instant from = at(u"2026-03-22T23:00:00Z"_s);                     // Monday, midnight there
    const Instant to = at(u"2026-04-05T22:00:00Z"_s);                       // two weeks later, there
    QList<Instant> arrivals = arrivalsAt(at(u"2026-03-24T08:00:00Z"_s), 3); // Tuesday, 09:00
    arrivals += arrivalsAt(at(u"2026-03-31T07:00:00Z"_s), 5);               // Tuesday, 09:00
    const auto hours
        = forecastArrivals(arrivals, {.from = from, .to = to}, {.from = to, .to = to + kWeek}, paris);
    QCOMPARE(hours.size(), 7 * 24);
    QCOMPARE(hours[24 + 9].weekday, 2);
    QCOMPARE(hours[24 + 9].hour, 9);
    QCOMPARE(hours[24 + 9].mean, 4.0);
    QCOMPARE(hours[6 * 24 + 2].weeks, 1); // Sunday, 02:00: there once
    QCOMPARE(hours[6 * 24 + 3].weeks, 2);
}

void ForecastTest::nineOfTenHoursLieInTheRange()
{
    std::mt19937 random(7);
    constexpr int kWeeks = 8;
    int inside = 0;
    int hours = 0;
    for (int turn = 0; turn < 20; ++turn) {
        QList<Instant> arrivals;
        QList<int> last;
        for (int hour = 0; hour < (kWeeks + 1) * 7 * 24; ++hour) {
            std::poisson_distribution<int> draw(12.0 + hour % 24);
            const int count = draw(random);
            if (hour < kWeeks * 7 * 24) {
                arrivals += arrivalsAt(monday() + hour * 1h, count);
            } else {
                last.append(count);
            }
        }
        const Instant end = monday() + kWeeks * kWeek;
        const auto forecasts = forecastArrivals(
            arrivals, {.from = monday(), .to = end}, {.from = end, .to = end + kWeek}, QTimeZone::utc());
        for (int i = 0; i < last.size(); ++i) {
            inside += last[i] >= *forecasts[i].low && last[i] <= *forecasts[i].high ? 1 : 0;
            ++hours;
        }
    }
    const double share = double(inside) / hours;
    QVERIFY2(share > 0.88 && share < 0.95, qPrintable(QString::number(share)));
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::ForecastTest)
#include "forecast_test.moc"
