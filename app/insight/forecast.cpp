#include "app/insight/forecast.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fw {

namespace {
using std::chrono::hours;

constexpr double kNineOfTen = 1.645; // standard deviations on either side of a normal mean

struct Slot {
    int weekday = 1;
    int hour = 0;
    [[nodiscard]] size_t index() const { return size_t((weekday - 1) * 24 + hour); }
};

Slot slotOf(Instant at, const QTimeZone &zone)
{
    const QDateTime local = toDateTime(at).toTimeZone(zone);
    return {.weekday = local.date().dayOfWeek(), .hour = local.time().hour()};
}

/// The counts of one hour of the week, week by week.
using Counts = std::array<QList<int>, 7 * 24>;

Counts countsOf(const QList<Instant> &arrivals, const TimeSpan &seen, const QTimeZone &zone)
{
    QList<Instant> sorted = arrivals;
    std::sort(sorted.begin(), sorted.end());
    auto next = std::lower_bound(sorted.begin(), sorted.end(), seen.from);
    Counts counts;
    for (Instant at = seen.from; at + hours(1) <= seen.to; at += hours(1)) {
        int count = 0;
        for (; next != sorted.end() && *next < at + hours(1); ++next) {
            ++count;
        }
        counts.at(slotOf(at, zone).index()).append(count);
    }
    return counts;
}

HourForecast forecastOf(const QList<int> &counts)
{
    HourForecast forecast{.weeks = int(counts.size())};
    if (counts.isEmpty()) {
        return forecast;
    }
    double sum = 0;
    double squares = 0;
    for (const int count : counts) {
        sum += count;
        squares += double(count) * count;
    }
    const double n = double(counts.size());
    forecast.mean = sum / n;
    if (counts.size() < 2) {
        return forecast;
    }
    const double variance = std::max(0.0, (squares - sum * sum / n) / (n - 1));
    forecast.spread = std::sqrt(std::max({variance, forecast.mean, 1 / n}));
    const double reach = kNineOfTen * *forecast.spread * std::sqrt(1 + 1 / n);
    forecast.low = std::max(0.0, forecast.mean - reach);
    forecast.high = forecast.mean + reach;
    return forecast;
}
} // namespace

QList<HourForecast> forecastArrivals(
    const QList<Instant> &arrivals, const TimeSpan &seen, const TimeSpan &wanted, const QTimeZone &zone)
{
    const Counts counts = countsOf(arrivals, seen, zone);
    QList<HourForecast> forecasts;
    for (Instant at = wanted.from; at < wanted.to; at += hours(1)) {
        const Slot slot = slotOf(at, zone);
        HourForecast forecast = forecastOf(counts.at(slot.index()));
        forecast.at = at;
        forecast.weekday = slot.weekday;
        forecast.hour = slot.hour;
        forecasts.append(forecast);
    }
    return forecasts;
}

} // namespace fw
