#include "app/dispatch/moderation.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

void tell(const Invocation &call, const ModerationRequest &request)
{
    const QString why = request.reason.isEmpty() ? QString() : u" (%1)"_s.arg(request.reason);
    call.terminal.line(u"%1  %2 %3: %4%5"_s.arg(
        request.id.toString(), request.what, request.remoteId, toString(request.state), why));
}

Done runModerate(const Invocation &call)
{
    const auto what = moderationFromString(call.value(u"do"_s));
    if (!call.has(u"message"_s) || !what) {
        return Failure({.code = ErrorCode::Usage,
            .detail
            = u"say to what and what: moderate --message REMOTE_ID --do hide|unhide|like|unlike|remove"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto message = chosenMessage(call, **workplace);
    if (!message) {
        return Failure(message.error());
    }
    const auto asked
        = await(Moderations((*workplace)->store()).ask(message->id, *what, call.value(u"agent"_s)));
    if (!asked) {
        return Failure(asked.error());
    }
    if (call.isJson) {
        call.terminal.json(toJson(*asked));
    } else {
        call.terminal.line(u"Queued as %1. Carry it out with: floorwalkerctl --data DIR dispatch"_s.arg(
            asked->id.toString()));
    }
    return {};
}

Done runModerations(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto open = await(Moderations((*workplace)->store()).open());
    if (!open) {
        return Failure(open.error());
    }
    QJsonArray array;
    for (const ModerationRequest &request : *open) {
        array.append(toJson(request));
        if (!call.isJson) {
            tell(call, request);
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (open->isEmpty()) {
        call.terminal.line(u"Nothing is open."_s);
    }
    return {};
}
} // namespace

QList<Command> moderateCommands()
{
    return {{.name = u"moderate"_s,
                .summary = u"Queues hiding, liking or removing a message; dispatch carries it out."_s,
                .options = {{u"message"_s, u"The network's id of a message."_s, u"REMOTE_ID"_s},
                    {u"do"_s, u"hide, unhide, like, unlike or remove."_s, u"WHAT"_s},
                    {u"account"_s, u"The account's name; needed when there are several."_s, u"NAME"_s},
                    agentOption(u"Who asks."_s)},
                .run = &runModerate},
        {.name = u"moderations"_s,
            .summary = u"Lists what is queued, refused or of unknown end, until somebody saw to it."_s,
            .run = &runModerations}};
}

} // namespace fw::cli
