#include "app/core/clock_timer.h"

#include "app/core/steered_clock.h"

#include <algorithm>

namespace fw {

namespace {
// A timer cannot be set for longer than some weeks, and the machine may have been suspended in the meantime.
constexpr milliseconds kLongestSleep = std::chrono::hours(6);
} // namespace

ClockTimer::ClockTimer(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ClockTimer::awake);
    whenSteered(clock, this, [this] {
        if (isActive()) {
            sleep();
        }
    });
}

void ClockTimer::start(milliseconds span)
{
    startAt(m_clock.now() + span);
}

void ClockTimer::startAt(Instant due)
{
    m_due = due;
    sleep();
}

void ClockTimer::sleep()
{
    const milliseconds left = std::max(m_due - m_clock.now(), milliseconds(0));
    const milliseconds real = std::max(m_clock.realTime(left), milliseconds(1));
    m_isStage = real > kLongestSleep;
    m_timer.start(std::min(real, kLongestSleep));
}

void ClockTimer::awake()
{
    if (m_isStage) {
        sleep();
    } else {
        Q_EMIT due();
    }
}

} // namespace fw
