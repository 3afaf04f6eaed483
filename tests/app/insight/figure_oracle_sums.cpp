// How the oracle sums up what it counted.
#include "tests/app/insight/figure_oracle.h"

#include <algorithm>
#include <map>
#include <set>

namespace fw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

QStringList FigureOracle::keys(const Count &count, Breakdown by) const
{
    const QDateTime local = toDateTime(count.at).toTimeZone(m_terms.zone);
    switch (by) {
    case Breakdown::Hour:
        return {QStringLiteral("%1").arg(local.time().hour(), 2, 10, QLatin1Char('0'))};
    case Breakdown::Day:
        return {local.toString(u"yyyy-MM-dd"_s)};
    case Breakdown::Agent:
        return {count.agent};
    case Breakdown::Team:
        return {count.team};
    case Breakdown::Network:
        return {u"twitter"_s};
    case Breakdown::Account:
        return {u"care"_s};
    case Breakdown::Tag:
        return count.tags.isEmpty() ? QStringList(QString()) : count.tags;
    case Breakdown::None:
        break;
    }
    return {QString()};
}

namespace {
/// The smallest value that at least `percent` of them do not exceed, by trying each.
std::optional<milliseconds> percentile(const QList<qint64> &values, int percent)
{
    std::optional<qint64> best;
    for (const qint64 candidate : values) {
        const auto below = std::count_if(
            values.begin(), values.end(), [candidate](qint64 value) { return value <= candidate; });
        if (below * 100 >= percent * values.size() && (!best || candidate < *best)) {
            best = candidate;
        }
    }
    return best ? std::optional(milliseconds(*best)) : std::nullopt;
}

Spread spread(const QList<qint64> &values)
{
    Spread made{.count = values.size(), .zeros = values.count(0)};
    qint64 sum = 0;
    qint64 most = 0;
    for (const qint64 value : values) {
        sum += value;
        most = std::max(most, value);
    }
    if (!values.isEmpty()) {
        made.mean = milliseconds(sum / values.size());
        made.longest = milliseconds(most);
    }
    if (values.size() >= 20) {
        made.median = percentile(values, 50);
        made.p90 = percentile(values, 90);
    }
    return made;
}
} // namespace

QList<FigureSummary> FigureOracle::summaries(Figure figure, Breakdown by) const
{
    QList<Count> all = counts(figure);
    if (figure == Figure::Backlog && by != Breakdown::Day) {
        const QList<Instant> ends = midnights();
        all.removeIf([&ends](const Count &count) { return count.at != ends.last() - 1ms; });
    }
    std::map<QString, QList<Count>> groups;
    for (const Count &count : std::as_const(all)) {
        for (const QString &key : keys(count, by)) {
            groups[key].append(count);
        }
    }
    QList<FigureSummary> made;
    for (const auto &[key, members] : groups) {
        FigureSummary summary{.key = key};
        std::set<int> customers;
        QList<qint64> calendar;
        QList<qint64> open;
        for (const Count &count : members) {
            if (count.isRunning) {
                ++summary.running;
                continue;
            }
            ++summary.count;
            customers.insert(count.customer);
            if (count.calendarMs >= 0) {
                calendar.append(count.calendarMs);
            }
            if (count.businessMs >= 0) {
                open.append(count.businessMs);
            }
            if (count.hit >= 0) {
                summary.hits = summary.hits.value_or(0) + count.hit;
            }
        }
        summary.conversations = summary.customers = qsizetype(customers.size());
        summary.calendar = spread(calendar);
        summary.business = spread(open);
        made.append(summary);
    }
    return made;
}

} // namespace fw::test
