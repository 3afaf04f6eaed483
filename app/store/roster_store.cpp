#include "app/store/roster_store.h"

#include "app/model/roster_form.h"
#include "app/store/journal_store.h"
#include "app/store/policy_store.h"

#include <QJsonDocument>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
template <typename T>
QString textOf(const T &value)
{
    return QString::fromUtf8(QJsonDocument(toJson(value)).toJson(QJsonDocument::Compact));
}

template <typename T>
T definedIn(const QString &text, T (*read)(const JsonPart &))
{
    JsonForm form(u"the store"_s, text.toUtf8());
    return read(form.root());
}
bool isOnShift(const Agent &agent, const QList<Calendar> &calendars, Instant now)
{
    const auto shift = std::find_if(calendars.begin(), calendars.end(),
        [&agent](const Calendar &calendar) { return calendar.name == agent.calendar; });
    // None is always; and a calendar whose zone this machine does not know keeps nobody from working.
    return shift == calendars.end() || openTime(*shift, now, now + milliseconds(1)) > milliseconds(0);
}
} // namespace

QString RosterEntry::absence() const
{
    if (standing.state == AgentState::Online) {
        return isOnShift ? QString() : u"off shift"_s;
    }
    return standing.reason.isEmpty() ? toString(standing.state)
                                     : u"%1: %2"_s.arg(toString(standing.state), standing.reason);
}

void RosterStore::import(const Roster &roster, const QString &by)
{
    QStringList names;
    for (const Agent &agent : roster.agents) {
        names << agent.name;
        m_db.exec(
            u"INSERT INTO agent (name, definition, state, reason, since_ms) VALUES (?, ?, 'offline', '', ?)"
            " ON CONFLICT (name) DO UPDATE SET definition = excluded.definition"_s,
            {agent.name, textOf(agent), toMs(m_db.now())});
    }
    for (const RosterEntry &entry : agents()) {
        if (!names.contains(entry.agent.name)) {
            m_db.exec(u"DELETE FROM agent WHERE name = ?"_s, {entry.agent.name});
        }
    }
    m_db.exec(u"DELETE FROM roster_rule"_s);
    int place = 0;
    for (const NeedsRule &rule : roster.rules) {
        m_db.exec(u"INSERT INTO roster_rule (place, definition) VALUES (?, ?)"_s, {++place, textOf(rule)});
    }
    JournalStore(m_db).add({.fact = u"roster-imported"_s,
        .agent = by,
        .detail = {{u"agents"_s, QJsonArray::fromStringList(names)}, {u"rules"_s, place}}});
}

QList<RosterEntry> RosterStore::agents()
{
    auto entries = m_db.list(
        u"SELECT definition, state, reason, since_ms FROM agent ORDER BY "_s + m_db.byBytes(u"name"_s), {},
        [](const QSqlQuery &row) {
            return RosterEntry{.agent = definedIn<Agent>(row.value(0).toString(), &agentIn),
                .standing
                = {.state = agentStateFromString(row.value(1).toString()).value_or(AgentState::Offline),
                    .reason = row.value(2).toString(),
                    .since = instantOf(row.value(3))}};
        });
    const auto calendars = PolicyStore(m_db).calendars();
    for (RosterEntry &entry : entries) {
        entry.isOnShift = isOnShift(entry.agent, calendars, m_db.now());
    }
    return entries;
}

Result<RosterEntry> RosterStore::agent(const QString &name)
{
    QStringList names;
    for (const RosterEntry &entry : agents()) {
        if (entry.agent.name == name) {
            return entry;
        }
        names << entry.agent.name;
    }
    return Failure({.code = ErrorCode::NotFound,
        .detail = names.isEmpty() ? u"the desk knows no agents; list them with: agent import FILE"_s
                                  : u"no agent \"%1\"; there is: %2"_s.arg(name, names.join(u", "_s))});
}

bool RosterStore::isTrainee(const QString &name)
{
    const auto agent = m_db.one(u"SELECT definition FROM agent WHERE name = ?"_s, {name},
        [](const QSqlQuery &row) { return definedIn<Agent>(row.value(0).toString(), &agentIn); });
    return agent && agent->isTrainee;
}

QList<NeedsRule> RosterStore::rules()
{
    return m_db.list(u"SELECT definition FROM roster_rule ORDER BY place"_s, {},
        [](const QSqlQuery &row) { return definedIn<NeedsRule>(row.value(0).toString(), &needsRuleIn); });
}

QList<Team> RosterStore::teams()
{
    QList<Agent> agents;
    for (const RosterEntry &entry : this->agents()) {
        agents << entry.agent;
    }
    return teamsOf(agents);
}

Result<bool> RosterStore::setState(const QString &name, AgentState state, const QString &reason)
{
    const auto found = agent(name);
    if (!found) {
        return Failure(found.error());
    }
    const QString why = state == AgentState::Online ? QString() : reason.trimmed();
    if (state == AgentState::Away && why.isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say why, so that colleagues know when to expect %1: --reason lunch"_s.arg(name)});
    }
    if (found->standing.state == state && found->standing.reason == why) {
        return false;
    }
    m_db.exec(u"UPDATE agent SET state = ?, reason = ?, since_ms = ? WHERE name = ?"_s,
        {toString(state), why, toMs(m_db.now()), name});
    JournalStore(m_db).add({.fact = u"agent-state-changed"_s,
        .agent = name,
        .detail = {{u"state"_s, toString(state)}, {u"reason"_s, why}}});
    return true;
}

} // namespace fw
