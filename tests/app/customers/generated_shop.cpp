#include "tests/app/customers/generated_shop.h"

#include "app/customers/next_best/product_advice.h"
#include "app/store/basket_store.h"
#include "app/store/consent_store.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kProducts = 240;
constexpr int kBundles = 40;
constexpr int kInBundle = 3;
constexpr qsizetype kBasketsEach = 10;
constexpr int kGuesses = 3;
constexpr double kFromBundle = 0.8; // of each of its products to be in the basket

/// A number below `count`; the first ones far more often.
int popular(QRandomGenerator &random, int count)
{
    return int(std::pow(double(count), random.generateDouble())) - 1;
}

QString code(int product)
{
    return u"P-%1"_s.arg(product, 3, 10, QLatin1Char('0'));
}

void put(Basket &basket, int product)
{
    if (!basket.contains(code(product))) {
        basket.append(code(product));
    }
}

QList<CustomerId> agreeingCustomers(Database &db, qsizetype count)
{
    QList<CustomerId> customers;
    for (qsizetype i = 0; i < count; ++i) {
        const auto id = db.newId<CustomerId>();
        db.exec(u"INSERT INTO customer (id, source, external_key, changed_at_ms) VALUES (?, 'shop', ?, ?)"_s,
            {id.value, id.toString(), toMs(db.now())});
        for (const Purpose purpose : {Purpose::Purchases, Purpose::Recommendations}) {
            ConsentStore(db).record(
                {.customer = id, .purpose = purpose, .isGiven = true, .source = u"form"_s, .at = db.now()});
        }
        customers.append(id);
    }
    return customers;
}

void keepOrder(Database &db, CustomerId customer, const Basket &basket)
{
    const auto order = db.newId<OrderId>();
    const QString number = order.toString();
    db.exec(u"INSERT INTO customer_order (id, source, external_key, number, number_key, customer_id, kind,"
            " channel, status, placed_at_ms, value_minor, currency, changed_at_ms)"
            " VALUES (?, 'shop', ?, ?, ?, ?, 'order', 'online', 'sent', ?, 100, 'EUR', ?)"_s,
        {order.value, number, number, number, customer.value, toMs(db.now()), toMs(db.now())});
    for (const QString &product : basket) {
        const auto line = db.newId<OrderId>();
        db.exec(
            u"INSERT INTO customer_order_line (id, source, external_key, order_id, line, product, quantity,"
            " changed_at_ms) VALUES (?, 'shop', ?, ?, ?, ?, 1, ?)"_s,
            {line.value, line.toString(), order.value, product, product, toMs(db.now())});
    }
    BasketStore(db).changed(order);
}

template <typename List, typename Product>
bool hasHit(const List &guesses, const QString &hidden, Product productOf)
{
    return std::any_of(
        guesses.begin(), guesses.end(), [&](const auto &guess) { return productOf(guess) == hidden; });
}
} // namespace

QList<Basket> generateBaskets(ShopKind kind, int count, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<Basket> baskets;
    while (baskets.size() < count) {
        Basket basket;
        int others = 1 + random.bounded(4);
        if (kind == ShopKind::Bundles && random.bounded(2) == 0) {
            const int bundle = popular(random, kBundles);
            for (int i = 0; i < kInBundle; ++i) {
                if (random.generateDouble() < kFromBundle) {
                    put(basket, kProducts - 1 - bundle * kInBundle - i); // in the part that sells seldom
                }
            }
            others = random.bounded(3);
        }
        for (int i = 0; i < others; ++i) {
            put(basket, popular(random, kProducts));
        }
        if (!basket.isEmpty()) {
            baskets.append(basket);
        }
    }
    return baskets;
}

void keepBaskets(Database &db, const QList<Basket> &baskets)
{
    const QList<CustomerId> customers = agreeingCustomers(db, baskets.size() / kBasketsEach + 1);
    for (qsizetype i = 0; i < baskets.size(); ++i) {
        keepOrder(db, customers[i % customers.size()], baskets[i]);
    }
    while (BasketStore(db).count(1000) > 0) { }
}

HitRates hitRates(Database &db, const QList<Basket> &heldOut, quint32 seed)
{
    QRandomGenerator random(seed);
    HitRates rates;
    const auto mostBought = BasketStore(db).mostBought(kProducts);
    for (Basket basket : heldOut) {
        if (basket.size() < 2) {
            continue;
        }
        const QString hidden = basket.takeAt(random.bounded(int(basket.size())));
        QList<ProductCount> others = mostBought;
        others.removeIf([&basket](const ProductCount &one) { return basket.contains(one.product); });
        ++rates.baskets;
        rates.hits += hasHit(rankProducts(db, basket, kGuesses), hidden,
                          [](const RankedProduct &guess) { return guess.product; })
            ? 1
            : 0;
        rates.popular += hasHit(others.mid(0, kGuesses), hidden,
                             [](const ProductCount &guess) { return guess.product; })
            ? 1
            : 0;
    }
    return rates;
}

} // namespace fw::test
