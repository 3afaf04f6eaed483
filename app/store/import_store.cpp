#include "app/store/import_store.h"

#include "app/store/journal_store.h"

#include <QJsonDocument>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString selectMaps(const QString &rest)
{
    return u"SELECT name, kind, definition, agent, at_ms FROM import_map "_s + rest;
}

// Knows the column order of selectMaps().
ImportMap readMap(const QSqlQuery &row)
{
    return {.name = row.value(0).toString(),
        .kind = importKindFromString(row.value(1).toString()).value_or(ImportKind::Customers),
        .definition = QJsonDocument::fromJson(row.value(2).toString().toUtf8()).object(),
        .agent = row.value(3).toString(),
        .at = instantOf(row.value(4))};
}

QString selectRuns(const QString &rest)
{
    return u"SELECT id, kind, source, file, fingerprint, agent, state, records, added, changed, unchanged, "
           u"refused"
           " FROM import_run "_s
        + rest;
}

// Knows the column order of selectRuns().
ImportRun readRun(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .kind = importKindFromString(row.value(1).toString()).value_or(ImportKind::Customers),
        .source = row.value(2).toString(),
        .file = row.value(3).toString(),
        .fingerprint = row.value(4).toString(),
        .agent = row.value(5).toString(),
        .state = row.value(6).toString(),
        .counts = {.records = row.value(7).toLongLong(),
            .added = row.value(8).toLongLong(),
            .changed = row.value(9).toLongLong(),
            .unchanged = row.value(10).toLongLong(),
            .refused = row.value(11).toLongLong()}};
}

QJsonObject detailOf(const ImportRun &run, const ImportCounts &counts)
{
    return {{u"import"_s, run.id.toString()}, {u"kind"_s, toString(run.kind)}, {u"source"_s, run.source},
        {u"added"_s, counts.added}, {u"changed"_s, counts.changed}, {u"unchanged"_s, counts.unchanged},
        {u"refused"_s, counts.refused}};
}
} // namespace

void ImportStore::saveMap(const ImportMap &map)
{
    m_db.exec(u"INSERT INTO import_map (name, kind, definition, agent, at_ms) VALUES (?, ?, ?, ?, ?)"
              " ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, definition = excluded.definition,"
              " agent = excluded.agent, at_ms = excluded.at_ms"_s,
        {map.name, toString(map.kind), textOf(map.definition), map.agent, toMs(m_db.now())});
    JournalStore(m_db).add({.fact = u"import-map-saved"_s,
        .agent = map.agent,
        .detail
        = {{u"name"_s, map.name}, {u"kind"_s, toString(map.kind)}, {u"definition"_s, map.definition}}});
}

std::optional<ImportMap> ImportStore::map(const QString &name)
{
    return m_db.one(selectMaps(u"WHERE name = ?"_s), {name}, &readMap);
}

QList<ImportMap> ImportStore::maps()
{
    return m_db.list(selectMaps(u"ORDER BY "_s + m_db.byBytes(u"name"_s)), {}, &readMap);
}

ImportRun ImportStore::begin(const ImportRun &run)
{
    const auto open = m_db.one(selectRuns(u"WHERE fingerprint = ? AND kind = ? AND source = ?"
                                          " AND state = 'running' ORDER BY id DESC LIMIT 1"_s),
        {run.fingerprint, toString(run.kind), run.source}, &readRun);
    if (open) {
        return *open;
    }
    ImportRun made = run;
    made.id = m_db.newId<ImportId>();
    made.state = u"running"_s;
    made.counts = {};
    m_db.exec(u"INSERT INTO import_run (id, kind, source, file, fingerprint, agent, state, started_at_ms)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {made.id.value, toString(made.kind), made.source, made.file, made.fingerprint, made.agent, made.state,
            toMs(m_db.now())});
    JournalStore(m_db).add({.fact = u"import-started"_s,
        .agent = made.agent,
        .detail = {{u"import"_s, made.id.toString()}, {u"kind"_s, toString(made.kind)},
            {u"source"_s, made.source}, {u"file"_s, made.file}}});
    return made;
}

std::optional<ImportRun> ImportStore::byId(ImportId id)
{
    return m_db.one(selectRuns(u"WHERE id = ?"_s), {id.value}, &readRun);
}

void ImportStore::advance(const ImportRun &run, const ImportCounts &batch)
{
    m_db.exec(u"UPDATE import_run SET records = records + ?, added = added + ?, changed = changed + ?,"
              " unchanged = unchanged + ?, refused = refused + ? WHERE id = ?"_s,
        {batch.records, batch.added, batch.changed, batch.unchanged, batch.refused, run.id.value});
    if (batch.added + batch.changed > 0) {
        JournalStore(m_db).add(
            {.fact = u"rows-imported"_s, .agent = run.agent, .detail = detailOf(run, batch)});
    }
}

void ImportStore::end(const ImportRun &run)
{
    m_db.exec(u"UPDATE import_run SET state = 'done', ended_at_ms = ? WHERE id = ?"_s,
        {toMs(m_db.now()), run.id.value});
    JournalStore(m_db).add(
        {.fact = u"import-ended"_s, .agent = run.agent, .detail = detailOf(run, run.counts)});
}

void ImportStore::refuse(ImportId run, const RefusedRow &row)
{
    m_db.exec(u"INSERT INTO import_reject (import_id, line, reason, record) VALUES (?, ?, ?, ?)"
              " ON CONFLICT (import_id, line) DO NOTHING"_s,
        {run.value, row.line, row.reason, row.record});
}

QList<RefusedRow> ImportStore::refused(ImportId run, qint64 afterLine, int limit)
{
    return m_db.list(u"SELECT line, reason, record FROM import_reject WHERE import_id = ? AND line > ?"
                     " ORDER BY line LIMIT ?"_s,
        {run.value, afterLine, limit}, [](const QSqlQuery &row) {
            return RefusedRow{.line = row.value(0).toLongLong(),
                .reason = row.value(1).toString(),
                .record = row.value(2).toString()};
        });
}

void ImportStore::forgetRecords(ImportId run)
{
    m_db.exec(u"UPDATE import_reject SET record = '' WHERE import_id = ?"_s, {run.value});
}

} // namespace fw
