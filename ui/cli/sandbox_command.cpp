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

Done runSandbox(const Invocation &call)
{
    const auto port = portOf(call.has(u"listen"_s) ? call.value(u"listen"_s) : u"127.0.0.1:0"_s);
    if (!port) {
        return Failure(port.error());
    }
    const auto scenario = call.has(u"scenario"_s) ? readJsonFile(call.value(u"scenario"_s))
                                                  : Result<QJsonObject>(QJsonObject());
    if (!scenario) {
        return Failure(scenario.error());
    }
    const auto host
        = wiring::SandboxHost::start(call.clock, *port, *scenario, call.value(u"seed"_s).toUInt());
    if (!host) {
        return Failure(host.error());
    }
    const wiring::SandboxFacts facts = (*host)->facts();
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"url"_s, facts.url}, {u"network"_s, u"twitter"_s},
            {u"brand"_s,
                QJsonObject{{u"id"_s, facts.brandId}, {u"handle"_s, facts.brandHandle},
                    {u"name"_s, facts.brandName}}}});
    } else {
        call.terminal.line(
            u"A simulated Twitter for @%1 is at %2. Ctrl+C ends it."_s.arg(facts.brandHandle, facts.url));
    }
    std::signal(SIGINT, quitOnSignal);
    std::signal(SIGTERM, quitOnSignal);
    QCoreApplication::exec();
    return {};
}
} // namespace

QList<Command> sandboxCommands()
{
    return {{.name = u"sandbox"_s,
        .summary = u"Serves a simulated Twitter on loopback."_s,
        .options = {{u"listen"_s, u"127.0.0.1:PORT; 0 for any free port."_s, u"ADDRESS"_s},
            {u"scenario"_s, u"What it is like: people, limits, faults."_s, u"FILE"_s},
            QCommandLineOption(u"seed"_s, u"Same seed, same day."_s, u"N"_s, u"1"_s)},
        .run = &runSandbox}};
}

} // namespace fw::cli
