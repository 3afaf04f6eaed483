#include "app/dispatch/guard/brakes.h"
#include "app/store/account_store.h"
#include "app/store/conversation_store.h"
#include "app/store/tag_store.h"
#include "ui/cli/command.h"
#include "ui/cli/json_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Error usage(const QString &detail)
{
    return {.code = ErrorCode::Usage, .detail = detail};
}

struct Braked {
    AccountId account = {};
    QString tag = {};
};

Result<Braked> brakedBy(const Invocation &call, wiring::Workplace &workplace)
{
    const QString name = call.words.value(0);
    if (name.isEmpty() == !call.has(u"tag"_s)) {
        return Failure(
            usage(u"say what to brake: brake ACCOUNT --why TEXT, or brake --tag TAG --why TEXT"_s));
    }
    if (call.has(u"tag"_s)) {
        return TagStore::normalised(call.value(u"tag"_s)).map([](const QString &tag) {
            return Braked{.tag = tag};
        });
    }
    const auto account
        = await(workplace.store().read([name](Database &db) { return AccountStore(db).byName(name); }));
    if (!account) {
        return Failure(account.error());
    }
    if (!*account) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = u"no account \"%1\"; see: floorwalkerctl --data DIR account list"_s.arg(name)});
    }
    return Braked{.account = (*account)->id};
}

Result<milliseconds> releaseTime(const Invocation &call)
{
    if (!call.has(u"over"_s)) {
        return milliseconds(kUsualRelease);
    }
    bool isNumber = false;
    const int minutes = call.value(u"over"_s).toInt(&isNumber);
    if (!isNumber || minutes < 0) {
        return Failure(usage(u"--over: say a whole number of minutes"_s));
    }
    return milliseconds(std::chrono::minutes(minutes));
}

Result<QString> nameOf(wiring::Workplace &workplace, const Brake &brake)
{
    if (brake.account.isNull()) {
        return QString();
    }
    return await(workplace.store().read(
        [id = brake.account](Database &db) { return AccountStore(db).byId(id).value_or(Account{}).name; }));
}

QString tell(const Brake &brake, const QString &account)
{
    const QString what = brake.tag.isEmpty() ? account : u"tag "_s + brake.tag;
    const QString state = brake.releasedAt
        ? u"released %1, usual pace %2 min later"_s.arg(toIso(*brake.releasedAt))
              .arg(std::chrono::duration_cast<std::chrono::minutes>(brake.releaseOver).count())
        : u"braked since %1 by %2"_s.arg(toIso(brake.at), brake.agent);
    return u"%1: %2 (%3)"_s.arg(what, state, brake.why);
}

Done print(const Invocation &call, wiring::Workplace &workplace, const QList<Brake> &brakes, bool isList)
{
    QJsonArray array;
    for (const Brake &brake : brakes) {
        const auto account = nameOf(workplace, brake);
        if (!account) {
            return Failure(account.error());
        }
        array.append(toJson(brake, *account));
        if (!call.isJson) {
            call.terminal.line(tell(brake, *account));
        }
    }
    if (call.isJson && isList) {
        call.terminal.json(array);
    } else if (call.isJson) {
        call.terminal.json(array.first().toObject());
    } else if (brakes.isEmpty()) {
        call.terminal.line(u"Nothing is braked."_s);
    }
    return {};
}

Result<Brake> changed(const Invocation &call, wiring::Workplace &workplace)
{
    const auto what = brakedBy(call, workplace);
    if (!what) {
        return Failure(what.error());
    }
    Brakes brakes(workplace.store());
    if (!call.has(u"release"_s)) {
        return await(brakes.set({.account = what->account,
            .tag = what->tag,
            .agent = call.value(u"agent"_s),
            .why = call.value(u"why"_s)}));
    }
    const auto over = releaseTime(call);
    if (!over) {
        return Failure(over.error());
    }
    return await(brakes.release(what->account, what->tag, *over, call.value(u"agent"_s)));
}

Done runBrake(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    if (call.has(u"list"_s)) {
        const auto current = await(Brakes((*workplace)->store()).current());
        return current ? print(call, **workplace, *current, true) : Done(Failure(current.error()));
    }
    const auto brake = changed(call, **workplace);
    return brake ? print(call, **workplace, {*brake}, false) : Done(Failure(brake.error()));
}

struct Tagged {
    QStringList tags = {};
    bool isChanged = false;
};

