#pragma once

#include "tests/bench/corpus.h"

#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace fw::bench {

/// Messages as plain as can be, straight on SQLite's C interface: one table with three indexes and a full-text index, pages of 8192 bytes, WAL, NORMAL, a cache of 64 MiB
/// and a mapping of 1 GiB, 1,000 rows a transaction. It knows no conversations, people, promises or journal.
class RawMessages final
{
public:
    explicit RawMessages(const QString &file);
    ~RawMessages();
    RawMessages(const RawMessages &) = delete;
    RawMessages &operator=(const RawMessages &) = delete;

    void insert(const Line &line);
    /// What was not committed yet, and the log into the file.
    void finish();
    /// The newest 50 that match, every column read; how many there were.
    int find(const QByteArray &match);

private:
    void run(const char *sql);
    sqlite3_stmt *prepare(const char *sql);

    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_index = nullptr;
    sqlite3_stmt *m_find = nullptr;
    int m_open = 0; // rows of the open transaction
};

} // namespace fw::bench
