#pragma once

#include "app/store/database_place.h"

namespace fw::test {

/// A PostgreSQL server of this test program: made in a temporary folder the first time somebody asks for it, run by an unprivileged user, reached
/// through a socket in that folder. It is stopped and removed when the program ends, however it ends.
class PgCluster
{
public:
    /// Why there is none; empty when the server runs.
    [[nodiscard]] static QString whyNot();
    /// The place of one of its databases; "postgres" is always there.
    [[nodiscard]] static DatabasePlace database(const QString &name);
    /// Makes an empty database and returns its place.
    [[nodiscard]] static DatabasePlace makeDatabase();
    static void dropDatabase(const DatabasePlace &place);
    /// Ends every session of that database, as a restart of the server would.
    static void disconnectAll(const DatabasePlace &place);
    /// While not reachable nobody is let in, and whoever was is out.
    static void setReachable(const DatabasePlace &place, bool isReachable);
    /// The same for one login, in every database.
    static void setReachable(const QString &login, bool isReachable);
    /// A login that may do everything.
    static void makeLogin(const QString &login);
    /// From now on who logs in as `login` needs the password; a server asks nobody else for one.
    static void askPasswordOf(const QString &login);
};

} // namespace fw::test
