#include "app/store/hold_store.h"

#include "app/store/journal_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString select(const QString &rest)
{
    return u"SELECT id, product, variant, place, quantity, customer_id, agent, made_at_ms, until_ms, state,"
           " ended_at_ms, ended_by, reason FROM stock_hold "_s
        + rest;
}

// Knows the column order of select().
StockHold readHold(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .product = row.value(1).toString(),
        .variant = row.value(2).toString(),
        .place = row.value(3).toString(),
        .quantity = row.value(4).toLongLong(),
        .customer = {row.value(5).toLongLong()},
        .agent = row.value(6).toString(),
        .madeAt = instantOf(row.value(7)),
        .until = instantOf(row.value(8)),
        .state = row.value(9).toString(),
        .endedAt = optionalInstant(row.value(10)),
        .endedBy = row.value(11).toString(),
        .reason = row.value(12).toString()};
}

void tell(Database &db, const QString &fact, const StockHold &hold, const QString &agent)
{
    JournalStore(db).add({.fact = fact,
        .agent = agent,
        .detail = {{u"hold"_s, hold.id.toString()}, {u"product"_s, hold.product},
            {u"variant"_s, hold.variant}, {u"place"_s, hold.place}, {u"quantity"_s, hold.quantity},
            {u"customer"_s, hold.customer.toString()}, {u"until_ms"_s, toMs(hold.until)}}});
}

void end(
    Database &db, const StockHold &hold, const QString &state, const QString &agent, const QString &reason)
{
    db.exec(u"UPDATE stock_hold SET state = ?, ended_at_ms = ?, ended_by = ?, reason = ?"
            " WHERE id = ? AND state = 'held'"_s,
        {state, toMs(db.now()), agent, reason, hold.id.value});
    tell(db, u"hold-"_s + state, hold, agent);
}
} // namespace

StockHold HoldStore::add(StockHold hold)
{
    hold.id = m_db.newId<HoldId>();
    hold.madeAt = m_db.now();
    hold.state = u"held"_s;
    m_db.exec(
        u"INSERT INTO stock_hold (id, product, variant, place, quantity, customer_id, agent, made_at_ms,"
        " until_ms, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {hold.id.value, hold.product, hold.variant, hold.place, hold.quantity, hold.customer.value,
            hold.agent, toMs(hold.madeAt), toMs(hold.until), hold.state});
    tell(m_db, u"item-held"_s, hold, hold.agent);
    return hold;
}

std::optional<StockHold> HoldStore::byId(HoldId id)
{
    return m_db.one(select(u"WHERE id = ?"_s), {id.value}, &readHold);
}

QList<StockHold> HoldStore::list(CustomerId customer, bool areOpen, int limit)
{
    return m_db.list(
        // Without the casts PostgreSQL takes a parameter beside 0 for a 32-bit number.
        select(u"WHERE (CAST(? AS BIGINT) = 0 OR customer_id = ?)"
               " AND (CAST(? AS BIGINT) = 0 OR state = 'held') ORDER BY id DESC LIMIT ?"_s),
        {customer.value, customer.value, areOpen ? 1 : 0, limit}, &readHold);
}

qint64 HoldStore::held(
    const QString &product, const QString &variant, const QString &place, CustomerId besides)
{
    return m_db.number(u"SELECT coalesce(sum(quantity), 0) FROM stock_hold WHERE product = ? AND variant = ?"
                       " AND place = ? AND state = 'held' AND until_ms > ? AND customer_id <> ?"_s,
        {product, variant, place, toMs(m_db.now()), besides.value});
}

void HoldStore::release(const StockHold &hold, const QString &agent, const QString &reason)
{
    end(m_db, hold, u"released"_s, agent, reason);
}

int HoldStore::expire(int atMost)
{
    const auto over
        = m_db.list(select(u"WHERE state = 'held' AND until_ms <= ? ORDER BY until_ms, id LIMIT ?"_s),
            {toMs(m_db.now()), atMost}, &readHold);
    for (const StockHold &hold : over) {
        end(m_db, hold, u"expired"_s, {}, {});
    }
    return int(over.size());
}

std::optional<Instant> HoldStore::nextExpiry()
{
    return m_db
        .one(u"SELECT min(until_ms) FROM stock_hold WHERE state = 'held'"_s, {},
            [](const QSqlQuery &row) { return optionalInstant(row.value(0)); })
        .value_or(std::nullopt);
}

} // namespace fw
