#include "tests/acceptance/stdio_desk.h"

#include "tests/acceptance/programs.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
QJsonObject toJson(const WorldWindow &window)
{
    using Header = WorldWindow::Header;
    return {{u"name"_s, window.name},
        {u"kind"_s, window.kind == WorldWindow::Kind::Fixed ? u"fixed"_s : u"sliding"_s},
        {u"len"_s, window.length}, {u"limit"_s, window.limit},
        {u"header"_s,
            window.header == Header::Count         ? u"count"_s
                : window.header == Header::Percent ? u"pct"_s
                                                   : u"hidden"_s}};
}

QJsonObject toJson(const WorldInfo &info)
{
    QJsonArray windows;
    for (const WorldWindow &window : info.windows) {
        windows.append(toJson(window));
    }
    return {{u"agent"_s, info.agent}, {u"agents"_s, info.agents}, {u"windows"_s, windows},
        {u"dup_detect"_s, info.detectsDuplicates}, {u"visible_lag_hint"_s, info.visibleLag},
        {u"timeout"_s, info.timeout}};
}

WorldAction::Kind kindOf(const QString &name)
{
    using Kind = WorldAction::Kind;
    return name == u"send"_s  ? Kind::Send
        : name == u"lookup"_s ? Kind::Lookup
        : name == u"done"_s   ? Kind::Confirm
                              : Kind::Drop;
}
} // namespace

StdioDesk::~StdioDesk()
{
    kill();
}

void StdioDesk::kill()
{
    if (m_process) {
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }
    m_requests = m_lastRequest;
}

bool StdioDesk::start(qint64 wall)
{
    if (m_process) {
        ++m_day.kills;
    }
    kill();
    m_process = startCtl({u"simulate"_s, u"--stdio"_s, u"--state"_s,
        u"%1/desk%2"_s.arg(m_day.folder).arg(m_info.agent), u"--shared"_s, m_day.folder + u"/shared"_s});
    const QJsonObject answer = ask(
        {{u"type"_s, u"init"_s}, {u"mono"_s, 0}, {u"wall"_s, clock(wall)}, {u"info"_s, toJson(m_info)}});
    return answer[u"durable"_s].toBool();
}

bool StdioDesk::begin(qint64 mono, qint64 wall, const WorldInfo &info)
{
    m_info = info;
    m_zero = mono;
    m_now = mono;
    m_lastRequest = 0;
    return start(wall);
}

WorldStep StdioDesk::advance(qint64 until, qint64 wall, const QList<WorldEvent> &events)
{
    if (m_day.linesAKill > 0 && m_day.random.bounded(m_day.linesAKill) == 0) {
        m_zero = events.isEmpty() ? m_now : until;
        if (!start(wall - until + m_zero)) {
            return {.at = -1}; // noted as a breach
        }
    }
    QJsonArray list;
    for (const WorldEvent &event : events) {
        const auto *answer = std::get_if<WorldAnswer>(&event);
        if (answer == nullptr || answer->request > m_requests) { // else of a life that is over
            list.append(told(event));
        }
    }
    const QJsonObject answer = ask({{u"type"_s, u"advance"_s}, {u"until"_s, until - m_zero},
        {u"wall"_s, clock(wall)}, {u"events"_s, list}});
    WorldStep step{.at = answer[u"at"_s].toInteger(-1) + m_zero};
    const QJsonArray actions = answer[u"actions"_s].toArray();
    for (const QJsonValue &value : actions) {
        WorldAction action{.kind = kindOf(value[u"do"_s].toString()), .job = value[u"job"_s].toInteger()};
        if (value[u"req"_s].isDouble()) {
            action.request = m_requests + value[u"req"_s].toInteger();
            m_lastRequest = std::max(m_lastRequest, action.request);
        }
        step.actions.append(action);
    }
    m_now = step.at;
    return step;
}

QJsonObject StdioDesk::told(const WorldEvent &event) const
{
    if (const auto *job = std::get_if<WorldJob>(&event)) {
        return {{u"ev"_s, u"job"_s}, {u"id"_s, job->id}, {u"prio"_s, job->priority},
            {u"weight"_s, job->weight}, {u"deadline"_s, job->deadline - m_zero}, {u"text"_s, job->text}};
    }
    const auto &answer = std::get<WorldAnswer>(event);
    QJsonArray limits;
    for (const WorldReading &reading : answer.readings) {
        limits.append(reading.percent >= 0
                ? QJsonObject{{u"name"_s, reading.name}, {u"pct"_s, reading.percent}}
                : QJsonObject{{u"name"_s, reading.name}, {u"limit"_s, reading.limit},
                    {u"remaining"_s, reading.remaining},
                    {u"reset"_s, clock(reading.reset) / m_day.headerUnit}});
    }
    QJsonObject headers{{u"limits"_s, limits}};
    if (answer.date) {
        headers.insert(u"date"_s, clock(*answer.date) / m_day.headerUnit);
    }
    if (answer.regainMinutes) {
        headers.insert(u"regain_minutes"_s, *answer.regainMinutes);
    }
    QJsonObject line{{u"ev"_s, u"resp"_s}, {u"req"_s, answer.request - m_requests}, {u"job"_s, answer.job},
        {u"kind"_s, answer.kind == WorldAnswer::Kind::Send ? u"send"_s : u"lookup"_s},
        {u"status"_s, answer.status}, {u"headers"_s, headers}};
    if (answer.code != 0) {
        line.insert(u"code"_s, answer.code);
    }
    if (answer.found) {
        line.insert(u"found"_s, *answer.found);
    }
    return line;
}

QJsonObject StdioDesk::ask(const QJsonObject &line)
{
    ++m_day.lines;
    QElapsedTimer waited;
    waited.start();
    m_process->write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    while (!m_process->canReadLine() && m_process->waitForReadyRead(20'000)) { }
    m_day.seconds += double(waited.nsecsElapsed()) / 1e9;
    const QByteArray answer = m_process->readLine();
    const QJsonObject object = QJsonDocument::fromJson(answer).object();
    if (object.isEmpty() || object.contains(u"error"_s)) {
        qWarning("the desk answered: %s", answer.constData());
    }
    return object;
}

} // namespace fw::test
