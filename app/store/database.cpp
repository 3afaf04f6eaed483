#include "app/store/database.h"

#include "app/core/drawing_thread.h"
#include "app/core/log.h"
#include "app/store/sqlite_result.h"

#include <QRandomGenerator>
#include <QSqlError>

#include <thread>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
// Of two writers that disagree one always gets on, so this many refusals in a row mean more than that many writers on the same rows.
constexpr int kMostConflicts = 40;
constexpr int kMostDuplicates = 2;
constexpr auto kNotAllowed = "42501"_L1; // insufficient_privilege; row-level security says so too

QString helpFor(const DatabasePlace &place, const QString &native)
{
    if (place.isPostgres()) {
        return native == "53100"_L1 ? u"; free some disk space on the server and try again"_s : QString();
    }
    // 13 is SQLITE_FULL, 26 SQLITE_NOTADB, 11 SQLITE_CORRUPT: the ones a person can do something about.
    if (native == "13"_L1) {
        return u"; free some disk space and try again"_s;
    }
    if (native == "26"_L1 || native == "11"_L1) {
        return u"; the file is damaged or not a Floorwalker database: restore it from a backup"_s;
    }
    return {};
}

Error storageError(const DatabasePlace &place, const QString &what, const QSqlError &error)
{
    // What PostgreSQL says beyond the first line quotes rows, and with them what people wrote.
    const QString text
        = place.isPostgres() ? error.databaseText().section(u'\n', 0, 0) : error.databaseText();
    const QString native = error.nativeErrorCode();
    if (place.isPostgres() && native == kNotAllowed) {
        return {.code = ErrorCode::Forbidden,
            .detail = u"the team's database does not allow this to the login %1: %2"_s.arg(
                place.user.isEmpty() ? u"in use"_s : place.user, text.simplified())};
    }
    return {.code = ErrorCode::Storage,
        .detail = u"database: %1: %2%3"_s.arg(what, text.simplified(), helpFor(place, native))};
}

/// A value as both engines take it. A null QString means empty text here; NULL is said with an invalid QVariant.
QVariant portable(const QVariant &value)
{
    if (value.typeId() == QMetaType::Bool) { // columns are numbers
        return value.toInt();
    }
    if (value.typeId() == QMetaType::QString) {
        QString text = value.toString();
        // PostgreSQL's text cannot hold U+0000, which JSON can.
        return text.isNull() ? QVariant(u""_s) : QVariant(text.replace(QChar(QChar::Null), QChar(0xFFFD)));
    }
    return value;
}
} // namespace

Database::Trouble Database::troubleIn(const QSqlError &error) const
{
    const QString state = error.nativeErrorCode();
    if (!m_place.isPostgres()) {
        return Trouble::Other;
    }
    if (state == "40001"_L1 || state == "40P01"_L1) { // serialization failure, deadlock
        return Trouble::Conflict;
    }
    if (state == "23505"_L1) {
        return Trouble::Duplicate;
    }
    // No state at all: libpq itself noticed. 57P01 to 57P05: the server ended the session. 25P03: it had been idle.
    const bool isDisconnected
        = state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P0"_L1) || state == "25P03"_L1;
    if (isDisconnected) {
        return m_isCommitting ? Trouble::Undecided : Trouble::Disconnected;
    }
    return Trouble::Other;
}

void Database::fail(const QString &what, const QSqlError &error)
{
    if (m_error) {
        return;
    }
    m_error = storageError(m_place, what, error);
    m_trouble = troubleIn(error);
    m_isLost = m_trouble == Trouble::Disconnected || m_trouble == Trouble::Undecided;
    if (m_trouble == Trouble::Undecided) {
        m_error->detail += u"; whether it was stored cannot be known, so look before you do it again"_s;
    }
    if (m_trouble == Trouble::Conflict) {
        log::debug(log::Area::Storage, "conflict", {{"state", log::SafeText{error.nativeErrorCode()}}});
    } else {
        log::warn(log::Area::Storage, "statement failed",
            {{"code", log::SafeText{toString(m_error->code)}},
                {"native", log::SafeText{error.nativeErrorCode()}}});
    }
}

void Database::clearError()
{
    m_error.reset();
    m_trouble = Trouble::None;
}

bool Database::mayRepeat(int turn)
{
    switch (m_trouble) {
    case Trouble::None:
    case Trouble::Other:
    case Trouble::Undecided:
        return false;
    case Trouble::Duplicate:
        return turn <= kMostDuplicates;
    case Trouble::Disconnected:
        return turn <= 1;
    case Trouble::Conflict:
        break;
    }
    // The other one is through by now, so the first time at once; then apart from others that wait as well.
    const int longest = std::min(turn - 1, 10) * 5;
    std::this_thread::sleep_for(milliseconds(QRandomGenerator::global()->bounded(longest + 1)));
    return turn <= kMostConflicts;
}

