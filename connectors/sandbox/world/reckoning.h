#pragma once

#include "connectors/sandbox/world/day.h"
#include "connectors/sandbox/world/score.h"

namespace fw::world {

/// What a desk said of a job at last.
enum class Settled { No, Confirmed, Dropped };

/// Compares what the desks said of the jobs (by their order) with what is on the platform. Counts of the desks themselves are left at 0.
[[nodiscard]] Score reckon(
    const Day &day, const Optimum &optimum, const Platform &platform, const QList<Settled> &settled);

} // namespace fw::world
