#pragma once

#include "app/core/error.h"

#include <QList>
#include <QStringList>

namespace fw {

/// What a person's or a service's login may do on a team's database. The database itself refuses the rest.
enum class TeamRole {
    Agent,        // answers
    Supervisor,   // and sets policies, calendars, rules, words, customers' records, and who there is
    Service,      // reads and sends; sets nothing
    Administrator // owns the tables: migrations, logins, erasure
};

[[nodiscard]] QString toString(TeamRole role); // "agent"
[[nodiscard]] std::optional<TeamRole> teamRoleFromString(const QString &name);
[[nodiscard]] const QList<TeamRole> &allTeamRoles();

/// One line of what roles may do with a table. In each: letters of S (select), I (insert), U (update), D (delete); after U the columns in brackets,
/// else all. The administrator may do everything.
struct TableGrant {
    const char *table = "";
    const char *agent = "";
    const char *supervisor = "";
    const char *service = "";
    [[nodiscard]] QString of(TeamRole role) const;
};

/// Every table of the desk, by name. A table without a line is one that nobody but the administrator can use.
[[nodiscard]] const QList<TableGrant> &tableGrants();

/// Tables in which agents reach only rows that carry their own name. `column` holds it.
struct OwnRows {
    const char *table = "";
    const char *column = "";
    bool isHidden = false; // agents do not even read those of others
};
[[nodiscard]] const QList<OwnRows> &ownRows();

/// What GRANT takes: "SELECT", "INSERT", "UPDATE (state, reason)" …
[[nodiscard]] QStringList privilegesIn(const QString &letters);

} // namespace fw
