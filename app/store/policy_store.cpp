#include "app/store/policy_store.h"

#include "app/model/policy/calendar_form.h"
#include "app/model/policy/policy_form.h"
#include "app/store/definition_text.h"
#include "app/store/journal_store.h"

#include <QJsonDocument>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
template <typename T>
QString textOf(const T &value)
{
    return QString::fromUtf8(QJsonDocument(toJson(value)).toJson(QJsonDocument::Compact));
}

template <typename T>
std::optional<T> defined(const std::optional<std::pair<QString, int>> &row, T (*read)(const JsonPart &))
{
    auto value = row ? definedIn<T>(row->first, read) : std::nullopt;
    if (value) {
        value->version = row->second;
    }
    return value;
}

/// Definition and version, the first two columns.
std::pair<QString, int> readDefinition(const QSqlQuery &row)
{
    return {row.value(0).toString(), row.value(1).toInt()};
}

template <typename T>
QList<T> readable(const QList<std::pair<QString, int>> &rows, T (*read)(const JsonPart &))
{
    QList<T> values;
    for (const auto &row : rows) {
        if (auto value = defined<T>(row, read)) {
            values.append(*std::move(value));
        }
    }
    return values;
}
} // namespace

int PolicyStore::newestCalendar(const QString &name)
{
    return int(m_db.number(u"SELECT max(version) FROM calendar_version WHERE name = ?"_s, {name}));
}

QList<Calendar> PolicyStore::importCalendars(const QList<Calendar> &calendars, const QString &agent)
{
    QList<Calendar> changed;
    for (Calendar calendar : calendars) {
        const int newest = newestCalendar(calendar.name);
        const QString text = textOf(calendar);
        const auto kept
            = m_db.one(u"SELECT definition, version FROM calendar_version WHERE name = ? AND version = ?"_s,
                {calendar.name, newest}, &readDefinition);
        if (kept && kept->first == text) {
            continue;
        }
        calendar.version = newest + 1;
        m_db.exec(
            u"INSERT INTO calendar_version (name, version, definition, agent, at_ms) VALUES (?, ?, ?, ?, ?)"_s,
            {calendar.name, calendar.version, text, agent, toMs(m_db.now())});
        JournalStore(m_db).add({.fact = u"calendar-imported"_s,
            .agent = agent,
            .detail = {{u"calendar"_s, calendar.name}, {u"version"_s, calendar.version}}});
        changed.append(calendar);
    }
    return changed;
}

QList<Calendar> PolicyStore::calendars()
{
    return readable<Calendar>(
        m_db.list(u"SELECT definition, version FROM calendar_version c WHERE version ="
                  " (SELECT max(n.version) FROM calendar_version n WHERE n.name = c.name) ORDER BY name"_s,
            {}, &readDefinition),
        &calendarIn);
}

std::optional<Calendar> PolicyStore::calendar(const QString &name, int version)
{
    return defined<Calendar>(
        m_db.one(u"SELECT definition, version FROM calendar_version WHERE name = ? AND version = ?"_s,
            {name, version}, &readDefinition),
        &calendarIn);
}

QList<Policy> PolicyStore::importPolicies(const QList<Policy> &policies, const QString &agent)
{
    const QList<Policy> before = this->policies();
    m_db.exec(u"UPDATE policy_version SET place = NULL WHERE place IS NOT NULL"_s);
    QList<Policy> changed;
    QJsonArray told;
    int place = 0;
    for (Policy policy : policies) {
        const QString text = textOf(policy);
        const auto isSame
            = [&](const Policy &other) { return other.name == policy.name && textOf(other) == text; };
        const auto kept = std::find_if(before.begin(), before.end(), isSame);
        if (kept != before.end()) {
            policy.version = kept->version;
        } else {
            policy.version = 1
                + int(
                    m_db.number(u"SELECT max(version) FROM policy_version WHERE name = ?"_s, {policy.name}));
            m_db.exec(
                u"INSERT INTO policy_version (name, version, definition, agent, at_ms, in_force_since_ms)"
                " VALUES (?, ?, ?, ?, ?, ?)"_s,
                {policy.name, policy.version, text, agent, toMs(m_db.now()), toMs(m_db.now())});
            changed.append(policy);
        }
        m_db.exec(u"UPDATE policy_version SET place = ? WHERE name = ? AND version = ?"_s,
            {++place, policy.name, policy.version});
        told.append(QJsonObject{{u"policy"_s, policy.name}, {u"version"_s, policy.version}});
    }
    JournalStore(m_db).add(
        {.fact = u"policies-imported"_s, .agent = agent, .detail = {{u"policies"_s, told}}});
    return changed;
}

QList<Policy> PolicyStore::policies()
{
    return readable<Policy>(
        m_db.list(u"SELECT definition, version FROM policy_version WHERE place IS NOT NULL ORDER BY place"_s,
            {}, &readDefinition),
        &policyIn);
}

QList<Policy> PolicyStore::policiesSince(Instant then)
{
    return readable<Policy>(
        m_db.list(u"SELECT definition, version FROM policy_version WHERE place IS NOT NULL"
                  " AND in_force_since_ms <= ? ORDER BY place"_s,
            {toMs(then)}, &readDefinition),
        &policyIn);
}

std::optional<Policy> PolicyStore::policy(const QString &name, int version)
{
    return defined<Policy>(
        m_db.one(u"SELECT definition, version FROM policy_version WHERE name = ? AND version = ?"_s,
            {name, version}, &readDefinition),
        &policyIn);
}

QHash<QString, int> PolicyStore::calendarVersions(const Policy &policy)
{
    QHash<QString, int> versions;
    for (const auto &[kind, terms] : policy.targets) {
        if (terms.calendar != kAlways) {
            versions.insert(terms.calendar, newestCalendar(terms.calendar));
        }
    }
    return versions;
}

std::optional<Promise> PolicyStore::promise(
    const QString &name, int version, const QHash<QString, int> &calendars)
{
    const auto found = policy(name, version);
    if (!found) {
        return std::nullopt;
    }
    Promise promise{.policy = *found};
    for (auto entry = calendars.begin(); entry != calendars.end(); ++entry) {
        if (const auto kept = calendar(entry.key(), entry.value())) {
            promise.calendars.insert(entry.key(), *kept);
        }
    }
    return promise;
}

} // namespace fw
