#include "app/intake/account_walk.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"
#include "ui/wiring/accounts.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

WalkReport walk(
    const Invocation &call, wiring::Workplace &workplace, Connector &connector, const Account &account)
{
    AccountWalk job(workplace.store(), connector, workplace.clock(), account.id, AccountWalk::Streams::All);
    QEventLoop loop;
    WalkReport report;
    QObject::connect(&job, &AccountWalk::messageStored, &loop, [&](const Message &message) {
        if (call.isJson) {
            call.terminal.json(toJson(message, account));
        } else {
            call.terminal.line(
                u"%1  %2: %3"_s.arg(toIso(message.postedAt), nameOf(message.author), message.body));
        }
    });
    QObject::connect(&job, &AccountWalk::finished, &loop, [&](const WalkReport &ended) {
        report = ended;
        loop.quit();
    });
    job.start();
    loop.exec();
    return report;
}

Result<std::unique_ptr<Connector>> connectorFor(
    const Invocation &call, const Account &account, TokenKeeper &tokens)
{
    const QString folder = call.value(u"save-raw"_s);
    return folder.isEmpty() ? wiring::makeConnector(account, call.clock, &tokens)
                            : wiring::makeConnectorThatSaves(folder, account, call.clock, &tokens);
}

Done runPull(const Invocation &call)
{
    if (const Done own = call.notOnTeam(); !own) {
        return own;
    }
    const auto desk = openDesk(call);
    if (!desk) {
        return Failure(desk.error());
    }
    std::optional<Error> firstError;
    for (const Account &account : desk->accounts) {
        const auto connector = connectorFor(call, account, desk->workplace->tokens());
        if (!connector) {
            return Failure(connector.error());
        }
        const WalkReport report = walk(call, *desk->workplace, **connector, account);
        if (call.isJson) {
            call.terminal.json(toJson(report, account));
        } else {
            call.terminal.line(u"%1: %2 new, %3 known, %4 edited, %5 pages"_s.arg(account.name)
                                   .arg(report.stored)
                                   .arg(report.repeated)
                                   .arg(report.edited)
                                   .arg(report.pages));
        }
        if (report.error && !firstError) {
            firstError = report.error;
            firstError->detail
                = u"%1: the walk was cut after %2 pages; what had arrived is stored, and the next pull begins at the same point: %3"_s
                      .arg(account.name)
                      .arg(report.pages)
                      .arg(report.error->detail);
        }
    }
    return firstError ? Done(Failure(*firstError)) : Done();
}
} // namespace

QList<Command> pullCommands()
{
    return {{.name = u"pull"_s,
        .summary = u"Reads what is new, once."_s,
        .options = {{u"account"_s, u"Only this account."_s, u"NAME"_s},
            {u"save-raw"_s, u"Keeps every answer of the network in DIR, redacted, for a bug report."_s,
                u"DIR"_s}},
        .run = &runPull}};
}

} // namespace fw::cli
