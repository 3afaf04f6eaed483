#pragma once

#include "connectors/sandbox/world/day.h"
#include "connectors/sandbox/world/dice.h"

namespace fw::world {

/// So many replies within a span, evenly or along the two humps of a working day, of classes in certain shares.
struct Arrivals {
    Span span = {.from = 0, .until = 24 * kHour};
    double count = 0; // on average
    bool hasHumps = true;
    QList<double> shares = {}; // by class; empty: those of the classes
};

/// Adds to `day.jobs`: dealt to the desks; then all are sorted and numbered, and those without a text get one of their own, but for one in two
/// hundred, which repeats one of its class.
void addJobs(Day &day, const QList<Arrivals> &arrivals, Dice &dice);

} // namespace fw::world