QSqlQuery *Database::run(const QString &sql, const QVariantList &values)
{
    mustNotDraw("a statement of the database");
    if (m_error) {
        return nullptr;
    }
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end()) {
        auto made = m_place.isPostgres() ? std::make_unique<QSqlQuery>(m_database)
                                         : makeSqliteQuery(*m_database.driver());
        // Forward only means row by row on PostgreSQL, where an error may then come after some rows were handed out.
        made->setForwardOnly(!m_place.isPostgres());
        if (!made->prepare(sql)) {
            fail(sql.left(60), made->lastError());
            return nullptr;
        }
        found = m_prepared.emplace(sql, std::move(made)).first;
    }
    QSqlQuery &query = *found->second;
    for (qsizetype i = 0; i < values.size(); ++i) {
        query.bindValue(int(i), portable(values[i]));
    }
    if (!query.exec()) {
        fail(sql.left(60), query.lastError());
        query.finish();
        return nullptr;
    }
    return &query;
}

void Database::end(const QString &sql, QSqlQuery &query)
{
    if (query.lastError().isValid()) {
        fail(sql.left(60), query.lastError());
    }
    query.finish();
}

void Database::direct(const QString &sql)
{
    mustNotDraw("a statement of the database");
    if (m_error) {
        return;
    }
    QSqlQuery query(m_database);
    if (!query.exec(sql)) {
        fail(sql.left(60), query.lastError());
    }
}

qint64 Database::exec(const QString &sql, const QVariantList &values)
{
    QSqlQuery *query = run(sql, values);
    if (!query) {
        return 0;
    }
    const qint64 changed = query->numRowsAffected();
    query->finish();
    return changed;
}

qint64 Database::number(const QString &sql, const QVariantList &values)
{
    return one(sql, values, [](const QSqlQuery &row) { return row.value(0).toLongLong(); }).value_or(0);
}

void Database::script(const QStringList &statements)
{
    for (const QString &statement : statements) {
        direct(statement);
    }
}

void Database::transact(const QString &onSqlite, const QString &onPostgres)
{
    if (m_place.isPostgres()) { // which does not prepare these
        direct(onPostgres);
    } else {
        exec(onSqlite);
    }
}

void Database::beginWriting()
{
    reconnectIfLost();
    m_firstFact = m_lastFact = {};
    m_head = m_keptHead; // what a unit of work that failed had added is not there
    transact(u"BEGIN IMMEDIATE"_s, u"BEGIN ISOLATION LEVEL SERIALIZABLE"_s);
}

void Database::beginReading()
{
    reconnectIfLost();
    transact(u"BEGIN"_s, u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s);
}

void Database::beginMigrating()
{
    if (!m_place.isPostgres()) {
        beginWriting();
        return;
    }
    reconnectIfLost();
    // Each statement sees what was committed before it, so also what the holder of the lock did while this one waited.
    script({u"BEGIN ISOLATION LEVEL READ COMMITTED"_s, u"SET LOCAL lock_timeout = '120s'"_s,
        u"SELECT pg_advisory_xact_lock(hashtext('floorwalker-schema'))"_s});
}

void Database::keepHead()
{
    if (m_head != m_keptHead) {
        exec(u"UPDATE journal_writer SET seq = ?, fact_id = ?, hash = ? WHERE writer = ?"_s,
            {m_head.seq, m_head.fact.value, QString::fromLatin1(m_head.hash), m_head.writer});
    }
}

Done Database::commit()
{
    keepHead();
    if (m_place.isPostgres() && !m_firstFact.isNull()) {
        number(u"SELECT length(pg_notify(?, ?)::text)"_s,
            {changeChannel(), m_firstFact.toString() + u' ' + m_lastFact.toString()});
    }
    m_isCommitting = true;
    transact(u"COMMIT"_s, u"COMMIT"_s);
    m_isCommitting = false;
    if (m_error) {
        const Error failed = *m_error;
        if (m_trouble == Trouble::Undecided) {
            m_keptHead = {}; // nobody knows where the chain ends now: the next fact begins another
        }
        rollback();
        return Failure(failed);
    }
    m_keptHead = m_head;
    return {};
}

void Database::rollback()
{
    if (m_isLost) {
        return;
    }
    QSqlQuery query(m_database);
    query.exec(u"ROLLBACK"_s); // fails when no transaction is open, which is what we want to reach
}

bool Database::hasTable(const QString &name)
{
    return number(m_place.isPostgres()
                   ? u"SELECT count(*) FROM pg_catalog.pg_class WHERE oid = to_regclass(?)"_s
                   : u"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?"_s,
               {name})
        > 0;
}

QString Database::byBytes(const QString &column) const
{
    return m_place.isPostgres() ? column + u" COLLATE \"C\""_s : column;
}

void Database::announce(FactId fact)
{
    m_firstFact = m_firstFact.isNull() ? fact : m_firstFact;
    m_lastFact = fact;
}

QString changeChannel()
{
    return u"floorwalker"_s;
}

QVariant toColumn(const std::optional<Instant> &instant)
{
    return instant ? QVariant(toMs(*instant)) : QVariant();
}

std::optional<Instant> optionalInstant(const QVariant &column)
{
    return column.isNull() ? std::nullopt : std::optional(instantFromMs(column.toLongLong()));
}

} // namespace fw
