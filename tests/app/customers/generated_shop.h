#pragma once

#include "app/store/database.h"

#include <QStringList>

namespace fw::test {

/// A basket, as the codes of its products, each once.
using Basket = QStringList;

/// Whether what is bought together in a generated shop has a structure that could be learned.
enum class ShopKind {
    Bundles, // half of the baskets are made around one of 40 bundles of three products
    Chance   // what is in a basket says nothing of what else is in it
};

/// Baskets of a shop of 240 products, some of which are bought far more often than others. The same seed makes the same baskets.
[[nodiscard]] QList<Basket> generateBaskets(ShopKind kind, int count, quint32 seed);

/// Stores them as orders of customers who agreed to be counted, about ten of each, and counts them. Thread: the database's.
void keepBaskets(Database &db, const QList<Basket> &baskets);

/// How often one product taken out of a basket was among three guesses from the others.
struct HitRates {
    int baskets = 0; // with at least two products
    int hits = 0;    // of rankProducts()
    int popular = 0; // of the three most bought of the rest
};
/// The same seed takes out the same products. Thread: the database's.
[[nodiscard]] HitRates hitRates(Database &db, const QList<Basket> &heldOut, quint32 seed);

} // namespace fw::test
