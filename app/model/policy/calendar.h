#pragma once

#include "app/core/clock.h"

#include <QDate>
#include <QLatin1String>
#include <QList>

#include <array>
#include <optional>

namespace fw {

/// Where a calendar is named: every hour of every day. No calendar can be called that.
inline constexpr QLatin1String kAlways("always");

/// [from, to).
struct TimeSpan {
    Instant from = {};
    Instant to = {};
    bool operator==(const TimeSpan &) const = default;
};

/// Hours of one date, in minutes after its midnight by the clock on the wall: 0 <= from < 1440, 0 <= to <= 1440. `to` at or before `from`
/// is on the next date.
struct Hours {
    int from = 0;
    int to = 0;
    bool operator==(const Hours &) const = default;
};

/// A date that has these hours and no others, whatever the day of the week. None: it is closed.
struct Holiday {
    QDate date = {};
    QString name = {};
    QList<Hours> hours = {};
    bool operator==(const Holiday &) const = default;
};

/// Opening hours with a real time zone.
///
/// Hours belong to the date on which they begin. Those that go over midnight end at midnight when the next date is a holiday: a holiday has its own hours
/// only.
///
/// When the clocks change: hours begin when the wall clock shows their beginning, for the first time if it shows it twice, and end when it shows their end,
/// for the last time if it shows it twice. A time the clock leaves out is when it jumps over it. So hours through the night are one hour longer or
/// shorter then, and hours that lie in what is left out are none at all.
struct Calendar {
    QString name = {};
    int version = 0;                       // 0: not kept yet
    QByteArray zone = {};                  // IANA, "Europe/Paris"
    std::array<QList<Hours>, 7> week = {}; // Monday first
    QList<Holiday> holidays = {};          // by date, one for each
    bool operator==(const Calendar &) const = default;
};

/// What is open of [from, to): in order, apart from each other. Cost: grows with the days between.
[[nodiscard]] QList<TimeSpan> openSpans(const Calendar &calendar, Instant from, Instant to);
/// B(from, to) of the metrics: how much of [from, to) is open. 0 when `to` is not after `from`. Cost as openSpans().
[[nodiscard]] milliseconds openTime(const Calendar &calendar, Instant from, Instant to);
/// The first moment at which `open` of open time has passed since `from`. Nothing when that does not happen within 50 years: a calendar that is never
/// open, or no longer. Cost: grows with the days between.
[[nodiscard]] std::optional<Instant> afterOpenTime(const Calendar &calendar, Instant from, milliseconds open);

} // namespace fw
