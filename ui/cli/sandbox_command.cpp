#include "app/core/json_file.h"
#include "ui/cli/command.h"
#include "ui/wiring/sandbox_host.h"

#include <QCoreApplication>

#include <csignal>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Result<quint16> portOf(const QString &listen)
{
    const QString host = listen.section(u':', 0, 0);
    bool isNumber = false;
    const uint port = listen.section(u':', 1).toUInt(&isNumber);
    if (host != "127.0.0.1"_L1 || !isNumber || port > 65535) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"--listen \"%1\": the sandbox listens on 127.0.0.1:PORT only (0: any free port)"_s.arg(
                listen)});
    }
    return quint16(port);
}

void quitOnSignal(int)
{
    // Posting to the event loop is not allowed in a signal handler; leaving is. Nothing of the sandbox is worth keeping.
    std::_Exit(0);
}

QJsonObject factsJson(const wiring::SandboxFacts &facts)
{
    QJsonObject networks;
    for (const wiring::SandboxBrand &brand : facts.brands) {
        networks.insert(brand.network,
            QJsonObject{{u"id"_s, brand.id}, {u"handle"_s, brand.handle}, {u"name"_s, brand.name}});
    }
    // `network` and `brand` are Twitter's, as when there was nothing else.
    return {{u"url"_s, facts.url}, {u"network"_s, u"twitter"_s}, {u"brand"_s, networks.value(u"twitter"_s)},
        {u"networks"_s, networks}};
}

QString factsText(const wiring::SandboxFacts &facts)
{
    QStringList lines{u"The simulated networks are at %1. Ctrl+C ends them."_s.arg(facts.url)};
    for (const wiring::SandboxBrand &brand : facts.brands) {
        lines.append(u"  %1: %2 (%3)"_s.arg(brand.network, brand.handle, brand.name));
    }
    return lines.join(u'\n');
}

Result<QJsonObject> scenarioOf(const Invocation &call, quint32 seed)
{
    if (call.has(u"records"_s) && !call.has(u"shop-day"_s)) {
        return Failure(
            {.code = ErrorCode::Usage, .detail = u"--records are those of --shop-day: give both"_s});
    }
    if (!call.has(u"shop-day"_s)) {
        return call.has(u"scenario"_s) ? readJsonFile(call.value(u"scenario"_s)) : QJsonObject();
    }
    if (call.has(u"scenario"_s)) {
        return Failure(
            {.code = ErrorCode::Usage, .detail = u"--shop-day is a scenario: leave --scenario out"_s});
    }
    if (call.has(u"records"_s)) {
        const auto written = wiring::writeShopRecords(seed, call.clock.now(), call.value(u"records"_s));
        if (!written) {
            return Failure(written.error());
        }
    }
    return wiring::shopDayScenario(seed);
}

Done runSandbox(const Invocation &call)
{
    const quint32 seed = call.value(u"seed"_s).toUInt();
    const auto port = portOf(call.has(u"listen"_s) ? call.value(u"listen"_s) : u"127.0.0.1:0"_s);
    if (!port) {
        return Failure(port.error());
    }
    const auto scenario = scenarioOf(call, seed);
    if (!scenario) {
        return Failure(scenario.error());
    }
    const auto host = wiring::SandboxHost::start(call.clock, *port, *scenario, seed);
    if (!host) {
        return Failure(host.error());
    }
    const wiring::SandboxFacts facts = (*host)->facts();
    call.isJson ? call.terminal.json(factsJson(facts)) : call.terminal.line(factsText(facts));
    std::signal(SIGINT, quitOnSignal);
    std::signal(SIGTERM, quitOnSignal);
    QCoreApplication::exec();
    return {};
}
} // namespace

QList<Command> sandboxCommands()
{
    return {{.name = u"sandbox"_s,
        .summary = u"Serves the simulated networks on loopback."_s,
        .options = {{u"listen"_s, u"127.0.0.1:PORT; 0 for any free port."_s, u"ADDRESS"_s},
            {u"scenario"_s, u"What it is like: people, limits, faults."_s, u"FILE"_s},
            {u"shop-day"_s, u"Plays a department store's day, twelve hours from now on."_s},
            {u"records"_s, u"Writes the store's records of that day, to import."_s, u"DIR"_s},
            QCommandLineOption(u"seed"_s, u"Same seed, same day."_s, u"N"_s, u"1"_s)},
        .run = &runSandbox}};
}

} // namespace fw::cli
