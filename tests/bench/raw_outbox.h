#pragma once

#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace fw::bench {

/// An outbox as plain as can be, straight on SQLite's C interface: three durable commits a reply, with a ledger and an audit row, and nothing else.
class RawOutbox final
{
public:
    RawOutbox(const QString &file, int backlog);
    ~RawOutbox();
    RawOutbox(const RawOutbox &) = delete;
    RawOutbox &operator=(const RawOutbox &) = delete;

    /// One reply is put in, the first one is claimed and marked sent.
    void cycle();

private:
    void run(const char *sql);
    sqlite3_stmt *prepare(const char *sql);
    void step(sqlite3_stmt *statement);
    void put();
    qint64 claim();
    void finish(qint64 id);

    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_audit = nullptr;
    sqlite3_stmt *m_claim = nullptr;
    sqlite3_stmt *m_ledger = nullptr;
    sqlite3_stmt *m_sent = nullptr;
    qint64 m_last = 0;
};

} // namespace fw::bench
