#pragma once

#include "connectors/sandbox/world/day.h"
#include "connectors/sandbox/world/reckoning.h"

#include <functional>
#include <memory>
#include <vector>

namespace fw::world {

using Desks = std::vector<std::unique_ptr<WorldDesk>>;

/// A way to send, under its name.
struct Policy {
    QString name = {};
    /// So many desks of one account, with whatever they share.
    std::function<Desks(int count)> make = {};
};

/// What became of one reply. True times.
struct ReplyStory {
    std::optional<qint64> leftAt = {}; // the attempt that was accepted first; else the last one
    std::optional<qint64> acceptedAt = {};
    int attempts = 0;
    Settled settled = Settled::No;
};

struct DayReport {
    Score score = {};
    QList<ReplyStory> replies = {}; // in the order of the jobs
    QList<double> mostUsed = {};    // see Platform
};

/// Runs the policy through the day until every job is done or dropped, at most until `day.end`. With `transcript` every event and action
/// is written there, a line each, the same for the same day and policy.
///
/// The desks go in step: none is asked beyond the next event of any of them, and where there are several none is ahead by more than two
/// seconds. A desk that is killed gets `begin` again when it starts, with a monotonic clock at 0; answers meanwhile are nobody's.
/// A breach of the protocol (times out of bounds, a request's number used twice, a job acted on after done or drop, or unknown) is noted, and the action
/// left out.
[[nodiscard]] DayReport runDay(
    const Day &day, const Optimum &optimum, const Policy &policy, QByteArray *transcript = nullptr);

} // namespace fw::world
