#pragma once

#include "app/core/clock.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace fw::sandbox {

/// Somebody who writes to the shop on the day.
struct ShopPerson {
    QString network = {};
    QString handle = {}; // as the network writes it: without @; on Facebook the name
    QString name = {};
    QString language = {};
    qint64 followers = 0;
    QString customer = {}; // key of their record; empty: the shop does not know them
    bool operator==(const ShopPerson &) const = default;
};

struct ShopProduct {
    QString code = {};
    QHash<QString, QString> titles = {}; // by language
    QStringList sizes = {};
    qint64 price = 0; // minor units
    bool isWorn = false;
    bool operator==(const ShopProduct &) const = default;
};

struct ShopOrder {
    QString number = {};
    QString customer = {};
    QString product = {};
    QString size = {};
    QString store = {};
    int daysAgo = 0;
    bool operator==(const ShopOrder &) const = default;
};

/// What somebody writes, and when.
struct ShopArrival {
    std::chrono::seconds at = {}; // since the day began
    ShopPerson person = {};
    QString topic = {};
    QString text = {};
    QString order = {};     // the number it speaks of; empty: none
    QString product = {};   // the code of what it speaks of; empty: nothing
    bool isPrivate = false; // a message, not a post
    bool operator==(const ShopArrival &) const = default;
};

/// A point of the day one can go to.
struct ShopMoment {
    QString name = {}; // "storm", "outage", "limit", "evening"
    std::chrono::seconds at = {};
    std::chrono::seconds length = {};
    bool operator==(const ShopMoment &) const = default;
};

/// A fictional department store's day: some 600 people on three networks. Pure values.
struct ShopDay {
    std::chrono::seconds length = {};
    QStringList stores = {};
    QList<ShopProduct> products = {};
    QList<ShopOrder> orders = {};
    QList<ShopArrival> arrivals = {}; // oldest first
    bool operator==(const ShopDay &) const = default;
};

/// The day of `seed`: the same for the same seed, everywhere. No two texts are alike; who speaks of an order has it. Thread: any.
[[nodiscard]] ShopDay makeShopDay(quint32 seed);

/// When the storm, the outage, the lowered limit and the evening are; the limit stays lowered after its moment. In order.
[[nodiscard]] const QList<ShopMoment> &shopMoments();

/// The scenario that plays the day from the moment the sandbox starts (docs/sandbox.md).
[[nodiscard]] QJsonObject scenarioOf(const ShopDay &day);

/// A file for import, CSV with a header.
struct ShopFile {
    QString kind = {}; // as the import calls it: "customers", "orders" …
    QByteArray bytes = {};
    bool operator==(const ShopFile &) const = default;
};

/// The shop's own records, in the order in which they can be imported. `opening`: when the day begins.
[[nodiscard]] QList<ShopFile> recordsOf(const ShopDay &day, Instant opening);

} // namespace fw::sandbox
