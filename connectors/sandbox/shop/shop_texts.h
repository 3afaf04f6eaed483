#pragma once

#include "connectors/sandbox/shop/shop_day.h"

#include <QHash>

namespace fw::sandbox {

struct ShopTopic {
    QString name = {};
    int weight = 0; // share of the day's questions
    bool needsOrder = false;
    bool needsProduct = false;
    bool isOfWear = false;                  // only of what is worn
    bool isClosed = false;                  // nothing is asked: no closing words
    QHash<QString, QStringList> texts = {}; // by language; {order}, {item}, {size}, {store} are filled in
};

/// What the day is made of: resources/demo/shop_day.json.
struct ShopTexts {
    QList<ShopProduct> products = {};
    QStringList stores = {};
    QHash<QString, QStringList> firstNames = {}; // by language
    QHash<QString, QStringList> lastNames = {};
    QHash<QString, QStringList> openers = {};
    QHash<QString, QStringList> closers = {};
    QList<ShopTopic> topics = {};
    ShopTopic storm = {};
};

[[nodiscard]] const ShopTexts &shopTexts();

} // namespace fw::sandbox
