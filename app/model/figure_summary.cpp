#include "app/model/figure_summary.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr auto kBreakdowns = std::to_array<QLatin1String>(
    {"none"_L1, "hour"_L1, "day"_L1, "agent"_L1, "team"_L1, "network"_L1, "account"_L1, "tag"_L1});

milliseconds nearestRank(const QList<milliseconds> &sorted, int percent)
{
    const qsizetype rank = (sorted.size() * percent + 99) / 100; // rounded up, from 1
    return sorted[std::max<qsizetype>(rank, 1) - 1];
}

FigureSummary summaryOf(const QString &key, const QList<const FigureRow *> &rows)
{
    FigureSummary summary{.key = key};
    QSet<ConversationId> conversations;
    QSet<IdentityId> customers;
    QList<milliseconds> calendar;
    QList<milliseconds> business;
    for (const FigureRow *row : rows) {
        if (row->isRunning) {
            ++summary.running;
            continue;
        }
        ++summary.count;
        conversations.insert(row->conversation);
        customers.insert(row->customer);
        if (row->calendarTime) {
            calendar.append(*row->calendarTime);
        }
        if (row->businessTime) {
            business.append(*row->businessTime);
        }
        if (row->hit) {
            summary.hits = summary.hits.value_or(0) + (*row->hit ? 1 : 0);
        }
    }
    summary.conversations = conversations.size();
    summary.customers = customers.size();
    summary.calendar = spreadOf(std::move(calendar));
    summary.business = spreadOf(std::move(business));
    return summary;
}
} // namespace

Spread spreadOf(QList<milliseconds> values)
{
    Spread spread{.count = values.size()};
    if (values.isEmpty()) {
        return spread;
    }
    std::sort(values.begin(), values.end());
    spread.longest = values.last();
    spread.mean = std::accumulate(values.begin(), values.end(), milliseconds(0)) / values.size();
    spread.zeros = std::count(values.begin(), values.end(), milliseconds(0));
    if (values.size() >= kFewestForPercentiles) {
        spread.median = nearestRank(values, 50);
        spread.p90 = nearestRank(values, 90);
    }
    return spread;
}

QStringList keysOf(const FigureRow &row, Breakdown by, const QTimeZone &zone)
{
    const auto local = [&] { return toDateTime(row.at).toTimeZone(zone); };
    switch (by) {
    case Breakdown::Hour:
        return {local().toString(u"HH"_s)};
    case Breakdown::Day:
        return {local().date().toString(Qt::ISODate)};
    case Breakdown::Agent:
        return {row.agent};
    case Breakdown::Team:
        return {row.team};
    case Breakdown::Network:
        return {toString(row.network)};
    case Breakdown::Account:
        return {row.account};
    case Breakdown::Tag:
        return row.tags.isEmpty() ? QStringList{u""_s} : row.tags;
    case Breakdown::None:
        break;
    }
    return {u""_s};
}

QList<FigureRow> shownRows(Figure figure, QList<FigureRow> rows, Breakdown by, const FigureTerms &terms)
{
    if (figure == Figure::Backlog && by != Breakdown::Day) {
        const QList<Instant> ends = dayEnds(terms);
        rows.removeIf([&ends](const FigureRow &row) { return row.at + milliseconds(1) != ends.last(); });
    }
    return rows;
}

QList<FigureSummary> summaries(const QList<FigureRow> &rows, Breakdown by, const QTimeZone &zone)
{
    std::map<QString, QList<const FigureRow *>> groups;
    for (const FigureRow &row : rows) {
        for (const QString &key : keysOf(row, by, zone)) {
            groups[key].append(&row);
        }
    }
    QList<FigureSummary> result;
    for (const auto &[key, members] : groups) {
        result.append(summaryOf(key, members));
    }
    return result;
}

QString toString(Breakdown by)
{
    return kBreakdowns.at(size_t(by));
}

std::optional<Breakdown> breakdownFromString(const QString &name)
{
    const auto found = std::find(kBreakdowns.begin(), kBreakdowns.end(), name);
    return found == kBreakdowns.end() ? std::nullopt : std::optional(Breakdown(found - kBreakdowns.begin()));
}

} // namespace fw
