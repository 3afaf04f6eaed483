#include "ui/wiring/simulation.h"

#include "app/dispatch/kept_desk.h"
#include "connectors/sandbox/world/day_report.h"
#include "connectors/sandbox/world/trace.h"
#include "connectors/sandbox/world/world_lines.h"

#include <QTemporaryDir>

namespace fw::wiring {

using namespace Qt::StringLiterals;

DeskOnLines::DeskOnLines(std::unique_ptr<KeptDesk> desk)
    : m_desk(std::move(desk))
    , m_reader(std::make_unique<world::LineReader>())
{
}

DeskOnLines::~DeskOnLines() = default;

Result<std::unique_ptr<DeskOnLines>> DeskOnLines::open(const QString &folder)
{
    auto desk = KeptDesk::open(folder);
    if (!desk) {
        return Failure(desk.error());
    }
    return std::unique_ptr<DeskOnLines>(new DeskOnLines(*std::move(desk)));
}

QByteArray DeskOnLines::answer(const QByteArray &line)
{
    ++m_lines;
    auto answer = answered(line);
    if (answer) {
        return *std::move(answer);
    }
    Error error = answer.error();
    error.detail = u"line %1: "_s.arg(m_lines) + error.detail;
    return world::errorLine(error);
}

Result<QByteArray> DeskOnLines::answered(const QByteArray &line)
{
    const auto told = m_reader->read(line);
    if (!told) {
        return Failure(told.error());
    }
    QByteArray answer;
    if (const auto *begin = std::get_if<world::Begin>(&*told)) {
        answer = world::durableLine(m_desk->begin(begin->mono, begin->wall, begin->info));
    } else if (m_desk->hasBegun()) {
        const auto &advance = std::get<world::Advance>(*told);
        answer = world::stepLine(m_desk->advance(advance.until, advance.wall, advance.events));
    } else {
        return Failure(
            {.code = ErrorCode::Usage, .detail = u"type: the first line of a process must be \"init\""_s});
    }
    if (const auto error = m_desk->error()) {
        return Failure(*error);
    }
    return answer;
}

Result<Replay> replay(const QJsonObject &trace, quint64 seed)
{
    const auto day = world::dayOf(trace, seed);
    if (!day) {
        return Failure(day.error());
    }
    const QTemporaryDir folder;
    world::Desks desks;
    for (qsizetype i = 0; i < day->desks.size(); ++i) {
        auto desk = KeptDesk::open(folder.path());
        if (!desk) {
            return Failure(desk.error());
        }
        desks.push_back(*std::move(desk));
    }
    const world::Policy policy{.make = [&desks](int) { return std::move(desks); }};
    const world::DayReport report = world::runDay(*day, {}, policy);
    if (!report.score.breaches.isEmpty()) {
        return Failure({.code = ErrorCode::Internal, .detail = report.score.breaches.first()});
    }
    Replay replay{.summary = world::summaryJson(*day, report)};
    for (qsizetype i = 0; i < day->jobs.size(); ++i) {
        replay.replies.append(world::replyJson(*day, report, i));
    }
    return replay;
}

} // namespace fw::wiring
