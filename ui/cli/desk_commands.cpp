#include "app/store/account_store.h"
#include "app/store/conversation_store.h"
#include "app/store/message_store.h"
#include "ui/cli/account_report.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

constexpr int kPage = 200;

Done runInit(const Invocation &call)
{
    if (call.isTeam()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"a team's database is made ready with: floorwalkerctl team init --database URL"_s});
    }
    if (!call.has(u"data"_s)) {
        return Failure({.code = ErrorCode::Usage, .detail = u"say where the desk shall be: --data DIR"_s});
    }
    const auto workplace = wiring::Workplace::create(call.value(u"data"_s), call.clock);
    if (!workplace) {
        return Failure(workplace.error());
    }
    const QString file = (*workplace)->store().place().shown();
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"database"_s, file}});
    } else {
        call.terminal.line(
            u"The desk is in %1. Next: floorwalkerctl --data %2 account add twitter --name care --token-file FILE"_s
                .arg(file, call.value(u"data"_s)));
    }
    return {};
}

Result<ConversationId> chosenConversation(const Invocation &call, wiring::Workplace &workplace)
{
    if (call.has(u"message"_s)) {
        return chosenMessage(call, workplace).and_then([](const Message &message) -> Result<ConversationId> {
            if (message.conversation.isNull()) {
                return Failure(
                    {.code = ErrorCode::NotFound, .detail = u"that message belongs to no conversation"_s});
            }
            return message.conversation;
        });
    }
    bool isNumber = false;
    const ConversationId id{call.words.value(0).toLongLong(&isNumber)};
    if (!isNumber) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say which: show CONVERSATION, or show --message REMOTE_ID"_s});
    }
    return id;
}

struct Shown {
    std::optional<Conversation> conversation = {};
    Account account = {};
    QList<Message> messages = {}; // oldest first
};

Shown readShown(Database &db, ConversationId id)
{
    Shown shown{.conversation = ConversationStore(db).byId(id)};
    if (!shown.conversation) {
        return shown;
    }
    shown.account = AccountStore(db).byId(shown.conversation->account).value_or(Account{});
    MessageStore messages(db);
    for (QList<Message> page = messages.pageBefore(id, {}, kPage); !page.isEmpty();) {
        for (const Message &message : page) {
            shown.messages.prepend(message);
        }
        page = page.size() < kPage ? QList<Message>() : messages.pageBefore(id, page.last().id, kPage);
    }
    return shown;
}

Done runShow(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto id = chosenConversation(call, **workplace);
    if (!id) {
        return Failure(id.error());
    }
    const auto shown = await((*workplace)->store().read([conversation = *id](Database &db) {
        return readShown(db, conversation);
    }));
    const auto replies = await((*workplace)->outbox().ofConversation(*id));
    if (!shown || !replies) {
        return Failure(shown ? replies.error() : shown.error());
    }
    if (!shown->conversation) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = u"no conversation %1; see: floorwalkerctl --data DIR queue"_s.arg(id->toString())});
    }
    QJsonArray messages;
    for (const Message &message : shown->messages) {
        messages.append(toJson(message, shown->account));
        if (!call.isJson) {
            call.terminal.line(u"%1  %2: %3"_s.arg(toIso(message.postedAt),
                message.direction == Direction::Outbound ? u"us"_s : nameOf(message.author), message.body));
        }
    }
    QJsonArray outgoing;
    for (const OutboxEntry &entry : *replies) {
        outgoing.append(toJson(entry));
        if (!call.isJson && entry.reply.state != ReplyState::Accepted) {
            call.terminal.line(u"%1  %2: %3"_s.arg(
                toIso(entry.reply.createdAt), toString(entry.reply.state), entry.reply.body));
        }
    }
    if (call.isJson) {
        QJsonObject object = toJson(*shown->conversation);
        object.insert(u"messages"_s, messages);
        object.insert(u"replies"_s, outgoing);
        call.terminal.json(object);
    }
    return {};
}

Result<QJsonObject> statusOf(wiring::Workplace &workplace, const Account &account)
{
    const auto report
        = await(workplace.store().read([account](Database &db) { return readAccountReport(db, account); }));
    const auto budget = await(workplace.outbox().budget(account.id));
    const auto risk = await(workplace.outbox().lockRisk(account.id));
    if (!report || !budget) {
        return Failure(report ? budget.error() : report.error());
    }
    if (!risk) {
        return Failure(risk.error());
    }
    QJsonObject object = toJson(*report);
    QJsonArray windows;
    for (const WindowUse &use : *budget) {
        windows.append(toJson(use));
    }
    object.insert(u"budget"_s, windows);
    object.insert(u"lock_risk"_s, toJson(*risk));
    return object;
}

Done runStatus(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto accounts
        = await((*workplace)->store().read([](Database &db) { return AccountStore(db).all(); }));
    const auto counts
        = await((*workplace)->store().read([](Database &db) { return ConversationStore(db).counts(); }));
    if (!accounts || !counts) {
        return Failure(accounts ? counts.error() : accounts.error());
    }
    QJsonArray array;
    for (const Account &account : *accounts) {
        const auto status = statusOf(**workplace, account);
        if (!status) {
            return Failure(status.error());
        }
        array.append(*status);
        if (!call.isJson) {
            const QJsonObject tightest = status->value(u"budget"_s).toArray().first().toObject();
            call.terminal.line(
                u"%1: %2; %3 replies %4/%5; lock risk %6"_s
                    .arg(account.name, account.isPaused() ? u"paused, "_s + account.pausedReason : u"ready"_s,
                        tightest.value(u"window"_s).toString())
                    .arg(tightest.value(u"used"_s).toInt())
                    .arg(tightest.value(u"limit"_s).toInt())
                    .arg(status->value(u"lock_risk"_s)[u"value"_s].toInt()));
        }
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"accounts"_s, array}, {u"waiting"_s, counts->waiting},
            {u"leaving"_s, counts->leaving}, {u"failed"_s, counts->failed}, {u"answered"_s, counts->answered},
            {u"snoozed"_s, counts->snoozed}, {u"archived"_s, counts->archived},
            {u"oldest_waiting"_s,
                counts->oldestWaiting ? QJsonValue(toIso(*counts->oldestWaiting))
                                      : QJsonValue(QJsonValue::Null)}});
    } else {
        call.terminal.line(u"%1 waiting, %2 leaving, %3 not sent, %4 answered"_s.arg(counts->waiting)
                               .arg(counts->leaving)
                               .arg(counts->failed)
                               .arg(counts->answered));
    }
    return {};
}
} // namespace

QList<Command> deskCommands()
{
    const QCommandLineOption account(
        u"account"_s, u"The account's name; needed when there are several."_s, u"NAME"_s);
    const QCommandLineOption message(u"message"_s, u"The network's id of a message."_s, u"REMOTE_ID"_s);
    return {
        {.name = u"init"_s, .summary = u"Makes a desk in DIR."_s, .run = &runInit},
        {.name = u"show"_s,
            .arguments = u"[CONVERSATION]"_s,
            .summary = u"Shows a conversation with its messages and replies."_s,
            .options = {message, account},
            .run = &runShow},
        {.name = u"status"_s,
            .summary = u"Tells how complete we are, who waits, and what budget is left."_s,
            .run = &runStatus},
    };
}

} // namespace fw::cli
