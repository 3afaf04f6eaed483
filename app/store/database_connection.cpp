// How a connection is made, and made again.
#include "app/store/database.h"

#include "app/store/sqlite_result.h"

#include <QFile>
#include <QSqlError>

#include <atomic>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString newConnectionName()
{
    static std::atomic<int> connections = 0;
    return u"fw-%1"_s.arg(++connections);
}
} // namespace

Result<std::unique_ptr<Database>> Database::open(
    const DatabasePlace &place, Access access, const Clock &clock, IdSource &ids)
{
    if (!place.isPostgres() && access == Access::ReadWrite) {
        if (const Done created = createPrivateFile(place.file); !created) {
            return Failure(created.error());
        }
    }
    std::unique_ptr<Database> made(new Database(place, access, clock, ids));
    made->connect();
    if (made->m_error) {
        return Failure(*made->m_error);
    }
    return made;
}

Database::Database(const DatabasePlace &place, Access access, const Clock &clock, IdSource &ids)
    : m_place(place)
    , m_access(access)
    , m_clock(clock)
    , m_ids(ids)
{
}

void Database::prepareConnection()
{
    m_connection = newConnectionName();
    m_database = QSqlDatabase::addDatabase(m_place.isPostgres() ? u"QPSQL"_s : u"QSQLITE"_s, m_connection);
    if (m_place.isPostgres()) {
        m_database.setHostName(m_place.host);
        m_database.setPort(m_place.port);
        m_database.setUserName(m_place.user);
        m_database.setPassword(m_place.password);
        m_database.setDatabaseName(m_place.database);
        // A server that vanishes without a word is noticed within half a minute.
        m_database.setConnectOptions(serverOptions(m_place,
            {{u"connect_timeout"_s, u"10"_s}, {u"application_name"_s, u"floorwalker"_s},
                {u"keepalives_idle"_s, u"15"_s}, {u"keepalives_interval"_s, u"5"_s},
                {u"keepalives_count"_s, u"3"_s}, {u"tcp_user_timeout"_s, u"30000"_s}}));
    } else {
        tuneSqlite();
        m_database.setDatabaseName(m_place.file);
        m_database.setConnectOptions(m_access == Access::ReadOnly
                ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=10000"_s
                : u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    }
}

void Database::connect()
{
    prepareConnection();
    if (!m_database.isValid()) {
        m_trouble = Trouble::Other;
        m_error = Error{.code = ErrorCode::Storage,
            .detail = u"Qt's driver for this database is missing; install %1"_s.arg(
                m_place.isPostgres() ? u"libqt6sql6-psql"_s : u"libqt6sql6-sqlite"_s)};
        return;
    }
    if (!m_database.open()) {
        fail(u"cannot open "_s + m_place.shown(), m_database.lastError());
        m_isLost = true;
        return;
    }
    m_isLost = false;
    if (m_place.isPostgres()) {
        script({u"SET client_min_messages = error"_s, // or libpq writes notices to stderr
            u"SET lock_timeout = '10s'"_s,
            // A console that hangs half-way must not hold up the others.
            u"SET idle_in_transaction_session_timeout = '60s'"_s,
            // "Queued" promises that a power cut does not lose it.
            u"SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"_s});
        // Writers look up single rows. A scan of a table that is still small would read, and conflict with, everybody's.
        direct(m_access == Access::ReadOnly ? u"SET default_transaction_read_only = on"_s
                                            : u"SET enable_seqscan = off"_s);
        return;
    }
    direct(u"PRAGMA foreign_keys = ON"_s);
    if (m_access == Access::ReadWrite) {
        direct(u"PRAGMA journal_mode = WAL"_s);
        // FULL: a committed reply survives a power cut, which is what "queued" promises.
        direct(u"PRAGMA synchronous = FULL"_s);
        // A page that many units of work change is written back once for all of them; the log stays below some 16 MB.
        direct(u"PRAGMA wal_autocheckpoint = 4000"_s);
        direct(u"PRAGMA cache_size = -8000"_s); // KiB
    }
}

void Database::disconnect()
{
    if (!m_place.isPostgres()) { // SQLite closes nothing while there are statements
        m_prepared.clear();
    }
    // On PostgreSQL the statements last: without their connection they do not try to tell the server that they are done with.
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
    m_prepared.clear();
}

Database::~Database()
{
    disconnect();
}

void Database::reconnectIfLost()
{
    if (m_isLost) {
        disconnect();
        connect();
    }
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

} // namespace fw
