#pragma once

#include "app/model/figure.h"

namespace fw {

/// What a figure is told apart by.
enum class Breakdown { None, Hour, Day, Agent, Team, Network, Account, Tag };

/// How values lie. No percentile of fewer than kFewestForPercentiles of them.
struct Spread {
    qsizetype count = 0;
    std::optional<milliseconds> median
        = {}; // nearest rank: the smallest value that at least half of them do not exceed
    std::optional<milliseconds> p90 = {};
    std::optional<milliseconds> mean = {}; // to reconcile with other tools
    std::optional<milliseconds> longest = {};
    qsizetype zeros = 0; // of business hours: asked and answered while closed
    bool operator==(const Spread &) const = default;
};
inline constexpr qsizetype kFewestForPercentiles = 20;

struct FigureSummary {
    QString key = {}; // "09", "2026-11-19", "ann", …; empty: everything, or nobody, or none
    qsizetype count = 0;
    qsizetype conversations = 0;        // distinct
    qsizetype customers = 0;            // distinct
    Spread calendar = {};               // H
    Spread business = {};               // B
    std::optional<qsizetype> hits = {}; // of a share
    qsizetype running = 0;              // not in `count`
    bool operator==(const FigureSummary &) const = default;
};

/// The groups a row is in. One, but of tags as many as it has.
[[nodiscard]] QStringList keysOf(const FigureRow &row, Breakdown by, const QTimeZone &zone);
/// The rows a figure shows under this breakdown: of a backlog told by anything but days only its last snapshot.
[[nodiscard]] QList<FigureRow> shownRows(
    Figure figure, QList<FigureRow> rows, Breakdown by, const FigureTerms &terms);
/// By key. Rows are those of shownRows().
[[nodiscard]] QList<FigureSummary> summaries(
    const QList<FigureRow> &rows, Breakdown by, const QTimeZone &zone);
[[nodiscard]] Spread spreadOf(QList<milliseconds> values);

[[nodiscard]] QString toString(
    Breakdown by); // "none", "hour", "day", "agent", "team", "network", "account", "tag"
[[nodiscard]] std::optional<Breakdown> breakdownFromString(const QString &name);

} // namespace fw
