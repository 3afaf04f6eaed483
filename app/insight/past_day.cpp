#include "app/insight/past_day.h"

#include "app/store/figure_store.h"

#include <algorithm>
#include <map>

namespace fw {

namespace {
TargetKind kindOf(const DayTurn &turn)
{
    return turn.isFirst ? TargetKind::FirstAnswer : TargetKind::NextAnswer;
}

void addPromises(QList<DayTurn> &turns, const ConversationPast &past)
{
    for (DayTurn &turn : turns) {
        for (const auto &promise : past.promises) {
            if (promise.kind == kindOf(turn) && promise.openedBy == turn.openedBy) {
                turn.dueAt = promise.dueAt;
            }
        }
    }
}

void addFocus(QList<DayTurn> &turns, const ConversationPast &past, const TimeSpan &period)
{
    for (const auto &focus : past.focus) {
        DayTurn *owner = nullptr;
        for (DayTurn &turn : turns) {
            const bool isOfIt
                = turn.from < focus.from + focus.span && (!turn.until || *turn.until > focus.from);
            const bool isSooner = owner && turn.until && (!owner->until || *turn.until < *owner->until);
            if (isOfIt && (!owner || isSooner)) {
                owner = &turn;
            }
        }
        if (owner) {
            const bool isInPeriod = focus.from >= period.from && focus.from < period.to;
            owner->handle = owner->handle.value_or(milliseconds(0)) + focus.span;
            owner->handledInPeriod += isInPeriod ? focus.span : milliseconds(0);
        }
    }
}

QString writerOf(const ConversationPast &past, const Turn &turn)
{
    const auto wait = std::find_if(past.waits.begin(), past.waits.end(),
        [&turn](const Wait &one) { return one.message == turn.openedBy; });
    return wait == past.waits.end() ? QString() : past.writers.value(wait->settledBy);
}

QList<DayTurn> allTurns(const ConversationPast &past)
{
    QList<ResolvedAt> resolutions;
    for (const auto &resolution : past.resolutions) {
        resolutions.append(resolution.resolved);
    }
    QList<DayTurn> turns;
    for (const Episode &episode : episodesOf(past.waits, resolutions)) {
        bool isFirst = true;
        for (const Turn &turn : episode.turns) {
            if (turn.settlement == Settlement::Dropped) {
                continue;
            }
            const bool isOpen = turn.settlement == Settlement::None;
            turns.append({.conversation = past.id,
                .openedBy = isFirst ? episode.openedBy : turn.openedBy,
                .account = past.account,
                .lane = past.lane,
                .workClass = past.workClass,
                .isFirst = isFirst,
                .startedAt = episode.startedAt,
                .from = turn.from,
                .until = isOpen ? std::nullopt : std::optional(turn.until),
                .isAnswered = turn.settlement != Settlement::Resolved,
                .agent = writerOf(past, turn)});
            isFirst = false;
        }
    }
    return turns;
}
} // namespace

QList<DayTurn> turnsOf(const ConversationPast &past, const TimeSpan &period)
{
    QList<DayTurn> turns = allTurns(past);
    addPromises(turns, past);
    addFocus(turns, past, period);
    turns.removeIf([&period](const DayTurn &turn) {
        return turn.from >= period.to || (turn.until && *turn.until <= period.from);
    });
    for (DayTurn &turn : turns) {
        if (turn.until && *turn.until >= period.to) {
            turn.until.reset();
            turn.agent.clear();
        }
    }
    return turns;
}

QFuture<Result<PastDay>> pastDay(Store &store, const TimeSpan &period)
{
    return store.study([period](Database &db) -> Result<PastDay> {
        PastDay day{.period = period};
        FigureStore(db).eachPast(
            period, period.to, [&](const ConversationPast &past) { day.turns += turnsOf(past, period); });
        std::stable_sort(day.turns.begin(), day.turns.end(),
            [](const DayTurn &a, const DayTurn &b) { return a.from < b.from; });
        return day;
    });
}

Shifts rosterShifts(const QList<Agent> &agents, const QList<Calendar> &calendars, const TimeSpan &period)
{
    Shifts shifts;
    for (const Agent &agent : agents) {
        const auto calendar = std::find_if(calendars.begin(), calendars.end(),
            [&agent](const Calendar &one) { return one.name == agent.calendar; });
        shifts.append(calendar == calendars.end() ? QList<TimeSpan>{period}
                                                  : openSpans(*calendar, period.from, period.to));
    }
    return shifts;
}

Shifts seenShifts(const PastDay &day)
{
    std::map<QString, TimeSpan> seen;
    for (const DayTurn &turn : day.turns) {
        if (!turn.until || turn.agent.isEmpty()) {
            continue;
        }
        const Instant begun
            = std::max({day.period.from, turn.from, *turn.until - turn.handle.value_or(milliseconds(0))});
        TimeSpan &span
            = seen.try_emplace(turn.agent, TimeSpan{.from = begun, .to = *turn.until}).first->second;
        span.from = std::min(span.from, begun);
        span.to = std::max(span.to, *turn.until);
    }
    Shifts shifts;
    for (const auto &[agent, span] : seen) {
        shifts.append({span});
    }
    return shifts;
}

Shifts staffedWith(const Shifts &shifts, qsizetype agents, const TimeSpan &period)
{
    Shifts staffed;
    for (qsizetype i = 0; i < agents; ++i) {
        staffed.append(shifts.isEmpty() ? QList<TimeSpan>{period} : shifts[i % shifts.size()]);
    }
    return staffed;
}

} // namespace fw
