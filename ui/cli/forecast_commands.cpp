#include "app/insight/erlang.h"
#include "app/insight/forecast.h"
#include "app/insight/report_csv.h"
#include "app/insight/statistics.h"
#include "app/model/policy/policy_form.h"
#include "ui/cli/stats_period.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr int kMostWeeks = 104;
constexpr int kMostDays = 31;

Failure refusal(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}

Result<int> wholeNumber(const Invocation &call, const QString &option, int most)
{
    bool isNumber = false;
    const int number = call.value(option).toInt(&isNumber);
    if (!isNumber || number < 1 || number > most) {
        return refusal(u"--%1: say 1 to %2"_s.arg(option).arg(most));
    }
    return number;
}

Result<double> decimal(const Invocation &call, const QString &option, double most)
{
    bool isNumber = false;
    const double number = call.value(option).toDouble(&isNumber);
    if (!isNumber || number <= 0 || number >= most) {
        return refusal(u"--%1: say a number above 0 and below %2"_s.arg(option).arg(most));
    }
    return number;
}

Result<milliseconds> spanOf(const Invocation &call, const QString &option)
{
    const auto span = durationIn(call.value(option));
    return span ? Result<milliseconds>(*span) : refusal(u"--%1: say a time like 4m or 1m30s"_s.arg(option));
}

/// What was looked at and what is wanted: whole hours of the zone.
struct Outlook {
    TimeSpan seen = {};
    TimeSpan wanted = {};
    QTimeZone zone = QTimeZone::utc();
};

Result<Outlook> outlookOf(const Invocation &call)
{
    const auto zone = askedZone(call);
    const auto weeks = wholeNumber(call, u"weeks"_s, kMostWeeks);
    const auto days = wholeNumber(call, u"days"_s, kMostDays);
    if (!zone || !weeks || !days) {
        return Failure(!zone ? zone.error() : !weeks ? weeks.error() : days.error());
    }
    const QDate today = toDateTime(call.clock.now()).toTimeZone(*zone).date();
    const auto startOf
        = [&zone](const QDate &day) { return instantFromMs(day.startOfDay(*zone).toMSecsSinceEpoch()); };
    return Outlook{.seen = {.from = startOf(today.addDays(-7 * *weeks)), .to = startOf(today)},
        .wanted = {.from = startOf(today), .to = startOf(today.addDays(*days))},
        .zone = *zone};
}

QJsonValue orNull(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

void tellForecast(const Invocation &call, const Outlook &outlook, const QList<HourForecast> &hours)
{
    const QString zone = QString::fromLatin1(outlook.zone.id());
    QJsonArray array;
    for (const HourForecast &hour : hours) {
        array.append(
            QJsonObject{{u"at"_s, toIso(hour.at)}, {u"weekday"_s, hour.weekday}, {u"hour"_s, hour.hour},
                {u"weeks"_s, hour.weeks}, {u"mean"_s, hour.mean}, {u"spread"_s, orNull(hour.spread)},
                {u"low"_s, orNull(hour.low)}, {u"high"_s, orNull(hour.high)}});
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"zone"_s, zone}, {u"seen_from"_s, toIso(outlook.seen.from)},
            {u"seen_to"_s, toIso(outlook.seen.to)}, {u"hours"_s, array}});
        return;
    }
    call.terminal.line(
        u"Messages of customers expected (%1), out of %2 to %3; nine hours of ten lie in the range"_s.arg(
            zone, toIso(outlook.seen.from), toIso(outlook.seen.to)));
    for (const HourForecast &hour : hours) {
        const QString local
            = toDateTime(hour.at).toTimeZone(outlook.zone).toString(u"ddd yyyy-MM-dd HH:mm"_s);
        const QString range = hour.low ? u"%1 to %2"_s.arg(*hour.low, 0, 'f', 1).arg(*hour.high, 0, 'f', 1)
                                       : u"- (fewer than two weeks)"_s;
        call.terminal.line(
            u"  %1  %2  %3"_s.arg(local, QString::number(hour.mean, 'f', 1).rightJustified(7), range));
    }
}

