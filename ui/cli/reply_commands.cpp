#include "app/dispatch/moderation.h"
#include "app/store/account_store.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"
#include "ui/wiring/accounts.h"
#include "ui/wiring/text_rule.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr int kRecent = 50;

Done checkLength(const Account &account, Lane lane, const QString &text, const Clock &clock)
{
    const auto connector = wiring::makeConnector(account, clock);
    if (!connector) {
        return Failure(connector.error());
    }
    const Capabilities can = (*connector)->capabilities();
    const int limit = lane == Lane::Private ? can.messageLimit : can.replyLimit;
    const int length = wiring::countText(account.network, lane, text).length;
    if (limit > 0 && length > limit) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"the text counts %1 on %2, which takes %3; shorten it"_s.arg(length)
                          .arg(toString(account.network))
                          .arg(limit)});
    }
    return {};
}

void tellQueued(const Invocation &call, const OutboxEntry &queued)
{
    if (call.isJson) {
        call.terminal.json(toJson(queued));
        return;
    }
    const Forecast forecast = queued.forecast.value_or(Forecast{});
    const QString id = queued.reply.id.toString();
    if (forecast.isNever()) {
        call.terminal.line(
            u"Queued as %1. The account is paused: nothing leaves until it is resumed."_s.arg(id));
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
    if (const Done fits = checkLength(*account, lane, call.value(u"text"_s), call.clock); !fits) {
        return fits;
    }
    const auto replyClass = replyClassFromString(call.value(u"class"_s));
    if (!replyClass) {
        return Failure({.code = ErrorCode::Usage, .detail = u"--class: say urgent, normal or low"_s});
    }
    const auto dueIn = dueInOf(call);
    if (!dueIn) {
        return Failure(dueIn.error());
    }
    const auto queued = await((*workplace)
                                  ->outbox()
                                  .press({.conversation = message->conversation,
                                      .parent = message->id,
                                      .lane = lane,
                                      .body = call.value(u"text"_s),
                                      .agent = call.value(u"agent"_s),
                                      .replyClass = *replyClass,
                                      .dueIn = *dueIn}));
    if (!queued) {
        return Failure(queued.error());
    }
    tellQueued(call, *queued);
    return {};
}

/// A reply, or something done to a message: their ids come from one source.
Result<bool> withdraw(wiring::Workplace &workplace, qint64 id)
{
    const auto reply = await(workplace.outbox().withdraw({id}));
    return !reply || *reply ? reply : await(Moderations(workplace.store()).withdraw({id}));
}

Done runWithdraw(const Invocation &call)
{
    bool isNumber = false;
    const qint64 id = call.words.value(0).toLongLong(&isNumber);
    if (!isNumber) {
        return Failure({.code = ErrorCode::Usage, .detail = u"say which: withdraw ID"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto withdrawn = withdraw(**workplace, id);
    if (!withdrawn) {
        return Failure(withdrawn.error());
    }
    if (!*withdrawn) {
        return Failure({.code = ErrorCode::NotFound,
            .detail
            = u"%1 is not queued any more; see: floorwalkerctl --data DIR outbox, or moderations"_s.arg(id)});
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"reply"_s, QString::number(id)}, {u"state"_s, u"withdrawn"_s}});
    } else {
        call.terminal.line(u"Withdrawn."_s);
    }
    return {};
}

Done runOutbox(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto entries = await((*workplace)->outbox().entries(call.has(u"all"_s) ? -1 : kRecent));
    if (!entries) {
        return Failure(entries.error());
    }
    QJsonArray array;
    for (const OutboxEntry &entry : *entries) {
        array.append(toJson(entry));
        if (!call.isJson) {
            call.terminal.line(u"%1  %2  %3  %4"_s.arg(entry.reply.id.toString(), toString(entry.reply.state),
                entry.reply.detail.isEmpty() ? u"-"_s : entry.reply.detail, entry.reply.body.left(80)));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (entries->isEmpty()) {
        call.terminal.line(u"The outbox is empty."_s);
    }
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
                QCommandLineOption(
                    u"agent"_s, u"Who answers."_s, u"NAME"_s, qEnvironmentVariable("USER", u"desk"_s))},
            .run = &runReply},
        {.name = u"withdraw"_s,
            .arguments = u"ID"_s,
            .summary = u"Takes a queued reply, or what is queued to be done to a message, back."_s,
            .run = &runWithdraw},
        {.name = u"outbox"_s,
            .summary = u"Lists replies: pending, failed, then the newest others."_s,
            .options = {{u"all"_s, u"Every reply instead of the newest 50."_s}},
            .run = &runOutbox},
    };
}

} // namespace fw::cli
