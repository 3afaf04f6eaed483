#pragma once

#include "app/core/clock.h"

#include <mutex>

namespace fw {

/// A clock that somebody steers while it runs: faster, slower, standing still, or on to a later moment. It never goes back. For the demo's day.
/// Thread: any.
class SteeredClock final : public Clock
{
public:
    /// Longest realTime(): whoever sleeps on this clock looks up that often, and so notices that it was steered.
    static constexpr milliseconds kLongestSleep{3000};

    explicit SteeredClock(Instant start);
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] milliseconds realTime(milliseconds span) const override;

    /// `speed` times as fast as real time, more than 0; also what it goes on with after a pause.
    void setSpeed(double speed);
    [[nodiscard]] double speed() const;
    void setPaused(bool isPaused);
    [[nodiscard]] bool isPaused() const;
    /// On to `moment`; nothing happens when that is over.
    void leapTo(Instant moment);

private:
    using Steady = std::chrono::steady_clock;
    [[nodiscard]] Instant at(Steady::time_point real) const;
    /// From here on time is counted anew.
    void settle();

    mutable std::mutex m_mutex;
    Instant m_from;
    Steady::time_point m_steadyFrom;
    double m_speed = 1;
    bool m_isPaused = false;
};

} // namespace fw
