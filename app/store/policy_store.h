#pragma once

#include "app/model/policy/target.h"
#include "app/store/database.h"

#include <QHash>

namespace fw {

/// Calendars and policies with all the versions they ever had: what was promised is measured by what it was promised with.
/// Thread: the database's.
class PolicyStore final
{
public:
    explicit PolicyStore(Database &db) : m_db(db) { }

    /// Each that differs from the newest of its name becomes a new version of it; others stay as they are. Returns those with a new version. With a fact
    /// for each ("calendar-imported").
    QList<Calendar> importCalendars(const QList<Calendar> &calendars, const QString &agent);
    /// The newest of each name, by name.
    [[nodiscard]] QList<Calendar> calendars();
    /// Nothing as well where it cannot be read on this machine: its zone is not known any more.
    [[nodiscard]] std::optional<Calendar> calendar(const QString &name, int version);

    /// These are in force from now on, in this order, and no others. Returns those with a new version. With a fact ("policies-imported").
    QList<Policy> importPolicies(const QList<Policy> &policies, const QString &agent);
    /// In force, in order.
    [[nodiscard]] QList<Policy> policies();
    /// The same, only those that were in force at `then` as they are now.
    [[nodiscard]] QList<Policy> policiesSince(Instant then);
    [[nodiscard]] std::optional<Policy> policy(const QString &name, int version);

    /// The newest versions of the calendars a policy names.
    [[nodiscard]] QHash<QString, int> calendarVersions(const Policy &policy);
    /// A version of a policy with versions of its calendars. One that cannot be read is left out.
    [[nodiscard]] std::optional<Promise> promise(
        const QString &policy, int version, const QHash<QString, int> &calendars);

private:
    [[nodiscard]] int newestCalendar(const QString &name);

    Database &m_db;
};

} // namespace fw
