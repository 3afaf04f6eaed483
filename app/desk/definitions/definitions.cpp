#include "app/desk/definitions/definitions.h"

#include "app/model/policy/calendar_form.h"
#include "app/model/policy/policy_form.h"
#include "app/model/roster_form.h"
#include "app/store/account_store.h"
#include "app/store/arrival_rules.h"
#include "app/store/class_store.h"
#include "app/store/journal_store.h"
#include "app/store/macro_store.h"
#include "app/store/policy_store.h"
#include "app/store/retention_store.h"
#include "app/store/roster_store.h"
#include "app/store/saved_reply_store.h"

#include <QJsonDocument>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
template <typename T>
QStringList namesOf(const QList<T> &values)
{
    QStringList names;
    for (const T &value : values) {
        names << value.name;
    }
    return names;
}

QStringList agentsOf(Database &db)
{
    QStringList names;
    for (const RosterEntry &entry : RosterStore(db).agents()) {
        names << entry.agent.name;
    }
    return names;
}

/// The members that are lists in a file of this kind.
QStringList listsOf(DefinitionKind kind)
{
    switch (kind) {
    case DefinitionKind::Calendars:
        return {u"calendars"_s};
    case DefinitionKind::Roster:
        return {u"agents"_s, u"needs"_s};
    case DefinitionKind::Policies:
        return {u"policies"_s};
    case DefinitionKind::ClassRules:
    case DefinitionKind::ArrivalRules:
        return {u"rules"_s};
    case DefinitionKind::SavedReplies:
        return {u"saved_replies"_s};
    case DefinitionKind::Macros:
        return {u"macros"_s};
    case DefinitionKind::Retention:
        return {u"retention"_s};
    }
    Q_UNREACHABLE();
}

/// What the journal calls an import.
QString factOf(DefinitionKind kind)
{
    switch (kind) {
    case DefinitionKind::Calendars:
        return u"calendar-imported"_s;
    case DefinitionKind::Roster:
        return u"roster-imported"_s;
    case DefinitionKind::Policies:
        return u"policies-imported"_s;
    case DefinitionKind::ClassRules:
        return u"class-rules-imported"_s;
    case DefinitionKind::SavedReplies:
        return u"saved-replies-imported"_s;
    case DefinitionKind::ArrivalRules:
        return u"arrival-rules-imported"_s;
    case DefinitionKind::Macros:
        return u"macros-imported"_s;
    case DefinitionKind::Retention:
        return u"retention-imported"_s;
    }
    Q_UNREACHABLE();
}

template <typename T>
QList<Definition> written(const QString &list, const QList<T> &values)
{
    QList<Definition> all;
    for (const T &value : values) {
        all.append({.list = list, .name = value.name, .json = toJson(value)});
    }
    return all;
}

QList<Definition> rosterOf(Database &db)
{
    QList<Definition> all;
    RosterStore store(db);
    for (const RosterEntry &entry : store.agents()) {
        all.append({.list = u"agents"_s, .name = entry.agent.name, .json = toJson(entry.agent)});
    }
    const QList<NeedsRule> needs = store.rules();
    for (qsizetype i = 0; i < needs.size(); ++i) {
        all.append({.list = u"needs"_s, .name = u"needs %1"_s.arg(i + 1), .json = toJson(needs.at(i))});
    }
    return all;
}

QList<Definition> classRulesOf(Database &db)
{
    QList<Definition> all;
    for (const QJsonValue &rule : toJson(ClassStore(db).rules()).value(u"rules"_s).toArray()) {
        const QJsonObject json = rule.toObject();
        all.append({.list = u"rules"_s, .name = json.value(u"name"_s).toString(), .json = json});
    }
    return all;
}

QList<Definition> retentionOf(Database &db, const QString &list)
{
    QList<Definition> all;
    for (const RetentionRule &rule : RetentionStore(db).rules()) {
        all.append({.list = list, .name = toString(rule.what), .json = toJson(rule)});
    }
    return all;
}
} // namespace

Result<Imported<Calendar>> importCalendars(Database &db, const DefinitionFile &file, const QString &by)
{
    JsonForm form(file.name, file.bytes);
    const QList<Calendar> calendars = calendarsIn(form.root());
    return form.verdict().map([&] {
        return Imported<Calendar>{
            .changed = PolicyStore(db).importCalendars(calendars, by), .count = calendars.size()};
    });
}

Result<Imported<Policy>> importPolicies(Database &db, const DefinitionFile &file, const QString &by)
{
    JsonForm form(file.name, file.bytes);
    const QList<Policy> policies = policiesIn(form.root(),
        {.calendars = namesOf(PolicyStore(db).calendars()), .accounts = namesOf(AccountStore(db).all())});
    return form.verdict().map([&] {
        return Imported<Policy>{
            .changed = PolicyStore(db).importPolicies(policies, by), .count = policies.size()};
    });
}

Result<Roster> importRoster(Database &db, const DefinitionFile &file, const QString &by)
{
    JsonForm form(file.name, file.bytes);
    const Roster roster
        = rosterIn(form.root(), namesOf(PolicyStore(db).calendars()), namesOf(AccountStore(db).all()));
    return form.verdict().map([&] {
        RosterStore(db).import(roster, by);
        return roster;
    });
}

Result<Imported<ClassRule>> importClassRules(Database &db, const DefinitionFile &file, const QString &by)
{
    JsonForm form(file.name, file.bytes);
    const QList<ClassRule> rules = classRulesIn(form.root());
    return form.verdict().map([&] {
        const bool isNew = ClassStore(db).importRules(rules, by);
        return Imported<ClassRule>{.changed = isNew ? rules : QList<ClassRule>(), .count = rules.size()};
    });
}

