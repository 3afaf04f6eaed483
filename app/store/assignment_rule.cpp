// What AssignmentStore does by rule.
#include "app/store/assignment_store.h"
#include "app/store/journal_store.h"
#include "app/store/roster_store.h"
#include "app/store/tag_store.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPage = 500;
constexpr int kMostPages = 20;

/// A conversation that waits, with what decides who can answer it.
struct Waiting {
    ConversationId id = {};
    int classRank = -1; // before all there are
    qint64 dueAtMs = 0;
    Instant since = {};
    QString team = {}; // it was given to
    PolicyContext context = {};
};

Waiting readWaiting(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .classRank = row.value(1).toInt(),
        .dueAtMs = row.value(2).toLongLong(),
        .since = instantOf(row.value(3)),
        .team = row.value(4).toString(),
        .context = {.network = networkFromString(row.value(5).toString()).value_or(Network::Twitter),
            .account = row.value(6).toString(),
            .lane = laneFromString(row.value(7).toString()),
            .kind = messageKindFromString(row.value(8).toString())}};
}

/// The next that nobody has, in the order of the queue, after `last`. What somebody is answering at this moment is left to them.
QList<Waiting> unassignedAfter(Database &db, const Waiting &last)
{
    return db.list(
        u"SELECT c.id, c.class_rank, c.due_at_ms, c.waiting_since_ms, s.team, a.network, a.name, c.lane, "
        u"c.last_kind FROM conversation c"
        " JOIN account a ON a.id = c.account_id LEFT JOIN assignment s ON s.conversation_id = c.id"
        " WHERE c.waiting_since_ms IS NOT NULL AND c.pending_replies = 0 AND c.snoozed_until_ms IS NULL"
        " AND (c.class_rank, c.due_at_ms, c.waiting_since_ms, c.id) > (?, ?, ?, ?) AND s.agent IS NULL AND "
        "NOT EXISTS (SELECT 1 FROM claim k"
        " WHERE k.conversation_id = c.id AND k.expires_at_ms > ?) ORDER BY c.class_rank, c.due_at_ms, c.waiting_since_ms, c.id LIMIT ?"_s,
        {last.classRank, last.dueAtMs, toMs(last.since), last.id.value, toMs(ClaimStore(db).now()), kPage},
        &readWaiting);
}

Unassigned withNeeds(Database &db, const Waiting &waiting, const QList<NeedsRule> &rules)
{
    PolicyContext context = waiting.context;
    if (!rules.isEmpty()) {
        context.tags = TagStore(db).of(waiting.id);
    }
    Unassigned unassigned{.conversation = waiting.id, .needs = needsOf(rules, context)};
    if (!waiting.team.isEmpty()) { // a person's word counts more
        unassigned.needs.team = waiting.team;
    }
    return unassigned;
}

/// Counts what was picked as theirs.
void addLoads(QList<Candidate> &candidates, const QList<Pick> &picks, Instant now)
{
    for (const Pick &pick : picks) {
        const auto chosen = std::find_if(candidates.begin(), candidates.end(),
            [&pick](const Candidate &candidate) { return candidate.agent.name == pick.agent; });
        ++chosen->load;
        chosen->lastAssigned = now;
    }
}
} // namespace

struct AssignmentStore::Load {
    int waiting = 0;
    Instant last = {};
};

QHash<QString, AssignmentStore::Load> AssignmentStore::loads()
{
    QHash<QString, Load> byAgent;
    const auto rows
        = m_db.list(u"SELECT a.agent, count(*) FILTER (WHERE c.state = 'waiting'), max(a.since_ms)"
                    " FROM assignment a JOIN conversation c ON c.id = a.conversation_id"
                    " WHERE a.agent IS NOT NULL GROUP BY a.agent"_s,
            {}, [](const QSqlQuery &row) {
                return std::pair(row.value(0).toString(),
                    Load{.waiting = row.value(1).toInt(), .last = instantOf(row.value(2))});
            });
    for (const auto &[agent, load] : rows) {
        byAgent.insert(agent, load);
    }
    return byAgent;
}

AssignmentPlan AssignmentStore::plan()
{
    AssignmentPlan plan;
    const QList<RosterEntry> roster = RosterStore(m_db).agents();
    if (roster.isEmpty()) { // nobody said who works here
        return plan;
    }
    QHash<QString, Load> loads = this->loads();
    QList<Candidate> candidates;
    for (const RosterEntry &entry : roster) {
        const Load load = loads.take(entry.agent.name);
        if (entry.isAtWork()) {
            candidates.append({.agent = entry.agent, .load = load.waiting, .lastAssigned = load.last});
        } else if (load.waiting > 0) {
            plan.requeues += requeuesOf(entry.agent.name, entry.absence());
        }
    }
    const QStringList gone = loads.keys();
    for (const QString &name : gone) { // not in the roster any more
        plan.requeues += requeuesOf(name, u"no agent of this desk any more"_s);
    }
    plan.picks = picks(candidates);
    return plan;
}

