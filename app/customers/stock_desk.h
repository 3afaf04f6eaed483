#pragma once

#include "app/model/stock.h"
#include "app/store/store.h"

namespace fw {

/// How many of something are in one place, and how far that is.
struct PlaceStock {
    StockLevel level = {};
    qint64 held = 0;                       // of these, kept for customers
    std::optional<StorePlace> place = {};  // where it is known
    std::optional<double> kilometres = {}; // from the customer's favourite store or city, as the crow flies
    bool operator==(const PlaceStock &) const = default;
    /// What can be promised.
    [[nodiscard]] qint64 free() const { return level.quantity - held; }
};

/// As StockDesk::levels(). Thread: the database's.
[[nodiscard]] QList<PlaceStock> stockNear(
    Database &db, const QString &product, const QString &variant, CustomerId near);

/// A level asked for again.
struct LiveCheck {
    std::optional<LiveStock> now = {}; // empty: nothing is known of it any more
    bool hasChanged = false;           // other than it was: the number, not only its age
    bool operator==(const LiveCheck &) const = default;
};

/// What is where, for whoever answers a customer; and requests to keep something. Durable before it is announced. Thread: any.
class StockDesk final
{
public:
    explicit StockDesk(Store &store) : m_store(store) { }

    /// By words or code; at most `limit`.
    [[nodiscard]] QFuture<Result<QList<StockItem>>> find(const QString &text, int limit);
    /// Of a product, or one variant of it. With a customer the nearest stores come first, as far as the customer agreed to `preferences` (the favourite store)
    /// or `link-social` (the city); then the other places by name. Stores before warehouses.
    [[nodiscard]] QFuture<Result<QList<PlaceStock>>> levels(
        const QString &product, const QString &variant, CustomerId near);

    /// For a reply. Errors: NotFound.
    [[nodiscard]] QFuture<Result<LiveStock>> live(
        const QString &product, const QString &variant, const QString &place);
    /// Whether what a reply says is still so.
    [[nodiscard]] QFuture<Result<LiveCheck>> check(const LiveStock &said);

    /// Errors: NotFound (customer; nothing known of it there), Usage (fewer than one, more than are free, an end that is over or more than 30 days away).
    [[nodiscard]] QFuture<Result<StockHold>> hold(const StockHold &request);
    /// Errors: NotFound, Usage (it ended already; no reason).
    [[nodiscard]] QFuture<Result<StockHold>> release(HoldId id, const QString &agent, const QString &reason);
    /// Newest first, of one customer or of all.
    [[nodiscard]] QFuture<Result<QList<StockHold>>> holds(CustomerId customer, bool areOpen, int limit);
    /// Ends those whose time is over; how many.
    [[nodiscard]] QFuture<Result<int>> expire();

private:
    Store &m_store;
};

} // namespace fw
