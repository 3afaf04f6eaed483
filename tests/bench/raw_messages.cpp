#include "tests/bench/raw_messages.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

namespace fw::bench {

namespace {
constexpr int kAtOnce = 1000;

void check(int result, sqlite3 *db)
{
    if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_ROW) {
        std::fprintf(stderr, "bench: plain SQLite: %s\n", sqlite3_errmsg(db));
        std::exit(2);
    }
}

void bindText(sqlite3_stmt *statement, int place, const QByteArray &text)
{
    sqlite3_bind_text(statement, place, text.constData(), int(text.size()), SQLITE_TRANSIENT);
}
} // namespace

RawMessages::RawMessages(const QString &file)
{
    check(sqlite3_open(qPrintable(file), &m_db), m_db);
    run("PRAGMA page_size = 8192");
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = NORMAL");
    run("PRAGMA cache_size = -65536");
    run("PRAGMA mmap_size = 1073741824");
    run("CREATE TABLE message (id INTEGER PRIMARY KEY, platform INT, native_id TEXT, thread_id INT, "
        "customer_id "
        "INT, created INT, reply_to INT, status INT, direction INT, author TEXT, body TEXT, hash BLOB,"
        " UNIQUE (platform, native_id))");
    run("CREATE INDEX message_thread ON message (thread_id, created)");
    run("CREATE INDEX message_customer ON message (customer_id, created)");
    run("CREATE INDEX message_status ON message (status, created) WHERE status = 0");
    run("CREATE VIRTUAL TABLE mfts USING fts5 (body, author, content = 'message', content_rowid = 'id',"
        " tokenize = 'unicode61 remove_diacritics 2')");
    m_insert = prepare(
        "INSERT OR IGNORE INTO message (platform, native_id, thread_id, customer_id, created,"
        " reply_to, status, direction, author, body, hash) VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?)");
    m_index = prepare("INSERT INTO mfts (rowid, body, author) VALUES (?, ?, ?)");
    m_find = prepare("SELECT m.* FROM mfts JOIN message m ON m.id = mfts.rowid WHERE mfts MATCH ?"
                     " ORDER BY mfts.rowid DESC LIMIT 50");
}

RawMessages::~RawMessages()
{
    for (sqlite3_stmt *statement : {m_insert, m_index, m_find}) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(m_db);
}

void RawMessages::insert(const Line &line)
{
    if (m_open == 0) {
        run("BEGIN IMMEDIATE");
    }
    const QByteArray author = "shopper" + QByteArray::number(line.customer);
    sqlite3_bind_int(m_insert, 1, line.isFacebook ? 1 : 0);
    bindText(m_insert, 2, QByteArray::number(line.id));
    sqlite3_bind_int64(m_insert, 3, line.thread);
    sqlite3_bind_int(m_insert, 4, line.customer);
    sqlite3_bind_int64(m_insert, 5, line.atMs);
    sqlite3_bind_int64(m_insert, 6, line.replyTo);
    bindText(m_insert, 7, author);
    bindText(m_insert, 8, line.body);
    sqlite3_bind_blob(
        m_insert, 9, line.body.constData(), std::min(16, int(line.body.size())), SQLITE_TRANSIENT);
    check(sqlite3_step(m_insert), m_db);
    const bool isNew = sqlite3_changes(m_db) > 0;
    check(sqlite3_reset(m_insert), m_db);
    if (isNew) {
        sqlite3_bind_int64(m_index, 1, sqlite3_last_insert_rowid(m_db));
        bindText(m_index, 2, line.body);
        bindText(m_index, 3, author);
        check(sqlite3_step(m_index), m_db);
        check(sqlite3_reset(m_index), m_db);
    }
    if (++m_open == kAtOnce) {
        run("COMMIT");
        m_open = 0;
    }
}

void RawMessages::finish()
{
    if (m_open > 0) {
        run("COMMIT");
        m_open = 0;
    }
    run("PRAGMA wal_checkpoint(TRUNCATE)");
}

int RawMessages::find(const QByteArray &match)
{
    bindText(m_find, 1, match);
    int found = 0;
    qint64 read = 0;
    while (sqlite3_step(m_find) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(m_find); ++column) {
            read += sqlite3_column_bytes(m_find, column);
        }
        ++found;
    }
    check(sqlite3_reset(m_find), m_db);
    return read < 0 ? -1 : found;
}

void RawMessages::run(const char *sql)
{
    check(sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr), m_db);
}

sqlite3_stmt *RawMessages::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    check(sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr), m_db);
    return statement;
}

} // namespace fw::bench
