#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

#include <QSet>

namespace fw {

/// So many baskets hold a product.
struct ProductCount {
    QString product = {};
    qint64 baskets = 0;
    bool operator==(const ProductCount &) const = default;
};

/// A product in so many baskets together with another one.
struct CompanionCount {
    QString product = {};
    qint64 together = 0;
    qint64 baskets = 0; // that hold it, with or without the other one
    bool operator==(const CompanionCount &) const = default;
};

/// Which products are bought together, as counts that follow the orders. A basket is what one order holds; it counts while its customer agrees both to `purchases` and to
/// `recommendations`, and holds at most kLargest products. Whoever changes an order or a consent says so in the same unit of work; count() brings the counts up to date, a
/// bounded piece at a time. Thread: the database's.
class BasketStore final
{
public:
    static constexpr qsizetype kLargest = 40; // more is no shopping for oneself, and its pairs would be many

    explicit BasketStore(Database &db) : m_db(db) { }

    /// The order came, changed or went.
    void changed(OrderId order);
    /// What somebody agreed to changed.
    void changedOf(CustomerId customer);
    /// The same of whoever the identity is linked to.
    void changedOf(IdentityId identity);
    [[nodiscard]] bool isBehind();
    /// Looks at up to `atMost` orders that changed; how many.
    int count(int atMost);
    /// Takes the customer's baskets out at once. To be called while their orders are still there.
    void forget(CustomerId customer);

    /// All baskets that count.
    [[nodiscard]] qint64 baskets();
    [[nodiscard]] qint64 basketsWith(const QString &product);
    /// Most bought first, at most `limit`. Cost: one index range.
    [[nodiscard]] QList<ProductCount> mostBought(int limit);
    /// What is in at least `atLeast` baskets together with `product`: most often first, at most `limit`. Cost: one index range.
    [[nodiscard]] QList<CompanionCount> boughtWith(const QString &product, qint64 atLeast, int limit);

private:
    [[nodiscard]] QSet<QString> productsOf(OrderId order, QHash<qint64, bool> &agreed);
    [[nodiscard]] bool hasAgreed(CustomerId customer, QHash<qint64, bool> &known);
    void put(OrderId order, const QSet<QString> &products);
    void add(const QSet<QString> &products, int step);

    Database &m_db;
};

} // namespace fw
