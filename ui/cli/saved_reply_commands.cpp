#include "app/customers/customer_fields.h"
#include "app/desk/words/words.h"
#include "ui/cli/named_file.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

QJsonObject withVersion(const SavedReply &reply)
{
    QJsonObject json = toJson(reply);
    json.insert(u"version"_s, reply.version);
    return json;
}

/// --conversation; null without it. Errors: Usage.
Result<ConversationId> conversationOf(const Invocation &call)
{
    bool isNumber = false;
    const qint64 id = call.value(u"conversation"_s).toLongLong(&isNumber);
    if (call.has(u"conversation"_s) && !isNumber) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"--conversation: say its number; see: floorwalkerctl --data DIR queue"_s});
    }
    return ConversationId{id};
}

Done runImport(const Invocation &call)
{
    const auto changed = importFile(call, u"saved-reply import FILE"_s, &importSavedReplies);
    if (!changed) {
        return Failure(changed.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"changed"_s, *changed}});
    } else {
        call.terminal.line(u"%1 saved replies are new or changed"_s.arg(*changed));
    }
    return {};
}

Done runExport(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto all
        = await((*workplace)->store().read([](Database &db) { return SavedReplyStore(db).all(); }));
    if (!all) {
        return Failure(all.error());
    }
    QJsonArray array;
    for (const SavedReply &reply : *all) {
        array.append(toJson(reply));
    }
    call.terminal.json(QJsonObject{{u"saved_replies"_s, array}});
    return {};
}

Done runList(const Invocation &call)
{
    const auto conversation = conversationOf(call);
    if (!conversation) {
        return Failure(conversation.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto found = await(
        Words((*workplace)->store()).find(call.words.join(u' '), *conversation, call.value(u"agent"_s)));
    if (!found) {
        return Failure(found.error());
    }
    QJsonArray array;
    for (const SavedReply &reply : *found) {
        array.append(withVersion(reply));
        if (!call.isJson) {
            call.terminal.line(u"%1  %2"_s.arg(reply.name, reply.text));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (found->isEmpty()) {
        call.terminal.line(u"No saved reply answers that."_s);
    }
    return {};
}

Done runFill(const Invocation &call)
{
    const auto conversation = conversationOf(call);
    if (!conversation || conversation->isNull() || call.words.isEmpty()) {
        return Failure(conversation ? Error{.code = ErrorCode::Usage,
                           .detail = u"say which, and for whom: saved-reply fill NAME --conversation ID"_s}
                                    : conversation.error());
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    Words words((*workplace)->store());
    words.addSource(&customerFields);
    const auto filled = await(words.fill(call.words.join(u' '), *conversation, call.value(u"agent"_s)));
    if (!filled) {
        return Failure(filled.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{
            {u"text"_s, filled->text}, {u"missing"_s, QJsonArray::fromStringList(filled->missing)}});
        return {};
    }
    call.terminal.line(filled->text);
    if (!filled->missing.isEmpty()) {
        call.terminal.note(u"note: nothing is known for {%1}; it cannot be sent like that"_s.arg(
            filled->missing.join(u"}, {"_s)));
    }
    return {};
}
} // namespace

QList<Command> savedReplyCommands()
{
    const QCommandLineOption conversation(
        u"conversation"_s, u"For an answer in this conversation."_s, u"CONVERSATION"_s);
    return {{.name = u"saved-reply import"_s,
                .arguments = u"FILE"_s,
                .summary = u"Takes saved replies from a file; all of it or nothing."_s,
                .options = {agentOption(u"Who does it."_s)},
                .run = &runImport},
        {.name = u"saved-reply export"_s,
            .summary = u"Saved replies as saved-reply import takes them."_s,
            .run = &runExport},
        {.name = u"saved-reply list"_s,
            .arguments = u"[WORDS]"_s,
            .summary = u"Saved replies by the beginning of their name, or by words."_s,
            .options = {conversation, agentOption(u"For whom."_s)},
            .run = &runList},
        {.name = u"saved-reply fill"_s,
            .arguments = u"NAME"_s,
            .summary = u"A saved reply with its fields filled for a conversation."_s,
            .options = {conversation, agentOption(u"Who answers."_s)},
            .run = &runFill}};
}

} // namespace fw::cli
