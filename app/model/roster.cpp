#include "app/model/roster.h"

#include <map>

namespace fw {

using namespace Qt::StringLiterals;

Needs needsOf(const QList<NeedsRule> &rules, const PolicyContext &context)
{
    Needs needs;
    for (const NeedsRule &rule : rules) {
        if (!fits(rule.when, context)) {
            continue;
        }
        needs.skills += rule.needs.skills;
        needs.language = rule.needs.language.isEmpty() ? needs.language : rule.needs.language;
        needs.team = rule.needs.team.isEmpty() ? needs.team : rule.needs.team;
    }
    needs.skills.removeDuplicates();
    return needs;
}

QList<Team> teamsOf(const QList<Agent> &agents)
{
    std::map<QString, QStringList> members;
    for (const Agent &agent : agents) {
        for (const QString &team : agent.teams) {
            members[team].append(agent.name);
        }
    }
    QList<Team> teams;
    for (const auto &[name, names] : members) {
        teams.append({.name = name, .members = names});
    }
    return teams;
}

QString toString(AgentState state)
{
    switch (state) {
    case AgentState::Online:
        return u"online"_s;
    case AgentState::Away:
        return u"away"_s;
    case AgentState::Offline:
        break;
    }
    return u"offline"_s;
}

std::optional<AgentState> agentStateFromString(const QString &name)
{
    for (const AgentState state : {AgentState::Online, AgentState::Away, AgentState::Offline}) {
        if (toString(state) == name) {
            return state;
        }
    }
    return std::nullopt;
}

} // namespace fw
