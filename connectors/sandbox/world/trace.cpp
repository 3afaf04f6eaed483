#include "connectors/sandbox/world/trace.h"

#include "connectors/sandbox/json_reader.h"
#include "connectors/sandbox/world/arrivals.h"

#include <QRegularExpression>

#include <algorithm>

namespace fw::world {

using namespace Qt::StringLiterals;
using sandbox::JsonReader;

namespace {
constexpr quint64 kTraceStream = 41;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kMostAnHour = 1'000'000;

/// "1h30m", "90s", "250ms", "-2m"; nothing else.
std::optional<qint64> spanFrom(const QString &text)
{
    static const QRegularExpression form(
        u"^(-?)(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,9})ms)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || text.size() <= match.capturedLength(1)) {
        return std::nullopt;
    }
    const auto part = [&match](int number) { return match.captured(number).toLongLong(); };
    const qint64 span = part(2) * kHour + part(3) * kMinute + part(4) * kSecond + part(5);
    return match.captured(1).isEmpty() ? span : -span;
}

qint64 spanAt(JsonReader &reader, const QString &key, qint64 otherwise, qint64 least, qint64 most)
{
    if (!reader.has(key)) {
        return otherwise;
    }
    const auto span = spanFrom(reader.text(key));
    if (!span || *span < least || *span > most) {
        reader.fail(key,
            u"must be a span like \"1h30m\", \"90s\" or \"250ms\", from %1 to %2 ms"_s.arg(least).arg(most));
        return otherwise;
    }
    return *span;
}

qint64 requiredSpan(JsonReader &reader, const QString &key, qint64 least, qint64 most)
{
    if (!reader.has(key)) {
        reader.fail(key, u"is missing; a span like \"1h30m\""_s);
    }
    return spanAt(reader, key, least, least, most);
}

Span fromUntil(JsonReader &reader, qint64 most)
{
    const Span span{
        .from = requiredSpan(reader, u"from"_s, 0, most), .until = requiredSpan(reader, u"until"_s, 0, most)};
    if (span.until <= span.from) {
        reader.fail(u"until"_s, u"must be after \"from\""_s);
    }
    return span;
}

QList<Span> spansAt(JsonReader &reader, const QString &key)
{
    QList<Span> spans;
    for (JsonReader &span : reader.objects(key)) {
        span.allow({u"from"_s, u"until"_s});
        spans.append(fromUntil(span, 3 * kDay));
    }
    return spans;
}

void readWindow(JsonReader &reader, PlatformPlan &plan)
{
    using Header = WorldWindow::Header;
    reader.allow({u"name"_s, u"kind"_s, u"length"_s, u"limit"_s, u"header"_s, u"phase"_s});
    const QString header = reader.choice(u"header"_s, {u"count"_s, u"percent"_s, u"hidden"_s}, u"count"_s);
    const bool isFixed = reader.choice(u"kind"_s, {u"fixed"_s, u"sliding"_s}, u"fixed"_s) == u"fixed"_s;
    const WorldWindow window{.name = reader.requiredText(u"name"_s),
        .kind = isFixed ? WorldWindow::Kind::Fixed : WorldWindow::Kind::Sliding,
        .length = requiredSpan(reader, u"length"_s, kSecond, 30 * kDay),
        .limit = int(reader.whole(u"limit"_s, -1, 1, kMostAnHour)),
        .header = header == u"count"_s ? Header::Count
            : header == u"percent"_s   ? Header::Percent
                                       : Header::Hidden};
    if (window.limit < 0) {
        reader.fail(u"limit"_s, u"is missing; how many sends the window lets through"_s);
    }
    plan.phases.append(spanAt(reader, u"phase"_s, 0, 0, window.length - 1));
    plan.windows.append(window);
}

void readLowering(JsonReader &reader, PlatformPlan &plan)
{
    reader.allow({u"window"_s, u"from"_s, u"until"_s, u"limit"_s});
    const QString name = reader.requiredText(u"window"_s);
    Lowering lowering{.window = -1, .span = fromUntil(reader, 3 * kDay)};
    for (qsizetype i = 0; i < plan.windows.size(); ++i) {
        lowering.window = plan.windows[i].name == name ? i : lowering.window;
    }
    if (lowering.window < 0) {
        reader.fail(u"window"_s, u"must be the name of one of \"windows\""_s);
        return;
    }
    lowering.limit = int(reader.whole(u"limit"_s, 0, 0, plan.windows[lowering.window].limit));
    plan.lowerings.append(lowering);
}

/// Calls at random moments, so many an hour on average.
void readNeighbour(JsonReader &reader, PlatformPlan &plan, Dice &dice)
{
    reader.allow({u"from"_s, u"until"_s, u"per_hour"_s});
    const Span span = fromUntil(reader, 3 * kDay);
    const double rate = reader.number(u"per_hour"_s, 0, 0, kMostAnHour);
    if (rate <= 0) {
        return;
    }
    const double pause = double(kHour) / rate;
    double at = double(span.from) + dice.exponential(pause);
    while (at < double(span.until)) {
        plan.neighbours.append(qint64(at));
        at += dice.exponential(pause);
    }
}

PlatformPlan readPlatform(JsonReader reader, quint64 seed, Dice &dice)
{
    reader.allow({u"windows"_s, u"lowerings"_s, u"neighbours"_s, u"outages"_s, u"brownouts"_s,
        u"brownout_loss"_s, u"loss"_s, u"latency"_s, u"detects_duplicates"_s, u"counts_refused"_s,
        u"visible_lag"_s, u"timeout"_s, u"lookups_per_quarter"_s, u"locking_burst"_s, u"locking_day"_s});
    PlatformPlan plan{.seed = seed};
    for (JsonReader &window : reader.objects(u"windows"_s)) {
        readWindow(window, plan);
    }
    for (JsonReader &lowering : reader.objects(u"lowerings"_s)) {
        readLowering(lowering, plan);
    }
    for (JsonReader &neighbour : reader.objects(u"neighbours"_s)) {
        readNeighbour(neighbour, plan, dice);
    }
    std::sort(plan.neighbours.begin(), plan.neighbours.end());
    plan.outages = spansAt(reader, u"outages"_s);
    plan.brownouts = spansAt(reader, u"brownouts"_s);
    plan.brownoutLoss = reader.number(u"brownout_loss"_s, plan.brownoutLoss, 0, 1);
    plan.loss = reader.number(u"loss"_s, plan.loss, 0, 1);
    plan.latency = double(spanAt(reader, u"latency"_s, qint64(plan.latency), 1, kMinute));
    plan.detectsDuplicates = reader.flag(u"detects_duplicates"_s, plan.detectsDuplicates);
    plan.countsRefused = reader.flag(u"counts_refused"_s, plan.countsRefused);
    plan.visibleLag = spanAt(reader, u"visible_lag"_s, plan.visibleLag, 0, kHour);
    plan.timeout = spanAt(reader, u"timeout"_s, plan.timeout, kSecond, kHour);
    const auto count = [&reader](const QString &key, int otherwise) {
        return int(reader.whole(key, otherwise, 1, kMostAnHour));
    };
    plan.lookupsPerQuarter = count(u"lookups_per_quarter"_s, plan.lookupsPerQuarter);
    plan.lockingBurst = count(u"locking_burst"_s, plan.lockingBurst);
    plan.lockingDay = count(u"locking_day"_s, plan.lockingDay);
    return plan;
}

DeskPlan readDesk(JsonReader &reader)
{
    reader.allow({u"clock_off"_s, u"steps"_s, u"down"_s});
    DeskPlan desk{.wall = {{.at = 0, .offset = spanAt(reader, u"clock_off"_s, 0, -kDay, kDay)}},
        .down = spansAt(reader, u"down"_s)};
    for (JsonReader &step : reader.objects(u"steps"_s)) {
        step.allow({u"at"_s, u"clock_off"_s});
        desk.wall.append({.at = requiredSpan(step, u"at"_s, 0, 3 * kDay),
            .offset = requiredSpan(step, u"clock_off"_s, -kDay, kDay)});
    }
    return desk;
}

JobClass readClass(JsonReader &reader)
{
    reader.allow({u"name"_s, u"priority"_s, u"weight"_s, u"due"_s, u"due_at_most"_s});
    const qint64 due = requiredSpan(reader, u"due"_s, 1, 3 * kDay);
    return {.name = reader.requiredText(u"name"_s),
        .priority = int(reader.whole(u"priority"_s, 0, 0, 1000)),
        .weight = reader.number(u"weight"_s, 1, 0, 1e6),
        .due = {.from = due, .until = spanAt(reader, u"due_at_most"_s, due, due, 3 * kDay)}};
}

int classOf(JsonReader &reader, const Day &day)
{
    const QString name = reader.requiredText(u"class"_s);
    for (qsizetype i = 0; i < day.classes.size(); ++i) {
        if (day.classes[i].name == name) {
            return int(i);
        }
    }
    reader.fail(u"class"_s, u"must be the name of one of \"classes\""_s);
    return 0;
}

/// One reply at its time, or many at a rate.
void readArrival(JsonReader &reader, Day &day, QList<Arrivals> &arrivals)
{
    reader.allow({u"class"_s, u"at"_s, u"due"_s, u"text"_s, u"desk"_s, u"from"_s, u"until"_s, u"per_hour"_s,
        u"like_a_day"_s});
    const int jobClass = classOf(reader, day);
    if (reader.has(u"at"_s)) {
        const qint64 at = requiredSpan(reader, u"at"_s, 0, kDay - 1);
        const qint64 usual = day.classes.isEmpty() ? 0 : day.classes[jobClass].due.from;
        day.jobs.append({.desk = int(reader.whole(u"desk"_s, 0, 0, day.desks.size() - 1)),
            .jobClass = jobClass,
            .at = at,
            .due = at + spanAt(reader, u"due"_s, usual, 1, 3 * kDay),
            .text = reader.text(u"text"_s)});
        return;
    }
    const Span span = fromUntil(reader, kDay);
    QList<double> shares(std::max<qsizetype>(1, day.classes.size()), 0);
    shares[jobClass] = 1;
    arrivals.append({.span = span,
        .count
        = reader.number(u"per_hour"_s, 0, 0, kMostAnHour) * double(span.until - span.from) / double(kHour),
        .hasHumps = reader.flag(u"like_a_day"_s, false),
        .shares = shares});
}

void readDesks(JsonReader &reader, Day &day)
{
    for (JsonReader &desk : reader.objects(u"desks"_s)) {
        day.desks.append(readDesk(desk));
    }
    if (day.desks.isEmpty()) {
        day.desks.append(DeskPlan{.wall = {{.at = 0, .offset = 0}}});
    }
}
} // namespace

Result<Day> dayOf(const QJsonObject &trace, quint64 seed)
{
    QString problem;
    JsonReader reader(trace, {}, &problem);
    reader.allow({u"name"_s, u"platform"_s, u"desks"_s, u"classes"_s, u"arrivals"_s});
    Dice dice(seed, kTraceStream);
    Day day{.name = reader.text(u"name"_s), .seed = seed};
    day.platform = readPlatform(reader.object(u"platform"_s), seed, dice);
    if (day.platform.windows.isEmpty()) {
        reader.fail(u"platform.windows"_s, u"must be a list of at least one window"_s);
    }
    readDesks(reader, day);
    for (JsonReader &jobClass : reader.objects(u"classes"_s)) {
        day.classes.append(readClass(jobClass));
    }
    QList<Arrivals> arrivals;
    for (JsonReader &arrival : reader.objects(u"arrivals"_s)) {
        readArrival(arrival, day, arrivals);
    }
    if (!problem.isEmpty()) {
        return Failure({.code = ErrorCode::Usage, .detail = problem});
    }
    addJobs(day, arrivals, dice);
    return day;
}

} // namespace fw::world
