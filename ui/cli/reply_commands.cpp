#include "app/dispatch/text_parts.h"
#include "app/store/account_store.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"
#include "ui/wiring/accounts.h"
#include "ui/wiring/text_rule.h"

#include <algorithm>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

/// The text as it leaves, but for its stock fields: whole, or with --split in parts. Errors: Usage for a text that is too long.
Result<QStringList> fittingParts(const Invocation &call, wiring::Workplace &workplace, const Account &account,
    const Message &message, Lane lane)
{
    const auto connector = wiring::makeConnector(account, call.clock);
    if (!connector) {
        return Failure(connector.error());
    }
    const QString written = call.value(u"text"_s);
    const auto quoted = await(workplace.outbox().quote(message.conversation, written));
    if (!quoted) {
        return Failure(quoted.error());
    }
    const StandIns text(written, quoted->quotes);
    const Capabilities can = (*connector)->capabilities();
    const int limit = lane == Lane::Private ? can.messageLimit : can.replyLimit;
    const auto lengthOf = [&](const QString &part) {
        return wiring::countText(account.network, lane, text.asRead(part)).length;
    };
    const auto fits = [&](const QString &part) { return limit <= 0 || lengthOf(part) <= limit; };
    if (fits(text.text()) || call.has(u"split"_s)) {
        return partsOf(text.text(), fits).map([&text](QStringList parts) {
            std::transform(parts.begin(), parts.end(), parts.begin(),
                [&text](const QString &part) { return text.asWritten(part); });
            return parts;
        });
    }
    return Failure({.code = ErrorCode::Usage,
        .detail = u"the text counts %1 on %2, which takes %3; shorten it, or send it in parts with --split"_s
                      .arg(lengthOf(text.text()))
                      .arg(toString(account.network))
                      .arg(limit)});
}

/// A reply that was queued, and what there would have been to ask about its text.
struct Pressed {
    OutboxEntry entry = {};
    QList<GuardFinding> doubts = {};
};

/// A script has nobody to ask: it is told, and refused only when it wants to be (--ask).
Result<Pressed> press(const Invocation &call, wiring::Workplace &workplace, NewReply wanted)
{
    const auto doubts = await(workplace.outbox().check(wanted));
    if (!doubts) {
        return Failure(doubts.error());
    }
    wanted.isSure = !call.has(u"ask"_s);
    const auto queued = await(workplace.outbox().press(std::move(wanted)));
    if (!queued) {
        return Failure(queued.error());
    }
    return await(workplace.outbox().entry(queued->id)).map([&](const OutboxEntry &entry) {
        return Pressed{.entry = entry, .doubts = *doubts};
    });
}

void tellQueued(const Invocation &call, const Pressed &pressed)
{
    const OutboxEntry &queued = pressed.entry;
    if (call.isJson) {
        QJsonObject line = toJson(queued);
        QJsonArray warnings;
        for (const GuardFinding &doubt : pressed.doubts) {
            warnings.append(toJson(doubt));
        }
        line.insert(u"warnings"_s, warnings);
        call.terminal.json(line);
        return;
    }
    for (const GuardFinding &doubt : pressed.doubts) {
        call.terminal.note(u"note: %1"_s.arg(doubt.detail));
    }
    const Forecast forecast = queued.forecast.value_or(Forecast{});
    const QString id = queued.reply.id.toString();
    if (forecast.isNever()) {
        call.terminal.line((forecast.waitsFor == "brake"_L1
                ? u"Queued as %1. It is braked: it stays until the brake is released; see: floorwalkerctl --data DIR brake --list"_s
                : u"Queued as %1. The account is paused: nothing leaves until it is resumed."_s)
                               .arg(id));
        return;
    }
    const auto timeOf
        = [](Instant at) { return toDateTime(at).toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s); };
    call.terminal.line(
        u"Queued as %1; leaves about %2, %3 ahead. Send with: floorwalkerctl --data DIR dispatch"_s
            .arg(id, timeOf(forecast.leavesAt))
            .arg(forecast.ahead));
    if (forecast.deadline) {
        call.terminal.line(forecast.waitsFor == "deadline"_L1
                ? u"It cannot leave in time: the network takes it only until %1."_s.arg(
                    timeOf(*forecast.deadline))
                : u"The network takes it until %1."_s.arg(timeOf(*forecast.deadline)));
    }
}

