#pragma once

#include "app/model/policy/calendar.h"

#include <QTimeZone>

#include <optional>

namespace fw {

/// What is expected of one hour, out of the same hour of the week in the weeks before.
struct HourForecast {
    Instant at = {}; // its beginning
    int weekday = 1; // Monday 1, as QDate has it
    int hour = 0;    // by the clock on the wall
    int weeks = 0;   // in which that hour was there
    double mean = 0; // arrivals
    std::optional<double> spread
        = {}; // standard deviation of one such hour; nothing: of fewer than two weeks
    std::optional<double> low
        = {}; // nine such hours of ten lie in [low, high], if next week is as the weeks before
    std::optional<double> high = {};
    bool operator==(const HourForecast &) const = default;
};

/// Every hour of `wanted`, which begins at an hour of `zone`, out of the arrivals in `seen`. Pure.
///
/// The mean of an hour of the week is that of its counts in the weeks seen. Its spread is their standard deviation, and never less than that of chance alone: arrivals that do not know
/// of each other vary as a Poisson number does, by the square root of the mean; where nothing came, as if one had in all those weeks. Where the weeks differ by more than that, the weeks themselves differ. [low, high] is
/// mean ± 1.645 spread sqrt(1 + 1/weeks) (a normal number, and the mean itself is only known so well), not below 0.
/// When the clocks change, an hour that is left out is not counted, one that comes twice counts twice.
[[nodiscard]] QList<HourForecast> forecastArrivals(
    const QList<Instant> &arrivals, const TimeSpan &seen, const TimeSpan &wanted, const QTimeZone &zone);

} // namespace fw
