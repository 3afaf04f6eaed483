#include "ui/cli/command.h"
#include "ui/cli/secret_input.h"
#include "ui/wiring/sign_in.h"

#include "app/store/account_store.h"

#include <QProcess>
#include <QStandardPaths>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

/// A desk, one account of it, and who signs it in.
struct Bench {
    std::unique_ptr<wiring::Workplace> workplace = {};
    Account account = {};
};

Result<Account> namedAccount(const Invocation &call, wiring::Workplace &workplace)
{
    if (call.words.size() != 1) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say which account, by the name it was added with; see: account list"_s});
    }
    const QString name = call.words.first();
    const auto found = await(workplace.store().read([name](Database &db) -> Result<Account> {
        const auto account = AccountStore(db).byName(name);
        return account ? Result<Account>(*account)
                       : Failure({.code = ErrorCode::NotFound,
                           .detail = u"no account named \"%1\"; see: account list"_s.arg(name)});
    }));
    return found;
}

Result<Bench> benchOf(const Invocation &call)
{
    auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto account = namedAccount(call, **workplace);
    if (!account) {
        return Failure(account.error());
    }
    return Bench{.workplace = *std::move(workplace), .account = *account};
}

void say(const Invocation &call, const Account &account, const Profile &profile)
{
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"account"_s, account.name}, {u"connected"_s, true},
            {u"remote_id"_s, profile.remoteId}, {u"handle"_s, profile.handle}, {u"name"_s, profile.name}});
    } else {
        call.terminal.line(u"%1: signed in as @%2 (%3)"_s.arg(account.name, profile.handle, profile.name));
    }
}

/// A graphical browser is another program's business: the one the desktop names opens the address.
bool openBrowser(const QUrl &url)
{
    const QString opener = QStandardPaths::findExecutable(u"xdg-open"_s);
    const bool hasDesktop
        = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    return hasDesktop && !opener.isEmpty()
        && QProcess::startDetached(opener, {QString::fromLatin1(url.toEncoded())});
}

void showAddress(const Invocation &call, const QUrl &url)
{
    const QString address = QString::fromLatin1(url.toEncoded());
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"open"_s, address}});
    } else if (call.has(u"no-browser"_s) || !openBrowser(url)) {
        call.terminal.line(u"Open this address in a browser on this computer:"_s);
        call.terminal.line(address);
    } else {
        call.terminal.line(u"The browser asks you to sign in. Waiting for it, five minutes at most."_s);
    }
}

Done runConnect(const Invocation &call)
{
    const auto bench = benchOf(call);
    if (!bench) {
        return Failure(bench.error());
    }
    if (const Done open = openVault(call, *bench->workplace); !open) {
        return open;
    }
    wiring::SignIns signIns(*bench->workplace);
    QEventLoop loop;
    Done done;
    QObject::connect(&signIns, &wiring::SignIns::browserWanted, &loop,
        [&call](const QUrl &url) { showAddress(call, url); });
    QObject::connect(
        &signIns, &wiring::SignIns::signedIn, &loop, [&](const Account &account, const Profile &profile) {
            say(call, account, profile);
            loop.quit();
        });
    QObject::connect(
        &signIns, &wiring::SignIns::failed, &loop, [&](const Account &account, const Error &error) {
            done = Failure({.code = error.code, .detail = account.name + u": "_s + error.detail});
            loop.quit();
        });
    QMetaObject::invokeMethod(
        &signIns, [&] { signIns.start(bench->account, {.page = call.value(u"page"_s)}); },
        Qt::QueuedConnection); // it may fail at once, before the loop runs
    loop.exec();
    return done;
}

Done runPaste(const Invocation &call)
{
    const auto bench = benchOf(call);
    if (!bench) {
        return Failure(bench.error());
    }
    if (const Done open = openVault(call, *bench->workplace); !open) {
        return open;
    }
    auto token = typedSecret(u"Access token of %1"_s.arg(bench->account.name));
    if (!token) {
        return Failure(token.error());
    }
    wiring::SignIns signIns(*bench->workplace);
    const auto profile = await(signIns.paste(bench->account, *token));
    if (!profile) {
        return Failure({.code = profile.error().code,
            .detail = u"%1: %2"_s.arg(bench->account.name, profile.error().detail)});
    }
    say(call, bench->account, *profile);
    return {};
}

Done runDisconnect(const Invocation &call)
{
    const auto bench = benchOf(call);
    if (!bench) {
        return Failure(bench.error());
    }
    if (const Done open = openVault(call, *bench->workplace); !open) {
        return open;
    }
    wiring::SignIns signIns(*bench->workplace);
    const auto gone = await(signIns.signOut(bench->account));
    if (!gone) {
        return Failure(gone.error());
    }
    const bool isRevoked = gone->has_value();
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"account"_s, bench->account.name}, {u"connected"_s, false},
            {u"revoked"_s, isRevoked}, {u"detail"_s, isRevoked ? QString() : gone->error().detail}});
    } else {
        call.terminal.line(
            u"%1: signed out; nothing is sent until somebody connects it again."_s.arg(bench->account.name));
        if (!isRevoked) {
            call.terminal.note(u"the network was not told: "_s + gone->error().detail);
        }
    }
    return {};
}
} // namespace

Done openVault(const Invocation &call, wiring::Workplace &workplace)
{
    wiring::SignIns signIns(workplace);
    const auto state = await(signIns.vaultState());
    if (!state) {
        return Failure(state.error());
    }
    if (*state == wiring::VaultState::Ready) {
        return {};
    }
    auto passphrase = passphraseOf(call, *state == wiring::VaultState::New);
    if (!passphrase) {
        return Failure(passphrase.error());
    }
    return await(signIns.unlock(*std::move(passphrase)));
}

Result<QByteArray> passphraseOf(const Invocation &call, bool isNew)
{
    if (call.has(u"passphrase-file"_s)) {
        return wiring::secretInFile(call.value(u"passphrase-file"_s));
    }
    if (!isTyping()) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"there is no keychain here; tokens go into an encrypted file: --passphrase-file FILE"_s});
    }
    if (!isNew) {
        return typedSecret(u"Passphrase of the token vault"_s);
    }
    auto first = typedSecret(u"There is no keychain here. A passphrase for the file that keeps the tokens"_s);
    const auto second = first ? typedSecret(u"The same again"_s) : first;
    if (!second || *first != *second) {
        return Failure(
            {.code = ErrorCode::Usage, .detail = u"the two are not the same; nothing was changed"_s});
    }
    return first;
}

QList<Command> signInCommands()
{
    return {
        {.name = u"account connect"_s,
            .arguments = u"NAME"_s,
            .summary = u"Signs an account in, through your browser."_s,
            .options = {{u"no-browser"_s, u"Only show the address to open."_s},
                {u"page"_s, u"Facebook: the Page's id, where there are several."_s, u"ID"_s}},
            .run = &runConnect},
        {.name = u"account disconnect"_s,
            .arguments = u"NAME"_s,
            .summary = u"Signs an account out and forgets its tokens."_s,
            .run = &runDisconnect},
        {.name = u"account paste-token"_s,
            .arguments = u"NAME"_s,
            .summary = u"Takes a long-lived token from standard input."_s,
            .run = &runPaste},
    };
}

} // namespace fw::cli
