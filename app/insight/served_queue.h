#pragma once

#include "app/model/policy/calendar.h"

namespace fw {

/// Something that wants an agent for a while.
struct Work {
    Instant at = {};                // from then on it can be done
    milliseconds takes = {};        // of one agent's time
    int rank = 1;                   // class; the lowest goes first
    Instant due = Instant::max();   // then what is due sooner
    Instant since = Instant::min(); // then what waits longer
};

struct Served {
    std::optional<Instant> begun = {}; // nothing: nobody came to it any more
    Instant ended = {};
    qsizetype agent = -1;
};

/// One queue and its agents in virtual time. `work` is in the order of `at`; `shifts` has each agent's spans, in order and apart from each other. The
/// agent who has been free for longest takes the first of the queue (class, due time, age; as the desk's own queue), finishes what was begun even after the shift, and
/// never interrupts it. Answers in the order of `work`. Pure. Cost: a few steps per work and agent.
[[nodiscard]] QList<Served> serve(const QList<Work> &work, const QList<QList<TimeSpan>> &shifts);

} // namespace fw
