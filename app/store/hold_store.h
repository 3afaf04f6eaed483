#pragma once

#include "app/model/stock.h"
#include "app/store/database.h"

#include <limits>

namespace fw {

/// Requests to keep something for a customer. Never removed: they end. Thread: the database's.
class HoldStore final
{
public:
    explicit HoldStore(Database &db) : m_db(db) { }

    /// `hold` with id, time and state. With the fact ("item-held").
    StockHold add(StockHold hold);
    [[nodiscard]] std::optional<StockHold> byId(HoldId id);
    /// Newest first. Of one customer, or of all where that is null; `areOpen`: only those that hold.
    [[nodiscard]] QList<StockHold> list(CustomerId customer, bool areOpen, int limit);
    /// So many are kept for somebody, unless that is `besides`; holds whose time is over keep nothing.
    [[nodiscard]] qint64 held(
        const QString &product, const QString &variant, const QString &place, CustomerId besides = {});
    /// With the fact ("hold-released").
    void release(const StockHold &hold, const QString &agent, const QString &reason);
    /// Ends those whose time is over, the earliest first, each with its fact ("hold-expired"); how many.
    int expire(int atMost = std::numeric_limits<int>::max());
    /// When the next one is over.
    [[nodiscard]] std::optional<Instant> nextExpiry();

private:
    Database &m_db;
};

} // namespace fw
