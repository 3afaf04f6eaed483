#pragma once

#include "app/store/assignment_store.h"
#include "app/store/roster_store.h"
#include "app/store/store.h"

namespace fw {

/// Who must act, and who is there, as people decide it; each call is one transaction. What they mean: AssignmentStore, RosterStore. Thread: any.
class Assignments final
{
public:
    explicit Assignments(Store &store) : m_store(store) { }

    [[nodiscard]] QFuture<Result<Assignment>> assign(
        ConversationId conversation, const Assignee &to, const QString &why, const QString &by);
    [[nodiscard]] QFuture<Result<Assignment>> escalate(
        ConversationId conversation, const Assignee &to, const QString &why, const QString &by);
    [[nodiscard]] QFuture<Result<bool>> unassign(
        ConversationId conversation, const QString &why, const QString &by);
    [[nodiscard]] QFuture<Result<std::optional<Assignment>>> of(ConversationId conversation);
    [[nodiscard]] QFuture<Result<bool>> setState(
        const QString &agent, AgentState state, const QString &reason);
    [[nodiscard]] QFuture<Result<QList<RosterEntry>>> agents();
    [[nodiscard]] QFuture<Result<QList<OpenWork>>> openWorkOf(const QString &agent);
    /// What the rule would do now; and, in a transaction of its own, what of that is still to be done.
    [[nodiscard]] QFuture<Result<AssignmentPlan>> plan();
    [[nodiscard]] QFuture<Result<int>> carryOut(const AssignmentPlan &plan);

private:
    Store &m_store;
};

} // namespace fw