Result<int> importArrivalRules(Database &db, const DefinitionFile &file, const QString &by)
{
    JsonForm form(file.name, file.bytes);
    const QList<ArrivalRule> rules = arrivalRulesIn(form.root(),
        {.accounts = namesOf(AccountStore(db).all()),
            .agents = agentsOf(db),
            .teams = namesOf(RosterStore(db).teams()),
            .savedReplies = namesOf(SavedReplyStore(db).all())});
    return form.verdict().map([&] {
        ArrivalRules(db).import(rules, by);
        return int(rules.size());
    });
}

Result<int> importSavedReplies(Database &db, const DefinitionFile &file, const QString &by)
{
    JsonForm form(file.name, file.bytes);
    const QList<SavedReply> replies = savedRepliesIn(form.root(), namesOf(AccountStore(db).all()));
    return form.verdict().map([&] { return SavedReplyStore(db).import(replies, by); });
}

Result<int> importMacros(Database &db, const DefinitionFile &file, const QString &by)
{
    JsonForm form(file.name, file.bytes);
    const QList<Macro> macros = macrosIn(form.root(),
        {.agents = agentsOf(db),
            .teams = namesOf(RosterStore(db).teams()),
            .savedReplies = namesOf(SavedReplyStore(db).all())});
    return form.verdict().map([&] {
        MacroStore(db).import(macros, by);
        return int(macros.size());
    });
}

Result<QList<RetentionRule>> retentionRulesOf(const DefinitionFile &file)
{
    JsonForm form(file.name, file.bytes);
    const QList<RetentionRule> rules = retentionIn(form.root());
    return form.verdict().map([&] { return rules; });
}

Result<QList<RetentionRule>> importRetention(Database &db, const DefinitionFile &file, const QString &by)
{
    return retentionRulesOf(file).map([&](const QList<RetentionRule> &rules) {
        RetentionStore(db).import(rules, by);
        return rules;
    });
}

const QList<DefinitionKind> &allDefinitionKinds()
{
    static const QList<DefinitionKind> all{DefinitionKind::Calendars, DefinitionKind::Roster,
        DefinitionKind::Policies, DefinitionKind::ClassRules, DefinitionKind::SavedReplies,
        DefinitionKind::ArrivalRules, DefinitionKind::Macros, DefinitionKind::Retention};
    return all;
}

Done importDefinitions(Database &db, DefinitionKind kind, const DefinitionFile &file, const QString &by)
{
    const auto done = [](const auto &result) { return result.map([](const auto &) {}); };
    switch (kind) {
    case DefinitionKind::Calendars:
        return done(importCalendars(db, file, by));
    case DefinitionKind::Roster:
        return done(importRoster(db, file, by));
    case DefinitionKind::Policies:
        return done(importPolicies(db, file, by));
    case DefinitionKind::ClassRules:
        return done(importClassRules(db, file, by));
    case DefinitionKind::SavedReplies:
        return done(importSavedReplies(db, file, by));
    case DefinitionKind::ArrivalRules:
        return done(importArrivalRules(db, file, by));
    case DefinitionKind::Macros:
        return done(importMacros(db, file, by));
    case DefinitionKind::Retention:
        return done(importRetention(db, file, by));
    }
    Q_UNREACHABLE();
}

QList<Definition> definitions(Database &db, DefinitionKind kind)
{
    const QString list = listsOf(kind).constFirst();
    switch (kind) {
    case DefinitionKind::Calendars:
        return written(list, PolicyStore(db).calendars());
    case DefinitionKind::Roster:
        return rosterOf(db);
    case DefinitionKind::Policies:
        return written(list, PolicyStore(db).policies());
    case DefinitionKind::ClassRules:
        return classRulesOf(db);
    case DefinitionKind::SavedReplies:
        return written(list, SavedReplyStore(db).all());
    case DefinitionKind::ArrivalRules:
        return written(list, ArrivalRules(db).all());
    case DefinitionKind::Macros:
        return written(list, MacroStore(db).all());
    case DefinitionKind::Retention:
        return retentionOf(db, list);
    }
    Q_UNREACHABLE();
}

Result<QList<Definition>> replaceDefinitions(Database &db, DefinitionKind kind, const QList<Definition> &read,
    const DefinitionFile &file, const QString &by)
{
    if (definitions(db, kind) != read) {
        return Failure({.code = ErrorCode::Busy, .detail = u"somebody else changed it since it was read"_s});
    }
    return importDefinitions(db, kind, file, by).map([&] { return definitions(db, kind); });
}

std::optional<LastImport> lastImport(Database &db, DefinitionKind kind)
{
    const auto fact = JournalStore(db).newest(factOf(kind));
    return fact ? std::make_optional(LastImport{.by = fact->agent, .at = fact->at}) : std::nullopt;
}

bool canBeTakenBack(DefinitionKind kind)
{
    return kind != DefinitionKind::Calendars && kind != DefinitionKind::Roster;
}

QByteArray fileOf(DefinitionKind kind, const QList<Definition> &definitions)
{
    QJsonObject file;
    for (const QString &list : listsOf(kind)) {
        QJsonArray array;
        for (const Definition &definition : definitions) {
            if (definition.list == list) {
                array.append(definition.json);
            }
        }
        file.insert(list, array);
    }
    return QJsonDocument(file).toJson();
}

} // namespace fw
