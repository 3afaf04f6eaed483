#include "app/store/retention_store.h"

#include "app/store/basket_store.h"
#include "app/store/conversation_store.h"
#include "app/store/journal_store.h"
#include "app/store/retained_rows.h"

#include <QSet>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Instant beforeOf(const RetentionRule &rule, Instant now)
{
    return now - std::chrono::hours(24) * rule.days;
}
} // namespace

QList<RetentionStore::Row> RetentionStore::rows()
{
    QList<Row> all = m_db.list(
        u"SELECT r.what, r.older_than_days, r.made_at_ms, n.before_ms, n.step, n.up_to, n.gone,"
        " n.begun_at_ms, n.ended_at_ms FROM retention_rule r LEFT JOIN retention_run n ON n.what = r.what"
        " ORDER BY r.what"_s,
        {}, [](const QSqlQuery &row) {
            const auto known = retainedKindFromString(row.value(0).toString());
            const RetainedKind what = known.value_or(RetainedKind::Messages);
            const bool hasRun = !row.value(3).isNull();
            return Row{.rule = {.what = what, .days = known ? row.value(1).toInt() : 0},
                .madeAt = instantOf(row.value(2)),
                .run = hasRun ? std::optional(RetentionRun{.what = what,
                           .before = instantOf(row.value(3)),
                           .step = row.value(4).toInt(),
                           .upTo = row.value(5).toLongLong(),
                           .gone = row.value(6).toLongLong(),
                           .begunAt = instantOf(row.value(7)),
                           .endedAt = optionalInstant(row.value(8))})
                              : std::nullopt};
        });
    all.removeIf([](const Row &row) { return row.rule.days < 1; }); // a kind this program does not know
    return all;
}

void RetentionStore::import(const QList<RetentionRule> &rules, const QString &by)
{
    QJsonArray kept;
    for (const Row &row : rows()) {
        if (!rules.contains(row.rule)) {
            m_db.exec(u"DELETE FROM retention_run WHERE what = ?"_s, {toString(row.rule.what)});
            m_db.exec(u"DELETE FROM retention_rule WHERE what = ?"_s, {toString(row.rule.what)});
        }
    }
    for (const RetentionRule &rule : rules) {
        m_db.exec(
            u"INSERT INTO retention_rule (what, older_than_days, made_at_ms, made_by) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (what) DO NOTHING"_s,
            {toString(rule.what), rule.days, toMs(m_db.now()), by});
        kept.append(toJson(rule));
    }
    JournalStore(m_db).add(
        {.fact = u"retention-imported"_s, .agent = by, .detail = {{u"retention"_s, kept}}});
}

QList<RetentionRule> RetentionStore::rules()
{
    QList<RetentionRule> rules;
    for (const Row &row : rows()) {
        rules.append(row.rule);
    }
    return rules;
}

QList<RetainedCount> RetentionStore::preview(const QList<RetentionRule> &rules)
{
    QList<RetainedCount> counts;
    for (const RetentionRule &rule : rules) {
        RetainedCount count{.rule = rule, .before = beforeOf(rule, m_db.now())};
        for (const RetainedRows &rows : retainedRows(rule.what)) {
            const BoundSql sql = bound(u"SELECT count(*) FROM %1 WHERE %2"_s.arg(rows.table, rows.condition),
                {{u":before"_s, toMs(count.before)}, {u":now"_s, toMs(m_db.now())}});
            count.rows += m_db.number(sql.sql, sql.values);
        }
        counts.append(count);
    }
    return counts;
}

QList<RetentionRun> RetentionStore::runs()
{
    QList<RetentionRun> runs;
    for (const Row &row : rows()) {
        if (row.run) {
            runs.append(*row.run);
        }
    }
    return runs;
}

Instant RetentionStore::dueAt(const Row &row)
{
    if (row.run && !row.run->endedAt) {
        return row.run->begunAt;
    }
    return (row.run ? std::max(row.run->begunAt, row.madeAt) : row.madeAt) + kEvery;
}

std::optional<RetainedKind> RetentionStore::due(std::optional<Instant> since)
{
    for (const Row &row : rows()) {
        const bool isForced = since && (!row.run || !row.run->endedAt || row.run->begunAt < *since);
        if (isForced || (!since && dueAt(row) <= m_db.now())) {
            return row.rule.what;
        }
    }
    return {};
}

std::optional<Instant> RetentionStore::nextAt()
{
    std::optional<Instant> next;
    for (const Row &row : rows()) {
        next = next ? std::min(*next, dueAt(row)) : dueAt(row);
    }
    return next;
}

std::optional<RetentionRun> RetentionStore::runOf(RetainedKind what)
{
    const QList<Row> all = rows();
    const auto found
        = std::find_if(all.begin(), all.end(), [what](const Row &row) { return row.rule.what == what; });
    return found == all.end() ? std::nullopt : found->run;
}

