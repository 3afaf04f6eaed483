#pragma once

#include "app/customers/customer_view.h"
#include "app/customers/stock_desk.h"

namespace fw {

/// A product that fits, and why.
struct ProductAdvice {
    QString product = {};
    QString variant
        = {}; // the one that fits the customer's sizes and colours and can be had; empty: it has none
    QString title = {};
    QString bought = {}; // what they bought that it goes with; empty: it is only among the most bought
    QString boughtTitle = {};
    qint64 together = 0; // baskets with it: of those with `bought`, or of all
    qint64 baskets = 0;  // those
    PlaceStock at = {};  // the nearest place that has it
    bool operator==(const ProductAdvice &) const = default;
    /// Of the baskets, in percent.
    [[nodiscard]] int percent() const;
};

/// A product by how likely somebody buys it, before stock and preferences are looked at.
struct RankedProduct {
    QString product = {};
    QString bought = {}; // as in ProductAdvice
    qint64 together = 0;
    qint64 baskets = 0;
    double likelihood = 0; // at least; 0 to 1
    bool operator==(const RankedProduct &) const = default;
};

/// Likeliest first, without what is in `bought`, at most `limit`. For what goes with something bought that is the least share of baskets with that which hold it, too
/// (leastShare()), provided there are at least five of them and it is more than the product's share of all baskets; for the others their share of all baskets.
/// Cost: one index range for each product in `bought`, whatever the number of baskets. Thread: the database's.
[[nodiscard]] QList<RankedProduct> rankProducts(Database &db, const QStringList &bought, int limit);

/// Whether `variant`, one of `all` there are of a product, suits the sizes and colours among `preferences`: a size of another kind (42 beside M) says nothing, and so does a
/// colour no variant names.
[[nodiscard]] bool suits(
    const QString &variant, const QStringList &all, const QList<Preference> &preferences);

/// At most three that can be had somewhere, as far as `gate` allows to go by purchases and preferences. Thread: the database's.
[[nodiscard]] QList<ProductAdvice> adviseProducts(Database &db, CustomerId customer, const FactGate &gate);

} // namespace fw
