#include "app/store/foreign_view.h"

#include "app/store/sqlite_result.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <atomic>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostRows = 1000;

Error trouble(ErrorCode code, const QString &detail)
{
    return {.code = code, .detail = detail};
}

/// A connection for one question; gone with this object.
class Connection
{
    Q_DISABLE_COPY_MOVE(Connection)
public:
    explicit Connection(const ForeignView &view) : m_view(view)
    {
        static std::atomic<int> connections = 0;
        m_name = u"fw-foreign-%1"_s.arg(++connections);
        m_database = QSqlDatabase::addDatabase(isPostgres() ? u"QPSQL"_s : u"QSQLITE"_s, m_name);
        isPostgres() ? prepareServer() : prepareFile();
    }
    ~Connection()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
    }

    [[nodiscard]] Done open()
    {
        if (!isPostgres() && !QFile::exists(m_view.place.file)) {
            return Failure(
                trouble(ErrorCode::Offline, u"there is no database %1"_s.arg(m_view.place.shown())));
        }
        if (m_database.open()) {
            return {};
        }
        const QString text = m_database.lastError().databaseText();
        // libpq has no code for it, and speaks English to us.
        const bool isRefused = text.contains("authentication failed"_L1) || text.contains("no password"_L1);
        return Failure(isRefused
                ? trouble(ErrorCode::Unauthorised,
                    u"%1 does not know us; its password belongs into ~/.pgpass"_s.arg(m_view.place.shown()))
                : trouble(ErrorCode::Offline, u"cannot open %1"_s.arg(m_view.place.shown())));
    }

    [[nodiscard]] Result<QJsonArray> rows(const QString &key)
    {
        std::optional<SqliteDeadline> deadline;
        if (!isPostgres()) {
            deadline.emplace(*m_database.driver(), m_view.timeout);
        }
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(statement())) {
            return Failure(failureOf(query.lastError()));
        }
        query.addBindValue(key);
        if (!isPostgres()) {
            query.addBindValue(asNumber(key));
        }
        if (!query.exec()) {
            return Failure(failureOf(query.lastError()));
        }
        QJsonArray rows;
        while (query.next()) {
            if (rows.size() == kMostRows) {
                return Failure(trouble(
                    ErrorCode::MalformedAnswer, u"more than %1 rows for one customer"_s.arg(kMostRows)));
            }
            rows.append(isPostgres() ? QJsonDocument::fromJson(query.value(0).toString().toUtf8()).object()
                                     : objectOf(query));
        }
        if (query.lastError().isValid()) {
            return Failure(failureOf(query.lastError()));
        }
        return rows;
    }

private:
    [[nodiscard]] bool isPostgres() const { return m_view.place.isPostgres(); }

    void prepareFile()
    {
        tuneSqlite();
        m_database.setDatabaseName(m_view.place.file);
        m_database.setConnectOptions(
            u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(m_view.timeout.count()));
    }

    void prepareServer()
    {
        const DatabasePlace &place = m_view.place;
        m_database.setHostName(place.host);
        m_database.setPort(place.port);
        m_database.setUserName(place.user);
        m_database.setPassword(place.password);
        m_database.setDatabaseName(place.database);
        m_database.setConnectOptions(serverOptions(place,
            {{u"connect_timeout"_s, u"2"_s}, // the shortest libpq knows
                {u"tcp_user_timeout"_s, QString::number(m_view.timeout.count())},
                {u"options"_s,
                    u"-c default_transaction_read_only=on -c statement_timeout=%1"_s.arg(
                        m_view.timeout.count())}}));
    }

    [[nodiscard]] QString escaped(const QString &name) const
    {
        return m_database.driver()->escapeIdentifier(name, QSqlDriver::FieldName);
    }

    [[nodiscard]] QString statement() const
    {
        QStringList parts;
        for (const QString &part : m_view.view.split(u'.')) {
            parts << escaped(part);
        }
        // A server writes its own JSON: times with their zone, numbers as they are. SQLite finds no number by a text where a column is computed.
        return u"SELECT %1 FROM %2 AS v WHERE v.%3 %4 LIMIT %5"_s.arg(
            isPostgres() ? u"CAST(row_to_json(v) AS text)"_s : u"*"_s, parts.join(u'.'), escaped(m_view.key),
            isPostgres() ? u"= ?"_s : u"IN (?, ?)"_s, QString::number(kMostRows + 1));
    }

    [[nodiscard]] static QVariant asNumber(const QString &key)
    {
        const qint64 number = key.toLongLong();
        return QString::number(number) == key ? QVariant(number) : QVariant(key);
    }

    [[nodiscard]] static QJsonObject objectOf(const QSqlQuery &query)
    {
        QJsonObject object;
        const QSqlRecord record = query.record();
        for (int i = 0; i < record.count(); ++i) {
            const QVariant value = query.value(i);
            object.insert(
                record.fieldName(i), value.isNull() ? QJsonValue() : QJsonValue::fromVariant(value));
        }
        return object;
    }

    [[nodiscard]] Error failureOf(const QSqlError &error) const
    {
        const QString native = error.nativeErrorCode();
        const QString where = u"%1 in %2"_s.arg(m_view.view, m_view.place.shown());
        const bool isMissing = isPostgres()
            ? native == "42P01"_L1 || native == "42703"_L1 || native == "3F000"_L1
            : error.databaseText().startsWith("no such"_L1);
        if (isMissing) {
            return trouble(ErrorCode::NotFound, u"no %1 with a column %2"_s.arg(where, m_view.key));
        }
        if (native == "57014"_L1 || (!isPostgres() && (native == "9"_L1 || native == "5"_L1))) {
            return trouble(
                ErrorCode::Timeout, u"%1 did not answer in %2 ms"_s.arg(where).arg(m_view.timeout.count()));
        }
        if (native == "42501"_L1) {
            return trouble(ErrorCode::Unauthorised, u"we may not read %1"_s.arg(where));
        }
        // The server's own words may quote the row or the key.
        return trouble(ErrorCode::Storage, u"%1 cannot be read (error %2)"_s.arg(where, native));
    }

    const ForeignView &m_view;
    QString m_name;
    QSqlDatabase m_database;
};
} // namespace

Result<QJsonArray> readForeignView(const ForeignView &view, const QString &key)
{
    Connection connection(view);
    return connection.open().and_then([&] { return connection.rows(key); });
}

} // namespace fw
