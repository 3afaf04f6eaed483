#include "app/dispatch/moderation.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr int kRecent = 50;

/// A reply, or something done to a message: their ids come from one source.
Result<bool> withdraw(const Invocation &, wiring::Workplace &workplace, qint64 id)
{
    const auto reply = await(workplace.outbox().withdraw({id}));
    return !reply || *reply ? reply : await(Moderations(workplace.store()).withdraw({id}));
}

/// The id after the command's name.
Result<qint64> idIn(const Invocation &call)
{
    bool isNumber = false;
    const qint64 id = call.words.value(0).toLongLong(&isNumber);
    if (!isNumber) {
        return Failure({.code = ErrorCode::Usage, .detail = u"say which, by its ID in the outbox"_s});
    }
    return id;
}

using Act = Result<bool> (*)(const Invocation &call, wiring::Workplace &workplace, qint64 id);

/// Does `act` with the reply whose ID was given; `not yet possible` is told by `refusal`.
Done actOn(const Invocation &call, Act act, const QString &state, const QString &refusal)
{
    const auto id = idIn(call);
    if (!id) {
        return Failure(id.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const Result<bool> isDone = act(call, **workplace, *id);
    if (!isDone) {
        return Failure(isDone.error());
    }
    if (!*isDone) {
        return Failure({.code = ErrorCode::NotFound, .detail = refusal.arg(*id)});
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"reply"_s, QString::number(*id)}, {u"state"_s, state}});
    } else {
        call.terminal.line(u"%1: %2"_s.arg(*id).arg(state));
    }
    return {};
}

Done runWithdraw(const Invocation &call)
{
    return actOn(call, &withdraw, u"withdrawn"_s,
        u"%1 is not queued any more; see: floorwalkerctl --data DIR outbox, or moderations"_s);
}

Done runRelease(const Invocation &call)
{
    return actOn(
        call,
        [](const Invocation &given, wiring::Workplace &workplace, qint64 id) {
            return await(workplace.outbox().release({id}, given.value(u"agent"_s)));
        },
        u"queued"_s, u"%1 is not held; see: floorwalkerctl --data DIR outbox"_s);
}

Done runRetry(const Invocation &call)
{
    return actOn(call,
        [](const Invocation &given, wiring::Workplace &workplace, qint64 id) {
            return await(workplace.outbox().retry({id}, given.value(u"agent"_s))).map([](const Reply &) {
                return true;
            });
        },
        u"queued"_s, {});
}

Done runHandled(const Invocation &call)
{
    return actOn(
        call,
        [](const Invocation &, wiring::Workplace &workplace, qint64 id) {
            return await(workplace.outbox().markHandled({id}));
        },
        u"handled"_s,
        u"%1 was not rejected, or somebody has seen to it; see: floorwalkerctl --data DIR outbox"_s);
}

/// "stock-changed: KL-204 42 in Baixa: said 3, now 0"
QString whyHeld(const OutboxEntry &entry)
{
    QStringList why{toString(*entry.reply.hold)};
    for (const StockQuote &quote : entry.quotes) {
        if (entry.reply.hold == Hold::StockChanged && quote.found) {
            why << u"%1 in %2: said %3, now %4"_s.arg((quote.product + u' ' + quote.variant).trimmed(),
                quote.place, QString::number(quote.said), QString::number(*quote.found));
        }
    }
    return why.join(u": "_s);
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
            const Reply &reply = entry.reply;
            const QString why = reply.hold ? whyHeld(entry) : reply.detail;
            call.terminal.line(
                u"%1  %2  %3  %4"_s.arg(reply.id.toString(), reply.hold ? u"held"_s : toString(reply.state),
                    why.isEmpty() ? u"-"_s : why, reply.body.left(80)));
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

QList<Command> outboxCommands()
{
    const QCommandLineOption agent(u"agent"_s, u"Who wants it; otherwise its writer."_s, u"NAME"_s);
    return {
        {.name = u"outbox"_s,
            .summary = u"Lists replies: pending, held, failed, then the newest others."_s,
            .options = {{u"all"_s, u"Every reply instead of the newest 50."_s}},
            .run = &runOutbox},
        {.name = u"withdraw"_s,
            .arguments = u"ID"_s,
            .summary = u"Takes a queued reply, or what is queued to be done to a message, back."_s,
            .run = &runWithdraw},
        {.name = u"release"_s,
            .arguments = u"ID"_s,
            .summary = u"Lets a held reply leave as it is: you have seen what changed."_s,
            .options = {agent},
            .run = &runRelease},
        {.name = u"retry"_s,
            .arguments = u"ID"_s,
            .summary = u"Queues a rejected reply once more, as a new attempt."_s,
            .options = {agent},
            .run = &runRetry},
        {.name = u"handled"_s,
            .arguments = u"ID"_s,
            .summary = u"Takes a rejected reply out of the tray: somebody has seen to it."_s,
            .run = &runHandled},
    };
}

} // namespace fw::cli
