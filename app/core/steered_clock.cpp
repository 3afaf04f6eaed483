#include "app/core/steered_clock.h"

#include <cmath>

namespace fw {

SteeredClock::SteeredClock(Instant start, QObject *parent)
    : QObject(parent)
    , m_from(start)
    , m_steadyFrom(Steady::now())
{
}

Instant SteeredClock::at(Steady::time_point real) const
{
    if (m_isPaused) {
        return m_from;
    }
    const std::chrono::duration<double, std::milli> gone = real - m_steadyFrom;
    return m_from + milliseconds(std::llround(gone.count() * m_speed));
}

void SteeredClock::settle()
{
    const Steady::time_point real = Steady::now();
    m_from = at(real);
    m_steadyFrom = real;
}

Instant SteeredClock::now() const
{
    const std::lock_guard lock(m_mutex);
    return at(Steady::now());
}

milliseconds SteeredClock::realTime(milliseconds span) const
{
    const std::lock_guard lock(m_mutex);
    // While it stands still, nothing that sleeps becomes due; looking up as often as at the usual pace is enough.
    const double speed = m_isPaused ? 1 : m_speed;
    return milliseconds(std::llround(static_cast<double>(span.count()) / speed));
}

void SteeredClock::setSpeed(double speed)
{
    Q_ASSERT(speed > 0);
    {
        const std::lock_guard lock(m_mutex);
        settle();
        m_speed = speed;
    }
    Q_EMIT steered();
}

double SteeredClock::speed() const
{
    const std::lock_guard lock(m_mutex);
    return m_speed;
}

void SteeredClock::setPaused(bool isPaused)
{
    {
        const std::lock_guard lock(m_mutex);
        settle();
        m_isPaused = isPaused;
    }
    Q_EMIT steered();
}

bool SteeredClock::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_isPaused;
}

void SteeredClock::leapTo(Instant moment)
{
    {
        const std::lock_guard lock(m_mutex);
        settle();
        m_from = std::max(m_from, moment);
    }
    Q_EMIT steered();
}

void whenSteered(const Clock &clock, QObject *owner, const std::function<void()> &onSteered)
{
    if (const auto *steered = dynamic_cast<const SteeredClock *>(&clock)) {
        QObject::connect(steered, &SteeredClock::steered, owner, onSteered);
    }
}

} // namespace fw
