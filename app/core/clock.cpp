#include "app/core/clock.h"

#include "app/core/boot_time.h"

#include <QTimeZone>

#include <cmath>

namespace fw {

Instant instantFromMs(qint64 msSinceEpoch)
{
    return Instant(milliseconds(msSinceEpoch));
}

qint64 toMs(Instant instant)
{
    return instant.time_since_epoch().count();
}

QDateTime toDateTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(instant), Qt::UTC);
}

QString toIso(Instant instant)
{
    return toDateTime(instant).toString(Qt::ISODateWithMs);
}

std::optional<Instant> instantFromIso(const QString &text)
{
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid()) {
        return std::nullopt;
    }
    return instantFromMs(parsed.toMSecsSinceEpoch());
}

namespace {
/// As a point of the steady clock, which by itself would fall behind while the machine is suspended.
std::chrono::steady_clock::time_point steadyNow()
{
    return std::chrono::steady_clock::time_point(
        std::chrono::duration_cast<std::chrono::steady_clock::duration>(sinceBoot()));
}
} // namespace

SystemClock::SystemClock()
    : m_start(std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()))
    , m_steadyStart(steadyNow())
{
}

Instant SystemClock::now() const
{
    return m_start + std::chrono::duration_cast<milliseconds>(steadyNow() - m_steadyStart);
}

FastClock::FastClock(Instant start, double speed)
    : m_start(start)
    , m_speed(speed)
    , m_steadyStart(std::chrono::steady_clock::now())
{
    Q_ASSERT(speed > 0);
}

Instant FastClock::now() const
{
    const std::chrono::duration<double, std::milli> real = std::chrono::steady_clock::now() - m_steadyStart;
    return m_start + milliseconds(std::llround(real.count() * m_speed));
}

milliseconds FastClock::realTime(milliseconds span) const
{
    return milliseconds(std::llround(static_cast<double>(span.count()) / m_speed));
}

} // namespace fw
