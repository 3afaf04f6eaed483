#include "app/store/database.h"

#include "app/core/log.h"

#include <QFile>
#include <QSqlError>

#include <atomic>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Error storageError(const QString &what, const QSqlError &error)
{
    // 13 is SQLITE_FULL, 26 SQLITE_NOTADB, 11 SQLITE_CORRUPT: the ones a person can do something about.
    const QString native = error.nativeErrorCode();
    QString help;
    if (native == "13"_L1) {
        help = u"; free some disk space and try again"_s;
    } else if (native == "26"_L1 || native == "11"_L1) {
        help = u"; the file is damaged or not a Floorwalker database: restore it from a backup"_s;
    }
    return {
        .code = ErrorCode::Storage, .detail = u"database: %1: %2%3"_s.arg(what, error.databaseText(), help)};
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(
    const QString &file, Access access, const Clock &clock, IdSource &ids)
{
    if (access == Access::ReadWrite) {
        if (const Done created = createPrivateFile(file); !created) {
            return Failure(created.error());
        }
    }
    static std::atomic<int> connections = 0;
    std::unique_ptr<Database> made(new Database(u"fw-%1"_s.arg(++connections), clock, ids));
    made->m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, made->m_connection);
    made->m_database.setDatabaseName(file);
    made->m_database.setConnectOptions(access == Access::ReadOnly
            ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=10000"_s
            : u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!made->m_database.open()) {
        return Failure(storageError(u"cannot open "_s + file, made->m_database.lastError()));
    }
    made->direct(u"PRAGMA foreign_keys = ON"_s);
    if (access == Access::ReadWrite) {
        made->direct(u"PRAGMA journal_mode = WAL"_s);
        // FULL: a committed reply survives a power cut, which is what "queued" promises.
        made->direct(u"PRAGMA synchronous = FULL"_s);
    }
    if (made->m_error) {
        return Failure(*made->m_error);
    }
    return made;
}

Database::Database(const QString &connection, const Clock &clock, IdSource &ids)
    : m_connection(connection)
    , m_clock(clock)
    , m_ids(ids)
{
}

Database::~Database()
{
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

void Database::fail(Error error)
{
    if (!m_error) {
        log::warn(log::Area::Storage, "statement failed", {{"code", log::SafeText{toString(error.code)}}});
        m_error = std::move(error);
    }
}

QSqlQuery *Database::run(const QString &sql, const QVariantList &values)
{
    if (m_error) {
        return nullptr;
    }
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end()) {
        auto made = std::make_unique<QSqlQuery>(m_database);
        made->setForwardOnly(true);
        if (!made->prepare(sql)) {
            fail(storageError(sql.left(60), made->lastError()));
            return nullptr;
        }
        found = m_prepared.emplace(sql, std::move(made)).first;
    }
    QSqlQuery &query = *found->second;
    for (qsizetype i = 0; i < values.size(); ++i) {
        // A null QString means empty text here; NULL is said with an invalid QVariant.
        const bool isNullText = values[i].typeId() == QMetaType::QString && values[i].toString().isNull();
        query.bindValue(int(i), isNullText ? QVariant(u""_s) : values[i]);
    }
    if (!query.exec()) {
        fail(storageError(sql.left(60), query.lastError()));
        query.finish();
        return nullptr;
    }
    return &query;
}

void Database::direct(const QString &sql)
{
    if (m_error) {
        return;
    }
    QSqlQuery query(m_database);
    if (!query.exec(sql)) {
        fail(storageError(sql.left(60), query.lastError()));
    }
}

qint64 Database::exec(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = run(sql, values);
    if (!query) {
        return 0;
    }
    const qint64 changed = query->numRowsAffected();
    query->finish();
    return changed;
}

qint64 Database::number(const QString &sql, const QVariantList &values)
{
    return one(sql, values, [](const QSqlQuery &row) { return row.value(0).toLongLong(); }).value_or(0);
}

void Database::script(const QStringList &statements)
{
    for (const QString &statement : statements) {
        direct(statement);
    }
}

void Database::beginWriting()
{
    exec(u"BEGIN IMMEDIATE"_s);
}

void Database::beginReading()
{
    exec(u"BEGIN"_s);
}

Done Database::commit()
{
    exec(u"COMMIT"_s);
    if (m_error) {
        const Error failed = *m_error;
        rollback();
        return Failure(failed);
    }
    return {};
}

void Database::rollback()
{
    QSqlQuery query(m_database);
    query.exec(u"ROLLBACK"_s); // fails when no transaction is open, which is what we want to reach
}

Done createPrivateFile(const QString &file)
{
    if (QFile::exists(file)) {
        return {};
    }
    QFile created(file);
    // Made empty and private before SQLite opens it, so that neither it nor its WAL is ever readable by others.
    if (!created.open(QIODevice::WriteOnly)
        || !created.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        return Failure({.code = ErrorCode::Storage,
            .detail = u"cannot create %1: %2"_s.arg(file, created.errorString())});
    }
    return {};
}
QVariant toColumn(const std::optional<Instant> &instant)
{
    return instant ? QVariant(toMs(*instant)) : QVariant();
}

std::optional<Instant> optionalInstant(const QVariant &column)
{
    return column.isNull() ? std::nullopt : std::optional(instantFromMs(column.toLongLong()));
}

} // namespace fw
