#pragma once

#include "app/core/async.h"
#include "app/core/clock.h"
#include "app/core/ids.h"

#include <QStringList>

#include <array>
#include <functional>
#include <optional>

namespace fw::ui {

/// The days the page speaks of.
enum class FloorRange { Today, Yesterday, Week };

/// One person's row.
struct AgentFigures {
    QString agent = {};
    QString state = {}; // "online", "away", "offline"; empty: not in the roster
    QString why = {};   // of being away
    int open = 0;
    int answered = 0;
    std::optional<milliseconds> firstResponse = {}; // median
    std::optional<milliseconds> handle = {};        // median
    std::optional<double> kept = {};                // share of promises, 0 to 1
    bool operator==(const AgentFigures &) const = default;
};

struct ReasonFigures {
    QString tag = {};
    int conversations = 0;
    double share = 0; // of all that were opened, 0 to 1
    bool operator==(const ReasonFigures &) const = default;
};

/// Everything the page shows, of one instant. What is not known is empty.
struct FloorFigures {
    Instant at = {};
    // now
    int waiting = 0;
    int unclaimed = 0;
    int late = 0;
    std::optional<milliseconds> oldest = {};
    QString oldestName = {};
    // of the range
    std::optional<milliseconds> firstResponse = {}; // median
    std::optional<milliseconds> slowResponse = {};  // 90th percentile
    int responses = 0;
    std::optional<double> kept = {}; // share of promises, 0 to 1
    int promises = 0;
    int resolved = 0;
    std::optional<double> reopened = {}; // share, 0 to 1
    // per hour from `from` on
    Instant from = {};
    QList<int> arrived = {};
    QList<int> answered = {};
    QList<double> forecast = {}; // arrivals of the hours after the last one that began
    std::array<std::array<int, 24>, 7> load
        = {}; // arrivals by weekday (from Monday) and local hour, of the last four weeks
    QList<AgentFigures> agents = {};
    QList<ReasonFigures> reasons = {};
    bool operator==(const FloorFigures &) const = default;
};

/// One figure of the page, to be opened: the conversations it counted.
struct FigureKey {
    QString figure = {}; // "waiting", "first-response", …
    QString by = {};     // "agent", "tag", "hour"; empty: all of it
    QString group = {};
    FloorRange range = FloorRange::Today;
};

/// Where the page gets its figures from; answers in the caller's thread.
struct FloorSource {
    std::function<QFuture<Result<FloorFigures>>(FloorRange)> figures = {};
    std::function<QFuture<Result<QList<ConversationId>>>(const FigureKey &)> conversations = {};
    /// The same figures as a file to keep.
    std::function<QFuture<Result<QByteArray>>(FloorRange)> csv = {};
};

} // namespace fw::ui
