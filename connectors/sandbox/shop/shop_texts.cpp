#include "connectors/sandbox/shop/shop_texts.h"

#include "app/core/json_file.h"

#include <QJsonArray>

// Must stand outside any namespace.
static void initShopDayResource()
{
    Q_INIT_RESOURCE(shop_day);
}

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
QStringList listOf(const QJsonValue &json)
{
    QStringList list;
    const QJsonArray entries = json.toArray();
    for (const QJsonValue &entry : entries) {
        list.append(entry.toString());
    }
    return list;
}

QHash<QString, QStringList> byLanguage(const QJsonObject &json)
{
    return {{u"en"_s, listOf(json.value(u"en"_s))}, {u"fr"_s, listOf(json.value(u"fr"_s))}};
}

ShopTopic topicOf(const QJsonObject &json)
{
    return {.name = json.value(u"name"_s).toString(),
        .weight = json.value(u"weight"_s).toInt(),
        .needsOrder = json.value(u"order"_s).toBool(),
        .needsProduct = json.value(u"product"_s).toBool(),
        .isOfWear = json.value(u"worn"_s).toBool(),
        .isClosed = json.value(u"closed"_s).toBool(),
        .texts = byLanguage(json)};
}

ShopProduct productOf(const QJsonObject &json)
{
    return {.code = json.value(u"code"_s).toString(),
        .titles = {{u"en"_s, json.value(u"en"_s).toString()}, {u"fr"_s, json.value(u"fr"_s).toString()}},
        .sizes = listOf(json.value(u"sizes"_s)),
        .price = json.value(u"price"_s).toInteger(),
        .isWorn = json.value(u"worn"_s).toBool()};
}

ShopTexts readTexts()
{
    initShopDayResource();
    const auto json = readJsonFile(u":/demo/shop_day.json"_s);
    Q_ASSERT(json); // it is built in
    ShopTexts texts{.stores = listOf(json->value(u"stores"_s)),
        .openers = byLanguage(json->value(u"openers"_s).toObject()),
        .closers = byLanguage(json->value(u"closers"_s).toObject()),
        .storm = topicOf(json->value(u"storm"_s).toObject())};
    const QJsonObject names = json->value(u"names"_s).toObject();
    for (auto each = names.begin(); each != names.end(); ++each) {
        texts.firstNames.insert(each.key(), listOf(each.value().toObject().value(u"first"_s)));
        texts.lastNames.insert(each.key(), listOf(each.value().toObject().value(u"last"_s)));
    }
    const QJsonArray products = json->value(u"products"_s).toArray();
    for (const QJsonValue &product : products) {
        texts.products.append(productOf(product.toObject()));
    }
    const QJsonArray topics = json->value(u"topics"_s).toArray();
    for (const QJsonValue &topic : topics) {
        texts.topics.append(topicOf(topic.toObject()));
    }
    return texts;
}
} // namespace

const ShopTexts &shopTexts()
{
    static const ShopTexts texts = readTexts();
    return texts;
}

} // namespace fw::sandbox
