#include "ui/desktop/supervisor/floor_query.h"

#include "app/insight/forecast.h"
#include "app/store/assignment_store.h"
#include "app/store/conversation_store.h"
#include "app/store/figure_store.h"
#include "app/store/roster_store.h"

#include <QTimeZone>

#include <algorithm>

namespace fw::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kWeekDays = 7;
constexpr int kLoadDays = 28;
constexpr qsizetype kReasons = 8;

const auto kShown = std::to_array<Figure>({Figure::Waiting, Figure::FirstResponse, Figure::ReplyTime,
    Figure::HandleTime, Figure::Resolutions, Figure::Reopen, Figure::NewConversations,
    Figure::CustomerMessages, Figure::SlaFirstAnswer, Figure::SlaNextAnswer, Figure::SlaResolution});

Instant dayStart(const QDate &day, const QTimeZone &zone)
{
    return instantFromMs(day.startOfDay(zone).toMSecsSinceEpoch());
}

TimeSpan periodOf(FloorRange range, Instant asOf, const QTimeZone &zone)
{
    const QDate today = toDateTime(asOf).toTimeZone(zone).date();
    switch (range) {
    case FloorRange::Today:
        return {.from = dayStart(today, zone), .to = asOf};
    case FloorRange::Yesterday:
        return {.from = dayStart(today.addDays(-1), zone), .to = dayStart(today, zone)};
    case FloorRange::Week:
        return {.from = dayStart(today.addDays(1 - kWeekDays), zone), .to = asOf};
    }
    Q_UNREACHABLE();
}

/// Every figure of the page, and the arrivals of the last weeks, in one walk over the weeks, which have the page's period in them.
struct Rows {
    std::map<Figure, QList<FigureRow>> of = {};
    QList<FigureRow> arrivals = {}; // of the last kLoadDays days
};

Rows rowsOf(Database &db, const FigureTerms &terms)
{
    FigureTerms weeks = terms;
    weeks.period = {.from = terms.asOf - kLoadDays * 24h, .to = terms.asOf};
    Rows rows;
    for (const Figure figure : kShown) {
        rows.of.try_emplace(figure);
    }
    FigureStore(db).eachPast(weeks.period, terms.asOf, [&](const ConversationPast &past) {
        for (const Figure figure : kShown) {
            rows.of[figure] += figureRows(figure, past, terms);
        }
        rows.arrivals += figureRows(Figure::CustomerMessages, past, weeks);
    });
    return rows;
}

FigureSummary allOf(const QList<FigureRow> &rows, const QTimeZone &zone)
{
    return summaries(rows, Breakdown::None, zone).value(0);
}

QList<FigureRow> promisesOf(const Rows &rows)
{
    return rows.of.at(Figure::SlaFirstAnswer) + rows.of.at(Figure::SlaNextAnswer)
        + rows.of.at(Figure::SlaResolution);
}

std::optional<double> shareOf(const FigureSummary &summary)
{
    if (summary.count == 0 || !summary.hits) {
        return {};
    }
    return double(*summary.hits) / double(summary.count);
}

void countNow(Database &db, FloorFigures &floor, const Rows &rows)
{
    const QList<FigureRow> &waiting = rows.of.at(Figure::Waiting);
    floor.waiting = int(waiting.size());
    const auto oldest = std::max_element(waiting.begin(), waiting.end(),
        [](const FigureRow &a, const FigureRow &b) { return a.calendarTime < b.calendarTime; });
    if (oldest != waiting.end()) {
        floor.oldest = oldest->calendarTime;
        if (const auto conversation = ConversationStore(db).byId(oldest->conversation)) {
            floor.oldestName = conversation->customer.name.isEmpty() ? conversation->customer.handle
                                                                     : conversation->customer.name;
        }
    }
    QSet<ConversationId> claimed;
    for (const Claim &claim : ClaimStore(db).allLive()) {
        claimed.insert(claim.conversation);
    }
    floor.unclaimed = int(std::count_if(waiting.begin(), waiting.end(),
        [&](const FigureRow &row) { return !claimed.contains(row.conversation) && row.agent.isEmpty(); }));
    QSet<ConversationId> late;
    for (const FigureRow &promise : promisesOf(rows)) {
        const bool isBroken = promise.hit && !*promise.hit;
        if (isBroken) {
            late.insert(promise.conversation);
        }
    }
    floor.late = int(std::count_if(waiting.begin(), waiting.end(),
        [&](const FigureRow &row) { return late.contains(row.conversation); }));
}

