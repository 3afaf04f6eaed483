#pragma once

#include "app/model/assignment.h"
#include "app/model/conversation.h"
#include "app/store/claim_store.h"

#include <QHash>

namespace fw {

/// To whom: an agent, a team, or an agent for a team.
struct Assignee {
    QString agent = {};
    QString team = {};
};

/// Somebody who is not there, with a conversation that waits.
struct Requeue {
    ConversationId conversation = {};
    QString agent = {};
    QString why = {};
};

/// What the rule would do now.
struct AssignmentPlan {
    QList<Requeue> requeues = {};
    QList<Pick> picks = {};
    [[nodiscard]] bool isEmpty() const { return requeues.isEmpty() && picks.isEmpty(); }
};

/// One line of a handover sheet.
struct OpenWork {
    Conversation conversation = {};            // with the customer's last words as its preview
    std::optional<Assignment> assignment = {}; // nothing: claimed or drafted only
    std::optional<Claim> claim = {};           // live, the agent's own
    std::optional<Instant> dueAt = {};         // the next running promise
    QStringList drafts = {};                   // the agent's unsent texts
};

/// Who must act. Assignments outlive claims, and say nothing about who may answer.
///
/// Facts: "conversation-assigned" {to, team, from, why, by: "person"|"rule"}, "conversation-escalated" {to, team, from, why},
/// "conversation-unassigned" {from, team, why, by}. Thread: the database's.
class AssignmentStore final
{
public:
    explicit AssignmentStore(Database &db) : m_db(db) { }

    [[nodiscard]] std::optional<Assignment> of(ConversationId conversation);

    /// A person decides; who goes beyond a capacity does so knowingly. Errors: NotFound (conversation, agent, team); Usage: nobody named, an agent not at
    /// work, or a transfer from another agent without a reason.
    [[nodiscard]] Result<Assignment> assign(
        ConversationId conversation, const Assignee &to, const QString &why, const QString &by);
    /// Upward: to a supervisor or a team; without either to the supervisor at work with the least to do. Errors: as assign(); Usage without a reason or
    /// where the agent is no supervisor.
    [[nodiscard]] Result<Assignment> escalate(
        ConversationId conversation, const Assignee &to, const QString &why, const QString &by);
    /// false: nobody had it.
    bool unassign(ConversationId conversation, const QString &why, const QString &by);

    /// What waits goes to agents at work who have room; what waits for agents who are not goes back, unless they have a live claim on it. Changes nothing.
    /// Cost: grows with what is assigned, and with what waits before all room is used, at most 10,000 conversations.
    [[nodiscard]] AssignmentPlan plan();
    /// Carries out what still fits of a plan made a moment ago. Each step is conditional, so that two desks may do this at the same time: nobody gets
    /// more than the capacity, and no conversation goes to two. Returns how many steps were taken.
    int carryOut(const AssignmentPlan &plan);
    /// Forgets assignments of conversations that were resolved and in which nothing was said since `before`. Returns how many.
    int forget(Instant before);

    /// Conversations assigned to an agent that wait.
    [[nodiscard]] int loadOf(const QString &agent);
    /// What an agent has open: assigned, claimed or begun to write; what waits longest first.
    [[nodiscard]] QList<OpenWork> openWorkOf(const QString &agent);

private:
    struct Load;

    [[nodiscard]] QHash<QString, Load> loads();
    [[nodiscard]] QList<Requeue> requeuesOf(const QString &agent, const QString &why);
    [[nodiscard]] QList<Pick> picks(QList<Candidate> candidates);
    [[nodiscard]] Result<Assignee> checked(ConversationId conversation, const Assignee &to);
    [[nodiscard]] bool take(const Pick &pick, const Agent &agent);
    [[nodiscard]] bool giveBack(const Requeue &requeue);
    void put(const Assignment &assignment);
    /// By the rule when `by` is empty.
    bool remove(ConversationId conversation, const QString &why, const QString &by);
    /// An empty agent means anybody.
    [[nodiscard]] bool isHeldBy(const QString &agent, ConversationId conversation);
    [[nodiscard]] std::optional<Instant> dueOf(ConversationId conversation);
    [[nodiscard]] QStringList draftsOf(const QString &agent, ConversationId conversation);

    Database &m_db;
};

} // namespace fw
