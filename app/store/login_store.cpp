#include "app/store/login_store.h"

#include "app/store/journal_store.h"
#include "app/store/password_verifier.h"

#include <QRegularExpression>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLongestName = 63; // of an identifier

Failure usage(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}

/// For statements that take no bound values.
QString identifier(const QString &name)
{
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

QString literal(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"''"_s) + u'\'';
}

Done checkName(const QString &name)
{
    static const QRegularExpression plain(u"^[a-z_][a-z0-9_.-]{0,62}$"_s);
    if (!plain.match(name).hasMatch() || name.startsWith("pg_"_L1)) {
        return usage(
            u"\"%1\" is no name for a login: small letters, digits, _ . and -, at most 63, not beginning with pg_"_s
                .arg(name));
    }
    return {};
}

QString readName(const QSqlQuery &row)
{
    return row.value(0).toString();
}
} // namespace

QString LoginStore::group(TeamRole role)
{
    return m_db.place().database + u'_' + toString(role);
}

bool LoginStore::isRole(const QString &name)
{
    return m_db.number(u"SELECT count(*) FROM pg_catalog.pg_roles WHERE rolname = ?"_s, {name}) > 0;
}

bool LoginStore::isPrepared()
{
    return isRole(group(TeamRole::Administrator));
}

Done LoginStore::prepare()
{
    if (group(TeamRole::Administrator).size() > kLongestName) {
        return usage(u"the database's name is too long: its groups could not be named after it"_s);
    }
    const QStringList tables
        = m_db.list(u"SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = "
                    u"c.relnamespace"
                    " WHERE c.relkind IN ('r', 'p') AND n.nspname = current_schema() ORDER BY c.relname"_s,
            {}, &readName);
    for (const QString &table : tables) {
        const auto isOfTable
            = [&table](const TableGrant &grant) { return table == QLatin1String(grant.table); };
        if (std::none_of(tableGrants().begin(), tableGrants().end(), isOfTable)) {
            return Failure({.code = ErrorCode::Internal,
                .detail = u"nothing says who may use the table %1"_s.arg(table)});
        }
    }
    makeGroups();
    grantDatabase();
    grantTables();
    guardRows();
    return {};
}

void LoginStore::makeGroups()
{
    for (const TeamRole role : allTeamRoles()) {
        if (!isRole(group(role))) {
            m_db.script({u"CREATE ROLE %1 NOLOGIN"_s.arg(identifier(group(role)))});
        }
    }
    const QString administrators = group(TeamRole::Administrator);
    if (m_db.number(u"SELECT CAST(pg_has_role(current_user, ?, 'MEMBER') AS INTEGER)"_s, {administrators})
        == 0) {
        m_db.script({u"GRANT %1 TO CURRENT_USER WITH ADMIN OPTION"_s.arg(identifier(administrators))});
    }
}

void LoginStore::grantDatabase()
{
    const QString database = identifier(m_db.place().database);
    const QString administrators = identifier(group(TeamRole::Administrator));
    // A database that is older than PostgreSQL 15 lets everybody make tables.
    m_db.script({u"REVOKE ALL ON DATABASE %1 FROM PUBLIC"_s.arg(database),
        u"REVOKE CREATE ON SCHEMA public FROM PUBLIC"_s,
        u"GRANT CREATE ON DATABASE %1 TO %2"_s.arg(database, administrators),
        u"GRANT CREATE ON SCHEMA %1 TO %2"_s.arg(u"public"_s, administrators)});
    for (const TeamRole role : allTeamRoles()) {
        m_db.script({u"GRANT CONNECT ON DATABASE %1 TO %2"_s.arg(database, identifier(group(role)))});
    }
}

void LoginStore::grantTables()
{
    for (const TableGrant &grant : tableGrants()) {
        const QString table = identifier(QLatin1String(grant.table));
        m_db.script({u"ALTER TABLE %1 OWNER TO %2"_s.arg(table, identifier(group(TeamRole::Administrator)))});
        for (const TeamRole role : {TeamRole::Agent, TeamRole::Supervisor, TeamRole::Service}) {
            const QString to = identifier(group(role));
            m_db.script({u"REVOKE ALL ON %1 FROM %2"_s.arg(table, to)});
            const QStringList privileges = privilegesIn(grant.of(role));
            if (!privileges.isEmpty()) {
                m_db.script({u"GRANT %1 ON %2 TO %3"_s.arg(privileges.join(u", "_s), table, to)});
            }
        }
    }
}

