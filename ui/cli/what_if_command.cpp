#include "app/model/policy/calendar_form.h"
#include "app/model/policy/policy_form.h"
#include "app/store/policy_store.h"
#include "app/store/roster_store.h"
#include "ui/cli/stats_period.h"
#include "ui/cli/what_if_output.h"
#include "ui/wiring/planned_departures.h"

#include <QFile>
#include <QRegularExpression>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr int kMostStaff = 1000;

Failure refusal(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}

/// What the desk's store knows for a what-if.
struct Known {
    QList<Agent> agents = {};
    QList<Calendar> calendars = {};
    wiring::PlannedDepartures limits;
    wiring::PlannedDepartures otherLimits;
};

/// A day three times: as it was, played, and played with what is asked for.
struct ThreeDays {
    Scenario unchanged = {};
    Scenario changed = {};
    QString shifts = {}; // where they come from: "roster", "seen" or "count"
    QStringList changes = {};
};

Result<wiring::OtherLimit> limitIn(const QString &text)
{
    static const QRegularExpression form(u"^([a-z-]+)/(.+)=(\\d{1,9})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const Operation operation = operationFromString(match.captured(1));
    const int limit = match.captured(3).toInt();
    if (!match.hasMatch() || limit < 1 || toString(operation) != match.captured(1)) {
        return refusal(
            u"--limit: \"%1\" is not like \"reply/24 h=300\"; see: floorwalkerctl budget"_s.arg(text));
    }
    return wiring::OtherLimit{.operation = operation, .window = match.captured(2), .limit = limit};
}

Result<QList<wiring::OtherLimit>> limitsIn(const QStringList &texts)
{
    QList<wiring::OtherLimit> limits;
    for (const QString &text : texts) {
        const auto limit = limitIn(text);
        if (!limit) {
            return Failure(limit.error());
        }
        limits.append(*limit);
    }
    return limits;
}

Result<Known> known(Database &db, const TimeSpan &period, const QList<wiring::OtherLimit> &others)
{
    const auto limits = wiring::PlannedDepartures::read(db, period, {});
    const auto otherLimits = wiring::PlannedDepartures::read(db, period, others);
    if (!limits || !otherLimits) {
        return Failure(limits ? otherLimits.error() : limits.error());
    }
    QList<Agent> agents;
    for (const RosterEntry &entry : RosterStore(db).agents()) {
        agents.append(entry.agent);
    }
    return Known{.agents = agents,
        .calendars = PolicyStore(db).calendars(),
        .limits = *limits,
        .otherLimits = *otherLimits};
}

/// "3", "+1" or "-1" of `now`.
Result<qsizetype> staffIn(const QString &text, qsizetype now)
{
    static const QRegularExpression form(u"^([+-]?)(\\d{1,4})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const int number = match.captured(2).toInt();
    const QString sign = match.captured(1);
    const qsizetype staff = sign == "+"_L1 ? now + number : sign == "-"_L1 ? now - number : number;
    if (!match.hasMatch() || staff < 1 || staff > kMostStaff) {
        return refusal(u"--agents: \"%1\" of %2 leaves nobody, too many, or is no number; say one like 3, +1 "
                       u"or -1"_s.arg(text)
                           .arg(now));
    }
    return staff;
}

Result<Calendar> calendarNamed(const QString &name, const QList<Calendar> &calendars)
{
    for (const Calendar &calendar : calendars) {
        if (calendar.name == name) {
            return calendar;
        }
    }
    return Failure({.code = ErrorCode::NotFound,
        .detail = u"no calendar \"%1\"; see: floorwalkerctl --data DIR calendar list"_s.arg(name)});
}

/// A file as `calendar import` takes it, with one calendar.
Result<Calendar> calendarInFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure({.code = ErrorCode::Io,
            .detail = u"--hours: cannot read %1: %2"_s.arg(name, file.errorString())});
    }
    JsonForm form(name, file.readAll());
    const QList<Calendar> calendars = calendarsIn(form.root());
    if (const Done verdict = form.verdict(); !verdict) {
        return Failure(verdict.error());
    }
    if (calendars.size() != 1) {
        return refusal(u"%1: must have one calendar; it has %2"_s.arg(name).arg(calendars.size()));
    }
    return calendars.first();
}

