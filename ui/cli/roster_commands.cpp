#include "app/desk/assign/assignments.h"
#include "ui/cli/named_file.h"
#include "ui/cli/team_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Done runImport(const Invocation &call)
{
    const auto imported = importFile(call, u"agent import FILE"_s, &importRoster);
    if (!imported) {
        return Failure(imported.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"agents"_s, imported->agents.size()},
            {u"teams"_s, teamsOf(imported->agents).size()}, {u"needs"_s, imported->rules.size()}});
    } else {
        call.terminal.line(
            u"%1 agents in %2 teams, %3 rules for what it takes to answer"_s.arg(imported->agents.size())
                .arg(teamsOf(imported->agents).size())
                .arg(imported->rules.size()));
    }
    return {};
}

Result<QList<RosterEntry>> agentsOf(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    return await(Assignments((*workplace)->store()).agents());
}

Done runList(const Invocation &call)
{
    const auto agents = agentsOf(call);
    if (!agents) {
        return Failure(agents.error());
    }
    QJsonArray array;
    for (const RosterEntry &entry : *agents) {
        array.append(toJson(entry));
        if (!call.isJson) {
            call.terminal.line(tell(entry));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (agents->isEmpty()) {
        call.terminal.line(u"No agents: nothing is assigned by rule. Say who there is: agent import FILE"_s);
    }
    return {};
}

Done print(const Invocation &call, const Result<RosterEntry> &entry)
{
    if (!entry) {
        return Failure(entry.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(*entry));
    } else {
        call.terminal.line(tell(*entry));
    }
    return {};
}

Done runShow(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    return print(call, await((*workplace)->store().read([name = call.words.value(0)](Database &db) {
        return RosterStore(db).agent(name);
    })));
}

Done runState(const Invocation &call)
{
    const auto state = agentStateFromString(call.words.value(1));
    if (!state) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say who and what: agent state NAME online|away|offline [--reason TEXT]"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    return print(call,
        await((*workplace)
                  ->store()
                  .write([name = call.words.value(0), state = *state, reason = call.value(u"reason"_s)](
                             Database &db) {
                      RosterStore roster(db);
                      return roster.setState(name, state, reason).and_then([&](bool) {
                          return roster.agent(name);
                      });
                  })));
}

Done runTeams(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto teams
        = await((*workplace)->store().read([](Database &db) { return RosterStore(db).teams(); }));
    if (!teams) {
        return Failure(teams.error());
    }
    QJsonArray array;
    for (const Team &team : *teams) {
        array.append(toJson(team));
        if (!call.isJson) {
            call.terminal.line(u"%1: %2"_s.arg(team.name, team.members.join(u", "_s)));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (teams->isEmpty()) {
        call.terminal.line(u"No teams."_s);
    }
    return {};
}
} // namespace

QList<Command> rosterCommands()
{
    return {{.name = u"agent import"_s,
                .arguments = u"FILE"_s,
                .summary = u"Takes agents, and what it takes to answer, from a file; all of it or nothing."_s,
                .options = {agentOption(u"Who does it."_s)},
                .run = &runImport},
        {.name = u"agent list"_s, .summary = u"Who answers, and who is there."_s, .run = &runList},
        {.name = u"agent show"_s, .arguments = u"NAME"_s, .summary = u"One agent."_s, .run = &runShow},
        {.name = u"agent state"_s,
            .arguments = u"NAME online|away|offline"_s,
            .summary = u"Says whether somebody is there."_s,
            .options = {{u"reason"_s, u"Why not: lunch, training …"_s, u"TEXT"_s}},
            .run = &runState},
        {.name = u"team list"_s, .summary = u"Teams with their members."_s, .run = &runTeams}};
}

} // namespace fw::cli
