#pragma once

#include "app/core/error.h"

#include <QList>

namespace fw {

/// Where a desk's database is: a SQLite file, or a PostgreSQL server.
struct DatabasePlace {
    enum class Engine { Sqlite, Postgres };

    Engine engine = Engine::Sqlite;
    QString file = {}; // SQLite only
    QString host = {}; // a name, an address or the folder of a Unix socket; empty: the server's usual socket
    int port = 5432;   // -1: what libpq's service file says
    QString user = {}; // empty: the name of the user who runs the program
    /// Empty: libpq looks into ~/.pgpass. Never shown.
    QString password = {};
    QString database = {};
    /// Further words of libpq with their values: sslmode, sslrootcert, sslcert, sslkey, passfile, service, connect_timeout.
    QList<std::pair<QString, QString>> options = {};
    bool operator==(const DatabasePlace &) const = default;

    [[nodiscard]] static DatabasePlace ofFile(const QString &file);
    /// `postgresql://user:password@host:port/database?sslmode=…` (also `postgres:`; `?host=/folder` for a socket), or the path of a file.
    /// Errors: Usage.
    [[nodiscard]] static Result<DatabasePlace> parse(const QString &text);
    [[nodiscard]] bool isPostgres() const { return engine == Engine::Postgres; }
    /// For people and the log: the path, or the URL without password and options.
    [[nodiscard]] QString shown() const;
};

/// What Qt's driver for PostgreSQL is told beside host and names: `ours`, then the place's own, of which the last word of a name counts.
[[nodiscard]] QString serverOptions(
    const DatabasePlace &place, const QList<std::pair<QString, QString>> &ours);

} // namespace fw
