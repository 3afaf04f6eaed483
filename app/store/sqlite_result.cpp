#include "app/store/sqlite_result.h"

#include <QSqlError>
#include <QSqlResult>
#include <QVariant>

#include <sqlite3.h>

#include <mutex>

#include <utility>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct Finalizer {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

sqlite3 *connectionOf(const QSqlDriver &driver)
{
    const QVariant handle = driver.handle();
    const bool isSqlite = qstrcmp(handle.typeName(), "sqlite3*") == 0;
    return isSqlite ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

class SqliteResult final : public QSqlResult
{
    Q_DISABLE_COPY_MOVE(SqliteResult)
public:
    explicit SqliteResult(const QSqlDriver &driver) : QSqlResult(&driver), m_db(connectionOf(driver)) { }
    ~SqliteResult() override = default;

protected:
    using QSqlResult::bindValue;

    bool savePrepare(const QString &sql) override { return prepare(sql); }

    bool prepare(const QString &sql) override
    {
        const QByteArray text = sql.toUtf8();
        sqlite3_stmt *made = nullptr;
        const int code = sqlite3_prepare_v3(
            m_db, text.constData(), int(text.size()), SQLITE_PREPARE_PERSISTENT, &made, nullptr);
        m_statement.reset(made);
        if (code != SQLITE_OK) {
            return fail(code);
        }
        setSelect(sqlite3_column_count(made) > 0);
        return true;
    }

    bool reset(const QString &sql) override { return prepare(sql) && exec(); }

    void bindValue(int place, const QVariant &value, QSql::ParamType) override
    {
        const bool isBound = bind(place + 1, value) == SQLITE_OK;
        m_bound += isBound ? 1 : 0;
        m_isUnfit = m_isUnfit || !isBound;
    }

    bool exec() override
    {
        const bool isComplete = std::exchange(m_bound, 0) == sqlite3_bind_parameter_count(m_statement.get());
        if (std::exchange(m_isUnfit, false) || !isComplete) {
            setLastError(QSqlError(QString(), u"the values are not as many as the places for them"_s,
                QSqlError::StatementError, QString::number(SQLITE_RANGE)));
            return false;
        }
        setAt(QSql::BeforeFirstRow);
        m_isRowRead = step();
        setActive(!lastError().isValid());
        m_changed = isActive() && !isSelect() ? sqlite3_changes(m_db) : -1;
        return isActive();
    }

    bool fetchFirst() override
    {
        const bool isThere = std::exchange(m_isRowRead, false);
        setAt(isThere ? 0 : int(QSql::AfterLastRow));
        return isThere;
    }

    bool fetchNext() override
    {
        const bool isThere = step();
        setAt(isThere ? at() + 1 : int(QSql::AfterLastRow));
        return isThere;
    }

    bool fetch(int) override { return false; } // forward only
    bool fetchLast() override { return false; }

    QVariant data(int column) override
    {
        sqlite3_stmt *row = m_statement.get();
        switch (sqlite3_column_type(row, column)) {
        case SQLITE_INTEGER:
            return QVariant(qlonglong(sqlite3_column_int64(row, column)));
        case SQLITE_FLOAT:
            return QVariant(sqlite3_column_double(row, column));
        case SQLITE_BLOB: {
            const auto *bytes = static_cast<const char *>(sqlite3_column_blob(row, column));
            return QVariant(QByteArray(bytes, sqlite3_column_bytes(row, column)));
        }
        case SQLITE_TEXT: {
            const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(row, column));
            return QVariant(QString::fromUtf8(text, sqlite3_column_bytes(row, column)));
        }
        default:
            return {};
        }
    }

    bool isNull(int column) override { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }

    int size() override { return -1; }
    int numRowsAffected() override { return m_changed; }

    /// A row that is not needed any more keeps no lock.
    void detachFromResultSet() override { sqlite3_reset(m_statement.get()); }

private:
    bool fail(int code)
    {
        setLastError(QSqlError(QString(), QString::fromUtf8(sqlite3_errmsg(m_db)), QSqlError::StatementError,
            QString::number(code)));
        return false;
    }

    /// To the next row; false: there is none, or an error.
    bool step()
    {
        const int code = sqlite3_step(m_statement.get());
        if (code == SQLITE_ROW) {
            return true;
        }
        if (code != SQLITE_DONE) {
            fail(code);
        }
        sqlite3_reset(m_statement.get());
        return false;
    }

    int bind(int place, const QVariant &value)
    {
        sqlite3_stmt *to = m_statement.get();
        if (value.isNull()) {
            return sqlite3_bind_null(to, place);
        }
        switch (value.typeId()) {
        case QMetaType::Int:
        case QMetaType::Bool:
        case QMetaType::UInt:
        case QMetaType::LongLong:
        case QMetaType::ULongLong:
            return sqlite3_bind_int64(to, place, value.toLongLong());
        case QMetaType::Double:
            return sqlite3_bind_double(to, place, value.toDouble());
        case QMetaType::QByteArray: {
            const QByteArray bytes = value.toByteArray();
            return bytes.isNull() ? sqlite3_bind_null(to, place)
                                  : sqlite3_bind_blob64(to, place, bytes.constData(),
                                      sqlite3_uint64(bytes.size()), SQLITE_TRANSIENT);
        }
        default: {
            const QByteArray text = value.toString().toUtf8();
            return sqlite3_bind_text64(
                to, place, text.constData(), sqlite3_uint64(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
        }
        }
    }

    sqlite3 *m_db;
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_bound = 0;
    bool m_isUnfit = false; // one of the values has no place, or is too large for the database
    int m_changed = -1;
    bool m_isRowRead = false; // by exec(), and not handed out yet
};

/// Is the library behind Qt's plugin the one this program is linked to? Only then may they share a connection.
bool sharesSqlite(const QSqlDriver &driver)
{
    QSqlQuery asked(driver.createResult());
    return connectionOf(driver) != nullptr && asked.exec(u"SELECT sqlite_source_id()"_s) && asked.next()
        && asked.value(0).toString() == QLatin1String(sqlite3_sourceid());
}

bool isShared(const QSqlDriver &driver)
{
    static const bool shared = sharesSqlite(driver); // there is one plugin in a process
    return shared;
}

constexpr int kStepsBetweenLooks = 1000; // of SQLite's machine: less than a millisecond
} // namespace

void tuneSqlite()
{
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_PAGECACHE, nullptr, 0, 0); });
}

std::unique_ptr<QSqlQuery> makeSqliteQuery(const QSqlDriver &driver)
{
    return std::make_unique<QSqlQuery>(
        isShared(driver) ? static_cast<QSqlResult *>(new SqliteResult(driver)) : driver.createResult());
}

SqliteDeadline::SqliteDeadline(const QSqlDriver &driver, std::chrono::milliseconds time)
    : m_db(isShared(driver) ? connectionOf(driver) : nullptr)
    , m_end(std::chrono::steady_clock::now() + time)
{
    const auto isOver = [](void *end) {
        return std::chrono::steady_clock::now() > *static_cast<std::chrono::steady_clock::time_point *>(end)
            ? 1
            : 0;
    };
    if (m_db != nullptr) {
        sqlite3_progress_handler(m_db, kStepsBetweenLooks, isOver, &m_end);
    }
}

SqliteDeadline::~SqliteDeadline()
{
    if (m_db != nullptr) {
        sqlite3_progress_handler(m_db, 0, nullptr, nullptr);
    }
}

} // namespace fw