RetentionRun RetentionStore::begin(RetainedKind what)
{
    const QList<RetentionRule> all = rules();
    const auto rule
        = std::find_if(all.begin(), all.end(), [what](const RetentionRule &one) { return one.what == what; });
    RetentionRun run{.what = what, .begunAt = m_db.now()};
    if (rule == all.end()) { // somebody else took it out of force
        run.endedAt = m_db.now();
        return run;
    }
    run.before = beforeOf(*rule, m_db.now());
    m_db.exec(
        u"INSERT INTO retention_run (what, before_ms, step, up_to, gone, begun_at_ms) VALUES (?, ?, 0, 0, 0, "
        u"?)"
        " ON CONFLICT (what) DO UPDATE SET before_ms = excluded.before_ms, step = 0, up_to = 0, gone = 0,"
        " begun_at_ms = excluded.begun_at_ms, ended_at_ms = NULL"_s,
        {toString(what), toMs(run.before), toMs(run.begunAt)});
    return run;
}

bool RetentionStore::mayChangeJournal()
{
    return !m_db.place().isPostgres()
        || m_db.number(
               u"SELECT CASE WHEN has_column_privilege('journal', 'detail', 'UPDATE') THEN 1 ELSE 0 END"_s)
        > 0;
}

qint64 RetentionStore::apply(const RetainedRows &rows, const RetentionRun &run, qint64 upTo)
{
    const QString where = u"%1 > :after AND %1 <= :up_to AND %2"_s.arg(rows.key, rows.condition);
    const QString change = rows.assignments.isEmpty()
        ? u"DELETE FROM %1 WHERE %2"_s.arg(rows.table, where)
        : u"UPDATE %1 SET %3 WHERE %2"_s.arg(rows.table, where, rows.assignments);
    const QString named = rows.conversation + rows.order; // at most one of them
    const QString returning = named.isEmpty() ? QString() : u" RETURNING "_s + named;
    const BoundSql sql = bound(change + returning,
        {{u":before"_s, toMs(run.before)}, {u":now"_s, toMs(m_db.now())}, {u":after"_s, run.upTo},
            {u":up_to"_s, upTo}});
    if (named.isEmpty()) {
        return m_db.exec(sql.sql, sql.values);
    }
    const QList<qint64> changed
        = m_db.list(sql.sql, sql.values, [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    for (const qint64 id : QSet<qint64>(changed.begin(), changed.end())) {
        if (rows.order.isEmpty()) {
            ConversationStore(m_db).refreshPreview(ConversationId{id});
        } else {
            BasketStore(m_db).changed(OrderId{id});
        }
    }
    return changed.size();
}

RetentionRun RetentionStore::step(RetainedKind what)
{
    const auto known = runOf(what);
    RetentionRun run = known && !known->endedAt ? *known : begin(what);
    if (run.endedAt) {
        return run;
    }
    const QList<RetainedRows> &all = retainedRows(what);
    while (run.step < all.size() && all.at(run.step).isOfJournal && !mayChangeJournal()) {
        ++run.step;
    }
    if (run.step < all.size()) {
        const RetainedRows &rows = all.at(run.step);
        const BoundSql page = bound(
            u"SELECT max(k) FROM (SELECT %1 AS k FROM %2 WHERE %1 > :after ORDER BY %1 LIMIT :rows) AS page"_s
                .arg(rows.key, rows.table),
            {{u":after"_s, run.upTo}, {u":rows"_s, kAtOnce}});
        const auto upTo = m_db.one(page.sql, page.values, [](const QSqlQuery &row) {
            return row.value(0).isNull() ? qint64(0) : row.value(0).toLongLong();
        });
        if (upTo.value_or(0) == 0) {
            ++run.step;
            run.upTo = 0;
        } else {
            const qint64 gone = apply(rows, run, *upTo);
            run.upTo = *upTo;
            run.gone += gone;
            if (gone > 0) {
                JournalStore(m_db).add({.fact = u"retention-applied"_s,
                    .detail = {{u"what"_s, toString(what)}, {u"table"_s, rows.table}, {u"rows"_s, gone},
                        {u"before_ms"_s, toMs(run.before)}}});
            }
        }
    }
    if (run.step >= all.size()) {
        run.endedAt = m_db.now();
    }
    m_db.exec(u"UPDATE retention_run SET step = ?, up_to = ?, gone = ?, ended_at_ms = ? WHERE what = ?"_s,
        {run.step, run.upTo, run.gone, run.endedAt ? QVariant(toMs(*run.endedAt)) : QVariant(),
            toString(what)});
    return run;
}

} // namespace fw
