#include "app/store/account_store.h"
#include "app/store/journal_store.h"
#include "app/store/ledger_store.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"
#include "ui/wiring/accounts.h"
#include "ui/wiring/sign_in.h"

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

/// An account has its token in a file, or is signed in, or is given a token later.
Done checkWayIn(const Invocation &call)
{
    const int ways
        = int(call.has(u"token-file"_s)) + int(call.has(u"client-id"_s)) + int(call.has(u"token-later"_s));
    if (ways != 1 || (call.has(u"client-secret-file"_s) && !call.has(u"client-id"_s))) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say how it is signed in, one of: --token-file FILE, --client-id ID "
                      u"[--client-secret-file FILE], "
                      "--token-later"_s});
    }
    return {};
}

/// Empty without --client-secret-file. The vault is opened for it before the account is added.
Result<QByteArray> clientSecretOf(const Invocation &call, wiring::Workplace &workplace)
{
    if (!call.has(u"client-secret-file"_s)) {
        return QByteArray();
    }
    const auto secret = wiring::secretInFile(call.value(u"client-secret-file"_s));
    if (!secret) {
        return secret;
    }
    return openVault(call, workplace).map([&secret] { return *secret; });
}

/// What to do next.
QString nextStep(const Account &account, const Invocation &call)
{
    if (!account.tokenFile.isEmpty()) {
        return u"pull --account %1"_s.arg(account.name);
    }
    return (call.has(u"client-id"_s) ? u"account connect %1"_s : u"account paste-token %1"_s)
        .arg(account.name);
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
    const wiring::NewAccount wanted{.network = call.words.first(),
        .name = call.value(u"name"_s),
        .baseUrl = call.value(u"base-url"_s),
        .tokenFile = call.value(u"token-file"_s),
        .clientId = call.value(u"client-id"_s),
        .settings = *settings};
    if (const auto sound = wiring::checkAccount(wanted); !sound) {
        return Failure(sound.error());
    }
    if (const Done oneWay = checkWayIn(call); !oneWay) {
        return oneWay;
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto secret = clientSecretOf(call, **workplace);
    if (!secret) {
        return Failure(secret.error());
    }
    wiring::SignIns signIns(**workplace);
    const auto added = await(signIns.add(wanted, *secret));
    if (!added) {
        return Failure(added.error());
    }
    const QString secretFile
        = added->tokenFile.isEmpty() ? call.value(u"client-secret-file"_s) : added->tokenFile;
    if (const QString warning = wiring::tokenFileWarning(secretFile); !warning.isEmpty()) {
        call.terminal.note(u"warning: "_s + warning);
    }
    if (call.isJson) {
        call.terminal.json(toJson(*added));
    } else {
        call.terminal.line(u"Account %1 added. Next: floorwalkerctl --data DIR %2"_s.arg(
            added->name, nextStep(*added, call)));
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
        const auto profile = await(wiring::identify(**workplace, account));
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
    const auto profile = await(wiring::resume(**workplace, *account));
    if (!profile) {
        return Failure({.code = profile.error().code,
            .detail = u"%1 stays paused: %2"_s.arg(account->name, profile.error().detail)});
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
                {u"client-id"_s, u"Client id of your own app, to sign in with: account connect."_s, u"ID"_s},
                {u"client-secret-file"_s, u"File with that app's secret; goes to the token vault."_s,
                    u"FILE"_s},
                {u"token-later"_s, u"The token is given with: account paste-token."_s},
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
