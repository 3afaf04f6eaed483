#include "app/dispatch/demand.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace fw {

namespace {
constexpr double kRecentMs = 15 * 60 * 1000.0;
constexpr qint64 kHalfHourMs = 30 * 60 * 1000;
constexpr qint64 kHalfHours = 48;
// How fast what is going on is expected to return to the usual.
constexpr double kReturnMs = 2 * 3600 * 1000.0;
// The further ahead, the less it is worth to keep room for what may come.
constexpr double kTrustMs = 10 * 3600 * 1000.0;
constexpr double kLeadWeight = 0.05;

double asMs(milliseconds span)
{
    return double(span.count());
}
} // namespace

void Demand::add(Instant at, milliseconds lead)
{
    if (!m_first) {
        m_first = at;
        m_last = at;
        m_leadMs = asMs(lead);
    }
    const double span = std::max(0.0, asMs(at - m_last));
    m_recent = m_recent * std::exp(-span / kRecentMs) + 1;
    const qint64 halfHour = toMs(at) / kHalfHourMs;
    ++m_halfHours[halfHour];
    m_halfHours.erase(m_halfHours.begin(), m_halfHours.lower_bound(halfHour - kHalfHours));
    m_leadMs += kLeadWeight * (std::max(0.0, asMs(lead)) - m_leadMs);
    m_last = std::max(m_last, at);
}

double Demand::recentRate(Instant now) const
{
    const double seen = std::max(asMs(now - *m_first), kRecentMs);
    return m_recent * std::exp(-std::max(0.0, asMs(now - m_last)) / kRecentMs)
        / (kRecentMs * (1 - std::exp(-seen / kRecentMs)));
}

double Demand::usualRate(Instant now) const
{
    const qint64 current = toMs(now) / kHalfHourMs;
    if (current != m_usualOf) {
        // The half hours that are over; those in which nothing was asked for count as well.
        const qint64 first = std::max(toMs(*m_first) / kHalfHourMs, current - kHalfHours);
        std::vector<int> counts;
        for (const auto &[halfHour, count] : m_halfHours) {
            if (halfHour >= first && halfHour < current) {
                counts.push_back(count);
            }
        }
        counts.resize(size_t(std::max<qint64>(current - first, 0)));
        std::sort(counts.begin(), counts.end());
        m_usual = counts.empty() ? 0 : double(counts[counts.size() / 2]) / double(kHalfHourMs);
        m_usualOf = current;
    }
    return m_usual;
}

Demand::Outlook Demand::outlook(Instant now) const
{
    Outlook outlook;
    outlook.m_now = now;
    if (m_first) {
        outlook.m_usual = usualRate(now);
        outlook.m_more = recentRate(now) - outlook.m_usual;
    }
    return outlook;
}

double Demand::Outlook::until(Instant until) const
{
    const double span = std::max(0.0, asMs(until - m_now));
    return std::max(0.0,
        m_usual * kTrustMs * (1 - std::exp(-span / kTrustMs))
            + m_more * kReturnMs * (1 - std::exp(-span / kReturnMs)));
}

} // namespace fw
