#include "app/desk/assign/assignments.h"
#include "ui/cli/command.h"
#include "ui/cli/team_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Error usage(const QString &detail)
{
    return {.code = ErrorCode::Usage, .detail = detail};
}

Assignee assigneeOf(const Invocation &call)
{
    return {.agent = call.value(u"to"_s), .team = call.value(u"team"_s)};
}

Result<ConversationId> conversationOf(const Invocation &call, const QString &command)
{
    bool isNumber = false;
    const ConversationId id{call.words.value(0).toLongLong(&isNumber)};
    if (!isNumber) {
        return Failure(usage(u"say which: %1 CONVERSATION …"_s.arg(command)));
    }
    return id;
}

Done print(const Invocation &call, const Result<Assignment> &assignment)
{
    if (!assignment) {
        return Failure(assignment.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(*assignment));
    } else {
        call.terminal.line(tell(*assignment));
    }
    return {};
}

/// Plans and carries out until nothing is left to do; another program may do the same.
Done runRule(const Invocation &call, Assignments &assignments)
{
    int steps = 0;
    QJsonArray picks;
    for (;;) {
        const auto plan = await(assignments.plan());
        if (!plan) {
            return Failure(plan.error());
        }
        const auto taken = await(assignments.carryOut(*plan));
        if (!taken) {
            return Failure(taken.error());
        }
        if (*taken == 0) {
            break;
        }
        steps += *taken;
        for (const Pick &pick : plan->picks) {
            picks.append(QJsonObject{{u"conversation"_s, pick.conversation.toString()},
                {u"agent"_s, pick.agent}, {u"why"_s, pick.why}});
            if (!call.isJson) {
                call.terminal.line(u"%1: %2 (%3)"_s.arg(pick.conversation.toString(), pick.agent, pick.why));
            }
        }
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"steps"_s, steps}, {u"picks"_s, picks}});
    } else if (steps == 0) {
        call.terminal.line(u"Nothing to assign, or nobody free."_s);
    }
    return {};
}

Done unassign(const Invocation &call, Assignments &assignments, ConversationId id)
{
    const auto had = await(assignments.unassign(id, call.value(u"why"_s), call.value(u"agent"_s)));
    if (!had) {
        return Failure(had.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"conversation"_s, id.toString()}, {u"changed"_s, *had}});
    } else {
        call.terminal.line(
            *had ? u"%1: nobody's"_s.arg(id.toString()) : u"%1 was nobody's already"_s.arg(id.toString()));
    }
    return {};
}

Done runAssign(const Invocation &call)
{
    const bool isRule = call.has(u"auto"_s);
    const auto id = isRule ? Result<ConversationId>(ConversationId{}) : conversationOf(call, u"assign"_s);
    if (!id) {
        return Failure(id.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    Assignments assignments((*workplace)->store());
    if (isRule) {
        return runRule(call, assignments);
    }
    if (call.has(u"to-nobody"_s)) {
        return unassign(call, assignments, *id);
    }
    return print(
        call, await(assignments.assign(*id, assigneeOf(call), call.value(u"why"_s), call.value(u"agent"_s))));
}

Done runEscalate(const Invocation &call)
{
    const auto id = conversationOf(call, u"escalate"_s);
    if (!id) {
        return Failure(id.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    return print(call,
        await(Assignments((*workplace)->store())
                  .escalate(*id, assigneeOf(call), call.value(u"why"_s), call.value(u"agent"_s))));
}

Done runHandover(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const QString agent = call.value(u"agent"_s);
    const auto works = await(Assignments((*workplace)->store()).openWorkOf(agent));
    if (!works) {
        return Failure(works.error());
    }
    const Instant now = call.clock.now();
    if (!call.isJson) {
        call.terminal.line(u"%1 has %2 open, %3"_s.arg(agent).arg(works->size()).arg(toIso(now)));
    }
    QJsonArray array;
    for (const OpenWork &work : *works) {
        array.append(toJson(work));
        if (!call.isJson) {
            for (const QString &line : linesOf(work, now)) {
                call.terminal.line(line);
            }
        }
    }
    if (call.isJson) {
        call.terminal.json(
            QJsonObject{{u"agent"_s, agent}, {u"at"_s, toIso(now)}, {u"conversations"_s, array}});
    }
    return {};
}
} // namespace

QList<Command> assignCommands()
{
    const QCommandLineOption to(u"to"_s, u"The agent who must act."_s, u"AGENT"_s);
    const QCommandLineOption team(u"team"_s, u"The team that must act."_s, u"TEAM"_s);
    const QCommandLineOption why(u"why"_s, u"What whoever gets it should know."_s, u"TEXT"_s);
    return {
        {.name = u"assign"_s,
            .arguments = u"CONVERSATION --to AGENT|--team TEAM|--to-nobody"_s,
            .summary = u"Says who must act; with --auto the rule does, for everything that waits."_s,
            .options = {to, team, why, {u"to-nobody"_s, u"Takes it away."_s},
                {u"auto"_s, u"Assigns by skills, languages and capacity."_s}, agentOption(u"Who does it."_s)},
            .run = &runAssign},
        {.name = u"escalate"_s,
            .arguments = u"CONVERSATION --why TEXT"_s,
            .summary = u"Passes a conversation upward: to a supervisor, or a team."_s,
            .options = {to, team, why, agentOption(u"Who does it."_s)},
            .run = &runEscalate},
        {.name = u"handover"_s,
            .summary = u"What an agent has open, for the next shift."_s,
            .options = {agentOption(u"Whose."_s)},
            .run = &runHandover}};
}

} // namespace fw::cli
