#pragma once

#include "app/model/roster.h"
#include "app/store/database.h"

namespace fw {

/// An agent with what that agent does now.
struct RosterEntry {
    Agent agent = {};
    AgentStanding standing = {};
    bool isOnShift = true; // by the calendar; without one always
    [[nodiscard]] bool isAtWork() const { return standing.state == AgentState::Online && isOnShift; }
    /// For people: "away: lunch", "offline", "off shift"; empty while at work.
    [[nodiscard]] QString absence() const;
};

/// Who answers: agents, teams and what conversations take. Facts: "roster-imported" {agents, rules}, "agent-state-changed" {state, reason}.
/// Thread: the database's.
class RosterStore final
{
public:
    explicit RosterStore(Database &db) : m_db(db) { }

    /// These agents and rules from now on, and no others. Who was there already stays in the state they are in; who is new is offline.
    void import(const Roster &roster, const QString &by);
    /// By name.
    [[nodiscard]] QList<RosterEntry> agents();
    /// Errors: NotFound, with who there is.
    [[nodiscard]] Result<RosterEntry> agent(const QString &name);
    /// Somebody whose replies want approval. Cost: one row.
    [[nodiscard]] bool isTrainee(const QString &name);
    [[nodiscard]] QList<NeedsRule> rules();
    /// By name, each with its members by name.
    [[nodiscard]] QList<Team> teams();
    /// false: they were in that state, for that reason, already. Errors: NotFound; Usage for away without a reason.
    [[nodiscard]] Result<bool> setState(const QString &name, AgentState state, const QString &reason);

private:
    Database &m_db;
};

} // namespace fw
