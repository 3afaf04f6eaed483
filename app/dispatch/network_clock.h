#pragma once

#include "app/core/clock.h"

namespace fw {

/// The network's clock, seen from a monotonic one through the `Date` of its answers, which tells whole seconds. Each answer puts the difference between
/// two bounds; what all of them allow is known to a fraction of a second soon. The wall clock only helps until the first answer.
class NetworkClock final
{
public:
    /// `guess`: what the network's clock probably shows when the monotonic one shows 0.
    explicit NetworkClock(Instant guess = {}) : m_lowest(guess), m_highest(guess) { }

    /// An answer that said `date`, to a call that took from `startedAt` to `endedAt` on the monotonic clock. Returns whether the clock moved by a second or
    /// more.
    bool learn(Instant date, milliseconds startedAt, milliseconds endedAt);
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    [[nodiscard]] Instant at(milliseconds monotonic) const { return zero() + monotonic; }
    [[nodiscard]] milliseconds monotonicAt(Instant at) const { return at - zero(); }

private:
    [[nodiscard]] Instant zero() const { return m_lowest + (m_highest - m_lowest) / 2; }

    Instant m_lowest; // of the network's clock when the monotonic one shows 0
    Instant m_highest;
    bool m_isKnown = false;
};

} // namespace fw
