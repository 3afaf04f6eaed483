#pragma once

#include "app/store/database.h"
#include "app/store/team_roles.h"

namespace fw {

/// Somebody's or some service's way into a team's database.
struct Login {
    QString name = {};
    TeamRole role = TeamRole::Agent;
    bool operator==(const Login &) const = default;
};

/// The logins of one team's database (PostgreSQL only), each member of one of four groups that are named after the database: DATABASE_agent … . What the
/// groups may do is in team_roles.h. Facts: "login-added" {login, role}, "login-removed" {login}. Thread: the database's.
class LoginStore final
{
public:
    explicit LoginStore(Database &db) : m_db(db) { }

    /// Makes the groups, gives the tables to the administrators, and grants what team_roles.h says, no more; migrate() runs it again where new tables came. May be run again. For who
    /// owns the database and may create roles, or was added as administrator. Errors: Internal for a table without a line there.
    [[nodiscard]] Done prepare();
    /// prepare() was run on this database once.
    [[nodiscard]] bool isPrepared();
    /// A new login, or an old one in another role. `password` becomes a SCRAM-SHA-256 verifier here, so that no server's log sees it; empty: none is set, and
    /// the server knows them otherwise (peer, certificate, LDAP). Errors: Usage for a name or password that cannot be taken, or a password for a
    /// login that is there.
    [[nodiscard]] Done add(
        const QString &name, TeamRole role, const QByteArray &password, const QString &agent);
    /// The login is gone; sessions that are open can do nothing more. Errors: NotFound.
    [[nodiscard]] Done remove(const QString &name, const QString &agent);
    /// By name.
    [[nodiscard]] QList<Login> logins();

private:
    [[nodiscard]] QString group(TeamRole role);
    [[nodiscard]] bool isRole(const QString &name);
    void makeGroups();
    void grantDatabase();
    void grantTables();
    void guardRows();

    Database &m_db;
};

} // namespace fw