QList<Requeue> AssignmentStore::requeuesOf(const QString &agent, const QString &why)
{
    return m_db.list(
        u"SELECT a.conversation_id FROM assignment a JOIN conversation c ON c.id = a.conversation_id"
        " WHERE a.agent = ? AND c.state = 'waiting' AND NOT EXISTS (SELECT 1 FROM claim k"
        " WHERE k.conversation_id = a.conversation_id AND k.agent = a.agent AND k.expires_at_ms > ?)"
        " ORDER BY a.conversation_id"_s,
        {agent, toMs(ClaimStore(m_db).now())}, [&](const QSqlQuery &row) {
            return Requeue{.conversation = {row.value(0).toLongLong()}, .agent = agent, .why = why};
        });
}

QList<Pick> AssignmentStore::picks(QList<Candidate> candidates)
{
    const QList<NeedsRule> rules = RosterStore(m_db).rules();
    QList<Pick> picks;
    Waiting last;
    for (int page = 0; page < kMostPages; ++page) {
        const bool isRoomLeft = std::any_of(candidates.begin(), candidates.end(),
            [](const Candidate &candidate) { return candidate.hasRoom(); });
        const QList<Waiting> waiting = isRoomLeft ? unassignedAfter(m_db, last) : QList<Waiting>();
        QList<Unassigned> unassigned;
        for (const Waiting &one : waiting) {
            unassigned.append(withNeeds(m_db, one, rules));
        }
        const QList<Pick> more = fw::assign(unassigned, candidates);
        addLoads(candidates, more, m_db.now());
        picks += more;
        if (waiting.size() < kPage) {
            break;
        }
        last = waiting.last();
    }
    return picks;
}

int AssignmentStore::carryOut(const AssignmentPlan &plan)
{
    QHash<QString, RosterEntry> roster;
    for (const RosterEntry &entry : RosterStore(m_db).agents()) {
        roster.insert(entry.agent.name, entry);
    }
    int steps = 0;
    for (const Requeue &requeue : plan.requeues) {
        const auto entry = roster.constFind(requeue.agent);
        const bool isBack = entry != roster.constEnd() && entry->isAtWork();
        steps += !isBack && giveBack(requeue) ? 1 : 0;
    }
    for (const Pick &pick : plan.picks) {
        const auto entry = roster.constFind(pick.agent);
        const bool isThere = entry != roster.constEnd() && entry->isAtWork();
        steps += isThere && take(pick, entry->agent) ? 1 : 0;
    }
    return steps;
}

bool AssignmentStore::isHeldBy(const QString &agent, ConversationId conversation)
{
    const auto claim = ClaimStore(m_db).live(conversation);
    return claim && (agent.isEmpty() || claim->holder.agent == agent);
}

bool AssignmentStore::giveBack(const Requeue &requeue)
{
    if (isHeldBy(requeue.agent, requeue.conversation)
        || m_db.exec(
               u"UPDATE assignment SET agent = NULL, since_ms = ?, why = ? WHERE conversation_id = ? AND agent = ?"_s,
               {toMs(m_db.now()), requeue.why, requeue.conversation.value, requeue.agent})
            == 0) {
        return false;
    }
    const auto left = of(requeue.conversation);
    m_db.exec(u"DELETE FROM assignment WHERE conversation_id = ? AND agent IS NULL AND team IS NULL"_s,
        {requeue.conversation.value});
    JournalStore(m_db).add({.fact = u"conversation-unassigned"_s,
        .conversation = requeue.conversation,
        .detail = {{u"from"_s, requeue.agent}, {u"team"_s, left ? left->team : QString()},
            {u"why"_s, requeue.why}, {u"by"_s, u"rule"_s}}});
    return true;
}

bool AssignmentStore::take(const Pick &pick, const Agent &agent)
{
    const bool waits = m_db.number(u"SELECT count(*) FROM conversation WHERE id = ? AND state = 'waiting'"
                                   " AND pending_replies = 0"_s,
                           {pick.conversation.value})
        > 0;
    if (!waits || isHeldBy({}, pick.conversation) || loadOf(agent.name) >= agent.capacity
        || m_db.exec(u"INSERT INTO assignment (conversation_id, agent, team, since_ms, why) VALUES (?, ?, "
                     u"NULL, ?, ?)"
                     " ON CONFLICT (conversation_id) DO UPDATE SET agent = excluded.agent,"
                     " since_ms = excluded.since_ms, why = excluded.why WHERE assignment.agent IS NULL"_s,
               {pick.conversation.value, pick.agent, toMs(m_db.now()), pick.why})
            == 0) {
        return false;
    }
    const auto now = of(pick.conversation);
    JournalStore(m_db).add({.fact = u"conversation-assigned"_s,
        .conversation = pick.conversation,
        .detail = {{u"to"_s, pick.agent}, {u"team"_s, now ? now->team : QString()}, {u"from"_s, QString()},
            {u"why"_s, pick.why}, {u"by"_s, u"rule"_s}}});
    return true;
}

int AssignmentStore::forget(Instant before)
{
    const auto over = m_db.list(
        u"SELECT a.conversation_id FROM assignment a JOIN conversation c ON c.id = a.conversation_id"
        " WHERE c.state IN ('resolved', 'archived') AND c.last_message_at_ms < ?"
        " ORDER BY a.conversation_id"_s,
        {toMs(before)}, [](const QSqlQuery &row) { return ConversationId{row.value(0).toLongLong()}; });
    for (const ConversationId conversation : over) {
        remove(conversation, u"resolved"_s, {});
    }
    return int(over.size());
}

} // namespace fw
