#include "ui/wiring/sandbox_host.h"

#include "connectors/sandbox/sandbox.h"
#include "connectors/sandbox/shop/shop_day.h"
#include "ui/wiring/shop_files.h"

namespace fw::wiring {

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
    return writeRecords(sandbox::makeShopDay(seed), opening, folder);
}

} // namespace fw::wiring
