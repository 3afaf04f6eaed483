#include "ui/cli/command.h"
#include "ui/wiring/simulation.h"

#include <cstdio>
#include <iostream>
#include <string>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Done runLines(const Invocation &call)
{
    const QString folder = call.value(call.value(u"shared"_s).isEmpty() ? u"state"_s : u"shared"_s);
    if (folder.isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say where the desk keeps its state: --state DIR, and --shared DIR for all desks of "
                      "the account"_s});
    }
    const auto desk = wiring::DeskOnLines::open(folder);
    if (!desk) {
        return Failure(desk.error());
    }
    std::ios::sync_with_stdio(false);
    std::string line;
    while (std::getline(std::cin, line)) {
        const QByteArray answer = (*desk)->answer(QByteArray::fromRawData(line.data(), qsizetype(line.size())));
        std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout);
        if (std::fflush(stdout) != 0) {
            break; // nobody listens any more
        }
    }
    return {};
}

Done runSimulate(const Invocation &call)
{
    if (call.has(u"stdio"_s)) {
        return runLines(call);
    }
    return Failure({.code = ErrorCode::Usage,
        .detail = u"say who plays the world: a trace, as in floorwalkerctl simulate TRACE, or another program with --stdio"_s});
}
} // namespace

QList<Command> simulateCommands()
{
    return {{.name = u"simulate"_s,
        .summary = u"Sends through a simulated platform in virtual time."_s,
        .options = {{u"stdio"_s, u"Another program plays the world, in lines; see docs/simulation.md."_s},
            {u"state"_s, u"With --stdio: where this desk keeps its state."_s, u"DIR"_s},
            {u"shared"_s, u"With --stdio: the folder of all desks of the account."_s, u"DIR"_s}},
        .run = &runSimulate}};
}

} // namespace fw::cli
