#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

namespace fw {

/// How many of what are where, as of when. Thread: the database's.
class StockStore final
{
public:
    explicit StockStore(Database &db) : m_db(db) { }

    /// Of a product, or of one variant unless that is empty: by variant, then by place.
    [[nodiscard]] QList<StockLevel> of(const QString &product, const QString &variant = {});

private:
    Database &m_db;
};

} // namespace fw
