#include "app/store/target_store.h"

#include "app/store/conversation_times.h"
#include "app/store/journal_store.h"
#include "app/store/tag_store.h"
#include "app/store/target_rows.h"

#include <QJsonDocument>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The policy of an episode. Without a name: none fitted.
struct TargetStore::Applied {
    QString policy = {};
    int version = 0;
    QHash<QString, int> calendars = {};
    Instant at = {};
    bool isAgain = false; // chosen when the episode had begun
};

struct TargetStore::Case {
    ConversationId conversation = {};
    const Episode &episode;
    const Applied &applied;
    const Target &outline;
    const TargetRow *row = nullptr; // as it is kept; null: not yet
};

namespace {
QString toText(const QHash<QString, int> &versions)
{
    QJsonObject json;
    for (auto entry = versions.begin(); entry != versions.end(); ++entry) {
        json.insert(entry.key(), entry.value());
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QHash<QString, int> versionsIn(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    QHash<QString, int> versions;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        versions.insert(entry.key(), entry->toInt());
    }
    return versions;
}

bool isSameEnd(const Target &a, const Target &b)
{
    return a.startedAt == b.startedAt && a.metAt == b.metAt && a.droppedAt == b.droppedAt;
}
} // namespace

bool TargetStore::isPromised(ConversationId conversation)
{
    return m_db.number(u"SELECT count(*) FROM policy_version WHERE place IS NOT NULL"_s) > 0
        || m_db.number(u"SELECT count(*) FROM applied_policy WHERE conversation_id = ? AND policy <> ''"_s,
               {conversation.value})
        > 0;
}

QList<TargetRow> TargetStore::rowsOf(ConversationId conversation)
{
    return m_db.list(selectTargets(u"WHERE conversation_id = ? ORDER BY kind, started_at_ms, opened_by"_s),
        {conversation.value}, &readTarget);
}

std::optional<TargetStore::Applied> TargetStore::appliedTo(
    ConversationId conversation, const Episode &episode)
{
    return m_db.one(u"SELECT policy, version, calendars, at_ms, chosen_again FROM applied_policy"
                    " WHERE conversation_id = ? AND episode = ?"_s,
        {conversation.value, episode.openedBy}, [](const QSqlQuery &row) {
            return Applied{.policy = row.value(0).toString(),
                .version = row.value(1).toInt(),
                .calendars = versionsIn(row.value(2).toString()),
                .at = instantOf(row.value(3)),
                .isAgain = row.value(4).toInt() != 0};
        });
}

PolicyContext TargetStore::contextOf(ConversationId conversation, const Episode &episode)
{
    PolicyContext context
        = m_db.one(u"SELECT a.network, a.name, c.lane, m.kind FROM conversation c"
                   " JOIN account a ON a.id = c.account_id JOIN message m ON m.id = ? WHERE c.id = ?"_s,
                  {episode.openedBy, conversation.value},
                  [](const QSqlQuery &row) {
                      return PolicyContext{
                          .network = networkFromString(row.value(0).toString()).value_or(Network::Twitter),
                          .account = row.value(1).toString(),
                          .lane = laneFromString(row.value(2).toString()),
                          .kind = messageKindFromString(row.value(3).toString())};
                  })
              .value_or(PolicyContext{});
    context.tags = TagStore(m_db).of(conversation);
    return context;
}

TargetStore::Applied TargetStore::apply(
    ConversationId conversation, const Episode &episode, const Policy *policy, bool isAgain)
{
    Applied applied{.at = m_db.now(), .isAgain = isAgain};
    if (policy) {
        applied.policy = policy->name;
        applied.version = policy->version;
        applied.calendars = PolicyStore(m_db).calendarVersions(*policy);
    }
    m_db.exec(u"INSERT INTO applied_policy (conversation_id, episode, policy, version, calendars, at_ms, "
              u"chosen_again)"
              " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (conversation_id, episode) DO UPDATE SET"
              " policy = excluded.policy, version = excluded.version, calendars = excluded.calendars,"
              " at_ms = excluded.at_ms, chosen_again = excluded.chosen_again"_s,
        {conversation.value, episode.openedBy, applied.policy, applied.version, toText(applied.calendars),
            toMs(applied.at), applied.isAgain ? 1 : 0});
    if (policy || isAgain) {
        JournalStore(m_db).add({.fact = u"policy-applied"_s,
            .conversation = conversation,
            .message = {episode.openedBy},
            .detail = {{u"policy"_s, applied.policy}, {u"version"_s, applied.version},
                {u"calendars"_s, QJsonDocument::fromJson(toText(applied.calendars).toUtf8()).object()}}});
    }
    return applied;
}

void TargetStore::follow(ConversationId conversation)
{
    if (!isPromised(conversation)) {
        return;
    }
    const QList<Episode> episodes = episodesIn(m_db, conversation);
    QList<TargetRow> unseen = rowsOf(conversation);
    for (const Episode &episode : episodes) {
        auto applied = appliedTo(conversation, episode);
        if (!applied && &episode == &episodes.last() && !episode.isOver()) {
            const Instant learned = instantFromMs(
                m_db.number(u"SELECT stored_at_ms FROM message WHERE id = ?"_s, {episode.openedBy}));
            const QList<Policy> inForce = PolicyStore(m_db).policiesSince(learned);
            applied = apply(
                conversation, episode, chosenPolicy(inForce, contextOf(conversation, episode)), false);
        }
        for (const Target &outline : outlineOf(episode)) {
            const auto row = std::find_if(unseen.begin(), unseen.end(),
                [&outline](const TargetRow &kept) { return kept.isOf(outline); });
            const std::optional<TargetRow> kept
                = row == unseen.end() ? std::nullopt : std::optional(unseen.takeAt(row - unseen.begin()));
            if (applied) {
                keep({.conversation = conversation,
                    .episode = episode,
                    .applied = *applied,
                    .outline = outline,
                    .row = kept ? &*kept : nullptr});
            }
        }
    }
    for (const TargetRow &row : unseen) { // of an episode or turn that turned out to be part of another
        remove(row);
    }
}

void TargetStore::keep(const Case &made)
{
    const TargetRow *row = made.row;
    const bool isFrozen = row && row->isFrozen();
    if (isFrozen && row->target.endedAt() && isSameEnd(row->target, made.outline)) {
        return;
    }
    TargetRow now = row ? *row : TargetRow{.conversation = made.conversation};
    if (!isFrozen) {
        now.policy = made.applied.policy;
        now.version = made.applied.version;
    }
    // Promised only after it had happened: that would be measuring the past by it.
    const auto ended = made.outline.endedAt();
    const bool isTooLate = !row && made.applied.isAgain && ended && *ended < made.applied.at;
    const Promise *promise = isTooLate || now.policy.isEmpty()
        ? nullptr
        : promiseOf(now.policy, now.version, isFrozen ? row->calendars() : made.applied.calendars);
    const auto target = promise ? promised(made.outline, made.episode, *promise) : std::nullopt;
    if (!target) {
        if (row) {
            remove(*row);
        }
        return;
    }
    now.target = *target;
    now.calendarVersion
        = isFrozen ? row->calendarVersion : made.applied.calendars.value(target->terms.calendar);
    settleBreach(now);
    now.target.pausedSpans.clear(); // neither of these is kept in the row
    now.target.terms.within = {};
    if (!row || now != *row) {
        write(now);
    }
}

void TargetStore::settleBreach(TargetRow &row)
{
    const bool isLate = row.target.breachedAt(m_db.now()).has_value();
    if (row.isBreached && !isLate) { // learned only now that it was kept
        tell(row, u"target-breach-undone"_s);
        row.isBreached = false;
    } else if (!row.isBreached && isLate && row.target.endedAt()) {
        tell(row, u"target-breached"_s);
        row.isBreached = true;
    }
}

const Promise *TargetStore::promiseOf(
    const QString &policy, int version, const QHash<QString, int> &calendars)
{
    const QString key = u"%1/%2/%3"_s.arg(policy).arg(version).arg(toText(calendars));
    auto known = m_promises.constFind(key);
    if (known == m_promises.constEnd()) {
        known = m_promises.insert(key, PolicyStore(m_db).promise(policy, version, calendars));
    }
    return *known ? &**known : nullptr;
}

void TargetStore::chooseAgain(ConversationId conversation)
{
    const QList<Episode> episodes
        = isPromised(conversation) ? episodesIn(m_db, conversation) : QList<Episode>();
    if (episodes.isEmpty() || episodes.last().isOver()) {
        return;
    }
    const Episode &episode = episodes.last();
    const auto applied = appliedTo(conversation, episode);
    if (!applied) {
        follow(conversation);
        return;
    }
    PolicyStore policies(m_db);
    // What was there before any policy stays without one.
    const QList<Policy> inForce
        = applied->policy.isEmpty() ? policies.policiesSince(applied->at) : policies.policies();
    const Policy *chosen = chosenPolicy(inForce, contextOf(conversation, episode));
    if ((chosen ? chosen->name : QString()) != applied->policy) {
        const Applied again = apply(conversation, episode, chosen, true);
        Q_UNUSED(again)
        follow(conversation);
    }
}

void TargetStore::write(const TargetRow &row)
{
    m_db.exec(
        u"INSERT INTO target (conversation_id, kind, opened_by, policy, version, calendar, calendar_version,"
        " started_at_ms, due_at_ms, warn_at_ms, met_at_ms, dropped_at_ms, warned, breached, next_at_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (conversation_id, kind, opened_by) DO UPDATE SET policy = excluded.policy,"
        " version = excluded.version, calendar = excluded.calendar,"
        " calendar_version = excluded.calendar_version, started_at_ms = excluded.started_at_ms,"
        " due_at_ms = excluded.due_at_ms, warn_at_ms = excluded.warn_at_ms, met_at_ms = excluded.met_at_ms,"
        " dropped_at_ms = excluded.dropped_at_ms, breached = excluded.breached,"
        // Told by another desk since it was read: it stays told.
        " warned = CASE WHEN target.warned = 1 THEN 1 ELSE excluded.warned END,"
        " next_at_ms = excluded.next_at_ms"_s,
        {row.conversation.value, toString(row.target.kind), row.target.openedBy, row.policy, row.version,
            row.target.terms.calendar, row.calendarVersion, toMs(row.target.startedAt),
            toColumn(row.target.dueAt), toColumn(row.target.warnAt), toColumn(row.target.metAt),
            toColumn(row.target.droppedAt), row.isWarned ? 1 : 0, row.isBreached ? 1 : 0,
            toColumn(row.nextAt())});
}

void TargetStore::remove(const TargetRow &row)
{
    m_db.exec(u"DELETE FROM target WHERE conversation_id = ? AND kind = ? AND opened_by = ?"_s,
        {row.conversation.value, toString(row.target.kind), row.target.openedBy});
}

void TargetStore::tell(const TargetRow &row, const QString &fact)
{
    JournalStore(m_db).add({.fact = fact,
        .conversation = row.conversation,
        .message = {row.target.openedBy},
        .detail = {{u"target"_s, toString(row.target.kind)}, {u"policy"_s, row.policy},
            {u"version"_s, row.version}, {u"started_at"_s, toIso(row.target.startedAt)},
            {u"due_at"_s, row.target.dueAt ? QJsonValue(toIso(*row.target.dueAt)) : QJsonValue()}}});
}

QList<KeptTarget> TargetStore::of(ConversationId conversation)
{
    const QList<TargetRow> rows = rowsOf(conversation);
    QList<KeptTarget> targets;
    for (const Episode &episode : rows.isEmpty() ? QList<Episode>() : episodesIn(m_db, conversation)) {
        for (const Target &outline : outlineOf(episode)) {
            const auto row = std::find_if(
                rows.begin(), rows.end(), [&outline](const TargetRow &kept) { return kept.isOf(outline); });
            const Promise *promise
                = row == rows.end() ? nullptr : promiseOf(row->policy, row->version, row->calendars());
            const auto target = promise ? promised(outline, episode, *promise) : std::nullopt;
            if (!target) {
                continue;
            }
            const Calendar *calendar = promise->calendarOf(target->terms);
            targets.append({.target = *target,
                .policy = row->policy,
                .version = row->version,
                .calendar = calendar ? std::optional(*calendar) : std::nullopt,
                .isWarned = row->isWarned,
                .isBreachTold = row->isBreached});
        }
    }
    return targets;
}

std::optional<Instant> TargetStore::nextAt()
{
    return m_db
        .one(u"SELECT min(next_at_ms) FROM target WHERE next_at_ms IS NOT NULL"_s, {},
            [](const QSqlQuery &row) { return optionalInstant(row.value(0)); })
        .value_or(std::nullopt);
}

int TargetStore::tellDue(int limit)
{
    const Instant now = m_db.now();
    const QList<TargetRow> due = m_db.list(
        selectTargets(u"WHERE next_at_ms IS NOT NULL AND next_at_ms <= ? ORDER BY next_at_ms LIMIT ?"_s),
        {toMs(now), limit}, &readTarget);
    int told = 0;
    for (const TargetRow &before : due) {
        TargetRow row = before;
        const bool isLate = row.target.breachedAt(now).has_value();
        (isLate ? row.isBreached : row.isWarned) = true;
        // Conditional: another desk on the same database may have been faster.
        const bool isOurs = m_db.exec(u"UPDATE target SET warned = ?, breached = ?, next_at_ms = ?"
                                      " WHERE conversation_id = ? AND kind = ? AND opened_by = ?"
                                      " AND warned = ? AND breached = ? AND next_at_ms IS NOT NULL"_s,
                                {row.isWarned ? 1 : 0, row.isBreached ? 1 : 0, toColumn(row.nextAt()),
                                    row.conversation.value, toString(row.target.kind), row.target.openedBy,
                                    before.isWarned ? 1 : 0, before.isBreached ? 1 : 0})
            > 0;
        if (isOurs && (isLate || !before.isWarned)) {
            tell(row, isLate ? u"target-breached"_s : u"target-warned"_s);
        }
        told += isOurs ? 1 : 0;
    }
    return told;
}

} // namespace fw