/// "first-answer=30m", "first-answer=8h@office".
Result<OtherTarget> targetIn(const QString &text, const QList<Calendar> &calendars)
{
    static const QRegularExpression form(u"^first-answer=([^@]+)(?:@(.+))?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const auto within = durationIn(match.captured(1));
    if (!match.hasMatch() || !within) {
        return refusal(
            u"--target: \"%1\" is not like first-answer=30m, or first-answer=8h@CALENDAR"_s.arg(text));
    }
    OtherTarget target{.within = *within};
    if (!match.captured(2).isEmpty() && match.captured(2) != kAlways) {
        const auto calendar = calendarNamed(match.captured(2), calendars);
        if (!calendar) {
            return Failure(calendar.error());
        }
        target.calendar = *calendar;
    }
    return target;
}

Result<std::optional<milliseconds>> handleOf(const Invocation &call)
{
    if (!call.has(u"handle"_s)) {
        return std::optional<milliseconds>();
    }
    const auto handle = durationIn(call.value(u"handle"_s));
    return handle ? Result<std::optional<milliseconds>>(handle)
                  : refusal(u"--handle: \"%1\" is no time like 4m or 1m30s"_s.arg(call.value(u"handle"_s)));
}

void setShifts(ThreeDays &days, const Invocation &call, const PastDay &day, const Known &desk)
{
    const bool hasShifts = std::any_of(
        desk.agents.begin(), desk.agents.end(), [](const Agent &agent) { return !agent.calendar.isEmpty(); });
    days.shifts = hasShifts ? u"roster"_s : u"seen"_s;
    days.unchanged.shifts
        = hasShifts ? rosterShifts(desk.agents, desk.calendars, day.period) : seenShifts(day);
    if (days.unchanged.shifts.isEmpty() && call.has(u"agents"_s)) {
        days.shifts = u"count"_s;
    }
}

Done changeHours(ThreeDays &days, const Invocation &call, const PastDay &day, const Known &desk)
{
    if (call.has(u"calendar"_s) && call.has(u"hours"_s)) {
        return refusal(u"--calendar and --hours: say one of them"_s);
    }
    if (!call.has(u"calendar"_s) && !call.has(u"hours"_s)) {
        return {};
    }
    const auto calendar = call.has(u"hours"_s) ? calendarInFile(call.value(u"hours"_s))
                                               : calendarNamed(call.value(u"calendar"_s), desk.calendars);
    if (!calendar) {
        return Failure(calendar.error());
    }
    const QList<TimeSpan> open = openSpans(*calendar, day.period.from, day.period.to);
    days.changed.shifts = Shifts(days.changed.shifts.size(), open);
    days.changes.append(u"everybody works the hours of \"%1\""_s.arg(calendar->name));
    return {};
}

Done changeStaff(ThreeDays &days, const Invocation &call, const PastDay &day)
{
    const Shifts &now = days.unchanged.shifts;
    if (!call.has(u"agents"_s)) {
        return {};
    }
    const auto staff = staffIn(call.value(u"agents"_s), now.size());
    if (!staff) {
        return Failure(staff.error());
    }
    days.changed.shifts = staffedWith(now, *staff, day.period);
    days.changes.append(u"%1 agents instead of %2"_s.arg(*staff).arg(now.size()));
    return {};
}

Result<ThreeDays> threeDays(const Invocation &call, const PastDay &day, const Known &desk)
{
    ThreeDays days;
    const auto handle = handleOf(call);
    bool isNumber = false;
    days.unchanged.seed = call.value(u"seed"_s).toULongLong(&isNumber);
    if (!handle || !isNumber) {
        return handle ? refusal(u"--seed: \"%1\" is no whole number, 0 or more"_s.arg(call.value(u"seed"_s)))
                      : Failure(handle.error());
    }
    days.unchanged.handle = *handle;
    days.unchanged.departures = desk.limits;
    setShifts(days, call, day, desk);
    days.changed = days.unchanged;
    days.changed.departures = desk.otherLimits;
    for (const QString &limit : call.options.values(u"limit"_s)) {
        days.changes.append(u"limit %1"_s.arg(limit));
    }
    const Done staff = changeStaff(days, call, day);
    const Done hours = staff ? changeHours(days, call, day, desk) : staff;
    if (!hours) {
        return Failure(hours.error());
    }
    if (call.has(u"target"_s)) {
        const auto target = targetIn(call.value(u"target"_s), desk.calendars);
        if (!target) {
            return Failure(target.error());
        }
        days.changed.target = *target;
        days.changes.append(u"promise %1"_s.arg(call.value(u"target"_s)));
    }
    if (days.changed.shifts.isEmpty()) {
        return refusal(
            u"nobody answered in this period, and no agent of the roster has a shift; say --agents N"_s);
    }
    return days;
}

struct Played {
    DayFigures was = {};
    DayFigures simulated = {};
    DayFigures changed = {};
};

void tell(const Invocation &call, const PastDay &day, const ThreeDays &days, const Played &figures)
{
    const auto measured = std::count_if(
        day.turns.begin(), day.turns.end(), [](const DayTurn &turn) { return turn.handle.has_value(); });
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"from"_s, toIso(day.period.from)}, {u"to"_s, toIso(day.period.to)},
            {u"seed"_s, QString::number(days.unchanged.seed)}, {u"turns"_s, day.turns.size()},
            {u"handle_times_recorded"_s, qint64(measured)},
            {u"handle_time_given_ms"_s,
                days.unchanged.handle ? QJsonValue(qint64(days.unchanged.handle->count())) : QJsonValue()},
            {u"shifts"_s, days.shifts}, {u"agents"_s, days.unchanged.shifts.size()},
            {u"agents_changed"_s, days.changed.shifts.size()},
            {u"changes"_s, QJsonArray::fromStringList(days.changes)}, {u"as_it_was"_s, toJson(figures.was)},
            {u"simulated"_s, toJson(figures.simulated)}, {u"changed"_s, toJson(figures.changed)}});
        return;
    }
    call.terminal.line(
        u"%1 to %2: %3 turns of customers, handle times of %4 recorded, %5 agents (shifts: %6)"_s
            .arg(toIso(day.period.from), toIso(day.period.to))
            .arg(day.turns.size())
            .arg(measured)
            .arg(days.unchanged.shifts.size())
            .arg(days.shifts));
    call.terminal.line(
        u"changed: %1"_s.arg(days.changes.isEmpty() ? u"nothing"_s : days.changes.join(u"; "_s)));
    printDays(call.terminal,
        {{.name = u"as it was"_s, .figures = figures.was},
            {.name = u"simulated"_s, .figures = figures.simulated},
            {.name = u"changed"_s, .figures = figures.changed}});
    call.terminal.line(
        u"Compare \"changed\" with \"simulated\". How far that is from \"as it was\" is how far "
        u"the simulation is off."_s);
}

