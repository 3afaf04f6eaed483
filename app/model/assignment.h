#pragma once

#include "app/model/roster.h"

namespace fw {

/// Who must act in a conversation: an agent, a team whose members share it, or an agent on behalf of a team.
struct Assignment {
    ConversationId conversation = {};
    QString agent = {}; // empty: nobody yet
    QString team = {};  // empty: no team
    Instant since = {};
    QString why = {};
    bool operator==(const Assignment &) const = default;
};

/// A conversation that waits and has nobody.
struct Unassigned {
    ConversationId conversation = {};
    Needs needs = {};
};

/// An agent as the rule sees one.
struct Candidate {
    Agent agent = {};
    int load = 0;              // assigned conversations that wait
    Instant lastAssigned = {}; // by whomever; long ago: never
    [[nodiscard]] bool hasRoom() const { return load < agent.capacity; }
};

struct Pick {
    ConversationId conversation = {};
    QString agent = {};
    QString why
        = {}; // for people: "speaks fr, knows billing, of team returns; 1 of 5, the least loaded of 3 who could"
    bool operator==(const Pick &) const = default;
};

/// Can this agent answer what takes that? Room is not asked about.
[[nodiscard]] bool canAnswer(const Agent &agent, const Needs &needs);

/// Who gets what, by rule. Conversations have their turn in the order given, which is that of the queue, so whoever waited longest is first when somebody
/// becomes free; one that nobody here can answer is passed over, and keeps nobody else waiting. Of the agents who can answer and have room it goes to
/// the one with the smallest part of the capacity used, then who was given something longest ago, then by name. Nothing is random: the same input gives
/// the same picks. No I/O, no clock.
[[nodiscard]] QList<Pick> assign(const QList<Unassigned> &inOrder, QList<Candidate> candidates);

} // namespace fw
