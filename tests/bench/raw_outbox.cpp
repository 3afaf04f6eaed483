#include "tests/bench/raw_outbox.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

namespace fw::bench {

namespace {
constexpr qint64 kDay = 86'400'000;

void check(int result, sqlite3 *db)
{
    if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW) {
        std::fprintf(stderr, "bench: plain SQLite: %s\n", sqlite3_errmsg(db));
        std::exit(2);
    }
}
} // namespace

RawOutbox::RawOutbox(const QString &file, int backlog)
{
    check(sqlite3_open(qPrintable(file), &m_db), m_db);
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("CREATE TABLE outbox (id INTEGER PRIMARY KEY, account INT, state INT, prio INT, deadline INT, body "
        "TEXT,"
        " attempt INT, lease INT, remote_id TEXT)");
    run("CREATE INDEX outbox_next ON outbox (account, prio, deadline) WHERE state = 0");
    run("CREATE TABLE ledger (id INTEGER PRIMARY KEY, account INT, at INT, reply INT)");
    run("CREATE TABLE audit (id INTEGER PRIMARY KEY, at INT, reply INT, fact TEXT)");
    m_insert = prepare(
        "INSERT INTO outbox (id, account, state, prio, deadline, body, attempt) VALUES (?, 1, 0, ?, ?,"
        " 'Thank you for telling us, we are looking into it now and will write again today.', 0)");
    m_audit = prepare("INSERT INTO audit (at, reply, fact) VALUES (?, ?, ?)");
    m_claim = prepare(
        "UPDATE outbox SET state = 1, attempt = attempt + 1, lease = 7 WHERE id = (SELECT id FROM outbox"
        " WHERE account = 1 AND state = 0 ORDER BY prio, deadline LIMIT 1) RETURNING id");
    m_ledger = prepare("INSERT INTO ledger (account, at, reply) VALUES (1, ?, ?)");
    m_sent = prepare("UPDATE outbox SET state = 2, remote_id = ? WHERE id = ?");
    run("BEGIN IMMEDIATE");
    for (int i = 0; i < backlog; ++i) {
        put();
    }
    run("COMMIT");
}

RawOutbox::~RawOutbox()
{
    for (sqlite3_stmt *statement : {m_insert, m_audit, m_claim, m_ledger, m_sent}) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(m_db);
}

void RawOutbox::cycle()
{
    run("BEGIN IMMEDIATE");
    put();
    run("COMMIT");
    run("BEGIN IMMEDIATE");
    const qint64 id = claim();
    run("COMMIT");
    run("BEGIN IMMEDIATE");
    finish(id);
    run("COMMIT");
}

void RawOutbox::put()
{
    const qint64 id = ++m_last;
    sqlite3_bind_int64(m_insert, 1, id);
    sqlite3_bind_int64(m_insert, 2, id % 3);
    sqlite3_bind_int64(m_insert, 3, id * 7919 % kDay);
    step(m_insert);
    sqlite3_bind_int64(m_audit, 1, id);
    sqlite3_bind_int64(m_audit, 2, id);
    sqlite3_bind_text(m_audit, 3, "queued", -1, SQLITE_STATIC);
    step(m_audit);
}

qint64 RawOutbox::claim()
{
    check(sqlite3_step(m_claim), m_db);
    const qint64 id = sqlite3_column_int64(m_claim, 0);
    step(m_claim);
    sqlite3_bind_int64(m_ledger, 1, m_last);
    sqlite3_bind_int64(m_ledger, 2, id);
    step(m_ledger);
    return id;
}

void RawOutbox::finish(qint64 id)
{
    sqlite3_bind_int64(m_sent, 1, id);
    sqlite3_bind_int64(m_sent, 2, id);
    step(m_sent);
    sqlite3_bind_int64(m_audit, 1, m_last);
    sqlite3_bind_int64(m_audit, 2, id);
    sqlite3_bind_text(m_audit, 3, "accepted", -1, SQLITE_STATIC);
    step(m_audit);
}

void RawOutbox::run(const char *sql)
{
    check(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr), m_db);
}

sqlite3_stmt *RawOutbox::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    check(sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr), m_db);
    return statement;
}

void RawOutbox::step(sqlite3_stmt *statement)
{
    check(sqlite3_step(statement), m_db);
    check(sqlite3_reset(statement), m_db);
}

} // namespace fw::bench
