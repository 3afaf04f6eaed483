#include "app/store/order_store.h"

#include "app/model/customer_keys.h"
#include "app/store/journal_store.h"

#include <QJsonArray>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString select(const QString &rest)
{
    return u"SELECT id, customer_id, source, number, kind, returned_order, channel, status, placed_at_ms, "
           u"value_minor, "
           "currency, store, tracking FROM customer_order "_s
        + rest;
}

// Knows the column order of select().
Order readOrder(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .customer = {row.value(1).toLongLong()},
        .source = row.value(2).toString(),
        .number = row.value(3).toString(),
        .kind = row.value(4).toString(),
        .returnedOrder = row.value(5).toString(),
        .channel = row.value(6).toString(),
        .status = row.value(7).toString(),
        .placedAt = instantOf(row.value(8)),
        .valueMinor = row.value(9).toLongLong(),
        .currency = row.value(10).toString(),
        .store = row.value(11).toString(),
        .tracking = row.value(12).toString()};
}

QList<OrderLine> linesOf(Database &db, OrderId order)
{
    return db.list(
        u"SELECT line, product, variant, title, quantity, value_minor, currency FROM customer_order_line"
        " WHERE order_id = ? ORDER BY id"_s,
        {order.value}, [](const QSqlQuery &row) {
            return OrderLine{.line = row.value(0).toString(),
                .product = row.value(1).toString(),
                .variant = row.value(2).toString(),
                .title = row.value(3).toString(),
                .quantity = row.value(4).toLongLong(),
                .valueMinor = row.value(5).toLongLong(),
                .currency = row.value(6).toString()};
        });
}
} // namespace

QList<Order> OrderStore::of(CustomerId customer, int limit)
{
    auto orders = m_db.list(select(u"WHERE customer_id = ? ORDER BY placed_at_ms DESC, id DESC LIMIT ?"_s),
        {customer.value, limit}, &readOrder);
    for (Order &order : orders) {
        order.lines = linesOf(m_db, order.id);
    }
    return orders;
}

QStringList OrderStore::numbersOf(CustomerId customer)
{
    return m_db.list(u"SELECT DISTINCT number FROM customer_order WHERE customer_id = ?"_s, {customer.value},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
}

QList<Order> OrderStore::byNumber(const QString &number)
{
    return m_db.list(select(u"WHERE number_key = ? ORDER BY id LIMIT 10"_s), {orderKey(number)}, &readOrder);
}

CustomerId OrderStore::ownerOf(const QString &source, const QString &key)
{
    return CustomerId{m_db.number(
        u"SELECT customer_id FROM customer_order WHERE source = ? AND external_key = ?"_s, {source, key})};
}

QStringList OrderStore::formats()
{
    return m_db.list(u"SELECT format FROM order_format ORDER BY "_s + m_db.byBytes(u"format"_s), {},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
}

void OrderStore::setFormats(const QStringList &formats, const QString &agent)
{
    m_db.exec(u"DELETE FROM order_format"_s);
    for (const QString &format : formats) {
        m_db.exec(u"INSERT INTO order_format (format, agent, at_ms) VALUES (?, ?, ?)"
                  " ON CONFLICT (format) DO NOTHING"_s,
            {format, agent, toMs(m_db.now())});
    }
    JournalStore(m_db).add({.fact = u"order-formats-set"_s,
        .agent = agent,
        .detail = {{u"formats"_s, QJsonArray::fromStringList(formats)}}});
}

} // namespace fw
