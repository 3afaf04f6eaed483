#pragma once

#include "connectors/sandbox/world/day.h"
#include "tests/bench/world/capacity_tree.h"

namespace fw::world {

/// What the platform lets through, as nested spans with capacities.
struct Room {
    QList<QList<Capacity>> levels = {}; // for CapacityTree
    bool isExact = true;                // false: more than it really lets through
};

/// The room of a day for somebody who knows it all: real limits, outages, the neighbours' calls as they are.
///
/// Exact for fixed windows that nest, with limits lowered from boundary to boundary and no neighbours; a window
/// that would hold every call of the day at once is left out. Else an upper bound:
/// * a sliding window counts as a row of fixed ones of its length, of which one begins at `anchor`; any anchor gives a bound;
/// * neighbours' calls: a span (each window is halved down to five minutes) lets through what is free at its best moment;
/// * a span that crosses a boundary of a longer window is cut in two there, each part with the whole limit.
[[nodiscard]] Room roomOf(const Day &day, qint64 anchor);

/// Anchors worth a try: the longest fixed window's boundaries fit the sliding ones' then. One, where nothing slides.
[[nodiscard]] QList<qint64> anchorsOf(const PlatformPlan &plan);

} // namespace fw::world
