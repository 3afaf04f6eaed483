#include "app/store/simulation_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
const QStringList &schema()
{
    static const QStringList statements = {
        // A killed process loses nothing by it, only a power cut would.
        u"PRAGMA synchronous = NORMAL"_s,
        u"CREATE TABLE IF NOT EXISTS change (last BIGINT NOT NULL)"_s,
        u"INSERT INTO change SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM change)"_s,
        u"CREATE TABLE IF NOT EXISTS reply (agent INTEGER NOT NULL, job BIGINT NOT NULL, weight REAL NOT "
        u"NULL, due_ms BIGINT NOT NULL, body TEXT NOT "
        "NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, was_unknown INTEGER NOT NULL, accepted_ms BIGINT, change BIGINT NOT NULL, PRIMARY KEY (agent, job))"_s,
        u"CREATE INDEX IF NOT EXISTS reply_change ON reply (change)"_s,
        u"CREATE TABLE IF NOT EXISTS call (id INTEGER PRIMARY KEY, agent INTEGER NOT NULL, started_ms BIGINT NOT NULL, ended_ms BIGINT, change BIGINT NOT NULL)"_s,
        u"CREATE INDEX IF NOT EXISTS call_change ON call (change)"_s,
        u"CREATE TABLE IF NOT EXISTS limit_window (name TEXT PRIMARY KEY, limit_count INTEGER NOT NULL, "
        u"remaining INTEGER NOT NULL, percent INTEGER NOT NULL, "
        "reset_ms BIGINT NOT NULL, started_ms BIGINT NOT NULL, change BIGINT NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS lesson (name TEXT PRIMARY KEY, learned REAL NOT NULL, at_ms BIGINT NOT NULL, from_ms BIGINT, until_ms BIGINT, change BIGINT NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS block (id INTEGER PRIMARY KEY CHECK (id = 1), until_ms BIGINT NOT NULL, reason TEXT NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS desk (agent INTEGER PRIMARY KEY, wall_offset_ms BIGINT NOT NULL)"_s,
        u"CREATE TABLE IF NOT EXISTS seen (id INTEGER PRIMARY KEY CHECK (id = 1), at_ms BIGINT NOT NULL)"_s,
    };
    return statements;
}

KeptReply replyOf(const QSqlQuery &row)
{
    return {.agent = row.value(0).toInt(),
        .job = row.value(1).toLongLong(),
        .weight = row.value(2).toDouble(),
        .due = instantOf(row.value(3)),
        .text = row.value(4).toString(),
        .state = row.value(5).toString(),
        .attempts = row.value(6).toInt(),
        .wasUnknown = row.value(7).toInt() != 0,
        .acceptedAt = optionalInstant(row.value(8))};
}

KeptCall callOf(const QSqlQuery &row)
{
    return {.id = row.value(0).toLongLong(),
        .agent = row.value(1).toInt(),
        .startedAt = instantOf(row.value(2)),
        .endedAt = optionalInstant(row.value(3))};
}

KeptWindow windowOf(const QSqlQuery &row)
{
    return {.name = row.value(0).toString(),
        .limit = row.value(1).toInt(),
        .remaining = row.value(2).toInt(),
        .percent = row.value(3).toInt(),
        .resetAt = instantOf(row.value(4)),
        .startedAt = instantOf(row.value(5))};
}

KeptLesson lessonOf(const QSqlQuery &row)
{
    return {.name = row.value(0).toString(),
        .limit = row.value(1).toDouble(),
        .at = instantOf(row.value(2)),
        .boundaryFrom = optionalInstant(row.value(3)),
        .boundaryUntil = optionalInstant(row.value(4))};
}
} // namespace

struct SimulationStore::Source {
    SystemClock clock = {};
    IdSource ids{clock};
    std::unique_ptr<Database> db = {};
};

SimulationStore::SimulationStore(std::unique_ptr<Source> source) : m_source(std::move(source)) { }
SimulationStore::~SimulationStore() = default;

Result<std::unique_ptr<SimulationStore>> SimulationStore::open(const QString &folder)
{
    auto source = std::make_unique<Source>();
    auto db = Database::open(DatabasePlace::ofFile(folder + u"/simulation.db"_s), Database::Access::ReadWrite,
        source->clock, source->ids);
    if (!db) {
        return Failure(db.error());
    }
    source->db = std::move(*db);
    source->db->script(schema());
    if (source->db->error()) {
        return Failure(*source->db->error());
    }
    return std::unique_ptr<SimulationStore>(new SimulationStore(std::move(source)));
}

void SimulationStore::begin()
{
    m_source->db->beginWriting();
    m_change = 0;
}

Done SimulationStore::commit()
{
    if (m_change > 0) {
        m_source->db->exec(u"UPDATE change SET last = ?"_s, {m_change});
    }
    return m_source->db->commit();
}

qint64 SimulationStore::nextChange()
{
    if (m_change == 0) {
        m_change = m_source->db->number(u"SELECT last FROM change"_s) + 1;
    }
    return m_change;
}

