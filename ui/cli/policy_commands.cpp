#include "app/store/conversation_store.h"
#include "app/store/target_store.h"
#include "ui/cli/named_file.h"
#include "ui/cli/policy_output.h"

namespace fw::cli {

namespace {
using namespace Qt::StringLiterals;

template <typename T>
void tell(const Invocation &call, const QString &what, const Imported<T> &imported)
{
    QJsonArray changed;
    QStringList names;
    for (const T &value : imported.changed) {
        changed.append(QJsonObject{{u"name"_s, value.name}, {u"version"_s, value.version}});
        names.append(u"%1 (version %2)"_s.arg(value.name).arg(value.version));
    }
    if (call.isJson) {
        call.terminal.json(QJsonObject{{u"read"_s, imported.count}, {u"changed"_s, changed}});
    } else {
        call.terminal.line(
            u"%1 %2 read; new: %3"_s.arg(imported.count)
                .arg(what, names.isEmpty() ? u"none, all were there already"_s : names.join(u", "_s)));
    }
}

template <typename T>
Done runImport(const Invocation &call, const QString &usage, const QString &what,
    Result<Imported<T>> (*import)(Database &, const DefinitionFile &, const QString &))
{
    const auto imported = importFile(call, usage, import);
    if (!imported) {
        return Failure(imported.error());
    }
    tell(call, what, *imported);
    return {};
}

Done runCalendarImport(const Invocation &call)
{
    return runImport(call, u"calendar import FILE"_s, u"calendars"_s, &importCalendars);
}

Done runPolicyImport(const Invocation &call)
{
    return runImport(call, u"policy import FILE"_s, u"policies"_s, &importPolicies);
}

template <typename T>
Done printList(const Invocation &call, const Result<QList<T>> &values, const QString &none)
{
    if (!values) {
        return Failure(values.error());
    }
    QJsonArray array;
    for (const T &value : *values) {
        array.append(versioned(value));
        if (!call.isJson) {
            call.terminal.line(summary(value));
        }
    }
    if (call.isJson) {
        call.terminal.json(array);
    } else if (values->isEmpty()) {
        call.terminal.line(none);
    }
    return {};
}

template <typename T>
Done printOne(const Invocation &call, const Result<QList<T>> &values, const QString &what)
{
    if (!values) {
        return Failure(values.error());
    }
    const QString name = call.words.value(0);
    QStringList names;
    for (const T &value : *values) {
        if (value.name == name) {
            if (call.isJson) {
                call.terminal.json(versioned(value));
            } else {
                show(call.terminal, value);
            }
            return {};
        }
        names.append(value.name);
    }
    return Failure({.code = name.isEmpty() ? ErrorCode::Usage : ErrorCode::NotFound,
        .detail = u"no %1 \"%2\"; there is: %3"_s.arg(
            what, name, names.isEmpty() ? u"none"_s : names.join(u", "_s))});
}

template <typename T>
Result<QList<T>> allOf(const Invocation &call, QList<T> (PolicyStore::*list)())
{
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    return await((*workplace)->store().read([list](Database &db) { return (PolicyStore(db).*list)(); }));
}

Done runCalendarList(const Invocation &call)
{
    return printList(call, allOf(call, &PolicyStore::calendars), u"No calendars."_s);
}

Done runCalendarShow(const Invocation &call)
{
    return printOne(call, allOf(call, &PolicyStore::calendars), u"calendar"_s);
}

Done runPolicyList(const Invocation &call)
{
    return printList(call, allOf(call, &PolicyStore::policies), u"No policies: nothing is promised."_s);
}

Done runPolicyShow(const Invocation &call)
{
    return printOne(call, allOf(call, &PolicyStore::policies), u"policy"_s);
}

Done runExplain(const Invocation &call)
{
    bool isNumber = false;
    const ConversationId id{call.value(u"conversation"_s).toLongLong(&isNumber)};
    if (!isNumber) {
        return Failure(
            {.code = ErrorCode::Usage, .detail = u"say which: policy explain --conversation ID"_s});
    }
    const auto workplace = call.workplace();
    if (!workplace) {
        return Failure(workplace.error());
    }
    const auto targets = await((*workplace)->store().read([id](Database &db) -> Result<QList<KeptTarget>> {
        if (!ConversationStore(db).byId(id)) {
            return Failure({.code = ErrorCode::NotFound,
                .detail = u"no conversation %1; see: floorwalkerctl --data DIR queue"_s.arg(id.toString())});
        }
        return TargetStore(db).of(id);
    }));
    if (!targets) {
        return Failure(targets.error());
    }
    const Instant now = call.clock.now();
    QJsonArray array;
    for (const KeptTarget &kept : *targets) {
        array.append(explained(kept, now));
        if (!call.isJson) {
            show(call.terminal, kept, now);
        }
    }
    if (call.isJson) {
        call.terminal.json(
            QJsonObject{{u"conversation"_s, id.toString()}, {u"at"_s, toIso(now)}, {u"targets"_s, array}});
    } else if (targets->isEmpty()) {
        call.terminal.line(u"Nothing is promised in this conversation."_s);
    }
    return {};
}
} // namespace

QList<Command> policyCommands()
{
    const QCommandLineOption agent = agentOption(u"Who does it."_s);
    return {{.name = u"calendar import"_s,
                .arguments = u"FILE"_s,
                .summary = u"Takes opening hours from a file; all of it or nothing."_s,
                .options = {agent},
                .run = &runCalendarImport},
        {.name = u"calendar list"_s, .summary = u"Calendars by name."_s, .run = &runCalendarList},
        {.name = u"calendar show"_s,
            .arguments = u"NAME"_s,
            .summary = u"A calendar as it can be imported."_s,
            .run = &runCalendarShow},
        {.name = u"policy import"_s,
            .arguments = u"FILE"_s,
            .summary = u"Puts the policies of a file in force, in their order, and no others."_s,
            .options = {agent},
            .run = &runPolicyImport},
        {.name = u"policy list"_s, .summary = u"Policies in force, in their order."_s, .run = &runPolicyList},
        {.name = u"policy show"_s,
            .arguments = u"NAME"_s,
            .summary = u"A policy as it can be imported."_s,
            .run = &runPolicyShow},
        {.name = u"policy explain"_s,
            .arguments = u"--conversation ID"_s,
            .summary = u"What is promised in a conversation, and how each time comes about."_s,
            .options = {{u"conversation"_s, u"As queue shows it."_s, u"ID"_s}},
            .run = &runExplain}};
}

} // namespace fw::cli
