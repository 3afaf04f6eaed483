#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace fw {

using std::chrono::milliseconds;

/// A moment in UTC, millisecond precision. Stored as BIGINT milliseconds since 1970.
using Instant = std::chrono::sys_time<milliseconds>;

[[nodiscard]] Instant instantFromMs(qint64 msSinceEpoch);
[[nodiscard]] qint64 toMs(Instant instant);
[[nodiscard]] QDateTime toDateTime(Instant instant); // UTC
/// ISO 8601, UTC, milliseconds: `2026-11-19T14:27:00.000Z`.
[[nodiscard]] QString toIso(Instant instant);
/// Empty when `text` is not an ISO 8601 date and time.
[[nodiscard]] std::optional<Instant> instantFromIso(const QString &text);

/// Where the time comes from. Thread: any.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    /// How much real time passes while `span` of this clock's time does. Timers are set with it, so that a demo day can run fast.
    [[nodiscard]] virtual milliseconds realTime(milliseconds span) const { return span; }
};

/// The wall clock read once at construction, carried on by the monotonic clock: a step of the wall clock does not move it.
class SystemClock final : public Clock
{
public:
    SystemClock();
    [[nodiscard]] Instant now() const override;

private:
    Instant m_start;
    std::chrono::steady_clock::time_point m_steadyStart;
};

/// `speed` times as fast as real time, from `start`. For the demo day.
class FastClock final : public Clock
{
public:
    FastClock(Instant start, double speed);
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] milliseconds realTime(milliseconds span) const override;

private:
    Instant m_start;
    double m_speed;
    std::chrono::steady_clock::time_point m_steadyStart;
};

} // namespace fw
