#include "app/store/tag_store.h"
#include "app/store/view_store.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"

#include <QRegularExpression>

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Result<qint64> numberAt(const Invocation &call, int place, const QString &how)
{
    bool isNumber = false;
    const qint64 number = call.words.value(place).toLongLong(&isNumber);
    return isNumber ? Result<qint64>(number)
                    : Failure({.code = ErrorCode::Usage, .detail = u"say which: %1"_s.arg(how)});
}

/// --until TIME, or --for 2h.
Result<Instant> untilOf(const Invocation &call)
{
    static const QRegularExpression span(u"^(?:(\\d{1,4})d)?(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?$"_s);
    const QRegularExpressionMatch match = span.match(call.value(u"for"_s));
    const std::chrono::minutes minutes(
        match.captured(1).toInt() * 24 * 60 + match.captured(2).toInt() * 60 + match.captured(3).toInt());
    if (call.has(u"for"_s) && match.hasMatch() && minutes.count() > 0) {
        return call.clock.now() + minutes;
    }
    const auto until = instantFromIso(call.value(u"until"_s));
    if (!until) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say until when: --until 2026-11-24T09:00 or --for 2h30m"_s});
    }
    return *until;
}

Done tellFact(const Invocation &call, const Result<FactId> &fact, const QString &done)
{
    if (!fact) {
        return Failure(fact.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"fact"_s, fact->toString()}});
    } else {
        call.terminal.line(u"%1 To take it back: undo %2"_s.arg(done, fact->toString()));
    }
    return {};
}

