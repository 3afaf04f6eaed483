#include "app/dispatch/approvals.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Result<ReplyId> replyOf(const Invocation &call)
{
    bool isNumber = false;
    const qint64 id = call.words.value(0).toLongLong(&isNumber);
    if (!isNumber) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say which reply by its number; see: floorwalkerctl --data DIR proposals"_s});
    }
    return ReplyId{id};
}

Done runList(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto waiting = await(Approvals((*workplace)->store()).waiting());
    if (!waiting) {
        return Failure(waiting.error());
    }
    QJsonArray array;
    for (const Reply &reply : *waiting) {
        array.append(toJson(OutboxEntry{.reply = reply}));
        if (!call.isJson) {
            call.terminal.line(u"%1  %2: %3"_s.arg(reply.id.toString(), reply.agent, reply.body));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (waiting->isEmpty()) {
        call.terminal.line(u"Nothing waits for approval."_s);
    }
    return {};
}

/// The reply, judged by `judge`.
Done judged(const Invocation &call, const QString &said,
    const std::function<QFuture<Result<Reply>>(Approvals &, ReplyId)> &judge)
{
    const auto id = replyOf(call);
    if (!id) {
        return Failure(id.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    Approvals approvals((*workplace)->store());
    const auto reply = await(judge(approvals, *id));
    if (!reply) {
        return Failure(reply.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(OutboxEntry{.reply = *reply}));
    } else {
        call.terminal.line(said.arg(reply->agent));
    }
    return {};
}

Done runApprove(const Invocation &call)
{
    return judged(call, u"Queued for %1. Send with: floorwalkerctl --data DIR dispatch"_s,
        [by = call.value(u"agent"_s)](
            Approvals &approvals, ReplyId reply) { return approvals.approve(reply, by); });
}

Done runReturn(const Invocation &call)
{
    return judged(call, u"It is %1's draft again."_s,
        [by = call.value(u"agent"_s), why = call.value(u"why"_s)](
            Approvals &approvals, ReplyId reply) { return approvals.giveBack(reply, by, why); });
}
} // namespace

QList<Command> proposalCommands()
{
    return {{.name = u"proposals"_s,
                .summary = u"What trainees wrote and nobody approved yet."_s,
                .run = &runList},
        {.name = u"approve"_s,
            .arguments = u"REPLY"_s,
            .summary = u"Lets a trainee's reply leave."_s,
            .options = {agentOption(u"Who approves it."_s)},
            .run = &runApprove},
        {.name = u"return"_s,
            .arguments = u"REPLY"_s,
            .summary = u"Gives a trainee's reply back, to be written better."_s,
            .options = {{u"why"_s, u"What to do about it."_s, u"TEXT"_s}, agentOption(u"Who returns it."_s)},
            .run = &runReturn}};
}

} // namespace fw::cli
