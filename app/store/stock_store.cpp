#include "app/store/stock_store.h"

#include "app/model/customer_keys.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kWords = 4;
constexpr double kPerDegree = 1e6;

QString selectLevels(const QString &rest)
{
    return u"SELECT source, product, variant, title, place, place_kind, quantity, as_of_ms FROM stock_level "_s
        + rest;
}

// Knows the column order of selectLevels().
StockLevel readLevel(const QSqlQuery &row)
{
    return {.source = row.value(0).toString(),
        .product = row.value(1).toString(),
        .variant = row.value(2).toString(),
        .title = row.value(3).toString(),
        .place = row.value(4).toString(),
        .placeKind = row.value(5).toString(),
        .quantity = row.value(6).toLongLong(),
        .asOf = instantOf(row.value(7))};
}

std::optional<double> degrees(const QVariant &column)
{
    return column.isNull() ? std::nullopt : std::optional(double(column.toLongLong()) / kPerDegree);
}
} // namespace

QList<StockLevel> StockStore::of(const QString &product, const QString &variant)
{
    return m_db.list(
        selectLevels(u"WHERE product = ? AND (? = '' OR variant = ?) ORDER BY variant, place, source"_s),
        {product, variant, variant}, &readLevel);
}

std::optional<StockLevel> StockStore::at(const QString &product, const QString &variant, const QString &place)
{
    return m_db.one(selectLevels(u"WHERE product = ? AND variant = ? AND place = ?"
                                 " ORDER BY as_of_ms DESC, source LIMIT 1"_s),
        {product, variant, place}, &readLevel);
}

QList<StockItem> StockStore::find(const QString &text, int limit)
{
    const QStringList words = foldedText(text).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return {};
    }
    const QString code = orderKey(text);
    QVariantList values = {code};
    for (qsizetype i = 0; i < kWords; ++i) {
        values.append(u'%' + words.value(i) + u'%'); // a word is letters and digits only
    }
    values += {code, limit};
    return m_db.list(u"SELECT product, variant, title FROM stock_item WHERE product_key = ?"
                     " OR (folded LIKE ? AND folded LIKE ? AND folded LIKE ? AND folded LIKE ?)"
                     " ORDER BY CASE WHEN product_key = ? THEN 0 ELSE 1 END, product, variant LIMIT ?"_s,
        values, [](const QSqlQuery &row) {
            return StockItem{.product = row.value(0).toString(),
                .variant = row.value(1).toString(),
                .title = row.value(2).toString()};
        });
}

void StockStore::know(const StockItem &item)
{
    m_db.exec(u"INSERT INTO stock_item (product, variant, title, product_key, folded) VALUES (?, ?, ?, ?, ?)"
              " ON CONFLICT (product, variant) DO UPDATE SET title = excluded.title, folded = excluded.folded"
              " WHERE excluded.title <> '' AND stock_item.folded <> excluded.folded"_s,
        {item.product, item.variant, item.title, orderKey(item.product),
            foldedText(item.product + u' ' + item.variant + u' ' + item.title)});
}

QList<StorePlace> StockStore::places()
{
    return m_db.list(
        u"SELECT source, place, title, place_kind, address, postcode, city, country, latitude_e6,"
        " longitude_e6 FROM store_place ORDER BY "_s
            + m_db.byBytes(u"place"_s) + u", source"_s,
        {}, [](const QSqlQuery &row) {
            const auto latitude = degrees(row.value(8));
            const auto longitude = degrees(row.value(9));
            const bool isKnown = latitude && longitude;
            return StorePlace{.source = row.value(0).toString(),
                .place = row.value(1).toString(),
                .title = row.value(2).toString(),
                .placeKind = row.value(3).toString(),
                .address = row.value(4).toString(),
                .postcode = row.value(5).toString(),
                .city = row.value(6).toString(),
                .country = row.value(7).toString(),
                .latitude = isKnown ? latitude : std::nullopt,
                .longitude = isKnown ? longitude : std::nullopt};
        });
}

} // namespace fw
