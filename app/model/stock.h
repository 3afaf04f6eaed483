#pragma once

#include "app/model/customer.h"

namespace fw {

using HoldId = Id<struct HoldTag>;

/// Something the brand sells.
struct StockItem {
    QString product = {};
    QString variant = {};
    QString title = {};
    bool operator==(const StockItem &) const = default;
};

/// A store or a warehouse.
struct StorePlace {
    QString source = {};
    QString place = {}; // as stock levels name it
    QString title = {};
    QString placeKind = {}; // "store", "warehouse"
    QString address = {};
    QString postcode = {};
    QString city = {};
    QString country = {};
    std::optional<double> latitude = {}; // degrees, WGS 84; both or neither
    std::optional<double> longitude = {};
    bool operator==(const StorePlace &) const = default;
};

/// How many of something can be promised in one place.
struct LiveStock {
    QString product = {};
    QString variant = {};
    QString place = {};
    qint64 free = 0;
    Instant asOf = {}; // of the level it was made from
    bool operator==(const LiveStock &) const = default;
};

/// A store was asked to keep something for a customer.
struct StockHold {
    HoldId id = {};
    QString product = {};
    QString variant = {};
    QString place = {};
    qint64 quantity = 1;
    CustomerId customer = {};
    QString agent = {};
    Instant madeAt = {};
    Instant until = {};
    QString state = {}; // "held", "released", "expired"
    std::optional<Instant> endedAt = {};
    QString endedBy = {}; // empty: the desk itself
    QString reason = {};  // why it was released
    bool operator==(const StockHold &) const = default;
};

} // namespace fw
