#pragma once

#include <QSqlDriver>
#include <QSqlQuery>

#include <memory>

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

} // namespace fw
