#pragma once

#include "app/core/error.h"
#include "app/core/ids.h"
#include "app/store/chain_head.h"
#include "app/store/database_place.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <unordered_map>

namespace fw {

/// One connection to the desk's database, for one thread.
///
/// Errors are sticky, like those of QDataStream: the first failing statement is remembered, later statements do nothing and yield nothing, and
/// the unit of work that ran them (Store::write, Store::read) is rolled back and answers with that error. So a repository reads
/// as what it does, and nothing half-written can be committed.
///
/// SQL is the same on both engines, except for what the functions here hide.
class Database final
{
    Q_DISABLE_COPY_MOVE(Database)
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens `place`; a file is created with 0600 when Access::ReadWrite. Does not migrate. Errors: Storage.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(
        const DatabasePlace &place, Access access, const Clock &clock, IdSource &ids);
    ~Database();

    /// Runs one statement; returns the number of rows it changed. `sql` must be a literal: it is the key of the prepared statement.
    qint64 exec(const QString &sql, const QVariantList &values = {});

    /// Every row of a query through `read(const QSqlQuery &)`.
    template <typename Reader>
    auto list(const QString &sql, const QVariantList &values, Reader read)
    {
        QList<std::decay_t<decltype(read(std::declval<const QSqlQuery &>()))>> rows;
        if (QSqlQuery *query = run(sql, values)) {
            while (query->next()) {
                rows.append(read(*query));
            }
            end(sql, *query);
        }
        return rows;
    }

    /// The first row, or nothing.
    template <typename Reader>
    auto one(const QString &sql, const QVariantList &values, Reader read)
    {
        std::optional<std::decay_t<decltype(read(std::declval<const QSqlQuery &>()))>> row;
        if (QSqlQuery *query = run(sql, values)) {
            if (query->next()) {
                row = read(*query);
            }
            end(sql, *query);
        }
        return row;
    }

    /// The first column of the first row as a number, 0 when there is none.
    qint64 number(const QString &sql, const QVariantList &values = {});

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    void clearError();

    /// SQLite: takes the write lock at once, so that two processes queue up instead of failing half-way.
    /// PostgreSQL: SERIALIZABLE. Writers of other processes run at the same time, and the server refuses one of two units of work whose
    /// outcome differs from running one after the other; mayRepeat() then says to run it again.
    void beginWriting();
    /// One snapshot for everything that is read.
    void beginReading();
    /// Nobody else changes the schema meanwhile, and what is read is the newest there is.
    void beginMigrating();
    [[nodiscard]] Done commit();
    void rollback();
    /// The unit of work that failed left nothing behind and may succeed if it is run again, which would be its repetition number `turn` (from 1).
    /// Waits a little where that helps. Never when a commit got no answer.
    [[nodiscard]] bool mayRepeat(int turn);
    /// Statements that are not worth preparing: schema and pragmas.
    void script(const QStringList &statements);

    [[nodiscard]] const DatabasePlace &place() const { return m_place; }
    [[nodiscard]] bool hasTable(const QString &name);
    /// For ORDER BY: texts sort by their bytes, whatever language the server speaks.
    [[nodiscard]] QString byBytes(const QString &column) const;
    /// This fact is part of the unit of work: when it is committed, listening processes are told (PostgreSQL only).
    void announce(FactId fact);
    /// Where this connection's chain of facts ends, with those of the unit of work. JournalStore moves it; commit() keeps it.
    [[nodiscard]] ChainHead &chainHead() { return m_head; }
    /// For the one connection that listens.
    [[nodiscard]] QSqlDriver *driver() const { return m_database.driver(); }

    [[nodiscard]] Instant now() const { return m_clock.now(); }
    template <typename T>
    [[nodiscard]] T newId()
    {
        return m_ids.next<T>();
    }

private:
    /// What to do about an error.
    enum class Trouble {
        None,
        Other,
        Conflict,     // with another writer
        Duplicate,    // of a key: a real one, or one made by another writer a moment ago
        Disconnected, // and nothing was committed
        Undecided     // disconnected while committing
    };

    Database(const DatabasePlace &place, Access access, const Clock &clock, IdSource &ids);
    void prepareConnection();
    void connect();
    void disconnect();
    void reconnectIfLost();
    [[nodiscard]] QSqlQuery *run(const QString &sql, const QVariantList &values);
    /// After the last row that is wanted: what looks like the end of the rows may have been an error.
    void end(const QString &sql, QSqlQuery &query);
    void direct(const QString &sql);
    void transact(const QString &onSqlite, const QString &onPostgres);
    void fail(const QString &what, const QSqlError &error);
    [[nodiscard]] Trouble troubleIn(const QSqlError &error) const;
    void keepHead();

    DatabasePlace m_place;
    Access m_access;
    QString m_connection;
    QSqlDatabase m_database;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    std::optional<Error> m_error;
    Trouble m_trouble = Trouble::None;
    bool m_isCommitting = false;
    bool m_isLost = false;
    FactId m_firstFact = {}; // of the unit of work
    FactId m_lastFact = {};
    ChainHead m_head = {};     // of the unit of work
    ChainHead m_keptHead = {}; // committed
    const Clock &m_clock;
    IdSource &m_ids;
};

/// The channel on which PostgreSQL tells of committed facts; the payload is the first and the last id, with a space between.
[[nodiscard]] QString changeChannel();

/// Makes an empty `file` that only its owner can read, unless there is one. Errors: Storage.
[[nodiscard]] Done createPrivateFile(const QString &file);

/// NULL for nothing, else UTC milliseconds.
[[nodiscard]] QVariant toColumn(const std::optional<Instant> &instant);
[[nodiscard]] std::optional<Instant> optionalInstant(const QVariant &column);
[[nodiscard]] inline Instant instantOf(const QVariant &column)
{
    return instantFromMs(column.toLongLong());
}
/// NULL for a null id.
template <typename Tag>
[[nodiscard]] QVariant toColumn(Id<Tag> id)
{
    return id.isNull() ? QVariant() : QVariant(id.value);
}

} // namespace fw
