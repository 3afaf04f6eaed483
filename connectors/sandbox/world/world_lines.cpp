#include "connectors/sandbox/world/world_lines.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace fw::world {

using namespace Qt::StringLiterals;

namespace {
// Clocks that show less than this began near 0: as milliseconds it is the spring of 1973.
constexpr qint64 kCalendar = 100'000'000'000;
constexpr qint64 kShift = 18'000LL * 24 * 3600 * 1000; // whole days
// Headers: more than this are milliseconds since 1970, or seconds; less can be either of a clock that began at 0.
constexpr qint64 kSecondsSince1970 = 1'000'000'000;
constexpr qint64 kStale = 60'000;

qint64 calendar(qint64 ms)
{
    return ms < kCalendar ? ms + kShift : ms;
}

qint64 whole(const QJsonValue &value, qint64 otherwise)
{
    return value.isDouble() ? value.toInteger(std::llround(value.toDouble())) : otherwise;
}
} // namespace

void LineReader::fail(const QString &place, const QString &expectation)
{
    if (m_problem.isEmpty()) {
        m_problem = place + u": "_s + expectation;
    }
}

qint64 LineReader::wholeOf(const QJsonObject &object, const QString &key, const QString &place)
{
    const QJsonValue value = object.value(key);
    if (!value.isDouble()) {
        fail(place + key, u"must be a whole number"_s);
    }
    return whole(value, 0);
}

Result<std::variant<Begin, Advance>> LineReader::read(const QByteArray &line)
{
    m_problem.clear();
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(line, &parsed);
    std::variant<Begin, Advance> told;
    const QString type = document[u"type"_s].toString();
    if (!document.isObject()) {
        fail(u"column %1"_s.arg(parsed.offset + 1),
            u"a line is one JSON object, {\"type\":\"init\"|\"advance\", …}"_s);
    } else if (type == u"init"_s) {
        told = begin(document.object());
    } else if (type == u"advance"_s) {
        told = advance(document.object());
    } else {
        fail(u"type"_s, u"must be \"init\" or \"advance\""_s);
    }
    if (!m_problem.isEmpty()) {
        return Failure({.code = ErrorCode::Usage, .detail = m_problem});
    }
    return told;
}

Begin LineReader::begin(const QJsonObject &line)
{
    Begin begin{.mono = whole(line[u"mono"_s], 0), .wall = calendar(wholeOf(line, u"wall"_s, {}))};
    const QJsonObject info = line[u"info"_s].toObject();
    if (info.isEmpty()) {
        fail(u"info"_s, u"must be an object that tells of the platform: windows, timeout, …"_s);
    }
    begin.info.agent = int(whole(info[u"agent"_s], 0));
    begin.info.agents = int(whole(info[u"agents"_s], 1));
    begin.info.detectsDuplicates = info[u"dup_detect"_s].toBool();
    begin.info.visibleLag = whole(info[u"visible_lag_hint"_s], begin.info.visibleLag);
    begin.info.timeout = whole(info[u"timeout"_s], begin.info.timeout);
    const QJsonArray windows = info[u"windows"_s].toArray();
    for (qsizetype i = 0; i < windows.size(); ++i) {
        begin.info.windows.append(window(windows[i].toObject(), u"info.windows[%1]."_s.arg(i)));
    }
    return begin;
}

WorldWindow LineReader::window(const QJsonObject &object, const QString &place)
{
    using Header = WorldWindow::Header;
    const QString kind = object[u"kind"_s].toString();
    const QString header = object[u"header"_s].toString();
    WorldWindow window{.name = object[u"name"_s].toString(),
        .kind = kind == u"fixed"_s ? WorldWindow::Kind::Fixed : WorldWindow::Kind::Sliding,
        .length = wholeOf(object, u"len"_s, place),
        .limit = int(wholeOf(object, u"limit"_s, place)),
        .header = header == u"count"_s ? Header::Count
            : header == u"pct"_s       ? Header::Percent
                                       : Header::Hidden};
    if (kind != u"fixed"_s && kind != u"sliding"_s) {
        fail(place + u"kind"_s, u"must be \"fixed\" or \"sliding\""_s);
    }
    if (!QStringList{u"count"_s, u"pct"_s, u"hidden"_s}.contains(header)) {
        fail(place + u"header"_s, u"must be \"count\", \"pct\" or \"hidden\""_s);
    }
    if (window.length < 1) {
        fail(place + u"len"_s, u"must be milliseconds, more than 0"_s);
    }
    return window;
}