Result<Played> play(const PastDay &day, const ThreeDays &days)
{
    const auto changed = played(day, days.changed);
    if (!changed) {
        return Failure(changed.error());
    }
    // With no shifts known there is nothing to play unchanged: then it is the number that was asked for.
    const auto simulated = days.unchanged.shifts.isEmpty() ? changed : played(day, days.unchanged);
    return Played{.was = asItWas(day, days.unchanged.shifts), .simulated = *simulated, .changed = *changed};
}

Done runWhatIf(const Invocation &call)
{
    const auto asked = askedPeriod(call);
    const auto others = limitsIn(call.options.values(u"limit"_s));
    if (!asked || !others) {
        return Failure(asked ? others.error() : asked.error());
    }
    const TimeSpan period{.from = asked->period.from, .to = std::min(asked->period.to, call.clock.now())};
    if (period.from >= period.to) {
        return refusal(u"--from: that is still to come; what can be played again has to be over"_s);
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    Store &store = (*workplace)->store();
    const auto day = await(pastDay(store, period));
    const auto desk
        = await(store.read([period, others = *others](Database &db) { return known(db, period, others); }));
    if (!day || !desk) {
        return Failure(day ? desk.error() : day.error());
    }
    const auto days = threeDays(call, *day, *desk);
    if (!days) {
        return Failure(days.error());
    }
    const auto figures = play(*day, *days);
    if (!figures) {
        return Failure(figures.error());
    }
    tell(call, *day, *days, *figures);
    return {};
}
} // namespace

QList<Command> whatIfCommands()
{
    return {{.name = u"what-if"_s,
        .summary = u"The same period played again with other agents, hours, limits or promises."_s,
        .options = periodOptions()
            + QList<QCommandLineOption>{{u"agents"_s, u"How many: 3, or +1, or -1."_s, u"N"_s},
                {u"calendar"_s, u"Everybody works these hours."_s, u"NAME"_s},
                {u"hours"_s, u"The same, of a file with one calendar."_s, u"FILE"_s},
                {u"limit"_s, u"Another limit, as in \"reply/24 h=300\"; can be said again."_s, u"LIMIT"_s},
                {u"target"_s, u"Another promise: first-answer=30m, first-answer=8h@CALENDAR."_s, u"TARGET"_s},
                {u"handle"_s, u"Mean handle time, instead of those recorded."_s, u"SPAN"_s},
                {u"seed"_s, u"Of what is drawn (usually 1)."_s, u"N"_s, u"1"_s}},
        .run = &runWhatIf}};
}

} // namespace fw::cli