KeptChanges SimulationStore::news(int agent)
{
    Database &db = *m_source->db;
    const qint64 last = db.number(u"SELECT last FROM change"_s);
    KeptChanges news;
    if (!m_isFirst && last <= m_seenChange) {
        return news;
    }
    const int notAgent = m_isFirst ? -1 : agent;
    news.replies = db.list(
        u"SELECT agent, job, weight, due_ms, body, state, attempts, was_unknown, accepted_ms FROM reply WHERE change > ? AND agent <> ?"_s,
        {m_seenChange, notAgent}, replyOf);
    news.calls
        = db.list(u"SELECT id, agent, started_ms, ended_ms FROM call WHERE change > ? AND agent <> ?"_s,
            {m_seenChange, notAgent}, callOf);
    news.windows = db.list(
        u"SELECT name, limit_count, remaining, percent, reset_ms, started_ms FROM limit_window WHERE change > ?"_s,
        {m_seenChange}, windowOf);
    news.lessons = db.list(u"SELECT name, learned, at_ms, from_ms, until_ms FROM lesson WHERE change > ?"_s,
        {m_seenChange}, lessonOf);
    const auto block = db.one(u"SELECT until_ms, reason FROM block"_s, {},
        [](const QSqlQuery &row) { return std::pair(instantOf(row.value(0)), row.value(1).toString()); });
    if (block) {
        news.blockedUntil = block->first;
        news.blockReason = block->second;
    }
    m_seenChange = last;
    m_isFirst = false;
    return news;
}

void SimulationStore::save(const KeptReply &reply)
{
    m_source->db->exec(
        u"INSERT INTO reply (agent, job, weight, due_ms, body, state, attempts, was_unknown, accepted_ms, "
        u"change) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (agent, job) DO UPDATE SET due_ms = excluded.due_ms, state = excluded.state, attempts "
        "= excluded.attempts,"
        " was_unknown = excluded.was_unknown, accepted_ms = excluded.accepted_ms, change = excluded.change"_s,
        {reply.agent, reply.job, reply.weight, toMs(reply.due), reply.text, reply.state, reply.attempts,
            reply.wasUnknown ? 1 : 0, toColumn(reply.acceptedAt), nextChange()});
}

qint64 SimulationStore::save(const KeptCall &call)
{
    return m_source->db
        ->one(u"INSERT INTO call (agent, started_ms, ended_ms, change) VALUES (?, ?, ?, ?) RETURNING id"_s,
            {call.agent, toMs(call.startedAt), toColumn(call.endedAt), nextChange()},
            [](const QSqlQuery &row) { return row.value(0).toLongLong(); })
        .value_or(0);
}

void SimulationStore::end(qint64 call, Instant startedAt, Instant endedAt)
{
    m_source->db->exec(u"UPDATE call SET started_ms = ?, ended_ms = ?, change = ? WHERE id = ?"_s,
        {toMs(startedAt), toMs(endedAt), nextChange(), call});
}

void SimulationStore::endAll(int agent, Instant at)
{
    m_source->db->exec(u"UPDATE call SET ended_ms = ?, change = ? WHERE agent = ? AND ended_ms IS NULL"_s,
        {toMs(at), nextChange(), agent});
}

void SimulationStore::save(const KeptWindow &window)
{
    m_source->db->exec(
        u"INSERT INTO limit_window (name, limit_count, remaining, percent, reset_ms, started_ms, change)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET limit_count = excluded.limit_count, "
        "remaining = excluded.remaining,"
        " percent = excluded.percent, reset_ms = excluded.reset_ms, started_ms = excluded.started_ms, change "
        "= excluded.change"
        " WHERE excluded.started_ms >= limit_window.started_ms"_s,
        {window.name, window.limit, window.remaining, window.percent, toMs(window.resetAt),
            toMs(window.startedAt), nextChange()});
}

void SimulationStore::save(const KeptLesson &lesson)
{
    m_source->db->exec(
        u"INSERT INTO lesson (name, learned, at_ms, from_ms, until_ms, change) VALUES (?, ?, ?, ?, ?, ?) ON "
        u"CONFLICT (name) DO UPDATE SET"
        " learned = excluded.learned, at_ms = excluded.at_ms, from_ms = excluded.from_ms, until_ms = excluded.until_ms, change = excluded.change"_s,
        {lesson.name, lesson.limit, toMs(lesson.at), toColumn(lesson.boundaryFrom),
            toColumn(lesson.boundaryUntil), nextChange()});
}

void SimulationStore::saveBlock(Instant until, const QString &reason)
{
    (void)nextChange();
    m_source->db->exec(u"INSERT INTO block (id, until_ms, reason) VALUES (1, ?, ?) ON CONFLICT (id) DO "
                       u"UPDATE SET until_ms = excluded.until_ms, reason = excluded.reason"
                       " WHERE excluded.until_ms > block.until_ms"_s,
        {toMs(until), reason});
}

void SimulationStore::saveWallOffset(int agent, milliseconds offset)
{
    m_source->db->exec(
        u"INSERT INTO desk (agent, wall_offset_ms) VALUES (?, ?) ON CONFLICT (agent) DO UPDATE SET wall_offset_ms = excluded.wall_offset_ms"_s,
        {agent, qint64(offset.count())});
}

std::optional<milliseconds> SimulationStore::wallOffset(int agent)
{
    return m_source->db->one(u"SELECT wall_offset_ms FROM desk WHERE agent = ?"_s, {agent},
        [](const QSqlQuery &row) { return milliseconds(row.value(0).toLongLong()); });
}

void SimulationStore::saveSeen(Instant at)
{
    m_source->db->exec(
        u"INSERT INTO seen (id, at_ms) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at_ms = max(at_ms, excluded.at_ms)"_s,
        {toMs(at)});
}

std::optional<Instant> SimulationStore::seen()
{
    return m_source->db->one(
        u"SELECT at_ms FROM seen"_s, {}, [](const QSqlQuery &row) { return instantOf(row.value(0)); });
}

} // namespace fw
