#pragma once

#include <QSqlDriver>
#include <QSqlQuery>

#include <memory>

namespace fw {

/// A query of an open SQLite connection that talks to SQLite's own interface. Qt's asks SQLite anew on every execution what each column is called and
/// comes from, which for a wide row costs more than finding it; nobody here reads columns by name. Everything else is as with QSqlQuery: forward
/// only, positions for placeholders, the extended result code as QSqlError::nativeErrorCode().
/// Where Qt's plugin brings a library of its own, it is Qt's query after all.
/// Must be gone before `driver` is closed. Thread: that of the connection.
[[nodiscard]] std::unique_ptr<QSqlQuery> makeSqliteQuery(const QSqlDriver &driver);

} // namespace fw
