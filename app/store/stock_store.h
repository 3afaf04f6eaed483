#pragma once

#include "app/model/stock.h"
#include "app/store/database.h"

namespace fw {

/// How many of what are where, as of when. Thread: the database's.
class StockStore final
{
public:
    explicit StockStore(Database &db) : m_db(db) { }

    /// Of a product, or of one variant unless that is empty: by variant, then by place.
    [[nodiscard]] QList<StockLevel> of(const QString &product, const QString &variant = {});
    /// In one place; from the source that knows it best, the newest.
    [[nodiscard]] std::optional<StockLevel> at(
        const QString &product, const QString &variant, const QString &place);

    /// What has the code `text` however it is written, or all of its words (the first four) in code, variant or title; codes first, at most `limit`. Cost: the
    /// list of items is read, not their levels.
    [[nodiscard]] QList<StockItem> find(const QString &text, int limit);
    /// Makes an item one that is found.
    void know(const StockItem &item);

    [[nodiscard]] QList<StorePlace> places();

private:
    Database &m_db;
};

} // namespace fw
