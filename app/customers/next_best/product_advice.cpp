#include "app/customers/next_best/product_advice.h"

#include "app/customers/next_best/wilson.h"
#include "app/model/customer_keys.h"
#include "app/store/basket_store.h"
#include "app/store/loyalty_store.h"
#include "app/store/order_store.h"

#include <algorithm>
#include <cmath>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kOrders = 100;         // the newest are gone by
constexpr qsizetype kStartFrom = 20; // so many of the products bought last
constexpr qint64 kLeastTogether = 5; // baskets
constexpr int kFromEach = 50;        // candidates that go with one product
constexpr int kLookedAt = 60;        // candidates whose stock is looked at
constexpr qsizetype kAdvised = 3;

/// What somebody bought, newest first, each once, and what it is called.
struct Purchases {
    QStringList products = {};
    QHash<QString, QString> titles = {};
};

Purchases purchasesOf(Database &db, CustomerId customer)
{
    Purchases purchases;
    const auto orders = OrderStore(db).of(customer, kOrders);
    for (const Order &order : orders) {
        for (const OrderLine &line : order.lines) {
            if (order.kind == "order"_L1 && !purchases.titles.contains(line.product)) {
                purchases.products.append(line.product);
                purchases.titles.insert(line.product, line.title);
            }
        }
    }
    return purchases;
}

QHash<QString, RankedProduct> goingWith(Database &db, const QStringList &bought)
{
    BasketStore baskets(db);
    const qint64 all = baskets.baskets();
    QHash<QString, RankedProduct> best;
    for (const QString &product : bought.mid(0, kStartFrom)) {
        const qint64 with = baskets.basketsWith(product);
        const auto others = baskets.boughtWith(product, kLeastTogether, kFromEach);
        for (const CompanionCount &other : others) {
            if (bought.contains(other.product)) {
                continue;
            }
            const double least = leastShare(other.together, with);
            const double usual = double(other.baskets) / double(std::max<qint64>(1, all));
            if (least > usual && least > best.value(other.product).likelihood) {
                best.insert(other.product,
                    {.product = other.product,
                        .bought = product,
                        .together = other.together,
                        .baskets = with,
                        .likelihood = least});
            }
        }
    }
    return best;
}

QStringList wordsOf(const QString &text)
{
    return foldedText(text).split(u' ', Qt::SkipEmptyParts);
}

bool isNumber(const QString &word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

bool isLetterSize(const QString &word)
{
    static const QStringList sizes
        = {u"xxs"_s, u"xs"_s, u"s"_s, u"m"_s, u"l"_s, u"xl"_s, u"xxl"_s, u"xxxl"_s};
    return sizes.contains(word);
}

/// Another size of the same kind: what has it is not in the size `wanted`.
bool isRivalSize(const QString &word, const QString &wanted)
{
    return word != wanted
        && ((isNumber(word) && isNumber(wanted)) || (isLetterSize(word) && isLetterSize(wanted)));
}

bool namesAll(const QString &variant, const QStringList &words)
{
    const QStringList named = wordsOf(variant);
    return std::all_of(
        words.begin(), words.end(), [&named](const QString &word) { return named.contains(word); });
}

bool suitsSize(const QString &variant, const QString &size)
{
    const QStringList named = wordsOf(variant);
    return std::none_of(
        named.begin(), named.end(), [&size](const QString &word) { return isRivalSize(word, size); });
}

bool suitsColour(const QString &variant, const QStringList &all, const QStringList &colour)
{
    const bool isNamed = std::any_of(
        all.begin(), all.end(), [&colour](const QString &other) { return namesAll(other, colour); });
    return !isNamed || namesAll(variant, colour);
}

/// The nearest place with one that suits.
std::optional<PlaceStock> placeOf(
    Database &db, const QString &product, CustomerId customer, const QList<Preference> &preferences)
{
    const QList<PlaceStock> places = stockNear(db, product, {}, customer);
    QStringList variants;
    for (const PlaceStock &place : places) {
        variants.append(place.level.variant);
    }
    const auto found = std::find_if(places.begin(), places.end(), [&](const PlaceStock &place) {
        return place.free() > 0 && suits(place.level.variant, variants, preferences);
    });
    return found == places.end() ? std::nullopt : std::optional(*found);
}
} // namespace

int ProductAdvice::percent() const
{
    return baskets > 0 ? int(std::lround(100.0 * double(together) / double(baskets))) : 0;
}

QList<RankedProduct> rankProducts(Database &db, const QStringList &bought, int limit)
{
    QHash<QString, RankedProduct> found = goingWith(db, bought);
    BasketStore baskets(db);
    const qint64 all = baskets.baskets();
    const auto popular = baskets.mostBought(limit + int(bought.size()));
    for (const ProductCount &product : popular) {
        const double share = double(product.baskets) / double(std::max<qint64>(1, all));
        if (!bought.contains(product.product) && !found.contains(product.product)) {
            found.insert(product.product,
                {.product = product.product,
                    .together = product.baskets,
                    .baskets = all,
                    .likelihood = share});
        }
    }
    QList<RankedProduct> ranked = found.values();
    std::sort(ranked.begin(), ranked.end(), [](const RankedProduct &a, const RankedProduct &b) {
        return a.likelihood != b.likelihood ? a.likelihood > b.likelihood : a.product < b.product;
    });
    return ranked.mid(0, limit);
}

bool suits(const QString &variant, const QStringList &all, const QList<Preference> &preferences)
{
    return std::all_of(preferences.begin(), preferences.end(), [&](const Preference &preference) {
        const QString kind = foldedText(preference.preference);
        const QStringList words = wordsOf(preference.value);
        if (words.isEmpty()) {
            return true;
        }
        if (kind == "size"_L1 || kind.endsWith(" size"_L1)) {
            return words.size() > 1 || suitsSize(variant, words.first());
        }
        const bool isColour = kind == "colour"_L1 || kind == "color"_L1;
        return !isColour || suitsColour(variant, all, words);
    });
}

QList<ProductAdvice> adviseProducts(Database &db, CustomerId customer, const FactGate &gate)
{
    const Purchases purchases = gate.allows(FactKind::Orders) ? purchasesOf(db, customer) : Purchases{};
    const QList<Preference> preferences
        = gate.allows(FactKind::Preferences) ? LoyaltyStore(db).preferences(customer) : QList<Preference>{};
    QList<ProductAdvice> advice;
    const auto ranked = rankProducts(db, purchases.products, kLookedAt);
    for (const RankedProduct &product : ranked) {
        const auto place = placeOf(db, product.product, customer, preferences);
        if (!place) {
            continue;
        }
        advice.append({.product = product.product,
            .variant = place->level.variant,
            .title = place->level.title,
            .bought = product.bought,
            .boughtTitle = purchases.titles.value(product.bought),
            .together = product.together,
            .baskets = product.baskets,
            .at = *place});
        if (advice.size() == kAdvised) {
            break;
        }
    }
    return advice;
}

} // namespace fw
