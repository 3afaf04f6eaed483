#pragma once

#include "app/core/clock.h"

namespace fw::guard {

/// A brake that was released: from when on, and how long until the usual pace.
struct Release {
    Instant from = {};
    milliseconds over = {};
    bool operator==(const Release &) const = default;
};

/// So many times the usual gap right after a brake was released.
inline constexpr double kFirstGaps = 30;
/// An account without a gap of its own is released as if it had this one.
inline constexpr milliseconds kLeastReleaseGap{1000};

/// How many times the usual gap there must be before the next write: kFirstGaps at the release, then less and less, 1 once it is over. Before the
/// release it is as at the release. Pure; both times by one clock.
[[nodiscard]] double gapFactor(Instant now, const Release &release);

/// The gap before the next write at `now`.
[[nodiscard]] milliseconds stretchedGap(milliseconds gap, Instant now, const Release &release);

} // namespace fw::guard
