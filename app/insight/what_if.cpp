#include "app/insight/what_if.h"

#include "app/insight/served_queue.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// What became of a turn.
struct Fate {
    std::optional<Instant> until = {};
    std::optional<Instant> dueAt = {};
};

/// 0 < u < 1, the same for the same seed and turn on every machine. After G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators"
/// (2014): SplitMix64.
double drawn(quint64 seed, qint64 turn)
{
    quint64 z = (seed * 0x9E3779B97F4A7C15ULL) ^ quint64(turn);
    z += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    z ^= z >> 31U;
    return (double(z >> 11U) + 0.5) / 9007199254740992.0; // 2^53
}

/// How long each turn takes an agent.
Result<QList<milliseconds>> handleTimes(const PastDay &day, const Scenario &scenario)
{
    QList<milliseconds> measured;
    for (const DayTurn &turn : day.turns) {
        if (turn.handle) {
            measured.append(*turn.handle);
        }
    }
    if (measured.isEmpty() && !scenario.handle && !day.turns.isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"no handle times were recorded in this period; say one, as in --handle 4m"_s});
    }
    std::sort(measured.begin(), measured.end());
    QList<milliseconds> times;
    for (const DayTurn &turn : day.turns) {
        const double u = drawn(scenario.seed, turn.openedBy);
        if (scenario.handle) {
            times.append(milliseconds(std::llround(-std::log(u) * double(scenario.handle->count()))));
        } else if (turn.handle) {
            times.append(*turn.handle);
        } else {
            times.append(measured[qsizetype(u * double(measured.size()))]);
        }
    }
    return times;
}

std::optional<Instant> dueOf(const DayTurn &turn, const std::optional<OtherTarget> &target)
{
    if (!target || !turn.isFirst) {
        return turn.dueAt;
    }
    return target->calendar ? afterOpenTime(*target->calendar, turn.startedAt, target->within)
                            : std::optional(turn.startedAt + target->within);
}

milliseconds lengthOf(const Shifts &shifts)
{
    milliseconds sum{0};
    for (const QList<TimeSpan> &spans : shifts) {
        for (const TimeSpan &span : spans) {
            sum += span.to - span.from;
        }
    }
    return sum;
}

/// How much of [from, to) lies in the spans.
milliseconds within(const QList<TimeSpan> &spans, Instant from, Instant to)
{
    milliseconds sum{0};
    for (const TimeSpan &span : spans) {
        sum += std::max(milliseconds(0), std::min(span.to, to) - std::max(span.from, from));
    }
    return sum;
}

void setUtilisation(DayFigures &figures)
{
    if (figures.staffed.count() > 0) {
        figures.utilisation = double(figures.busy.count()) / double(figures.staffed.count());
    }
}

DayFigures counted(const PastDay &day, const QList<Fate> &fates)
{
    const TimeSpan &period = day.period;
    const auto isIn = [&period](Instant at) { return period.from <= at && at < period.to; };
    DayFigures figures;
    QList<milliseconds> firsts;
    QList<milliseconds> all;
    for (qsizetype i = 0; i < day.turns.size(); ++i) {
        const DayTurn &turn = day.turns[i];
        const auto until = fates[i].until;
        figures.backlog += until ? 0 : 1;
        if (until && turn.isAnswered) {
            all.append(*until - turn.measuredFrom());
            if (turn.isFirst) {
                firsts.append(all.last());
            }
        }
        const auto due = fates[i].dueAt;
        const bool isKept = due && until && turn.isAnswered && *until <= *due;
        const bool isBroken = due && *due < period.to && (!until || *until > *due);
        figures.kept += isKept ? 1 : 0;
        figures.broken += isBroken && isIn(*due) ? 1 : 0;
        figures.running += due && !until && !isBroken ? 1 : 0;
    }
    figures.firstAnswer = spreadOf(std::move(firsts));
    figures.answers = spreadOf(std::move(all));
    return figures;
}

/// When the replies of the turns that were come to leave; those that were only resolved end with the agent's work.
void depart(const PastDay &day, const Scenario &scenario, QList<Fate> &fates)
{
    QList<qsizetype> leaving;
    for (qsizetype i = 0; i < fates.size(); ++i) {
        if (fates[i].until && day.turns[i].isAnswered) {
            leaving.append(i);
        }
    }
    std::stable_sort(leaving.begin(), leaving.end(),
        [&fates](qsizetype a, qsizetype b) { return *fates[a].until < *fates[b].until; });
    QList<ReadyReply> ready;
    for (const qsizetype i : leaving) {
        const DayTurn &turn = day.turns[i];
        ready.append({.conversation = turn.conversation,
            .account = turn.account,
            .lane = turn.lane,
            .workClass = turn.workClass,
            .at = *fates[i].until,
            .due = fates[i].dueAt.value_or(Instant::max())});
    }
    const QList<std::optional<Instant>> left = scenario.departures(ready);
    for (qsizetype i = 0; i < leaving.size(); ++i) {
        fates[leaving[i]].until = left[i];
    }
}
} // namespace

DayFigures asItWas(const PastDay &day, const Shifts &shifts)
{
    QList<Fate> fates;
    milliseconds busy{0};
    bool isRecorded = false;
    for (const DayTurn &turn : day.turns) {
        fates.append({.until = turn.until, .dueAt = turn.dueAt});
        isRecorded = isRecorded || turn.handle;
        busy += turn.handledInPeriod;
    }
    DayFigures figures = counted(day, fates);
    if (isRecorded) {
        figures.busy = busy;
        figures.staffed
            = std::max(lengthOf(shifts), busy); // who works outside the shift is there all the same
        setUtilisation(figures);
    }
    return figures;
}

Result<DayFigures> played(const PastDay &day, const Scenario &scenario)
{
    const auto times = handleTimes(day, scenario);
    if (!times) {
        return Failure(times.error());
    }
    QList<Fate> fates;
    QList<Work> work;
    for (qsizetype i = 0; i < day.turns.size(); ++i) {
        const DayTurn &turn = day.turns[i];
        fates.append({.dueAt = dueOf(turn, scenario.target)});
        work.append({.at = std::max(turn.from, day.period.from),
            .takes = (*times)[i],
            .rank = int(turn.workClass),
            .due = fates.last().dueAt.value_or(Instant::max()),
            .since = turn.from});
    }
    const QList<Served> served = serve(work, scenario.shifts);
    milliseconds busy{0};
    milliseconds overtime{0};
    for (qsizetype i = 0; i < served.size(); ++i) {
        const Served &one = served[i];
        if (!one.begun) {
            continue;
        }
        const Instant end = std::min(one.ended, day.period.to);
        busy += end - *one.begun;
        overtime += end - *one.begun - within(scenario.shifts[one.agent], *one.begun, end);
        fates[i].until = one.ended;
    }
    if (scenario.departures) {
        depart(day, scenario, fates);
    }
    for (Fate &fate : fates) {
        if (fate.until && *fate.until >= day.period.to) {
            fate.until.reset();
        }
    }
    DayFigures figures = counted(day, fates);
    figures.busy = busy;
    figures.staffed = lengthOf(scenario.shifts) + overtime;
    setUtilisation(figures);
    return figures;
}

} // namespace fw
