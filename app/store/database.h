#pragma once

#include "app/core/error.h"
#include "app/core/ids.h"

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
class Database final
{
    Q_DISABLE_COPY_MOVE(Database)
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens `file`, creating it with 0600 when Access::ReadWrite. Does not migrate. Errors: Storage.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(
        const QString &file, Access access, const Clock &clock, IdSource &ids);
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
            query->finish();
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
            query->finish();
        }
        return row;
    }

    /// The first column of the first row as a number, 0 when there is none.
    qint64 number(const QString &sql, const QVariantList &values = {});

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    void fail(Error error);
    void clearError() { m_error.reset(); }

    /// Takes the write lock at once, so that two processes queue up instead of failing half-way.
    void beginWriting();
    void beginReading();
    [[nodiscard]] Done commit();
    void rollback();
    /// Statements that are not worth preparing: schema and pragmas.
    void script(const QStringList &statements);

    [[nodiscard]] Instant now() const { return m_clock.now(); }
    template <typename T>
    [[nodiscard]] T newId()
    {
        return m_ids.next<T>();
    }

private:
    Database(const QString &connection, const Clock &clock, IdSource &ids);
    [[nodiscard]] QSqlQuery *run(const QString &sql, const QVariantList &values);
    void direct(const QString &sql);

    QString m_connection;
    QSqlDatabase m_database;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    std::optional<Error> m_error;
    const Clock &m_clock;
    IdSource &m_ids;
};

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
