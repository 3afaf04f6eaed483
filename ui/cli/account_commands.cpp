#include "app/store/account_store.h"
#include "app/store/journal_store.h"
#include "app/store/ledger_store.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"
#include "ui/wiring/accounts.h"

#include <QJsonDocument>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Result<QJsonObject> settingsOf(const Invocation &call)
{
    if (!call.has(u"settings"_s)) {
        return QJsonObject();
    }
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(call.value(u"settings"_s).toUtf8(), &error);
    if (!parsed.isObject()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"--settings is not a JSON object: %1"_s.arg(error.errorString())});
    }
    return parsed.object();
}

Done runAdd(const Invocation &call)
{
    if (call.words.size() != 1) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say which network: account add twitter --name NAME --token-file FILE"_s});
    }
    const auto settings = settingsOf(call);
    if (!settings) {
        return Failure(settings.error());
    }
    const auto account = wiring::checkAccount({.network = call.words.first(),
        .name = call.value(u"name"_s),
        .baseUrl = call.value(u"base-url"_s),
        .tokenFile = call.value(u"token-file"_s),
        .settings = *settings});
    if (!account) {
        return Failure(account.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto added = await(wiring::addAccount((*workplace)->store(), *account));
    if (!added) {
        return Failure(added.error());
    }
    if (const QString warning = wiring::tokenFileWarning(added->tokenFile); !warning.isEmpty()) {
        call.terminal.note(u"warning: "_s + warning);
    }
    if (call.isJson) {
        call.terminal.json(toJson(*added));
    } else {
        call.terminal.line(
            u"Account %1 added. Read its messages with: floorwalkerctl --data DIR pull --account %1"_s.arg(
                added->name));
    }
    return {};
}

Done runList(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto all = await((*workplace)->store().read([](Database &db) { return AccountStore(db).all(); }));
    if (!all) {
        return Failure(all.error());
    }
    QJsonArray array;
    for (const Account &account : *all) {
        array.append(toJson(account));
        if (!call.isJson) {
            const QString paused = account.isPaused() ? u"  paused: "_s + account.pausedReason : QString();
            call.terminal.line(u"%1  %2  %3  %4%5"_s.arg(account.name, toString(account.network),
                account.handle.isEmpty() ? u"-"_s : u"@"_s + account.handle, account.baseUrl, paused));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (all->isEmpty()) {
        call.terminal.line(
            u"No accounts yet. Add one: floorwalkerctl --data DIR account add twitter --name care --token-file FILE"_s);
    }
    return {};
}

/// Asks the network who we are. Used to test an account and to take a pause off it.
Result<Profile> identify(wiring::Workplace &workplace, const Account &account)
{
    const auto connector = wiring::makeConnector(account, workplace.clock());
    if (!connector) {
        return Failure(connector.error());
    }
    const Answer<Profile> answer = await((*connector)->identify());
    const Done noted = await(workplace.store().write([account, answer](Database &db) {
        LedgerStore(db).note(account, answer.facts);
        if (answer.result) {
            AccountStore(db).setProfile(
                account.id, answer.result->remoteId, answer.result->handle, answer.result->name);
        }
    }));
    if (!noted) {
        return Failure(noted.error());
    }
    return answer.result;
}

Done runTest(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto accounts = chosenAccounts(call, **workplace);
    if (!accounts) {
        return Failure(accounts.error());
    }
    std::optional<Error> firstError;
    for (const Account &account : *accounts) {
        const auto profile = identify(**workplace, account);
        if (call.isJson) {
            QJsonObject line{{u"account"_s, account.name}, {u"ok"_s, profile.has_value()}};
            if (profile) {
                line.insert(u"remote_id"_s, profile->remoteId);
                line.insert(u"handle"_s, profile->handle);
                line.insert(u"name"_s, profile->name);
            } else {
                line.insert(u"error"_s, toString(profile.error().code));
                line.insert(u"detail"_s, profile.error().detail);
            }
            call.terminal.json(line);
        } else if (profile) {
            call.terminal.line(
                u"%1: signed in as @%2 (%3)"_s.arg(account.name, profile->handle, profile->name));
        }
        if (!profile && !firstError) {
            firstError = profile.error();
            firstError->detail = u"%1: %2"_s.arg(account.name, profile.error().detail);
        }
    }
    return firstError ? Done(Failure(*firstError)) : Done();
}

Done runResume(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto account = chosenAccount(call, **workplace);
    if (!account) {
        return Failure(account.error());
    }
    const auto profile = identify(**workplace, *account);
    if (!profile) {
        return Failure({.code = profile.error().code,
            .detail = u"%1 stays paused: %2"_s.arg(account->name, profile.error().detail)});
    }
    const Done resumed = await((*workplace)->store().write([id = account->id](Database &db) {
        AccountStore(db).resume(id);
        LedgerStore(db).clearBlock(id, Operation::Reply);
        JournalStore(db).add({.fact = u"account-resumed"_s, .account = id});
    }));
    if (!resumed) {
        return resumed;
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"account"_s, account->name}, {u"resumed"_s, true}});
    } else {
        call.terminal.line(u"%1 sends again."_s.arg(account->name));
    }
    return {};
}
} // namespace

QList<Command> accountCommands()
{
    const QCommandLineOption account(
        u"account"_s, u"The account's name; needed when there are several."_s, u"NAME"_s);
    return {
        {.name = u"account add"_s,
            .arguments = u"NETWORK"_s,
            .summary = u"Adds one of the brand's accounts."_s,
            .options = {{u"name"_s, u"What you call it."_s, u"NAME"_s},
                {u"base-url"_s, u"Where its API is; the network's own when left out."_s, u"URL"_s},
                {u"token-file"_s, u"File with the access token; read at each call, never copied."_s,
                    u"FILE"_s},
                {u"settings"_s, u"Settings of this account as a JSON object."_s, u"JSON"_s}},
            .run = &runAdd},
        {.name = u"account list"_s, .summary = u"Lists the accounts."_s, .run = &runList},
        {.name = u"account test"_s,
            .summary = u"Asks the network who we are."_s,
            .options = {account},
            .run = &runTest},
        {.name = u"account resume"_s,
            .summary = u"Takes the pause off an account, if the network knows us again."_s,
            .options = {account},
            .run = &runResume},
    };
}

} // namespace fw::cli
