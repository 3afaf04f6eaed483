#include "app/store/assignment_store.h"

#include "app/store/conversation_store.h"
#include "app/store/journal_store.h"
#include "app/store/roster_store.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QVariant nullIfEmpty(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QString select(const QString &rest)
{
    return u"SELECT a.conversation_id, a.agent, a.team, a.since_ms, a.why FROM assignment a "_s + rest;
}

// Knows the column order of select().
Assignment readAssignment(const QSqlQuery &row)
{
    return {.conversation = {row.value(0).toLongLong()},
        .agent = row.value(1).toString(),
        .team = row.value(2).toString(),
        .since = instantOf(row.value(3)),
        .why = row.value(4).toString()};
}

Error usage(const QString &detail)
{
    return {.code = ErrorCode::Usage, .detail = detail};
}

QJsonObject detailOf(const Assignment &now, const std::optional<Assignment> &before)
{
    return {{u"to"_s, now.agent}, {u"team"_s, now.team}, {u"from"_s, before ? before->agent : QString()},
        {u"why"_s, now.why}};
}

/// The supervisor at work with the least to do.
Result<QString> nearestSupervisor(Database &db)
{
    QString nearest;
    int least = 0;
    for (const RosterEntry &entry : RosterStore(db).agents()) {
        if (!entry.agent.isSupervisor || !entry.isAtWork()) {
            continue;
        }
        const int load = AssignmentStore(db).loadOf(entry.agent.name);
        if (nearest.isEmpty() || load < least) {
            nearest = entry.agent.name;
            least = load;
        }
    }
    if (nearest.isEmpty()) {
        return Failure(usage(u"no supervisor is at work; escalate to a team: --team NAME"_s));
    }
    return nearest;
}

Result<Assignee> checkedAgent(Database &db, const Assignee &to)
{
    const auto found = RosterStore(db).agent(to.agent);
    if (!found) {
        return Failure(found.error());
    }
    if (!found->isAtWork()) {
        return Failure(usage(u"%1 is not at work (%2); choose somebody who is, or a team: --team NAME"_s.arg(
            to.agent, found->absence())));
    }
    return to;
}

Done checkedTeam(Database &db, const QString &name)
{
    QStringList names;
    for (const Team &team : RosterStore(db).teams()) {
        if (team.name == name) {
            return {};
        }
        names << team.name;
    }
    return Failure({.code = ErrorCode::NotFound,
        .detail
        = u"no team \"%1\"; there is: %2"_s.arg(name, names.isEmpty() ? u"none"_s : names.join(u", "_s))});
}
} // namespace

std::optional<Assignment> AssignmentStore::of(ConversationId conversation)
{
    return m_db.one(select(u"WHERE a.conversation_id = ?"_s), {conversation.value}, &readAssignment);
}

void AssignmentStore::put(const Assignment &assignment)
{
    m_db.exec(u"INSERT INTO assignment (conversation_id, agent, team, since_ms, why) VALUES (?, ?, ?, ?, ?)"
              " ON CONFLICT (conversation_id) DO UPDATE SET agent = excluded.agent, team = excluded.team,"
              " since_ms = excluded.since_ms, why = excluded.why"_s,
        {assignment.conversation.value, nullIfEmpty(assignment.agent), nullIfEmpty(assignment.team),
            toMs(assignment.since), assignment.why});
}

Result<Assignee> AssignmentStore::checked(ConversationId conversation, const Assignee &to)
{
    if (to.agent.isEmpty() && to.team.isEmpty()) {
        return Failure(usage(u"say to whom: --to AGENT or --team TEAM"_s));
    }
    if (!ConversationStore(m_db).byId(conversation)) {
        return Failure({.code = ErrorCode::NotFound,
            .detail
            = u"no conversation %1; see: floorwalkerctl --data DIR queue"_s.arg(conversation.toString())});
    }
    if (!to.team.isEmpty()) {
        if (const Done team = checkedTeam(m_db, to.team); !team) {
            return Failure(team.error());
        }
    }
    return to.agent.isEmpty() ? Result<Assignee>(to) : checkedAgent(m_db, to);
}

Result<Assignment> AssignmentStore::assign(
    ConversationId conversation, const Assignee &to, const QString &why, const QString &by)
{
    const auto allowed = checked(conversation, to);
    if (!allowed) {
        return Failure(allowed.error());
    }
    const auto before = of(conversation);
    const bool isTransfer = before && !before->agent.isEmpty() && before->agent != to.agent;
    if (isTransfer && why.trimmed().isEmpty()) {
        return Failure(usage(u"%1 has it; say why it changes hands: --why TEXT"_s.arg(before->agent)));
    }
    const Assignment now{.conversation = conversation,
        .agent = to.agent,
        .team = to.team,
        .since = m_db.now(),
        .why = why.trimmed()};
    put(now);
    QJsonObject detail = detailOf(now, before);
    detail.insert(u"by"_s, by.isEmpty() ? u"rule"_s : u"person"_s);
    JournalStore(m_db).add(
        {.fact = u"conversation-assigned"_s, .conversation = conversation, .agent = by, .detail = detail});
    return now;
}

