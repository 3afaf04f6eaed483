#pragma once

#include "app/model/policy/policy.h"

namespace fw {

enum class AgentState { Online, Away, Offline };

/// Somebody who answers, as a file says. The name is what --agent and the window say.
struct Agent {
    QString name = {};
    QStringList skills = {};
    QStringList languages = {}; // "fr"
    QStringList teams = {};     // by name
    int capacity = 0;      // conversations that wait for this agent at the same time; 0: gets none by rule
    QString calendar = {}; // the shift; empty: whenever online
    bool isSupervisor = false; // may be escalated to
    bool isTrainee = false;    // proposes replies, which somebody else approves
    bool operator==(const Agent &) const = default;
};

/// What an agent does now.
struct AgentStanding {
    AgentState state = AgentState::Offline;
    QString reason = {}; // of being away: "lunch"
    Instant since = {};
    bool operator==(const AgentStanding &) const = default;
};

struct Team {
    QString name = {};
    QStringList members = {}; // agents by name, in the file's order
    bool operator==(const Team &) const = default;
};

/// What it takes to answer. An empty one: anybody can.
struct Needs {
    QStringList skills = {}; // all of them
    QString language = {};
    QString team = {};
    bool operator==(const Needs &) const = default;
};

/// Which conversations take what. All rules that fit count.
struct NeedsRule {
    PolicyConditions when = {};
    Needs needs = {};
    bool operator==(const NeedsRule &) const = default;
};

struct Roster {
    QList<Agent> agents = {};
    QList<NeedsRule> rules = {}; // in order: of two languages, or teams, the later counts
    bool operator==(const Roster &) const = default;
};

/// What the rules that fit ask for together.
[[nodiscard]] Needs needsOf(const QList<NeedsRule> &rules, const PolicyContext &context);
/// By name, with the members in the roster's order.
[[nodiscard]] QList<Team> teamsOf(const QList<Agent> &agents);

[[nodiscard]] QString toString(AgentState state); // "online", "away", "offline"
[[nodiscard]] std::optional<AgentState> agentStateFromString(const QString &name);

} // namespace fw
