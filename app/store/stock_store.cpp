#include "app/store/stock_store.h"

namespace fw {

using namespace Qt::StringLiterals;

QList<StockLevel> StockStore::of(const QString &product, const QString &variant)
{
    return m_db.list(
        u"SELECT source, product, variant, title, place, place_kind, quantity, as_of_ms FROM stock_level"
        " WHERE product = ? AND (? = '' OR variant = ?) ORDER BY variant, place, source"_s,
        {product, variant, variant}, [](const QSqlQuery &row) {
            return StockLevel{.source = row.value(0).toString(),
                .product = row.value(1).toString(),
                .variant = row.value(2).toString(),
                .title = row.value(3).toString(),
                .place = row.value(4).toString(),
                .placeKind = row.value(5).toString(),
                .quantity = row.value(6).toLongLong(),
                .asOf = instantOf(row.value(7))};
        });
}

} // namespace fw