Result<std::optional<milliseconds>> dueInOf(const Invocation &call)
{
    if (!call.has(u"due-in"_s)) {
        return std::optional<milliseconds>();
    }
    bool isNumber = false;
    const int minutes = call.value(u"due-in"_s).toInt(&isNumber);
    if (!isNumber || minutes < 1) {
        return Failure({.code = ErrorCode::Usage, .detail = u"--due-in: say a whole number of minutes"_s});
    }
    return std::optional<milliseconds>(std::chrono::minutes(minutes));
}

/// --at: a time of this machine's zone unless it names another.
Result<std::optional<Instant>> leaveAtOf(const Invocation &call)
{
    if (!call.has(u"at"_s)) {
        return std::optional<Instant>();
    }
    const auto at = instantFromIso(call.value(u"at"_s));
    if (!at || *at <= call.clock.now()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"--at: say a time to come, as in 2026-11-30T09:00 or 2026-11-30T09:00+01:00"_s});
    }
    return at;
}

Done runReply(const Invocation &call)
{
    if (!call.has(u"message"_s) || !call.has(u"text"_s)) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say what to answer and how: reply --message REMOTE_ID --text TEXT"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto message = chosenMessage(call, **workplace);
    if (!message) {
        return Failure(message.error());
    }
    const auto account = await((*workplace)->store().read([id = message->account](Database &db) {
        return AccountStore(db).byId(id).value_or(Account{});
    }));
    if (!account) {
        return Failure(account.error());
    }
    const Lane lane = call.has(u"private"_s) ? Lane::Private : message->lane;
    auto parts = fittingParts(call, **workplace, *account, *message, lane);
    if (!parts) {
        return Failure(parts.error());
    }
    const auto replyClass = replyClassFromString(call.value(u"class"_s));
    if (!replyClass) {
        return Failure({.code = ErrorCode::Usage, .detail = u"--class: say urgent, normal or low"_s});
    }
    const auto dueIn = dueInOf(call);
    const auto leaveAt = leaveAtOf(call);
    if (!dueIn || !leaveAt) {
        return Failure(dueIn ? leaveAt.error() : dueIn.error());
    }
    const QString first = parts->takeFirst();
    const auto queued = press(call, **workplace,
        {.conversation = message->conversation,
            .parent = message->id,
            .lane = lane,
            .body = first,
            .furtherParts = *parts,
            .draft = call.value(u"text"_s),
            .agent = call.value(u"agent"_s),
            .leaveAt = *leaveAt,
            .replyClass = *replyClass,
            .dueIn = *dueIn});
    if (!queued) {
        return Failure(queued.error());
    }
    tellQueued(call, *queued);
    return {};
}
} // namespace

QList<Command> replyCommands()
{
    const QCommandLineOption account(
        u"account"_s, u"The account's name; needed when there are several."_s, u"NAME"_s);
    const QCommandLineOption message(u"message"_s, u"The network's id of a message."_s, u"REMOTE_ID"_s);
    return {
        {.name = u"reply"_s,
            .summary = u"Queues a reply; dispatch sends it."_s,
            .options = {message, account, {u"text"_s, u"What to answer."_s, u"TEXT"_s},
                {u"private"_s, u"Answers a public message in private."_s},
                {u"class"_s, u"urgent, normal or low: who goes first where there is not room for all."_s,
                    u"CLASS"_s, u"normal"_s},
                {u"due-in"_s, u"Minutes until it should be there, instead of the class's own."_s,
                    u"MINUTES"_s},
                {u"at"_s, u"Leaves then, and not before."_s, u"TIME"_s},
                {u"ask"_s, u"Queues nothing when there is something to ask about the text; see check."_s},
                {u"split"_s, u"Sends a text that is too long in parts."_s}, agentOption(u"Who answers."_s)},
            .run = &runReply},
    };
}

} // namespace fw::cli
