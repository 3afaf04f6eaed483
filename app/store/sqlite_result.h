#pragma once

#include <QSqlDriver>
#include <QSqlQuery>

#include <chrono>
#include <memory>

struct sqlite3;

namespace fw {

/// Once, before the process opens its first SQLite connection. A statement with a list, or with RETURNING, makes a small table in memory each time it runs, for which SQLite
/// reserves twenty pages at once; a thread's heap gives them back to the system each time, which costs more than the statement. Without the reserve pages are taken one by
/// one. Thread: any.
void tuneSqlite();

/// A query of an open SQLite connection that talks to SQLite's own interface. Qt's asks SQLite anew on every execution what each column is called and
/// comes from, which for a wide row costs more than finding it; nobody here reads columns by name. Everything else is as with QSqlQuery: forward
/// only, positions for placeholders, the extended result code as QSqlError::nativeErrorCode().
/// Where Qt's plugin brings a library of its own, it is Qt's query after all.
/// Must be gone before `driver` is closed. Thread: that of the connection.
[[nodiscard]] std::unique_ptr<QSqlQuery> makeSqliteQuery(const QSqlDriver &driver);

/// While it lives, what runs on an open SQLite connection is ended with SQLITE_INTERRUPT when `time` is over. Where Qt's plugin brings a library of its own there
/// is no such limit. Gone before the connection is closed. Thread: that of the connection.
class SqliteDeadline final
{
    Q_DISABLE_COPY_MOVE(SqliteDeadline)
public:
    SqliteDeadline(const QSqlDriver &driver, std::chrono::milliseconds time);
    ~SqliteDeadline();

private:
    sqlite3 *m_db = nullptr;
    std::chrono::steady_clock::time_point m_end;
};

} // namespace fw
