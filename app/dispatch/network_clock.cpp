#include "app/dispatch/network_clock.h"

#include <algorithm>

namespace fw {

namespace {
using namespace std::chrono_literals;
}

bool NetworkClock::learn(Instant date, milliseconds startedAt, milliseconds endedAt)
{
    const Instant before = zero();
    const Instant lowest = date - endedAt;
    const Instant highest = date + 1s - startedAt;
    const bool agrees = m_isKnown && lowest <= m_highest && highest >= m_lowest;
    m_lowest = agrees ? std::max(m_lowest, lowest) : lowest;
    m_highest = agrees ? std::min(m_highest, highest) : highest;
    m_isKnown = true;
    return std::chrono::abs(zero() - before) >= 1s;
}

} // namespace fw