Result<Tagged> tagged(
    Database &db, ConversationId id, const QString &act, const QString &tag, const QString &agent)
{
    if (!ConversationStore(db).byId(id)) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = u"no conversation %1; see: floorwalkerctl --data DIR queue"_s.arg(id.toString())});
    }
    TagStore tags(db);
    const bool isChanged = act == "add"_L1 ? tags.add(id, tag, agent)
        : act == "remove"_L1               ? tags.remove(id, tag, agent)
                                           : false;
    return Tagged{.tags = tags.of(id), .isChanged = isChanged};
}

Done runTag(const Invocation &call)
{
    bool isNumber = false;
    const ConversationId id{call.words.value(0).toLongLong(&isNumber)};
    const QString act = call.words.value(1);
    const bool isList = act == "list"_L1;
    if (!isNumber || (!isList && act != "add"_L1 && act != "remove"_L1)) {
        return Failure(
            usage(u"say which and what: tag CONVERSATION add|remove TAG, or tag CONVERSATION list"_s));
    }
    const auto tag = isList ? Result<QString>(QString()) : TagStore::normalised(call.words.value(2));
    if (!tag) {
        return Failure(tag.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto now = await(
        (*workplace)->store().write([id, act, word = *tag, agent = call.value(u"agent"_s)](Database &db) {
            return tagged(db, id, act, word, agent);
        }));
    if (!now) {
        return Failure(now.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"conversation"_s, id.toString()},
            {u"tags"_s, QJsonArray::fromStringList(now->tags)}, {u"changed"_s, now->isChanged}});
    } else {
        call.terminal.line(now->tags.isEmpty() ? u"No tags."_s : now->tags.join(u' '));
    }
    return {};
}

void tell(const Invocation &call, const GuardFinding &finding)
{
    call.terminal.line(u"%1: %2"_s.arg(toString(finding.code), finding.detail));
    for (const guard::SimilarReply &other : finding.others) {
        call.terminal.line(u"  %1 to %2, %3: %4"_s.arg(
            toIso(other.at), cli::nameOf(other.to), toString(other.state), other.text.left(100)));
    }
}

Done runCheck(const Invocation &call)
{
    if (!call.has(u"message"_s) || !call.has(u"text"_s)) {
        return Failure(usage(u"say what would be answered and how: check --message REMOTE_ID --text TEXT"_s));
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto message = chosenMessage(call, **workplace);
    if (!message) {
        return Failure(message.error());
    }
    const auto findings = await((*workplace)
                                    ->outbox()
                                    .check({.conversation = message->conversation,
                                        .parent = message->id,
                                        .lane = call.has(u"private"_s) ? Lane::Private : message->lane,
                                        .body = call.value(u"text"_s)}));
    if (!findings) {
        return Failure(findings.error());
    }
    QJsonArray array;
    for (const GuardFinding &finding : *findings) {
        array.append(toJson(finding));
        if (!call.isJson) {
            tell(call, finding);
        }
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"findings"_s, array}});
    } else if (findings->isEmpty()) {
        call.terminal.line(u"Nothing to ask about."_s);
    }
    return {};
}
} // namespace

QList<Command> guardCommands()
{
    const QCommandLineOption agent = agentOption(u"Who does it."_s);
    return {{.name = u"brake"_s,
                .arguments = u"[ACCOUNT]"_s,
                .summary = u"Stops what an account, or a tag, has queued; and lets it go again slowly."_s,
                .options = {{u"tag"_s, u"Conversations with this tag instead of an account."_s, u"TAG"_s},
                    {u"why"_s, u"What others are told."_s, u"TEXT"_s}, {u"release"_s, u"Lets it go again."_s},
                    {u"over"_s, u"Minutes until the usual pace (15)."_s, u"MINUTES"_s},
                    {u"list"_s, u"What is braked, or being released."_s}, agent},
                .run = &runBrake},
        {.name = u"tag"_s,
            .arguments = u"CONVERSATION add|remove|list [TAG]"_s,
            .summary = u"Puts a tag on a conversation, takes one off, or lists them."_s,
            .options = {agent},
            .run = &runTag},
        {.name = u"check"_s,
            .summary = u"Tells what would be asked before a reply is queued; queues nothing."_s,
            .options = {{u"message"_s, u"The network's id of a message."_s, u"REMOTE_ID"_s},
                {u"account"_s, u"The account's name; needed when there are several."_s, u"NAME"_s},
                {u"text"_s, u"What to answer."_s, u"TEXT"_s},
                {u"private"_s, u"In private to a public message."_s}},
            .run = &runCheck}};
}

} // namespace fw::cli
