#include "app/store/macro_store.h"
#include "ui/cli/named_file.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

Done runImport(const Invocation &call)
{
    const auto count = importFile(call, u"macro import FILE"_s, &importMacros);
    if (!count) {
        return Failure(count.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"macros"_s, *count}});
    } else {
        call.terminal.line(u"%1 macros"_s.arg(*count));
    }
    return {};
}

Done runList(const Invocation &call)
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto macros = await((*workplace)->store().read([](Database &db) { return MacroStore(db).all(); }));
    if (!macros) {
        return Failure(macros.error());
    }
    QJsonArray array;
    for (const Macro &macro : *macros) {
        array.append(toJson(macro));
        if (!call.isJson) {
            call.terminal.line(macro.name);
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (macros->isEmpty()) {
        call.terminal.line(u"No macros."_s);
    }
    return {};
}

Done runMacro(const Invocation &call)
{
    bool isNumber = false;
    const ConversationId conversation{call.words.value(1).toLongLong(&isNumber)};
    if (!isNumber) {
        return Failure(
            {.code = ErrorCode::Usage, .detail = u"say what and where: macro run NAME CONVERSATION"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto run
        = await((*workplace)
                    ->store()
                    .write([name = call.words.value(0), conversation, by = call.value(u"agent"_s)](
                               Database &db) { return MacroStore(db).run(name, conversation, by); }));
    if (!run) {
        return Failure(run.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{
            {u"run"_s, run->id.toString()}, {u"actions"_s, QJsonArray::fromStringList(run->actions)}});
    } else {
        call.terminal.line(u"Done: %1. Take it back with: floorwalkerctl --data DIR macro undo %2"_s.arg(
            run->actions.isEmpty() ? u"nothing to do"_s : run->actions.join(u", "_s), run->id.toString()));
    }
    return {};
}

Done runUndo(const Invocation &call)
{
    bool isNumber = false;
    const FactId run{call.words.value(0).toLongLong(&isNumber)};
    if (!isNumber) {
        return Failure({.code = ErrorCode::Usage, .detail = u"say which run: macro undo RUN"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto undone = await((*workplace)->store().write([run, by = call.value(u"agent"_s)](Database &db) {
        return MacroStore(db).undo(run, by);
    }));
    if (!undone) {
        return Failure(undone.error());
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"undone"_s, *undone}});
    } else {
        call.terminal.line(*undone ? u"Undone."_s : u"That was undone already."_s);
    }
    return {};
}
} // namespace

QList<Command> macroCommands()
{
    return {{.name = u"macro import"_s,
                .arguments = u"FILE"_s,
                .summary = u"Takes macros from a file; all of it or nothing."_s,
                .options = {agentOption(u"Who does it."_s)},
                .run = &runImport},
        {.name = u"macro list"_s, .summary = u"Several actions as one, by name."_s, .run = &runList},
        {.name = u"macro run"_s,
            .arguments = u"NAME CONVERSATION"_s,
            .summary = u"Does all of a macro, or nothing of it."_s,
            .options = {agentOption(u"Who does it."_s)},
            .run = &runMacro},
        {.name = u"macro undo"_s,
            .arguments = u"RUN"_s,
            .summary = u"Takes back what a run of a macro changed."_s,
            .options = {agentOption(u"Who does it."_s)},
            .run = &runUndo}};
}

} // namespace fw::cli
