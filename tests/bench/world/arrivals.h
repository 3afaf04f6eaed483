#pragma once

#include "tests/bench/world/day.h"
#include "tests/bench/world/dice.h"

namespace fw::bench {

/// So many replies within a span, evenly or along the two humps of a working day, of classes in certain shares.
struct Arrivals {
    Span span = {.from = 0, .until = 24 * kHour};
    double count = 0; // on average
    bool hasHumps = true;
    QList<double> shares = {}; // by class; empty: those of the classes
};

/// Fills in `day.jobs`: sorted, numbered, dealt to the desks, each with its own text but for one in two hundred,
/// which repeats one of its class.
void addJobs(Day &day, const QList<Arrivals> &arrivals, Dice &dice);

} // namespace fw::bench
