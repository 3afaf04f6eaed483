#include "app/store/login_store.h"
#include "app/store/migrations.h"
#include "ui/cli/command.h"
#include "ui/cli/secret_input.h"
#include "ui/wiring/sign_in.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Failure usage(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}

/// The desk on the team's database that --database names.
Result<std::unique_ptr<wiring::Workplace>> teamOf(const Invocation &call)
{
    if (const auto place = call.teamPlace(); !place) {
        return Failure(place.error());
    }
    return call.workplace();
}

Done runInit(const Invocation &call)
{
    const auto workplace = teamOf(call);
    if (!workplace) {
        return Failure(workplace.error());
    }
    const Done prepared
        = await((*workplace)->store().write([](Database &db) { return LoginStore(db).prepare(); }));
    if (!prepared) {
        return prepared;
    }
    const QString shown = (*workplace)->store().place().shown();
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"database"_s, shown}, {u"schema"_s, newestSchema()}});
    } else {
        call.terminal.line(
            u"%1 is ready. Next: floorwalkerctl team login add NAME --role agent|supervisor|service|administrator"_s
                .arg(shown));
    }
    return {};
}

Result<QByteArray> passwordOf(const Invocation &call)
{
    if (call.has(u"password-file"_s)) {
        return wiring::secretInFile(call.value(u"password-file"_s));
    }
    return call.has(u"password"_s) ? typedSecret(u"Password of the login: "_s) : QByteArray();
}

Done runAdd(const Invocation &call)
{
    const QString name = call.words.value(0);
    const auto role = teamRoleFromString(call.value(u"role"_s));
    if (name.isEmpty() || !role) {
        return usage(
            u"say who and what: team login add NAME --role agent|supervisor|service|administrator"_s);
    }
    const auto password = passwordOf(call);
    if (!password) {
        return Failure(password.error());
    }
    const auto workplace = teamOf(call);
    if (!workplace) {
        return Failure(workplace.error());
    }
    const Done added
        = await((*workplace)
                    ->store()
                    .write([name, role = *role, password = *password, by = call.value(u"agent"_s)](
                               Database &db) { return LoginStore(db).add(name, role, password, by); }));
    if (!added) {
        return added;
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"login"_s, name}, {u"role"_s, toString(*role)}});
    } else {
        call.terminal.line(u"%1 is %2 on this database"_s.arg(name, toString(*role)));
    }
    return {};
}

Done runRemove(const Invocation &call)
{
    const QString name = call.words.value(0);
    if (name.isEmpty()) {
        return usage(u"say who: team login remove NAME"_s);
    }
    const auto workplace = teamOf(call);
    if (!workplace) {
        return Failure(workplace.error());
    }
    const Done removed = await((*workplace)->store().write([name, by = call.value(u"agent"_s)](Database &db) {
        return LoginStore(db).remove(name, by);
    }));
    if (removed && call.isJson) {
        call.terminal.json(QJsonObject{{u"login"_s, name}, {u"removed"_s, true}});
    } else if (removed) {
        call.terminal.line(u"%1 can no longer log in"_s.arg(name));
    }
    return removed;
}

Done runList(const Invocation &call)
{
    const auto workplace = teamOf(call);
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto logins
        = await((*workplace)->store().read([](Database &db) { return LoginStore(db).logins(); }));
    if (!logins) {
        return Failure(logins.error());
    }
    QJsonArray array;
    for (const Login &login : *logins) {
        array.append(QJsonObject{{u"login"_s, login.name}, {u"role"_s, toString(login.role)}});
        if (!call.isJson) {
            call.terminal.line(u"%1  %2"_s.arg(login.name.leftJustified(20), toString(login.role)));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (logins->isEmpty()) {
        call.terminal.line(u"No logins yet."_s);
    }
    return {};
}
} // namespace

QList<Command> loginCommands()
{
    return {{.name = u"team init"_s,
                .summary
                = u"Makes a team's database ready, also after an update: tables, groups, who may do what."_s,
                .run = &runInit},
        {.name = u"team login add"_s,
            .arguments = u"NAME"_s,
            .summary = u"Lets somebody into a team's database, or changes what they are there."_s,
            .options = {{u"role"_s, u"agent, supervisor, service or administrator."_s, u"ROLE"_s},
                {u"password-file"_s, u"The first line of FILE is the login's password."_s, u"FILE"_s},
                {u"password"_s, u"Asks for the login's password."_s}, agentOption(u"Who does it."_s)},
            .run = &runAdd},
        {.name = u"team login remove"_s,
            .arguments = u"NAME"_s,
            .summary = u"Lets somebody into it no more."_s,
            .options = {agentOption(u"Who does it."_s)},
            .run = &runRemove},
        {.name = u"team login list"_s, .summary = u"Who may log in, and as what."_s, .run = &runList}};
}

} // namespace fw::cli
