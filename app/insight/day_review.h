#pragma once

#include "app/model/policy/target.h"
#include "app/store/database.h"

namespace fw {

/// How a day went, for who was trained on it. Lists are of conversations, each once, in the order in which it happened.
struct DayReview {
    int wrote = 0;                                // customers
    int answered = 0;                             // first answers
    std::optional<milliseconds> medianFirst = {}; // until the first answer
    QList<ConversationId> late = {};              // a promise was broken
    QList<ConversationId> repeated = {};          // sent although it said nearly what somebody else was told
    QList<ConversationId> leaked = {};            // sent although everybody can read what should not be there
    QList<ConversationId> lost = {};              // the network refused the answer, and nobody saw to it
    QList<ConversationId> waiting = {};           // nobody answered by the end
    bool operator==(const DayReview &) const = default;
};

/// Of what happened in `day`, as it stands at `asOf`. Cost: that of the figures of the day (FigureStore::eachPast), and its facts once. Thread: the
/// database's.
[[nodiscard]] DayReview reviewDay(Database &db, const TimeSpan &day, Instant asOf);

} // namespace fw