/// An act on the conversation named after the command.
template <typename Act>
Done runAct(const Invocation &call, const QString &how, const QString &done, Act act)
{
    const auto id = numberAt(call, 0, how);
    if (!id) {
        return Failure(id.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto fact = await((*workplace)
                                ->desk()
                                .act([act, id = ConversationId{*id}, agent = call.value(u"agent"_s)](
                                         StateStore &states) { return act(states, id, agent); }));
    return tellFact(call, fact, done);
}

Done runSnooze(const Invocation &call)
{
    const auto until = untilOf(call);
    if (!until) {
        return Failure(until.error());
    }
    return runAct(call, u"snooze CONVERSATION --for 2h"_s, u"Snoozed until %1."_s.arg(toIso(*until)),
        [until = *until](StateStore &states, ConversationId id, const QString &agent) {
            return states.snooze(id, until, agent);
        });
}

Done runWake(const Invocation &call)
{
    return runAct(call, u"wake CONVERSATION"_s, u"It waits again."_s,
        [](StateStore &states, ConversationId id, const QString &agent) { return states.wake(id, agent); });
}

Done runResolve(const Invocation &call)
{
    return runAct(call, u"resolve CONVERSATION"_s, u"Resolved."_s,
        [](StateStore &states, ConversationId id, const QString &agent) {
            return states.resolve(id, agent);
        });
}

Done runReopen(const Invocation &call)
{
    return runAct(call, u"reopen CONVERSATION"_s, u"Reopened."_s,
        [](StateStore &states, ConversationId id, const QString &agent) { return states.reopen(id, agent); });
}

Done runWait(const Invocation &call)
{
    return runAct(call, u"wait CONVERSATION"_s, u"The next word is the customer's."_s,
        [](StateStore &states, ConversationId id, const QString &agent) {
            return states.waitForCustomer(id, agent);
        });
}

Done runArchive(const Invocation &call)
{
    return runAct(call, u"archive CONVERSATION"_s, u"Archived."_s,
        [](StateStore &states, ConversationId id, const QString &agent) {
            return states.archive(id, agent);
        });
}

/// "rules" leaves it to the rules.
Result<std::optional<ReplyClass>> classIn(const QString &word)
{
    const auto known = replyClassFromString(word);
    if (!known && word != "rules"_L1) {
        return Failure(
            {.code = ErrorCode::Usage, .detail = u"say which class: urgent, normal, low, or rules"_s});
    }
    return known;
}

Done runClass(const Invocation &call)
{
    const auto to = classIn(call.words.value(1));
    if (!to) {
        return Failure(to.error());
    }
    return runAct(call, u"class CONVERSATION urgent"_s, u"Its class is set."_s,
        [to = *to](StateStore &states, ConversationId id, const QString &agent) {
            return states.setClass(id, to, agent);
        });
}

Done tellMerged(const Invocation &call, const Result<Merged> &merged, const QString &done)
{
    if (merged && call.isJson) {
        call.terminal.json(QJsonObject{
            {u"fact"_s, merged->fact.toString()}, {u"different_customers"_s, merged->areDifferentPeople}});
        return {};
    }
    if (merged && merged->areDifferentPeople) {
        call.terminal.note(
            u"The networks tell them as two people; answers go to the one each message is by."_s);
    }
    return tellFact(call, merged.map([](const Merged &made) { return made.fact; }), done);
}

Done runMerge(const Invocation &call)
{
    const auto from = numberAt(call, 0, u"merge FROM --into CONVERSATION"_s);
    bool isNumber = false;
    const ConversationId into{call.value(u"into"_s).toLongLong(&isNumber)};
    if (!from || !isNumber) {
        return Failure({.code = ErrorCode::Usage, .detail = u"say which: merge FROM --into CONVERSATION"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    return tellMerged(call,
        await((*workplace)->desk().merge(ConversationId{*from}, into, call.value(u"agent"_s))), u"Merged."_s);
}

Done runSplit(const Invocation &call)
{
    QList<MessageId> messages;
    for (const QString &word : call.value(u"messages"_s).split(u',', Qt::SkipEmptyParts)) {
        messages.append(MessageId{word.toLongLong()});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    return tellMerged(call, await((*workplace)->desk().split(messages, call.value(u"agent"_s))), u"Split."_s);
}

Done runUndo(const Invocation &call)
{
    const auto fact = numberAt(call, 0, u"undo FACT"_s);
    if (!fact) {
        return Failure(fact.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto undone = await((*workplace)->desk().undo(FactId{*fact}, call.value(u"agent"_s)));
    return undone && !call.isJson ? (call.terminal.line(u"Taken back."_s), Done())
                                  : tellFact(call, undone, QString());
}

Result<BulkAct> bulkIn(const Invocation &call)
{
    const QString what = call.words.value(0);
    if (what == "resolve"_L1) {
        return BulkAct{.what = BulkAct::What::Resolve};
    }
    if (what == "archive"_L1) {
        return BulkAct{.what = BulkAct::What::Archive};
    }
    if (what == "snooze"_L1) {
        return untilOf(call).map(
            [](Instant until) { return BulkAct{.what = BulkAct::What::Snooze, .until = until}; });
    }
    if (what == "tag"_L1) {
        return TagStore::normalised(call.value(u"tag"_s)).map([](const QString &tag) {
            return BulkAct{.what = BulkAct::What::Tag, .tag = tag};
        });
    }
    if (what == "class"_L1) {
        return classIn(call.value(u"class"_s)).map([](std::optional<ReplyClass> to) {
            return BulkAct{.what = BulkAct::What::SetClass, .workClass = to};
        });
    }
    return Failure({.code = ErrorCode::Usage,
        .detail = u"say what: bulk resolve|archive|snooze|tag|class CONVERSATION …"_s});
}

Done runBulk(const Invocation &call)
{
    const auto act = bulkIn(call);
    if (!act) {
        return Failure(act.error());
    }
    QList<ConversationId> ids;
    for (const QString &word : call.words.mid(1)) {
        ids.append(ConversationId{word.toLongLong()});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    BulkReport all;
    for (qsizetype from = 0; from == 0 || from < ids.size(); from += fw::Desk::kMostAtOnce) {
        const auto part
            = await((*workplace)
                        ->desk()
                        .bulk(*act, ids.mid(from, fw::Desk::kMostAtOnce), call.value(u"agent"_s), all.fact));
        if (!part) {
            return Failure(part.error());
        }
        all.fact = part->fact;
        all.lines += part->lines;
    }
    QJsonArray lines;
    for (const BulkReport::Line &line : all.lines) {
        const QString said = line.error ? line.error->detail : u"done"_s;
        lines.append(QJsonObject{{u"conversation"_s, line.conversation.toString()}, {u"done"_s, !line.error},
            {u"detail"_s, line.error ? QJsonValue(said) : QJsonValue()}});
        if (!call.isJson) {
            call.terminal.line(u"%1  %2"_s.arg(line.conversation.toString(), said));
        }
    }
    if (call.isJson) {
        call.terminal.json(
            QJsonObject{{u"fact"_s, all.fact.isNull() ? QJsonValue() : QJsonValue(all.fact.toString())},
                {u"lines"_s, lines}});
    } else if (!all.fact.isNull()) {
        call.terminal.line(u"To take all of it back: undo %1"_s.arg(all.fact.toString()));
    }
    return {};
}

Done runNext(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto offer = await((*workplace)->store().read([agent = call.value(u"agent"_s)](Database &db) {
        return ViewStore(db).nextFor(agent);
    }));
    if (!offer) {
        return Failure(offer.error());
    }
    if (call.isJson) {
        QJsonObject object = *offer ? toJson((*offer)->conversation) : QJsonObject();
        object.insert(u"why"_s, *offer ? QJsonValue((*offer)->why) : QJsonValue());
        call.terminal.json(object);
    } else if (*offer) {
        const Conversation &row = (*offer)->conversation;
        call.terminal.line(u"%1  %2  %3  %4"_s.arg(
            row.id.toString(), (*offer)->why, nameOf(row.customer), row.preview.left(100)));
    } else {
        call.terminal.line(u"Nobody is waiting for you."_s);
    }
    return {};
}
} // namespace

QList<Command> stateCommands()
{
    const QCommandLineOption agent = agentOption(u"Who does it."_s);
    const QCommandLineOption until(
        u"until"_s, u"ISO 8601; this machine's zone unless it names one."_s, u"TIME"_s);
    const QCommandLineOption span(u"for"_s, u"Like 45m, 2h30m or 3d."_s, u"SPAN"_s);
    const QString one = u"CONVERSATION"_s;
    return {
        {.name = u"snooze"_s,
            .arguments = one,
            .summary = u"Out of the queue until then, or until the customer writes."_s,
            .options = {until, span, agent},
            .run = &runSnooze},
        {.name = u"wake"_s,
            .arguments = one,
            .summary = u"Ends a snooze."_s,
            .options = {agent},
            .run = &runWake},
        {.name = u"resolve"_s,
            .arguments = one,
            .summary = u"It needs no answer (more)."_s,
            .options = {agent},
            .run = &runResolve},
        {.name = u"reopen"_s,
            .arguments = one,
            .summary = u"Takes its resolution back."_s,
            .options = {agent},
            .run = &runReopen},
        {.name = u"wait"_s,
            .arguments = one,
            .summary = u"The next word is the customer's."_s,
            .options = {agent},
            .run = &runWait},
        {.name = u"archive"_s,
            .arguments = one,
            .summary = u"Puts a resolved conversation away."_s,
            .options = {agent},
            .run = &runArchive},
        {.name = u"class"_s,
            .arguments = u"CONVERSATION urgent|normal|low|rules"_s,
            .summary = u"Sets its class, whatever the rules say."_s,
            .options = {agent},
            .run = &runClass},
        {.name = u"merge"_s,
            .arguments = u"FROM --into CONVERSATION"_s,
            .summary = u"Makes two conversations one."_s,
            .options = {{u"into"_s, u"The one that stays."_s, one}, agent},
            .run = &runMerge},
        {.name = u"split"_s,
            .arguments = u"--messages ID,ID"_s,
            .summary = u"Makes some messages of a conversation one of their own."_s,
            .options = {{u"messages"_s, u"As show lists them."_s, u"IDS"_s}, agent},
            .run = &runSplit},
        {.name = u"undo"_s,
            .arguments = u"FACT"_s,
            .summary = u"Takes back what one of these commands did."_s,
            .options = {agent},
            .run = &runUndo},
        {.name = u"bulk"_s,
            .arguments = u"resolve|archive|snooze|tag|class CONVERSATION …"_s,
            .summary = u"The same to many; one undo for all."_s,
            .options = {until, span, {u"tag"_s, u"Of bulk tag."_s, u"TAG"_s},
                {u"class"_s, u"Of bulk class."_s, u"CLASS"_s}, agent},
            .run = &runBulk},
        {.name = u"next"_s,
            .summary = u"Whom the agent should see to now, and why."_s,
            .options = {agent},
            .run = &runNext},
    };
}

} // namespace fw::cli
