#include "app/store/basket_store.h"

#include "app/store/consent_store.h"
#include "app/store/link_store.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
// Stands for all products: the baskets that hold any.
const QString kAny = u""_s;

QString firstCell(const QSqlQuery &row)
{
    return row.value(0).toString();
}

// Of a product and a number of baskets.
ProductCount readCount(const QSqlQuery &row)
{
    return {.product = row.value(0).toString(), .baskets = row.value(1).toLongLong()};
}
} // namespace

void BasketStore::changed(OrderId order)
{
    m_db.exec(u"INSERT INTO basket_change (order_id) VALUES (?) ON CONFLICT (order_id) DO NOTHING"_s,
        {order.value});
}

void BasketStore::changedOf(CustomerId customer)
{
    m_db.exec(u"INSERT INTO basket_change (order_id) SELECT id FROM customer_order WHERE customer_id = ?"
              " ON CONFLICT (order_id) DO NOTHING"_s,
        {customer.value});
}

void BasketStore::changedOf(IdentityId identity)
{
    if (const auto link = LinkStore(m_db).active(identity)) {
        changedOf(link->customer);
    }
}

bool BasketStore::isBehind()
{
    return m_db.number(u"SELECT count(*) FROM (SELECT order_id FROM basket_change LIMIT 1) AS first"_s) > 0;
}

int BasketStore::count(int atMost)
{
    const auto orders = m_db.list(u"SELECT order_id FROM basket_change ORDER BY order_id LIMIT ?"_s, {atMost},
        [](const QSqlQuery &row) { return OrderId{row.value(0).toLongLong()}; });
    QHash<qint64, bool> agreed;
    for (const OrderId order : orders) {
        put(order, productsOf(order, agreed));
        m_db.exec(u"DELETE FROM basket_change WHERE order_id = ?"_s, {order.value});
    }
    return int(orders.size());
}

void BasketStore::forget(CustomerId customer)
{
    const auto orders = m_db.list(u"SELECT id FROM customer_order WHERE customer_id = ?"_s, {customer.value},
        [](const QSqlQuery &row) { return OrderId{row.value(0).toLongLong()}; });
    for (const OrderId order : orders) {
        put(order, {});
        m_db.exec(u"DELETE FROM basket_change WHERE order_id = ?"_s, {order.value});
    }
}

qint64 BasketStore::baskets()
{
    return basketsWith(kAny);
}

qint64 BasketStore::basketsWith(const QString &product)
{
    return m_db.number(u"SELECT baskets FROM product_count WHERE product = ?"_s, {product});
}

QList<ProductCount> BasketStore::mostBought(int limit)
{
    return m_db.list(u"SELECT product, baskets FROM product_count WHERE product <> ''"
                     " ORDER BY baskets DESC, "_s
            + m_db.byBytes(u"product"_s) + u" LIMIT ?"_s,
        {limit}, &readCount);
}

QList<CompanionCount> BasketStore::boughtWith(const QString &product, qint64 atLeast, int limit)
{
    return m_db.list(u"SELECT p.other, p.baskets, c.baskets FROM product_pair p JOIN product_count c ON "
                     u"c.product = p.other"
                     " WHERE p.product = ? AND p.baskets >= ?"
                     " ORDER BY p.baskets DESC, "_s
            + m_db.byBytes(u"p.other"_s) + u" LIMIT ?"_s,
        {product, atLeast, limit}, [](const QSqlQuery &row) {
            return CompanionCount{.product = row.value(0).toString(),
                .together = row.value(1).toLongLong(),
                .baskets = row.value(2).toLongLong()};
        });
}

QSet<QString> BasketStore::productsOf(OrderId order, QHash<qint64, bool> &agreed)
{
    const CustomerId customer{m_db.number(
        u"SELECT customer_id FROM customer_order WHERE id = ? AND kind = 'order'"_s, {order.value})};
    if (customer.isNull() || !hasAgreed(customer, agreed)) {
        return {};
    }
    const QStringList products
        = m_db.list(u"SELECT DISTINCT product FROM customer_order_line WHERE order_id = ? AND quantity > 0"
                    " AND product <> ''"_s,
            {order.value}, &firstCell);
    return products.size() > kLargest ? QSet<QString>() : QSet<QString>(products.begin(), products.end());
}

bool BasketStore::hasAgreed(CustomerId customer, QHash<qint64, bool> &known)
{
    const auto before = known.constFind(customer.value);
    if (before != known.constEnd()) {
        return *before;
    }
    const QHash<Purpose, Consent> said = ConsentStore(m_db).current(customer);
    const bool isCounted
        = said.value(Purpose::Purchases).isGiven && said.value(Purpose::Recommendations).isGiven;
    known.insert(customer.value, isCounted);
    return isCounted;
}

void BasketStore::put(OrderId order, const QSet<QString> &products)
{
    const QStringList stored
        = m_db.list(u"SELECT product FROM basket WHERE order_id = ?"_s, {order.value}, &firstCell);
    const QSet<QString> before(stored.begin(), stored.end());
    if (before == products) {
        return;
    }
    add(before, -1);
    m_db.exec(u"DELETE FROM basket WHERE order_id = ?"_s, {order.value});
    add(products, 1);
    for (const QString &product : products) {
        m_db.exec(u"INSERT INTO basket (order_id, product) VALUES (?, ?)"_s, {order.value, product});
    }
}

void BasketStore::add(const QSet<QString> &products, int step)
{
    if (products.isEmpty()) {
        return;
    }
    QStringList counted = products.values();
    std::sort(counted.begin(),
        counted.end()); // always in the same order: of two writers neither waits for the other
    QStringList all = counted;
    all.append(kAny);
    for (const QString &product : all) {
        m_db.exec(u"INSERT INTO product_count (product, baskets) VALUES (?, ?) ON CONFLICT (product)"
                  " DO UPDATE SET baskets = product_count.baskets + excluded.baskets"_s,
            {product, step});
        if (step < 0) {
            m_db.exec(u"DELETE FROM product_count WHERE product = ? AND baskets = 0"_s, {product});
        }
    }
    for (const QString &product : counted) {
        for (const QString &other : counted) {
            if (other == product) {
                continue;
            }
            m_db.exec(u"INSERT INTO product_pair (product, other, baskets) VALUES (?, ?, ?)"
                      " ON CONFLICT (product, other)"
                      " DO UPDATE SET baskets = product_pair.baskets + excluded.baskets"_s,
                {product, other, step});
            if (step < 0) {
                m_db.exec(u"DELETE FROM product_pair WHERE product = ? AND other = ? AND baskets = 0"_s,
                    {product, other});
            }
        }
    }
}

} // namespace fw