void LoginStore::guardRows()
{
    const QString agents = identifier(group(TeamRole::Agent));
    const QString others
        = identifier(group(TeamRole::Supervisor)) + u", "_s + identifier(group(TeamRole::Service));
    for (const OwnRows &rows : ownRows()) {
        const QString table = identifier(QLatin1String(rows.table));
        const QString own = u"%1 = current_user"_s.arg(identifier(QLatin1String(rows.column)));
        m_db.script({u"ALTER TABLE %1 ENABLE ROW LEVEL SECURITY"_s.arg(table),
            u"DROP POLICY IF EXISTS own_rows ON %1"_s.arg(table),
            u"DROP POLICY IF EXISTS any_row ON %1"_s.arg(table),
            u"DROP POLICY IF EXISTS see_rows ON %1"_s.arg(table),
            u"CREATE POLICY own_rows ON %1 TO %2 USING (%3) WITH CHECK (%3)"_s.arg(table, agents, own),
            u"CREATE POLICY any_row ON %1 TO %2 USING (true) WITH CHECK (true)"_s.arg(table, others)});
        if (!rows.isHidden) {
            m_db.script({u"CREATE POLICY see_rows ON %1 FOR SELECT TO %2 USING (true)"_s.arg(table, agents)});
        }
    }
}

Done LoginStore::add(const QString &name, TeamRole role, const QByteArray &password, const QString &agent)
{
    if (Done checked = checkName(name); !checked) {
        return checked;
    }
    const auto verifier = password.isEmpty() ? Result<QString>() : passwordVerifier(password);
    if (!verifier) {
        return Failure(verifier.error());
    }
    if (!isRole(group(role))) {
        return usage(
            u"the database is not ready for logins; first: floorwalkerctl team init --database URL"_s);
    }
    const bool isThere = isRole(name);
    if (isThere && !verifier->isEmpty()) {
        return usage(
            u"there is a login %1 on this server; without a password it gets the role, and keeps its own"_s
                .arg(name));
    }
    const QList<Login> before = logins();
    const bool wasAdministrator = std::any_of(before.begin(), before.end(),
        [&name](const Login &login) { return login.name == name && login.role == TeamRole::Administrator; });
    if (!isThere) {
        const QString withPassword = verifier->isEmpty() ? QString() : u" PASSWORD "_s + literal(*verifier);
        // Administrators make logins. The right is the login's own, since groups do not pass it on.
        const QString makes = role == TeamRole::Administrator ? u" CREATEROLE"_s : QString();
        m_db.script({u"CREATE ROLE %1 LOGIN%2%3"_s.arg(identifier(name), makes, withPassword)});
    }
    for (const TeamRole other : allTeamRoles()) {
        const QString there = identifier(group(other));
        if (other != role) {
            m_db.script({u"REVOKE %1 FROM %2"_s.arg(there, identifier(name))});
        }
    }
    const QString pass = role == TeamRole::Administrator ? u" WITH ADMIN OPTION"_s : QString();
    for (const TeamRole given : allTeamRoles()) {
        // Administrators hand out every role.
        if (given == role || role == TeamRole::Administrator) {
            m_db.script({u"GRANT %1 TO %2%3"_s.arg(identifier(group(given)), identifier(name), pass)});
        }
    }
    const bool isAdministrator = role == TeamRole::Administrator;
    if (isThere && wasAdministrator != isAdministrator) { // at the end: who gives it up did the rest with it
        m_db.script({u"ALTER ROLE %1 %2"_s.arg(
            identifier(name), isAdministrator ? u"CREATEROLE"_s : u"NOCREATEROLE"_s)});
    }
    JournalStore(m_db).add({.fact = u"login-added"_s,
        .agent = agent,
        .detail = {{u"login"_s, name}, {u"role"_s, toString(role)}}});
    return {};
}

Done LoginStore::remove(const QString &name, const QString &agent)
{
    const QList<Login> all = logins();
    const bool isOurs
        = std::any_of(all.begin(), all.end(), [&name](const Login &login) { return login.name == name; });
    if (!isOurs) {
        return Failure({.code = ErrorCode::NotFound,
            .detail = u"no login %1 here; see: floorwalkerctl team login list --database URL"_s.arg(name)});
    }
    for (const TeamRole role : allTeamRoles()) {
        m_db.script({u"REVOKE %1 FROM %2"_s.arg(identifier(group(role)), identifier(name))});
    }
    // Another desk on the server may know this login, too.
    const bool isOfOthers
        = m_db.number(u"SELECT count(*) FROM pg_catalog.pg_auth_members x"
                      " JOIN pg_catalog.pg_roles m ON m.oid = x.member WHERE m.rolname = ?"_s,
              {name})
        > 0;
    if (!isOfOthers) {
        m_db.script({u"DROP ROLE %1"_s.arg(identifier(name))});
    }
    JournalStore(m_db).add({.fact = u"login-removed"_s, .agent = agent, .detail = {{u"login"_s, name}}});
    return {};
}

QList<Login> LoginStore::logins()
{
    QMap<QString, Login> byName;
    for (const TeamRole role : allTeamRoles()) { // the last one counts: administrators are in every group
        const QStringList names = m_db.list(
            u"SELECT m.rolname FROM pg_catalog.pg_auth_members x"
            " JOIN pg_catalog.pg_roles g ON g.oid = x.roleid JOIN pg_catalog.pg_roles m ON m.oid = x.member"
            " WHERE g.rolname = ? AND m.rolcanlogin ORDER BY m.rolname"_s,
            {group(role)}, &readName);
        for (const QString &name : names) {
            byName.insert(name, {.name = name, .role = role});
        }
    }
    return byName.values();
}

} // namespace fw
