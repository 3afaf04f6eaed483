#include "app/network/capabilities.h"
#include "ui/cli/account_report.h"
#include "ui/cli/command.h"
#include "ui/wiring/accounts.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

/// What the connector says now; what it last said is in the store for those who have none.
Result<Capabilities> capabilitiesOf(const Account &account, const Clock &clock)
{
    return wiring::makeConnector(account, clock).map([&account](const std::unique_ptr<Connector> &connector) {
        return account.capabilities.isEmpty() ? connector->capabilities()
                                              : capabilitiesFromJson(account.capabilities);
    });
}

void print(Terminal &terminal, const AccountReport &report, const Capabilities &can)
{
    const QJsonObject json = toJson(report);
    terminal.line(u"%1: %2, %3"_s.arg(report.account.name, toString(report.account.network),
        report.account.isPaused() ? u"paused, "_s + report.account.pausedReason : u"ready"_s));
    for (const QJsonValue &value : toJson(can).value(u"features"_s).toArray()) {
        const QJsonObject row = value.toObject();
        const bool isOn = row.value(u"on"_s).toBool();
        terminal.line(u"  %1 %2"_s.arg(row.value(u"feature"_s).toString().leftJustified(14),
            isOn ? u"yes"_s : u"no: "_s + row.value(u"why_not"_s).toString()));
    }
    const auto complete = completeUpTo(report.streams);
    terminal.line(u"  complete up to %1"_s.arg(complete ? toIso(*complete) : u"not known yet"_s));
    if (!report.audience.isEmpty()) {
        terminal.line(
            u"  audience %1 on %2"_s.arg(report.audience.first().count).arg(report.audience.first().day));
    }
    terminal.line(u"  cost today $%1"_s.arg(
        json.value(u"cost_today"_s).toObject().value(u"usd"_s).toDouble(), 0, 'f', 3));
}

/// The account named by the word after the command, else as everywhere.
Result<Account> wantedAccount(const Invocation &call, wiring::Workplace &workplace)
{
    if (call.words.isEmpty()) {
        return chosenAccount(call, workplace);
    }
    const QString name = call.words.first();
    const auto found
        = await(workplace.store().read([name](Database &db) { return AccountStore(db).byName(name); }));
    if (!found) {
        return Failure(found.error());
    }
    return *found
        ? Result<Account>(**found)
        : Failure({.code = ErrorCode::NotFound,
            .detail = u"no account named \"%1\"; see: floorwalkerctl --data DIR account list"_s.arg(name)});
}

Done runShow(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto account = wantedAccount(call, **workplace);
    if (!account) {
        return Failure(account.error());
    }
    const auto can = capabilitiesOf(*account, call.clock);
    if (!can) {
        return Failure(can.error());
    }
    const auto report = await((*workplace)->store().read([account = *account](Database &db) {
        return readAccountReport(db, account);
    }));
    if (!report) {
        return Failure(report.error());
    }
    if (!call.isJson) {
        print(call.terminal, *report, *can);
        return {};
    }
    QJsonObject json = toJson(*report);
    json.insert(u"capabilities"_s, toJson(*can));
    call.terminal.json(json);
    return {};
}
} // namespace

QList<Command> accountShowCommands()
{
    return {{.name = u"account show"_s,
        .arguments = u"[NAME]"_s,
        .summary
        = u"Shows what an account can do now and why not, how complete it is, its audience and its cost."_s,
        .options = {{u"account"_s, u"The account's name; needed when there are several."_s, u"NAME"_s}},
        .run = &runShow}};
}

} // namespace fw::cli
