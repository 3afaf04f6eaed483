#pragma once

#include "app/core/clock.h"

#include <QObject>

#include <functional>
#include <mutex>

namespace fw {

/// A clock that somebody steers while it runs: faster, slower, standing still, or on to a later moment. It never goes back, and who sleeps on it is told that
/// it was steered. For the demo's day. Thread: any.
class SteeredClock final : public QObject, public Clock
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SteeredClock)
public:
    explicit SteeredClock(Instant start, QObject *parent = nullptr);
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] milliseconds realTime(milliseconds span) const override;

    /// `speed` times as fast as real time, more than 0; also what it goes on with after a pause.
    void setSpeed(double speed);
    [[nodiscard]] double speed() const;
    void setPaused(bool isPaused);
    [[nodiscard]] bool isPaused() const;
    /// On to `moment`; nothing happens when that is over.
    void leapTo(Instant moment);

Q_SIGNALS:
    /// Whatever realTime() said before is wrong now. Emitted in the thread of whoever steers.
    void steered();

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

/// Calls `onSteered` in the thread of `owner`, as long as it lives, whenever `clock` is steered; never for a clock that nobody can steer.
void whenSteered(const Clock &clock, QObject *owner, const std::function<void()> &onSteered);

} // namespace fw
