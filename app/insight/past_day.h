#pragma once

#include "app/model/figure.h"
#include "app/model/roster.h"
#include "app/store/store.h"

namespace fw {

/// What a customer wrote until we answered, on a day that is to be played again.
struct DayTurn {
    ConversationId conversation = {};
    qint64 openedBy = 0; // the message: of the first turn the episode's, as promises have it
    QString account = {};
    Lane lane = Lane::Public;
    ReplyClass workClass = ReplyClass::Normal;
    bool isFirst = false;              // of its episode
    Instant startedAt = {};            // of the episode: what a first answer is measured from
    Instant from = {};                 // its oldest message
    std::optional<Instant> until = {}; // as it was; nothing: somebody still waited at the day's end
    bool isAnswered = true;            // false: it was resolved without an answer, which is work but no reply
    QString agent = {};                // who answered; empty: nobody's here, or nobody
    std::optional<milliseconds> handle = {}; // how long people had it in front of them; nothing: not recorded
    milliseconds handledInPeriod = {};       // of that, what began in the period
    std::optional<Instant> dueAt = {};       // promised for this answer
    [[nodiscard]] Instant measuredFrom() const { return isFirst ? startedAt : from; }
};

/// Spans in which each agent worked, in order.
using Shifts = QList<QList<TimeSpan>>;

struct PastDay {
    TimeSpan period = {};
    QList<DayTurn> turns
        = {}; // that waited in the period, oldest first; dropped ones are none: nobody had to do anything
};

/// The turns of one conversation that waited at some moment of `period`. A focus belongs to the turn that was settled first after it began. Pure.
[[nodiscard]] QList<DayTurn> turnsOf(const ConversationPast &past, const TimeSpan &period);
/// Errors: Storage. Cost: as FigureStore::eachPast().
[[nodiscard]] QFuture<Result<PastDay>> pastDay(Store &store, const TimeSpan &period);

/// As the roster says: each agent's calendar, and the whole period for an agent without one. Pure.
[[nodiscard]] Shifts rosterShifts(
    const QList<Agent> &agents, const QList<Calendar> &calendars, const TimeSpan &period);
/// As the day itself shows: each agent who answered, from the beginning of the first answer to the end of the last. Pure.
[[nodiscard]] Shifts seenShifts(const PastDay &day);
/// So many agents: the last ones of `shifts` less, or the first ones once more; of no shifts at all, the whole period for each. Pure.
[[nodiscard]] Shifts staffedWith(const Shifts &shifts, qsizetype agents, const TimeSpan &period);

} // namespace fw
