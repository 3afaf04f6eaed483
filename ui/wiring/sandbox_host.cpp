#include "ui/wiring/sandbox_host.h"

#include "connectors/sandbox/sandbox.h"
#include "connectors/sandbox/shop/shop_day.h"

#include <QDir>
#include <QSaveFile>

namespace fw::wiring {

using namespace Qt::StringLiterals;

SandboxHost::SandboxHost(std::unique_ptr<sandbox::Sandbox> sandbox) : m_sandbox(std::move(sandbox)) { }

SandboxHost::~SandboxHost() = default;

Result<std::unique_ptr<SandboxHost>> SandboxHost::start(
    const Clock &clock, quint16 port, const QJsonObject &scenario, quint32 seed)
{
    auto sandbox = sandbox::Sandbox::start(clock, {.port = port, .scenario = scenario, .seed = seed});
    if (!sandbox) {
        return Failure(sandbox.error());
    }
    return std::unique_ptr<SandboxHost>(new SandboxHost(*std::move(sandbox)));
}

SandboxFacts SandboxHost::facts() const
{
    SandboxFacts facts{.url = m_sandbox->url()};
    for (const QString &network : sandbox::Sandbox::networks()) {
        facts.brands.append({.network = network,
            .id = m_sandbox->brandId(network),
            .handle = m_sandbox->brandHandle(network),
            .name = m_sandbox->brandName(network)});
    }
    return facts;
}

QJsonObject shopDayScenario(quint32 seed)
{
    return sandbox::scenarioOf(sandbox::makeShopDay(seed));
}

Result<QStringList> writeShopRecords(quint32 seed, Instant opening, const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        return Failure({.code = ErrorCode::Io, .detail = u"cannot make the folder %1"_s.arg(folder)});
    }
    QStringList written;
    for (const sandbox::ShopFile &records : sandbox::recordsOf(sandbox::makeShopDay(seed), opening)) {
        QSaveFile file(QDir(folder).filePath(records.kind + u".csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(records.bytes) < 0 || !file.commit()) {
            return Failure({.code = ErrorCode::Io,
                .detail = u"cannot write %1: %2"_s.arg(file.fileName(), file.errorString())});
        }
        written.append(file.fileName());
    }
    return written;
}

} // namespace fw::wiring