QList<int> perHour(const QList<FigureRow> &rows, Instant from, qsizetype hours)
{
    QList<int> counts(hours, 0);
    for (const FigureRow &row : rows) {
        const qsizetype hour = qsizetype((row.at - from) / 1h);
        if (row.at >= from && hour < hours) {
            ++counts[hour];
        }
    }
    return counts;
}

void countHours(FloorFigures &floor, const Rows &rows, const FigureTerms &terms)
{
    floor.from = terms.period.from;
    const qsizetype hours
        = std::max<qsizetype>(1, qsizetype((terms.period.to - terms.period.from + 1h - 1ms) / 1h));
    floor.arrived = perHour(rows.of.at(Figure::CustomerMessages), floor.from, hours);
    floor.answered = perHour(rows.of.at(Figure::ReplyTime), floor.from, hours);
    for (const FigureRow &row : rows.arrivals) {
        const QDateTime local = toDateTime(row.at).toTimeZone(terms.zone);
        ++floor.load.at(size_t(local.date().dayOfWeek() - 1)).at(size_t(local.time().hour()));
    }
}

/// Of the rest of today, out of the whole days there are behind it.
void countForecast(FloorFigures &floor, const Rows &rows, const FigureTerms &terms)
{
    const QDate today = toDateTime(terms.asOf).toTimeZone(terms.zone).date();
    QList<Instant> arrivals;
    Instant first = terms.asOf;
    for (const FigureRow &row : rows.arrivals) {
        arrivals.append(row.at);
        first = std::min(first, row.at);
    }
    const QDate firstWhole = toDateTime(first).toTimeZone(terms.zone).date().addDays(1);
    const TimeSpan seen{.from = dayStart(std::max(firstWhole, today.addDays(-kLoadDays)), terms.zone),
        .to = dayStart(today, terms.zone)};
    const TimeSpan wanted{
        .from = floor.from + floor.arrived.size() * 1h, .to = dayStart(today.addDays(1), terms.zone)};
    if (seen.from >= seen.to || wanted.from >= wanted.to) {
        return;
    }
    for (const HourForecast &hour : forecastArrivals(arrivals, seen, wanted, terms.zone)) {
        if (hour.weeks == 0) {
            break; // no such hour was ever seen
        }
        floor.forecast.append(hour.mean);
    }
}

QHash<QString, FigureSummary> byAgent(const QList<FigureRow> &rows, const QTimeZone &zone)
{
    QHash<QString, FigureSummary> agents;
    for (const FigureSummary &summary : summaries(rows, Breakdown::Agent, zone)) {
        agents.insert(summary.key, summary);
    }
    return agents;
}

void countAgents(Database &db, FloorFigures &floor, const Rows &rows, const QTimeZone &zone)
{
    const auto replies = byAgent(rows.of.at(Figure::ReplyTime), zone);
    const auto first = byAgent(rows.of.at(Figure::FirstResponse), zone);
    const auto handle = byAgent(rows.of.at(Figure::HandleTime), zone);
    const auto kept = byAgent(promisesOf(rows), zone);
    QMap<QString, AgentFigures> agents;
    AssignmentStore assignments(db);
    for (const RosterEntry &entry : RosterStore(db).agents()) {
        const QString &name = entry.agent.name;
        agents.insert(name,
            {.agent = name,
                .state = toString(entry.standing.state),
                .why = entry.standing.reason,
                .open = assignments.loadOf(name)});
    }
    for (auto it = replies.begin(); it != replies.end(); ++it) {
        if (!it.key().isEmpty()) { // answered elsewhere
            agents[it.key()].agent = it.key();
        }
    }
    for (AgentFigures &agent : agents) {
        agent.answered = int(replies.value(agent.agent).count);
        agent.firstResponse = first.value(agent.agent).calendar.median;
        agent.handle = handle.value(agent.agent).calendar.median;
        agent.kept = shareOf(kept.value(agent.agent));
        floor.agents.append(agent);
    }
}

