#include "app/desk/assign/assignments.h"

namespace fw {

QFuture<Result<Assignment>> Assignments::assign(
    ConversationId conversation, const Assignee &to, const QString &why, const QString &by)
{
    return m_store.write([=](Database &db) { return AssignmentStore(db).assign(conversation, to, why, by); });
}

QFuture<Result<Assignment>> Assignments::escalate(
    ConversationId conversation, const Assignee &to, const QString &why, const QString &by)
{
    return m_store.write(
        [=](Database &db) { return AssignmentStore(db).escalate(conversation, to, why, by); });
}

QFuture<Result<bool>> Assignments::unassign(
    ConversationId conversation, const QString &why, const QString &by)
{
    return m_store.write([=](Database &db) { return AssignmentStore(db).unassign(conversation, why, by); });
}

QFuture<Result<std::optional<Assignment>>> Assignments::of(ConversationId conversation)
{
    return m_store.read([conversation](Database &db) { return AssignmentStore(db).of(conversation); });
}

QFuture<Result<bool>> Assignments::setState(const QString &agent, AgentState state, const QString &reason)
{
    return m_store.write([=](Database &db) { return RosterStore(db).setState(agent, state, reason); });
}

QFuture<Result<QList<RosterEntry>>> Assignments::agents()
{
    return m_store.read([](Database &db) { return RosterStore(db).agents(); });
}

QFuture<Result<QList<OpenWork>>> Assignments::openWorkOf(const QString &agent)
{
    return m_store.read([agent](Database &db) { return AssignmentStore(db).openWorkOf(agent); });
}

QFuture<Result<AssignmentPlan>> Assignments::plan()
{
    return m_store.read([](Database &db) { return AssignmentStore(db).plan(); });
}

QFuture<Result<int>> Assignments::carryOut(const AssignmentPlan &plan)
{
    return m_store.write([plan](Database &db) { return AssignmentStore(db).carryOut(plan); });
}

} // namespace fw
