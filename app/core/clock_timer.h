#pragma once

#include "app/core/clock.h"

#include <QTimer>

namespace fw {

/// A single-shot timer in the time of a clock: where the clock is steered (SteeredClock) it is due when the clock says so, at another speed or after a leap.
/// Thread: the owner's.
class ClockTimer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClockTimer)
public:
    explicit ClockTimer(const Clock &clock, QObject *parent = nullptr);

    /// After `span` of the clock's time, or the next time the event loop runs when that is over. Starting anew forgets what was before.
    void start(milliseconds span);
    void startAt(Instant due);
    void stop() { m_timer.stop(); }
    [[nodiscard]] bool isActive() const { return m_timer.isActive(); }

Q_SIGNALS:
    void due();

private:
    void sleep();
    void awake();

    const Clock &m_clock;
    QTimer m_timer;
    Instant m_due = {};
    bool m_isStage = false; // only a part of the time fits into one sleep
};

} // namespace fw