Advance LineReader::advance(const QJsonObject &line)
{
    Advance advance{.until = wholeOf(line, u"until"_s, {}), .wall = calendar(wholeOf(line, u"wall"_s, {}))};
    m_wall = advance.wall;
    const QJsonArray events = line[u"events"_s].toArray();
    for (qsizetype i = 0; i < events.size(); ++i) {
        const QJsonObject event = events[i].toObject();
        const QString place = u"events[%1]."_s.arg(i);
        const QString what = event[u"ev"_s].toString();
        if (what == u"job"_s) {
            advance.events.append(job(event, place));
        } else if (what == u"resp"_s) {
            advance.events.append(answer(event, place));
        } else {
            fail(place + u"ev"_s, u"must be \"job\" or \"resp\""_s);
        }
    }
    return advance;
}

WorldJob LineReader::job(const QJsonObject &event, const QString &place)
{
    return {.id = wholeOf(event, u"id"_s, place),
        .priority = int(whole(event[u"prio"_s], 0)),
        .weight = event[u"weight"_s].toDouble(1),
        .deadline = wholeOf(event, u"deadline"_s, place),
        .text = event[u"text"_s].toString()};
}

WorldAnswer LineReader::answer(const QJsonObject &event, const QString &place)
{
    const QString kind = event[u"kind"_s].toString();
    if (kind != u"send"_s && kind != u"lookup"_s) {
        fail(place + u"kind"_s, u"must be \"send\" or \"lookup\""_s);
    }
    const QJsonObject headers = event[u"headers"_s].toObject();
    WorldAnswer answer{.kind = kind == u"send"_s ? WorldAnswer::Kind::Send : WorldAnswer::Kind::Lookup,
        .request = wholeOf(event, u"req"_s, place),
        .job = whole(event[u"job"_s], 0),
        .status = int(wholeOf(event, u"status"_s, place)),
        .code = int(whole(event[u"code"_s], 0))};
    if (const QJsonValue date = headers[u"date"_s]; date.isDouble()) {
        answer.date = headerTime(date.toDouble());
    }
    const QJsonArray limits = headers[u"limits"_s].toArray();
    for (const QJsonValue &limit : limits) {
        answer.readings.append(reading(limit.toObject(), answer.date));
    }
    for (const QJsonValue &minutes : {headers[u"regain_minutes"_s], event[u"regain_minutes"_s]}) {
        if (minutes.isDouble() && !answer.regainMinutes) {
            answer.regainMinutes = minutes.toDouble();
        }
    }
    if (const QJsonValue found = event[u"found"_s]; found.isBool()) {
        answer.found = found.toBool();
    }
    return answer;
}

WorldReading LineReader::reading(const QJsonObject &limit, std::optional<qint64> date)
{
    WorldReading reading{.name = limit[u"name"_s].toString(),
        .limit = int(whole(limit[u"limit"_s], -1)),
        .remaining = int(whole(limit[u"remaining"_s], -1)),
        .percent = limit[u"pct"_s].isDouble() ? int(std::ceil(limit[u"pct"_s].toDouble())) : -1};
    if (const double reset = limit[u"reset"_s].toDouble(); reset > 0) {
        reading.reset = headerTime(reset);
        if (date && reading.reset < *date - kStale) {
            // No moment to come, so it is a span from now on.
            reading.reset = *date + std::llround(reset * 1000);
        }
    }
    return reading;
}

/// A multiple of 1000 may be milliseconds, if that is nearer to the wall clock; any other number is not.
qint64 LineReader::headerTime(double told)
{
    const auto seconds = qint64(std::floor(told * 1000));
    const auto ms = qint64(std::floor(told));
    if (ms >= kCalendar) {
        return ms;
    }
    m_areSeconds = m_areSeconds || ms >= kSecondsSince1970 || ms % 1000 != 0;
    const bool isMs = !m_areSeconds && std::abs(calendar(ms) - m_wall) < std::abs(calendar(seconds) - m_wall);
    return calendar(isMs ? ms : seconds);
}

QByteArray durableLine(bool isDurable)
{
    return isDurable ? "{\"durable\":true}\n" : "{\"durable\":false}\n";
}

QByteArray stepLine(const WorldStep &step)
{
    using Kind = WorldAction::Kind;
    QByteArray line = "{\"at\":" + QByteArray::number(step.at) + ",\"actions\":[";
    const char *separator = "";
    for (const WorldAction &action : step.actions) {
        const bool isCall = action.kind == Kind::Send || action.kind == Kind::Lookup;
        const char *name = action.kind == Kind::Send ? "send"
            : action.kind == Kind::Lookup            ? "lookup"
            : action.kind == Kind::Confirm           ? "done"
                                                     : "drop";
        line += separator + QByteArray("{\"do\":\"") + name + '"';
        if (isCall) {
            line += ",\"req\":" + QByteArray::number(action.request);
        }
        line += ",\"job\":" + QByteArray::number(action.job) + '}';
        separator = ",";
    }
    return line + "]}\n";
}

QByteArray errorLine(const Error &error)
{
    const QString words = error.detail.isEmpty() ? toString(error.code) : error.detail;
    return QJsonDocument(QJsonObject{{u"error"_s, words}}).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace fw::world
