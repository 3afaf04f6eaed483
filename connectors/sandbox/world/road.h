#pragma once

#include "connectors/sandbox/world/platform.h"

namespace fw::world {

/// What becomes of one call on its way. True time.
struct Journey {
    std::optional<qint64> reachesAt = {};  // the platform; never reached: empty
    std::optional<qint64> answeredAt = {}; // no answer: empty, and the caller's time-out ends the call
    bool isUnavailable = false;            // 503: the platform's door, not the platform
};

/// Decides it for the `attempt`-th call of this kind for a job that leaves at `at`. The same for every policy that makes this call in
/// the same circumstances, so that luck is equal.
[[nodiscard]] Journey journeyOf(
    const PlatformPlan &plan, WorldAnswer::Kind kind, qint64 job, int attempt, qint64 at);

/// Within an outage, the part in which nothing at all is carried out; its first minute and its last two let some through.
[[nodiscard]] Span closedPart(const Span &outage);

} // namespace fw::world
