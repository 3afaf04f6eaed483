#include "app/dispatch/kept_desk.h"

#include "app/dispatch/simulated_desk.h"

#include <QDir>
#include <QFile>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Result<std::unique_ptr<SimulationStore>> openStore(const QString &folder)
{
    const bool isNew = !QDir(folder).exists();
    const auto onlyOwner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(folder) || (isNew && !QFile::setPermissions(folder, onlyOwner))) {
        return Failure(
            {.code = ErrorCode::Io, .detail = u"cannot make the folder %1; say another one"_s.arg(folder)});
    }
    return SimulationStore::open(folder);
}
} // namespace

KeptDesk::KeptDesk(const QString &folder, std::unique_ptr<SimulationStore> store)
    : m_folder(folder)
    , m_store(std::move(store))
{
}

KeptDesk::~KeptDesk() = default;

Result<std::unique_ptr<KeptDesk>> KeptDesk::open(const QString &folder)
{
    auto store = openStore(folder);
    if (!store) {
        return Failure(store.error());
    }
    return std::unique_ptr<KeptDesk>(new KeptDesk(folder, *std::move(store)));
}

bool KeptDesk::begin(qint64 mono, qint64 wall, const WorldInfo &info)
{
    m_desk.reset();
    auto store = m_store ? Result<std::unique_ptr<SimulationStore>>(std::move(m_store)) : openStore(m_folder);
    if (!store) {
        m_error = store.error();
        return false;
    }
    m_desk = std::make_unique<SimulatedDesk>(*std::move(store));
    return m_desk->begin(mono, wall, info);
}

WorldStep KeptDesk::advance(qint64 until, qint64 wall, const QList<WorldEvent> &events)
{
    return m_desk ? m_desk->advance(until, wall, events) : WorldStep{.at = until};
}

std::optional<Error> KeptDesk::error() const
{
    return m_desk ? m_desk->error() : m_error;
}

} // namespace fw
