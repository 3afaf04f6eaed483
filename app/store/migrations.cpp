#include "app/store/migrations.h"

#include "app/core/log.h"
#include "app/store/login_store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

// A static library's resources are dropped by the linker unless somebody asks for them. Must stand outside any namespace.
static void initResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct Migration {
    int version = 0;
    QString name = {};
    QStringList statements = {};
    QString checksum = {};
};

using Engine = DatabasePlace::Engine;

// NNNN_name.sql is for both engines; NNNN_name.sqlite.sql and NNNN_name.postgres.sql are for one.
bool isFor(Engine engine, const QString &name)
{
    const QString dialect = name.section(u'.', 1, -2);
    return dialect.isEmpty() || dialect == (engine == Engine::Postgres ? "postgres"_L1 : "sqlite"_L1);
}

QList<Migration> allMigrations(Engine engine)
{
    initResources();
    QList<Migration> migrations;
    const QDir folder(u":/migrations"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        if (!isFor(engine, name)) {
            continue;
        }
        QFile source(folder.filePath(name));
        if (!source.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArray sql = source.readAll();
        migrations.append({
            .version = name.section(u'_', 0, 0).toInt(),
            .name = name,
            .statements = QString::fromUtf8(sql).split(u"\n-- next\n"_s),
            .checksum
            = QString::fromLatin1(QCryptographicHash::hash(sql, QCryptographicHash::Sha256).toHex()),
        });
    }
    return migrations;
}

struct Applied {
    int version = 0;
    QString checksum = {};
};

QList<Applied> appliedMigrations(Database &database)
{
    return database.list(
        u"SELECT version, checksum FROM schema_migration ORDER BY version"_s, {}, [](const QSqlQuery &row) {
            return Applied{.version = row.value(0).toInt(), .checksum = row.value(1).toString()};
        });
}

Done check(const QList<Applied> &applied, const QList<Migration> &known, const QString &place)
{
    for (const Applied &entry : applied) {
        const auto match = std::find_if(
            known.begin(), known.end(), [&](const Migration &m) { return m.version == entry.version; });
        if (match == known.end()) {
            return Failure({.code = ErrorCode::StorageNewer,
                .detail
                = u"%1 was written by a newer Floorwalker (schema %2, this one knows %3); use that one. Nothing was touched."_s
                      .arg(place)
                      .arg(entry.version)
                      .arg(known.isEmpty() ? 0 : known.last().version)});
        }
        if (match->checksum != entry.checksum) {
            return Failure({.code = ErrorCode::Storage,
                .detail = u"%1 was made with another version of %2; use the program that made it"_s.arg(
                    place, match->name)});
        }
    }
    return {};
}

/// What is to be run: a query makes statements, one a row.
QStringList expanded(Database &database, const QString &statement)
{
    static const QRegularExpression query(u"^(--[^\\n]*\\n)*SELECT "_s);
    if (statement.contains(query)) {
        return database.list(statement, {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    }
    // Of a new desk the tables have at once what 0018_row_keys makes of older ones.
    QString portable = statement;
    return {database.place().isPostgres()
            ? portable
            : portable.replace("BIGINT PRIMARY KEY"_L1, "INTEGER PRIMARY KEY"_L1)};
}

/// References are not enforced while tables are made anew, so they are looked at before it counts.
std::optional<Error> brokenReferences(Database &database, const Migration &migration)
{
    if (database.place().isPostgres()) {
        return {};
    }
    const auto broken = database.one(u"SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1"_s, {},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!broken) {
        return {};
    }
    return Error{.code = ErrorCode::Storage,
        .detail
        = u"schema %1 cannot be made: a row of %2 refers to one that is not there. Nothing was changed"_s
              .arg(migration.version)
              .arg(*broken)};
}

/// A team's logins may use the new tables as soon as they are there, whichever administrator's program made them.
std::optional<Error> grantAnew(Database &database)
{
    LoginStore logins(database);
    if (!database.place().isPostgres() || !logins.isPrepared()) {
        return {};
    }
    const Done granted = logins.prepare();
    return granted ? database.error() : std::optional(granted.error());
}

Done apply(Database &database, const Migration &migration, bool isLast)
{
    database.beginMigrating();
    // Asked again under the lock: another process may have been faster.
    const bool isThere
        = database.number(u"SELECT count(*) FROM schema_migration WHERE version = ?"_s, {migration.version})
        > 0;
    if (!isThere) {
        for (const QString &statement : migration.statements) {
            database.script(expanded(database, statement));
        }
        database.exec(u"INSERT INTO schema_migration (version, checksum, applied_at_ms) VALUES (?, ?, ?)"_s,
            {migration.version, migration.checksum, toMs(database.now())});
    }
    std::optional<Error> failed = database.error() ? database.error() : brokenReferences(database, migration);
    if (!failed && !isThere && isLast) {
        failed = grantAnew(database);
    }
    if (failed) {
        database.rollback();
        return Failure(*failed);
    }
    return database.commit();
}

/// A table that is made anew is not there for a moment, and what refers to it is not to be deleted with it.
void enforceReferences(Database &database, bool isOn)
{
    if (!database.place().isPostgres()) {
        database.script({isOn ? u"PRAGMA foreign_keys = ON"_s : u"PRAGMA foreign_keys = OFF"_s});
    }
}

Done applyAll(Database &database, const QList<Migration> &known, int reached)
{
    for (const Migration &migration : known) {
        if (migration.version <= reached) {
            continue;
        }
        enforceReferences(database, false);
        const Done done = apply(database, migration, &migration == &known.last());
        enforceReferences(database, true);
        if (!done) {
            return done;
        }
        log::info(log::Area::Storage, "migrated", {{"schema", migration.version}});
    }
    return {};
}

/// On a team's database only its administrators change tables.
Done mayChange(Database &database, const QString &why, const QString &asked)
{
    if (!database.place().isPostgres() || database.number(asked) > 0) {
        return {};
    }
    return Failure({.code = ErrorCode::Storage,
        .detail
        = u"%1: %2, and this login may not change it. An administrator of the database brings it up to date: floorwalkerctl team init --database URL"_s
              .arg(database.place().shown(), why)});
}

Done makeTable(Database &database)
{
    if (database.hasTable(u"schema_migration"_s)) {
        return {};
    }
    const Done allowed = mayChange(database, u"no desk was ever made here"_s,
        u"SELECT CAST(has_schema_privilege(current_schema(), 'CREATE') AS INTEGER)"_s);
    if (!allowed) {
        return allowed;
    }
    database.beginMigrating();
    database.script(
        {u"CREATE TABLE IF NOT EXISTS schema_migration"
         " (version INTEGER PRIMARY KEY, checksum TEXT NOT NULL, applied_at_ms BIGINT NOT NULL)"_s});
    return database.commit();
}

/// How the copy is called until the upgrade is done. One that is there already is whole, and of this upgrade: it was interrupted, or another program makes it now.
QString unfinishedCopy(const DatabasePlace &place)
{
    return u"%1.before-%2.unfinished"_s.arg(place.file).arg(newestSchema());
}

/// A copy of an earlier upgrade stays: somebody may have put an older desk in place since.
void nameCopy(const Database &database)
{
    const QString made = unfinishedCopy(database.place());
    if (!QFile::exists(made)) {
        return;
    }
    QString name = u"%1.before-%2"_s.arg(database.place().file).arg(newestSchema());
    if (QFile::exists(name)) {
        name += u"-%1"_s.arg(toMs(database.now()));
    }
    QFile::rename(made, name);
}

Done keepCopy(Database &database, const QString &copy)
{
    if (QFile::exists(copy)) {
        return {};
    }
    const QString half = u"%1.%2"_s.arg(copy).arg(QCoreApplication::applicationPid());
    QFile::remove(half);
    if (Done made = createPrivateFile(half); !made) { // VACUUM takes an empty file
        return made;
    }
    database.exec(u"VACUUM INTO ?"_s, {half});
    const bool isKept = !database.error() && QFile::rename(half, copy);
    QFile::remove(half);
    if (database.error()) {
        return Failure(*database.error());
    }
    return isKept || QFile::exists(copy)
        ? Done()
        : Done(Failure({.code = ErrorCode::Io, .detail = u"the copy %1 cannot be made"_s.arg(copy)}));
}
} // namespace

QString quickCheck(Database &database)
{
    return database
        .one(database.place().isPostgres() ? u"SELECT 'ok'"_s : u"PRAGMA quick_check(1)"_s, {},
            [](const QSqlQuery &row) { return row.value(0).toString(); })
        .value_or(QString());
}

int newestSchema()
{
    const QList<Migration> known = allMigrations(Engine::Sqlite);
    return known.isEmpty() ? 0 : known.last().version;
}

Done migrate(Database &database)
{
    if (Done made = makeTable(database); !made) {
        return made;
    }
    const QList<Applied> applied = appliedMigrations(database);
    if (database.error()) {
        return Failure(*database.error());
    }
    const DatabasePlace &place = database.place();
    const QList<Migration> known = allMigrations(place.engine);
    if (Done sound = check(applied, known, place.shown()); !sound) {
        return sound;
    }
    const int reached = applied.isEmpty() ? 0 : applied.last().version;
    if (reached > 0 && reached < newestSchema() && !place.isPostgres()) {
        if (Done kept = keepCopy(database, unfinishedCopy(place)); !kept) {
            return kept;
        }
    }
    if (!known.isEmpty() && known.last().version > reached) {
        const Done allowed = mayChange(database,
            u"it has schema %1, this program needs %2"_s.arg(reached).arg(known.last().version),
            u"SELECT CAST(has_table_privilege('schema_migration', 'INSERT') AS INTEGER)"_s);
        if (!allowed) {
            return allowed;
        }
    }
    const Done done = applyAll(database, known, reached);
    if (done && !place.isPostgres()) {
        nameCopy(database);
    }
    return done;
}

} // namespace fw
