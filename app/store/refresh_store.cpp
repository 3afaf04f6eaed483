#include "app/store/refresh_store.h"

#include "app/store/customer_store.h"
#include "app/store/journal_store.h"

#include <QJsonDocument>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct State {
    Freshness freshness = {};
    Instant wantedAt = {};
};

/// What was set is checked when it is read, too: another version of this program may have written it.
std::optional<RefreshSource> sourceIn(const QString &definition)
{
    JsonForm form(u"refresh_source"_s, definition.toUtf8());
    RefreshSource source = refreshSourceIn(form.root());
    return form.verdict() ? std::optional(source) : std::nullopt;
}

std::optional<State> stateOf(Database &db, CustomerId customer)
{
    return db.one(u"SELECT wanted, ended, wanted_at_ms, answered_at_ms, failure, detail FROM customer_refresh"
                  " WHERE customer_id = ?"_s,
        {customer.value}, [&](const QSqlQuery &row) {
            State state{.freshness = {.customer = customer,
                            .answeredAt = optionalInstant(row.value(3)),
                            .isUnderWay = row.value(1).toLongLong() < row.value(0).toLongLong()},
                .wantedAt = instantOf(row.value(2))};
            if (const QString failure = row.value(4).toString(); !failure.isEmpty()) {
                state.freshness.failure
                    = Error{.code = errorCodeFromString(failure), .detail = row.value(5).toString()};
            }
            if (state.freshness.isUnderWay && db.now() - state.wantedAt > RefreshStore::kPatience) {
                state.freshness.isUnderWay = false;
                state.freshness.failure = Error{.code = ErrorCode::Timeout,
                    .detail = u"nobody asked the source; the program that reads and sends must be running"_s};
            }
            return state;
        });
}

bool hasSource(Database &db, CustomerId customer)
{
    return db.number(
               u"SELECT count(*) FROM customer c JOIN refresh_source s ON s.source = c.source WHERE c.id = ?"_s,
               {customer.value})
        > 0;
}
} // namespace

void RefreshStore::set(const RefreshSource &source, const QString &by)
{
    const QJsonObject definition = toJson(source);
    m_db.exec(u"INSERT INTO refresh_source (source, definition, set_at_ms, set_by) VALUES (?, ?, ?, ?)"
              " ON CONFLICT (source) DO UPDATE SET definition = excluded.definition,"
              " set_at_ms = excluded.set_at_ms, set_by = excluded.set_by"_s,
        {source.source, QString::fromUtf8(QJsonDocument(definition).toJson(QJsonDocument::Compact)),
            toMs(m_db.now()), by});
    JournalStore(m_db).add({.fact = u"refresh-source-set"_s, .agent = by, .detail = definition});
}

bool RefreshStore::remove(const QString &source, const QString &by)
{
    if (m_db.exec(u"DELETE FROM refresh_source WHERE source = ?"_s, {source}) == 0) {
        return false;
    }
    JournalStore(m_db).add(
        {.fact = u"refresh-source-removed"_s, .agent = by, .detail = {{u"source"_s, source}}});
    return true;
}

QList<RefreshSource> RefreshStore::sources()
{
    const QStringList definitions
        = m_db.list(u"SELECT definition FROM refresh_source ORDER BY "_s + m_db.byBytes(u"source"_s), {},
            [](const QSqlQuery &row) { return row.value(0).toString(); });
    QList<RefreshSource> sources;
    for (const QString &definition : definitions) {
        if (const auto source = sourceIn(definition)) {
            sources.append(*source);
        }
    }
    return sources;
}

std::optional<RefreshSource> RefreshStore::sourceOf(const QString &source)
{
    const auto definition = m_db.one(u"SELECT definition FROM refresh_source WHERE source = ?"_s, {source},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    return definition ? sourceIn(*definition) : std::nullopt;
}

std::optional<Freshness> RefreshStore::freshness(CustomerId customer)
{
    if (!hasSource(m_db, customer)) {
        return std::nullopt;
    }
    if (const auto state = stateOf(m_db, customer)) {
        return state->freshness;
    }
    return Freshness{.customer = customer};
}

std::optional<Freshness> RefreshStore::want(CustomerId customer, const QString &by, bool isNow)
{
    if (!hasSource(m_db, customer)) {
        return std::nullopt;
    }
    const auto state = stateOf(m_db, customer);
    const bool isRecent = state && m_db.now() - state->wantedAt < kAgain;
    if (state && (state->freshness.isUnderWay || (isRecent && !isNow))) {
        return state->freshness;
    }
    m_db.exec(u"INSERT INTO customer_refresh (customer_id, wanted, wanted_at_ms, wanted_by)"
              " VALUES (?, 1, ?, ?) ON CONFLICT (customer_id) DO UPDATE SET"
              " wanted = customer_refresh.wanted + 1, wanted_at_ms = excluded.wanted_at_ms,"
              " wanted_by = excluded.wanted_by"_s,
        {customer.value, toMs(m_db.now()), by});
    JournalStore(m_db).add(
        {.fact = u"refresh-wanted"_s, .agent = by, .detail = {{u"customer"_s, customer.toString()}}});
    return freshness(customer);
}

bool RefreshStore::isWanted()
{
    return m_db.number(u"SELECT count(*) FROM (SELECT 1 AS one FROM customer_refresh WHERE wanted > taken"
                       " LIMIT 1) AS waiting"_s)
        > 0;
}

std::optional<RefreshTask> RefreshStore::take()
{
    // Who opened a customer last is the one who still looks.
    const auto wanted
        = m_db.one(u"SELECT customer_id, wanted, wanted_by FROM customer_refresh WHERE wanted > taken"
                   " ORDER BY wanted_at_ms DESC, customer_id LIMIT 1"_s,
            {}, [](const QSqlQuery &row) {
                return RefreshTask{.customer = {row.value(0).toLongLong()},
                    .turn = row.value(1).toLongLong(),
                    .wantedBy = row.value(2).toString()};
            });
    if (!wanted) {
        return std::nullopt;
    }
    RefreshTask task = *wanted;
    m_db.exec(u"UPDATE customer_refresh SET taken = wanted WHERE customer_id = ?"_s, {task.customer.value});
    const Customer customer = CustomerStore(m_db).byId(task.customer).value_or(Customer{});
    task.key = customer.key;
    task.source = sourceOf(customer.source).value_or(RefreshSource{});
    return task;
}

bool RefreshStore::end(
    const RefreshTask &task, const std::optional<Error> &failure, const QJsonObject &counts)
{
    const QString code = failure ? toString(failure->code) : u""_s;
    const qint64 ended = m_db.exec(u"UPDATE customer_refresh SET ended = ?, failure = ?, detail = ?,"
                                   " answered_at_ms = COALESCE(CAST(? AS BIGINT), answered_at_ms)"
                                   " WHERE customer_id = ? AND wanted = ?"_s,
        {task.turn, code, failure ? failure->detail : u""_s,
            toColumn(failure ? std::nullopt : std::optional(m_db.now())), task.customer.value, task.turn});
    if (ended == 0) {
        return false;
    }
    QJsonObject detail = counts;
    detail.insert(u"customer"_s, task.customer.toString());
    if (failure) {
        detail.insert(u"failure"_s, toString(failure->code));
    }
    JournalStore(m_db).add({.fact = u"customer-refreshed"_s, .agent = task.wantedBy, .detail = detail});
    return true;
}

} // namespace fw
