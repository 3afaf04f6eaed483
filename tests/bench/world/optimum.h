#pragma once

#include "connectors/sandbox/world/day.h"
#include "connectors/sandbox/world/score.h"

namespace fw::world {

/// By falling weight each job is kept that still fits (CapacityTree). Of several jobs with one text a platform that detects duplicates takes
/// one: the heaviest is kept. Latency counts as nothing, and answers are never lost.
[[nodiscard]] Optimum optimumOf(const Day &day);

} // namespace fw::world