Result<Assignment> AssignmentStore::escalate(
    ConversationId conversation, const Assignee &to, const QString &why, const QString &by)
{
    if (why.trimmed().isEmpty()) {
        return Failure(usage(u"say why it goes upward; whoever gets it reads that first: --why TEXT"_s));
    }
    Assignee target = to;
    if (to.agent.isEmpty() && to.team.isEmpty()) {
        const auto nearest = nearestSupervisor(m_db);
        if (!nearest) {
            return Failure(nearest.error());
        }
        target.agent = *nearest;
    }
    const auto allowed = checked(conversation, target);
    if (!allowed) {
        return Failure(allowed.error());
    }
    if (!target.agent.isEmpty() && !RosterStore(m_db).agent(target.agent)->agent.isSupervisor) {
        return Failure(usage(u"%1 is no supervisor; to pass it sideways: assign %2 --to %1 --why TEXT"_s.arg(
            target.agent, conversation.toString())));
    }
    const auto before = of(conversation);
    const Assignment now{.conversation = conversation,
        .agent = target.agent,
        .team = target.team,
        .since = m_db.now(),
        .why = why.trimmed()};
    put(now);
    JournalStore(m_db).add({.fact = u"conversation-escalated"_s,
        .conversation = conversation,
        .agent = by,
        .detail = detailOf(now, before)});
    return now;
}

bool AssignmentStore::remove(ConversationId conversation, const QString &why, const QString &by)
{
    const auto before = of(conversation);
    if (!before) {
        return false;
    }
    m_db.exec(u"DELETE FROM assignment WHERE conversation_id = ?"_s, {conversation.value});
    JournalStore(m_db).add({.fact = u"conversation-unassigned"_s,
        .conversation = conversation,
        .agent = by,
        .detail = {{u"from"_s, before->agent}, {u"team"_s, before->team}, {u"why"_s, why},
            {u"by"_s, by.isEmpty() ? u"rule"_s : u"person"_s}}});
    return true;
}

bool AssignmentStore::unassign(ConversationId conversation, const QString &why, const QString &by)
{
    return remove(conversation, why.trimmed(), by);
}

int AssignmentStore::loadOf(const QString &agent)
{
    return int(
        m_db.number(u"SELECT count(*) FROM assignment a JOIN conversation c ON c.id = a.conversation_id"
                    " WHERE a.agent = ? AND c.state = 'waiting'"_s,
            {agent}));
}

std::optional<Instant> AssignmentStore::dueOf(ConversationId conversation)
{
    return m_db
        .one(u"SELECT min(due_at_ms) FROM target WHERE conversation_id = ? AND met_at_ms IS NULL"
             " AND dropped_at_ms IS NULL"_s,
            {conversation.value}, [](const QSqlQuery &row) { return optionalInstant(row.value(0)); })
        .value_or(std::nullopt);
}

QStringList AssignmentStore::draftsOf(const QString &agent, ConversationId conversation)
{
    return m_db.list(u"SELECT body FROM draft WHERE conversation_id = ? AND agent = ? ORDER BY lane"_s,
        {conversation.value, agent}, [](const QSqlQuery &row) { return row.value(0).toString(); });
}

QList<OpenWork> AssignmentStore::openWorkOf(const QString &agent)
{
    const auto ids
        = m_db.list(u"SELECT c.id FROM conversation c WHERE c.id IN"
                    " (SELECT a.conversation_id FROM assignment a WHERE a.agent = ?"
                    " UNION SELECT k.conversation_id FROM claim k WHERE k.agent = ? AND k.expires_at_ms > ?"
                    " UNION SELECT d.conversation_id FROM draft d WHERE d.agent = ?)"
                    " AND c.state NOT IN ('resolved', 'archived')"
                    " ORDER BY coalesce(c.waiting_since_ms, 9223372036854775807), c.id"_s,
            {agent, agent, toMs(ClaimStore(m_db).now()), agent},
            [](const QSqlQuery &row) { return ConversationId{row.value(0).toLongLong()}; });
    QList<OpenWork> works;
    for (const Conversation &conversation : ConversationStore(m_db).byIds(ids)) {
        OpenWork work{.conversation = conversation,
            .assignment = of(conversation.id),
            .claim = ClaimStore(m_db).live(conversation.id),
            .dueAt = dueOf(conversation.id),
            .drafts = draftsOf(agent, conversation.id)};
        if (work.assignment && work.assignment->agent != agent) {
            work.assignment.reset();
        }
        if (work.claim && work.claim->holder.agent != agent) {
            work.claim.reset();
        }
        works.append(work);
    }
    return works;
}

} // namespace fw