void countReasons(FloorFigures &floor, const Rows &rows, const QTimeZone &zone)
{
    const QList<FigureRow> &opened = rows.of.at(Figure::NewConversations);
    for (const FigureSummary &summary : summaries(opened, Breakdown::Tag, zone)) {
        if (!summary.key.isEmpty()) {
            floor.reasons.append({.tag = summary.key,
                .conversations = int(summary.count),
                .share = double(summary.count) / double(opened.size())});
        }
    }
    std::stable_sort(floor.reasons.begin(), floor.reasons.end(),
        [](const ReasonFigures &a, const ReasonFigures &b) { return a.conversations > b.conversations; });
    floor.reasons.resize(std::min(kReasons, floor.reasons.size()));
}

/// Which rows a key of the page means.
QList<FigureRow> rowsFor(const FigureKey &key, const Rows &rows)
{
    if (key.figure == "sla"_L1) {
        return promisesOf(rows);
    }
    if (key.figure == "first-response"_L1) {
        return rows.of.at(Figure::FirstResponse);
    }
    if (key.figure == "resolutions"_L1) {
        return rows.of.at(Figure::Resolutions);
    }
    if (key.figure == "replies"_L1) {
        return rows.of.at(Figure::ReplyTime);
    }
    if (key.figure == "conversations"_L1) {
        return rows.of.at(Figure::NewConversations);
    }
    QList<FigureRow> waiting = rows.of.at(Figure::Waiting);
    std::stable_sort(waiting.begin(), waiting.end(),
        [](const FigureRow &a, const FigureRow &b) { return a.calendarTime > b.calendarTime; });
    if (key.figure == "oldest"_L1) {
        waiting.resize(std::min<qsizetype>(1, waiting.size()));
    }
    return waiting;
}
} // namespace

Question questionOf(FloorRange range, Instant now)
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const Instant asOf = now + 1ms; // what happens at this moment is in it
    return {.figures = QList<Figure>(kShown.begin(), kShown.end()),
        .terms = {.period = periodOf(range, asOf, zone), .asOf = asOf, .zone = zone}};
}

FloorFigures floorOf(Database &db, FloorRange range)
{
    const FigureTerms terms = questionOf(range, db.now()).terms;
    const Rows rows = rowsOf(db, terms);
    FloorFigures floor{.at = terms.asOf};
    countNow(db, floor, rows);
    const FigureSummary first = allOf(rows.of.at(Figure::FirstResponse), terms.zone);
    floor.firstResponse = first.calendar.median;
    floor.slowResponse = first.calendar.p90;
    floor.responses = int(first.count);
    const FigureSummary promises = allOf(promisesOf(rows), terms.zone);
    floor.kept = shareOf(promises);
    floor.promises = int(promises.count);
    floor.resolved = int(allOf(rows.of.at(Figure::Resolutions), terms.zone).count);
    floor.reopened = shareOf(allOf(rows.of.at(Figure::Reopen), terms.zone));
    countHours(floor, rows, terms);
    if (range == FloorRange::Today) {
        countForecast(floor, rows, terms);
    }
    countAgents(db, floor, rows, terms.zone);
    countReasons(floor, rows, terms.zone);
    return floor;
}

QList<ConversationId> conversationsOf(Database &db, const FigureKey &key)
{
    const FigureTerms terms = questionOf(key.range, db.now()).terms;
    const Breakdown by = breakdownFromString(key.by).value_or(Breakdown::None);
    QList<ConversationId> found;
    QSet<ConversationId> seen;
    for (const FigureRow &row : rowsFor(key, rowsOf(db, terms))) {
        const bool isMeant = by == Breakdown::None || keysOf(row, by, terms.zone).contains(key.group);
        if (isMeant && !row.isRunning && !seen.contains(row.conversation)) {
            seen.insert(row.conversation);
            found.append(row.conversation);
        }
    }
    return found;
}

QList<FigureAnswer> answersOf(Database &db, FloorRange range)
{
    const Question question = questionOf(range, db.now());
    Rows rows = rowsOf(db, question.terms);
    QList<FigureAnswer> answers;
    for (const Figure figure : kShown) {
        FigureAnswer answer{.figure = figure};
        answer.rows = shownRows(figure, std::move(rows.of[figure]), question.by, question.terms);
        answer.groups = summaries(answer.rows, question.by, question.terms.zone);
        answers.append(std::move(answer));
    }
    return answers;
}

} // namespace fw::ui
