#include "app/model/policy/calendar.h"
#include "app/model/policy/calendar_form.h"
#include "tests/app/model/policy/local_minutes.h"
#include "tests/support/seed.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Instant at(const char *iso)
{
    return *instantFromIso(QString::fromLatin1(iso));
}

constexpr int minutesOf(int hour, int minute = 0)
{
    return hour * 60 + minute;
}

Calendar everyDay(const QByteArray &zone, const QList<Hours> &hours)
{
    Calendar calendar{.name = u"shop"_s, .zone = zone};
    calendar.week.fill(hours);
    return calendar;
}

/// Hours that do not overlap, in order; the last of them may go over midnight.
QList<Hours> drawnHours(QRandomGenerator &random)
{
    QList<Hours> hours;
    int from = int(random.bounded(0, 12)) * 30;
    const int count = int(random.bounded(0, 4));
    for (int i = 0; i < count && from < minutesOf(23); ++i) {
        const int to = from + 15 + int(random.bounded(0, 16)) * 15;
        const bool isLast = i + 1 == count || to >= minutesOf(23);
        if (isLast && random.bounded(2) == 0) {
            hours.append({.from = from, .to = int(random.bounded(0, from / 15 + 1)) * 15});
            break;
        }
        hours.append({.from = from, .to = std::min(to, minutesOf(24))});
        from = to + int(random.bounded(0, 5)) * 15;
    }
    return hours;
}

/// With a holiday now and then around `middle`.
Calendar drawnCalendar(QRandomGenerator &random, const QByteArray &zone, QDate middle)
{
    Calendar calendar{.name = u"drawn"_s, .zone = zone};
    for (QList<Hours> &day : calendar.week) {
        day = drawnHours(random);
    }
    for (int day = -4; day <= 4; ++day) {
        if (random.bounded(5) == 0) {
            calendar.holidays.append({.date = middle.addDays(day),
                .hours = random.bounded(2) == 0 ? drawnHours(random) : QList<Hours>()});
        }
    }
    return calendar;
}
} // namespace

class CalendarTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void severalHoursADayAreOpenAndWhatIsBetweenIsNot()
    {
        const Calendar shop = everyDay("Europe/Paris",
            {{.from = minutesOf(9), .to = minutesOf(12)}, {.from = minutesOf(14), .to = minutesOf(18)}});
        const QList<TimeSpan> spans = openSpans(shop, at("2026-06-01T00:00:00Z"), at("2026-06-02T00:00:00Z"));
        QVERIFY(spans
            == QList<TimeSpan>({{at("2026-06-01T07:00:00Z"), at("2026-06-01T10:00:00Z")},
                {at("2026-06-01T12:00:00Z"), at("2026-06-01T16:00:00Z")}}));
        QVERIFY(openTime(shop, at("2026-06-01T08:00:00Z"), at("2026-06-01T13:00:00Z")) == 3h);
        QVERIFY(openTime(shop, at("2026-06-01T13:00:00Z"), at("2026-06-01T08:00:00Z")) == 0ms);
    }

    void aShiftOverMidnightBelongsToTheDayItBeginsOn()
    {
        Calendar night{.name = u"night"_s, .zone = "Asia/Kathmandu"};
        night.week[4] = {{.from = minutesOf(22), .to = minutesOf(6)}}; // Friday; UTC+05:45
        const QList<TimeSpan> spans
            = openSpans(night, at("2026-06-01T00:00:00Z"), at("2026-06-08T00:00:00Z"));
        QVERIFY(spans == QList<TimeSpan>({{at("2026-06-05T16:15:00Z"), at("2026-06-06T00:15:00Z")}}));
    }

    void aHolidayHasItsOwnHoursAndEndsTheNightBeforeIt()
    {
        Calendar night = everyDay("UTC", {{.from = minutesOf(22), .to = minutesOf(6)}});
        night.holidays = {{.date = QDate(2026, 12, 25)},
            {.date = QDate(2026, 12, 31), .hours = {{.from = minutesOf(8), .to = minutesOf(10)}}}};
        QVERIFY(openSpans(night, at("2026-12-24T12:00:00Z"), at("2026-12-26T23:00:00Z"))
            == QList<TimeSpan>({{at("2026-12-24T22:00:00Z"), at("2026-12-25T00:00:00Z")},
                {at("2026-12-26T22:00:00Z"), at("2026-12-26T23:00:00Z")}}));
        QVERIFY(openTime(night, at("2026-12-31T00:00:00Z"), at("2027-01-01T12:00:00Z")) == 2h);
    }

    void nightsAreLongerOrShorterWhenTheClocksChange()
    {
        const Calendar night = everyDay("Europe/Paris", {{.from = minutesOf(22), .to = minutesOf(6)}});
        QVERIFY(openTime(night, at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z")) == 7h);
        QVERIFY(openTime(night, at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z")) == 9h);
    }

    void whatTheClockLeavesOutIsNothingAndWhatItShowsTwiceIsOpenTillTheSecondTime()
    {
        const Calendar early = everyDay("Europe/Paris", {{.from = minutesOf(2, 15), .to = minutesOf(2, 45)}});
        QVERIFY(openTime(early, at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z")) == 0ms);
        QVERIFY(openTime(early, at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z")) == 90min);
    }

    void aDateThatAnIslandLeftOutWasNeverOpen()
    {
        const Calendar shop = everyDay("Pacific/Apia", {{.from = minutesOf(9), .to = minutesOf(17)}});
        // Samoa went from Thursday the 29th to Saturday the 31st of December 2011.
        QVERIFY(openTime(shop, at("2011-12-29T10:00:00Z"), at("2012-01-01T10:00:00Z")) == 24h);
        QVERIFY(openSpans(shop, at("2011-12-30T03:00:00Z"), at("2011-12-31T03:00:00Z"))
            == QList<TimeSpan>({{at("2011-12-30T19:00:00Z"), at("2011-12-31T03:00:00Z")}}));
    }

    void aCalendarThatIsNeverOpenAnswersNothing()
    {
        Calendar never{.name = u"never"_s, .zone = "Europe/Paris"};
        QVERIFY(!afterOpenTime(never, at("2026-06-01T00:00:00Z"), 1ms));
        never.holidays
            = {{.date = QDate(2026, 12, 24), .hours = {{.from = minutesOf(9), .to = minutesOf(12)}}}};
        QVERIFY(afterOpenTime(never, at("2026-06-01T00:00:00Z"), 3h) == at("2026-12-24T11:00:00Z"));
        QVERIFY(!afterOpenTime(never, at("2026-06-01T00:00:00Z"), 3h + 1ms));
        QVERIFY(!afterOpenTime(never, at("2026-12-25T00:00:00Z"), 1ms));
    }

    void nothingToWaitForIsOverAtOnce()
    {
        const Calendar shop = everyDay("UTC", {{.from = minutesOf(9), .to = minutesOf(17)}});
        QVERIFY(afterOpenTime(shop, at("2026-06-01T20:00:00Z"), 0ms) == at("2026-06-01T20:00:00Z"));
        QVERIFY(afterOpenTime(shop, at("2026-06-01T20:00:00Z"), 1ms) == at("2026-06-02T09:00:00Z") + 1ms);
        QVERIFY(afterOpenTime(shop, at("2026-06-01T20:00:00Z"), 8h) == at("2026-06-02T17:00:00Z"));
    }

    /// Every calendar agrees, minute by minute, with the C library's idea of the wall clock.
    void drawnCalendarsAgreeWithTheClockOnTheWall_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("change");
        const auto row = [](const char *zone, QDate change) {
            QTest::newRow(qPrintable(QLatin1String(zone) + u' ' + change.toString(Qt::ISODate)))
                << QByteArray(zone) << change;
        };
        row("Europe/Paris", {2026, 3, 29});
        row("Europe/Paris", {2026, 10, 25});
        row("America/New_York", {2027, 3, 14});
        row("America/New_York", {2026, 11, 1});
        row("Australia/Lord_Howe", {2026, 4, 5}); // half an hour
        row("Australia/Lord_Howe", {2026, 10, 4});
        row("America/St_Johns", {2026, 3, 8});
        row("America/St_Johns", {2026, 11, 1});
        row("Africa/Casablanca", {2026, 2, 15}); // back for Ramadan
        row("Africa/Casablanca", {2026, 3, 22});
        row("America/Santiago", {2026, 4, 4}); // at midnight
        row("America/Santiago", {2026, 9, 6});
        row("Asia/Beirut", {2026, 3, 29});
        row("Pacific/Apia", {2011, 12, 30}); // a whole day
        row("Asia/Kathmandu", {2026, 3, 29});
        row("Europe/Dublin", {2045, 10, 29}); // where only rules are left, no table
    }

    void drawnCalendarsAgreeWithTheClockOnTheWall()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, change);
        QRandomGenerator random(printedSeed());
        const Instant middle = instantFromMs(QDateTime(change, {12, 0}, Qt::UTC).toMSecsSinceEpoch());
        const LocalMinutes wall(zone, middle - 8 * 24h, middle + 8 * 24h);
        for (int round = 0; round < 12; ++round) {
            const Calendar calendar = drawnCalendar(random, zone, change);
            const OpenMinutes open(calendar, wall);
            for (int i = 0; i < 20; ++i) {
                const Instant from = middle - 4 * 24h + std::chrono::minutes(random.bounded(0, 8 * 1440));
                const Instant to = from + std::chrono::minutes(random.bounded(0, 3 * 1440));
                QVERIFY2(openTime(calendar, from, to) == open.between(from, to), qPrintable(toIso(from)));
                const milliseconds wanted = std::chrono::minutes(random.bounded(1, 900));
                const auto end = open.after(from, wanted);
                if (end) {
                    QVERIFY2(afterOpenTime(calendar, from, wanted) == end, qPrintable(toIso(from)));
                }
            }
        }
    }

    void openTimeAddsUp()
    {
        QRandomGenerator random(printedSeed());
        const Calendar calendar = drawnCalendar(random, "Europe/Paris", {2026, 3, 29});
        for (int i = 0; i < 200; ++i) {
            const Instant a = at("2026-01-01T00:00:00Z") + milliseconds(random.bounded(200 * 86400) * 1000LL);
            const Instant b = a + milliseconds(random.bounded(30 * 86400) * 1000LL + random.bounded(1000));
            const Instant c = b + milliseconds(random.bounded(30 * 86400) * 1000LL + random.bounded(1000));
            QVERIFY(openTime(calendar, a, b) + openTime(calendar, b, c) == openTime(calendar, a, c));
            const milliseconds some = openTime(calendar, a, b);
            if (some > 0ms) {
                const auto reached = afterOpenTime(calendar, a, some);
                QVERIFY(reached && *reached <= b && openTime(calendar, a, *reached) == some);
                QVERIFY(openTime(calendar, a, *reached - 1ms) == some - 1ms);
            }
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::CalendarTest)
#include "calendar_test.moc"
