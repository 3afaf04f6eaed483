#pragma once

#include "app/model/arrival_rule.h"
#include "app/model/macro.h"
#include "app/model/policy/policy.h"
#include "app/model/queue/class_rules.h"
#include "app/model/retention.h"
#include "app/model/roster.h"
#include "app/model/saved_reply.h"
#include "app/store/database.h"

namespace fw {

/// A file somebody wrote for the desk.
struct DefinitionFile {
    QString name = {}; // by which problems in it are told
    QByteArray bytes = {};
};

/// What an import did: those with a new version, of how many.
template <typename T>
struct Imported {
    QList<T> changed = {};
    qsizetype count = 0;
};

// Each takes a file as a whole: all of it is in force afterwards, or, with Usage naming file, line and reason, what was there before. In the unit of work
// of `db`, with its fact. Thread: the database's.
[[nodiscard]] Result<Imported<Calendar>> importCalendars(
    Database &db, const DefinitionFile &file, const QString &by);
[[nodiscard]] Result<Imported<Policy>> importPolicies(
    Database &db, const DefinitionFile &file, const QString &by);
/// The roster taken.
[[nodiscard]] Result<Roster> importRoster(Database &db, const DefinitionFile &file, const QString &by);
/// The rules, and nothing changed where there is no new version. Who waits gets the class with ClassStore::computeAgain().
[[nodiscard]] Result<Imported<ClassRule>> importClassRules(
    Database &db, const DefinitionFile &file, const QString &by);
/// How many rules.
[[nodiscard]] Result<int> importArrivalRules(Database &db, const DefinitionFile &file, const QString &by);
/// How many are new or say something else.
[[nodiscard]] Result<int> importSavedReplies(Database &db, const DefinitionFile &file, const QString &by);
/// How many macros.
[[nodiscard]] Result<int> importMacros(Database &db, const DefinitionFile &file, const QString &by);

/// The rules taken.
[[nodiscard]] Result<QList<RetentionRule>> importRetention(
    Database &db, const DefinitionFile &file, const QString &by);
/// The same, without putting them in force.
[[nodiscard]] Result<QList<RetentionRule>> retentionRulesOf(const DefinitionFile &file);

/// What there is a file for, in the order in which they may name each other.
enum class DefinitionKind {
    Calendars,
    Roster,
    Policies,
    ClassRules,
    SavedReplies,
    ArrivalRules,
    Macros,
    Retention
};
[[nodiscard]] const QList<DefinitionKind> &allDefinitionKinds();

/// One thing that is in force, as it stands in its file.
struct Definition {
    QString list = {}; // the member of the file that it stands in: "agents"
    QString name = {};
    QJsonObject json = {};
    bool operator==(const Definition &) const = default;
};

/// Any of the imports above.
[[nodiscard]] Done importDefinitions(
    Database &db, DefinitionKind kind, const DefinitionFile &file, const QString &by);
/// In force, in order.
[[nodiscard]] QList<Definition> definitions(Database &db, DefinitionKind kind);
/// The import, if what is in force is still what was `read`: what a colleague changed meanwhile is not written over. Returns what is in force now.
/// Errors: those of the import; Busy.
[[nodiscard]] Result<QList<Definition>> replaceDefinitions(Database &db, DefinitionKind kind,
    const QList<Definition> &read, const DefinitionFile &file, const QString &by);
/// Who put something of a kind in force, and when.
struct LastImport {
    QString by = {};
    Instant at = {};
};
/// Nothing: nobody ever did. Cost: reads the journal backwards as far as that.
[[nodiscard]] std::optional<LastImport> lastImport(Database &db, DefinitionKind kind);
/// Whether an import of what was in force before brings all of it back. A calendar cannot be taken out again, and who is taken out of the roster comes back
/// offline.
[[nodiscard]] bool canBeTakenBack(DefinitionKind kind);
/// A file that can be imported again.
[[nodiscard]] QByteArray fileOf(DefinitionKind kind, const QList<Definition> &definitions);

} // namespace fw
