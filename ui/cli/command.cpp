#include "ui/cli/command.h"

#include "app/store/account_store.h"
#include "app/store/message_store.h"
#include "ui/wiring/team_place.h"

namespace fw::cli {

using namespace Qt::StringLiterals;

QString Invocation::database() const
{
    // Who names a folder means the desk in it, whatever the environment says.
    return has(u"database"_s) || has(u"data"_s) ? options.value(u"database"_s)
                                                : wiring::databaseOfEnvironment();
}

Result<DatabasePlace> Invocation::teamPlace() const
{
    if (!isTeam()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say which database: --database postgresql://user@host/database"_s});
    }
    return wiring::teamPlace(database());
}

Done Invocation::notOnTeam() const
{
    return isTeam()
        ? Done(Failure({.code = ErrorCode::Usage,
            .detail
            = u"on a team's database only its service reads and sends, where the tokens are: floorwalkerctl serve --database URL"_s}))
        : Done();
}

QString Invocation::value(const QString &option) const
{
    if (option == "agent"_L1 && isTeam() && !has(option)) {
        const auto place = teamPlace();
        return place ? wiring::loginAt(*place) : QString();
    }
    return options.value(option);
}

Result<std::unique_ptr<wiring::Workplace>> Invocation::workplace() const
{
    const QString folder = options.value(u"data"_s);
    if (folder.isEmpty() && !isTeam()) {
        return Failure({.code = ErrorCode::Usage, .detail = u"say which desk: --data DIR"_s});
    }
    const auto place = isTeam() ? teamPlace() : DatabasePlace();
    if (!place) {
        return Failure(place.error());
    }
    auto workplace = isTeam()
        ? wiring::Workplace::openTeam(*place, folder.isEmpty() ? wiring::localFolder() : folder, clock)
        : wiring::Workplace::open(folder, clock);
    if (workplace) {
        const auto ask = [this] { return passphraseOf(*this, false); };
        (*workplace)->askPassphrase(ask, has(u"passphrase-file"_s));
    }
    return workplace;
}

Result<QList<Account>> chosenAccounts(const Invocation &call, wiring::Workplace &workplace)
{
    const auto all = await(workplace.store().read([](Database &db) { return AccountStore(db).all(); }));
    if (!all) {
        return all;
    }
    if (all->isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"the desk has no account; add one: floorwalkerctl --data DIR account add twitter --name care --token-file FILE"_s});
    }
    const QString wanted = call.value(u"account"_s);
    if (wanted.isEmpty()) {
        return all;
    }
    QStringList names;
    for (const Account &account : *all) {
        if (account.name == wanted) {
            return QList<Account>{account};
        }
        names << account.name;
    }
    return Failure({.code = ErrorCode::NotFound,
        .detail = u"no account named \"%1\"; there is: %2"_s.arg(wanted, names.join(u", "_s))});
}

Result<Desk> openDesk(const Invocation &call)
{
    auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    auto accounts = chosenAccounts(call, **workplace);
    if (!accounts) {
        return Failure(accounts.error());
    }
    return Desk{.workplace = *std::move(workplace), .accounts = *std::move(accounts)};
}

Result<Account> chosenAccount(const Invocation &call, wiring::Workplace &workplace)
{
    return chosenAccounts(call, workplace).and_then([](const QList<Account> &accounts) -> Result<Account> {
        if (accounts.size() > 1) {
            return Failure({.code = ErrorCode::Usage,
                .detail = u"there are several accounts; say which: --account NAME"_s});
        }
        return accounts.first();
    });
}

QString nameOf(const Identity &person)
{
    if (!person.handle.isEmpty()) {
        return u'@' + person.handle;
    }
    return person.name.isEmpty() ? u"somebody"_s : person.name;
}

Result<Message> chosenMessage(const Invocation &call, wiring::Workplace &workplace)
{
    const QString remoteId = call.value(u"message"_s);
    const auto found = await(
        workplace.store().read([remoteId](Database &db) { return MessageStore(db).byRemoteId(remoteId); }));
    if (!found) {
        return Failure(found.error());
    }
    QList<Message> matching = *found;
    if (call.has(u"account"_s)) {
        const auto account = chosenAccount(call, workplace);
        if (!account) {
            return Failure(account.error());
        }
        matching.removeIf([&](const Message &message) { return message.account != account->id; });
    }
    if (matching.isEmpty()) {
        return Failure({.code = ErrorCode::NotFound,
            .detail
            = u"no message %1 here; read new ones with: floorwalkerctl --data DIR pull"_s.arg(remoteId)});
    }
    if (matching.size() > 1) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"several accounts have a message %1; say which: --account NAME"_s.arg(remoteId)});
    }
    return matching.first();
}

QCommandLineOption agentOption(const QString &summary)
{
    return {u"agent"_s, summary, u"NAME"_s, qEnvironmentVariable("USER", u"desk"_s)};
}

} // namespace fw::cli
