#pragma once

#include "tests/bench/world/day.h"

namespace fw::bench {

/// What the best of all schedulers reaches that knows the whole day beforehand.
struct Optimum {
    double weight = 0;   // of the jobs that can be on time together
    double total = 0;    // of all jobs
    qint64 sends = 0;    // how many jobs can leave within 24 h, on time or not
    bool isExact = true; // false: upper bounds (see roomOf); of all anchors the least
};

/// By falling weight each job is kept that still fits (CapacityTree). Of several jobs with one text a platform that detects duplicates takes
/// one: the heaviest is kept. Latency counts as nothing, and answers are never lost.
[[nodiscard]] Optimum optimumOf(const Day &day);

} // namespace fw::bench
