#include "ui/wiring/simulation.h"

#include "app/dispatch/simulated_desk.h"
#include "connectors/sandbox/world/world_lines.h"

#include <QDir>
#include <QFile>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
Result<std::unique_ptr<SimulationStore>> openStore(const QString &folder)
{
    const bool isNew = !QDir(folder).exists();
    const auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(folder) || (isNew && !QFile::setPermissions(folder, onlyOwner))) {
        return Failure({.code = ErrorCode::Io,
            .detail = u"cannot make the folder %1; say another one with --shared or --state"_s.arg(folder)});
    }
    return SimulationStore::open(folder);
}
} // namespace

DeskOnLines::DeskOnLines(const QString &folder, std::unique_ptr<SimulationStore> store)
    : m_folder(folder)
    , m_store(std::move(store))
    , m_reader(std::make_unique<world::LineReader>())
{
}

DeskOnLines::~DeskOnLines() = default;

Result<std::unique_ptr<DeskOnLines>> DeskOnLines::open(const QString &folder)
{
    auto store = openStore(folder);
    if (!store) {
        return Failure(store.error());
    }
    return std::unique_ptr<DeskOnLines>(new DeskOnLines(folder, *std::move(store)));
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
    if (const auto *begin = std::get_if<world::Begin>(&*told)) {
        m_desk.reset();
        auto store = m_store ? std::move(m_store) : openStore(m_folder);
        if (!store) {
            return Failure(store.error());
        }
        m_desk = std::make_unique<SimulatedDesk>(*std::move(store));
        const bool isDurable = m_desk->begin(begin->mono, begin->wall, begin->info);
        return m_desk->error() ? Result<QByteArray>(Failure(*m_desk->error()))
                               : Result<QByteArray>(world::durableLine(isDurable));
    }
    if (!m_desk) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"type: the first line of a process must be \"init\""_s});
    }
    const auto &advance = std::get<world::Advance>(*told);
    const WorldStep step = m_desk->advance(advance.until, advance.wall, advance.events);
    if (m_desk->error()) {
        return Failure(*m_desk->error());
    }
    return world::stepLine(step);
}

} // namespace fw::wiring
