#pragma once

#include "app/insight/past_day.h"
#include "app/model/figure_summary.h"

#include <functional>

namespace fw {

/// An answer an agent has finished, on its way to the network.
struct ReadyReply {
    ConversationId conversation = {};
    QString account = {};
    Lane lane = Lane::Public;
    ReplyClass workClass = ReplyClass::Normal;
    Instant at = {};
    Instant due = Instant::max();
};
/// When each of them leaves, not before its `at`, in their order; nothing: not within the day. The replies come in the order of `at`. The network's limits live in another department, so
/// whoever puts the house together hands its planner in.
using Departures = std::function<QList<std::optional<Instant>>(const QList<ReadyReply> &)>;

/// Another promise for first answers.
struct OtherTarget {
    milliseconds within = {};
    std::optional<Calendar> calendar = {}; // nothing: always
};

/// How a day is played.
struct Scenario {
    Shifts shifts = {};
    std::optional<milliseconds> handle = {}; // mean of exponential times; nothing: as measured
    quint64 seed = 1;
    std::optional<OtherTarget> target = {};
    Departures departures = {}; // none: at once
};

/// What came of a day, as it was or as it was played; counted alike.
struct DayFigures {
    Spread firstAnswer = {}; // calendar time, of first answers in the day
    Spread answers = {};     // of all answers in the day
    qsizetype kept = 0;      // answers promised for the day, or given in it: in time
    qsizetype broken = 0;
    qsizetype running = 0; // promised for later, and not given
    qsizetype backlog = 0; // turns that still wait where the day ends
    milliseconds busy = {};
    milliseconds staffed = {};              // shifts, and what was finished after them
    std::optional<double> utilisation = {}; // busy of staffed; nothing: not recorded, or nobody there
    bool operator==(const DayFigures &) const = default;
};

/// The record, counted as the played days are. Busy: focus recorded in the period. Pure.
[[nodiscard]] DayFigures asItWas(const PastDay &day, const Shifts &shifts);
/// The same turns, arriving when they did and handled in the order of the queue (served_queue.h). A turn whose handle time was not recorded takes one of those
/// that were, drawn by seed and turn: the same in every scenario of that seed. Pure. Errors: Usage when no handle time is known.
[[nodiscard]] Result<DayFigures> played(const PastDay &day, const Scenario &scenario);

} // namespace fw