Done runForecast(const Invocation &call)
{
    const auto outlook = outlookOf(call);
    if (!outlook) {
        return Failure(outlook.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto answers = await(
        Statistics((*workplace)->store())
            .ask({.figures = {Figure::CustomerMessages},
                .terms = {.period = outlook->seen, .asOf = call.clock.now(), .zone = outlook->zone}}));
    if (!answers) {
        return Failure(answers.error());
    }
    QList<Instant> arrivals;
    for (const FigureRow &message : answers->first().rows) {
        arrivals.append(message.at);
    }
    tellForecast(call, *outlook, forecastArrivals(arrivals, outlook->seen, outlook->wanted, outlook->zone));
    return {};
}

void tellErlang(const Invocation &call, const Load &load, milliseconds within, int agents)
{
    const auto wait = meanWait(agents, load);
    const double share = shareWithin(agents, load, within);
    const double waiting = erlangC(agents, load.offered());
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"offered_erlangs"_s, load.offered()}, {u"agents"_s, agents},
            {u"share_within"_s, share}, {u"share_waiting"_s, waiting},
            {u"mean_wait_ms"_s, wait ? QJsonValue(qint64(wait->count())) : QJsonValue()},
            {u"utilisation"_s, std::min(1.0, load.offered() / agents)}});
        return;
    }
    call.terminal.line(u"%1 agents for %2 erlangs"_s.arg(agents).arg(load.offered(), 0, 'f', 2));
    call.terminal.line(u"  answered within %1: %2 %; have to wait: %3 %; mean wait: %4"_s.arg(
        durationText(within), QString::number(share * 100, 'f', 1), QString::number(waiting * 100, 'f', 1),
        wait ? shownSpan(*wait) : u"without end, they are too few"_s));
}

Done runErlang(const Invocation &call)
{
    const auto perHour = decimal(call, u"per-hour"_s, 1e7);
    const auto handle = spanOf(call, u"handle"_s);
    const auto within = spanOf(call, u"within"_s);
    const auto share = decimal(call, u"share"_s, 1);
    if (!perHour || !handle || !within || !share) {
        return Failure(!perHour ? perHour.error()
                : !handle       ? handle.error()
                : !within       ? within.error()
                                : share.error());
    }
    const Load load{.perHour = *perHour, .handle = *handle};
    if (call.has(u"agents"_s)) {
        const auto agents = wholeNumber(call, u"agents"_s, kMostAgents);
        if (!agents) {
            return Failure(agents.error());
        }
        tellErlang(call, load, *within, *agents);
        return {};
    }
    const auto agents = agentsNeeded(load, *within, *share);
    if (!agents) {
        return refusal(u"that would take more than %1 agents"_s.arg(kMostAgents));
    }
    tellErlang(call, load, *within, *agents);
    return {};
}
} // namespace

QList<Command> forecastCommands()
{
    return {{.name = u"forecast"_s,
                .summary = u"How many messages to expect, hour by hour, out of the past weeks."_s,
                .options = {{u"weeks"_s, u"How many weeks to look at (usually 8)."_s, u"N"_s, u"8"_s},
                    {u"days"_s, u"How many days ahead, today first (usually 7)."_s, u"N"_s, u"7"_s},
                    {u"zone"_s, u"Zone of the hours (usually this machine's)."_s, u"ZONE"_s}},
                .run = &runForecast},
        {.name = u"erlang"_s,
            .arguments = u"--per-hour N --handle SPAN --within SPAN"_s,
            .summary = u"How many agents a promise takes, by Erlang's formula."_s,
            .options = {{u"per-hour"_s, u"What arrives in an hour."_s, u"N"_s},
                {u"handle"_s, u"Mean handle time."_s, u"SPAN"_s},
                {u"within"_s, u"How soon somebody begins with it."_s, u"SPAN"_s},
                {u"share"_s, u"Of how many (usually 0.8)."_s, u"X"_s, u"0.8"_s},
                {u"agents"_s, u"What so many achieve, instead."_s, u"N"_s}},
            .run = &runErlang}};
}

} // namespace fw::cli
