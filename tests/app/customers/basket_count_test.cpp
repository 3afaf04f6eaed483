#include "app/model/retention.h"
#include "app/store/basket_store.h"
#include "app/store/person_store.h"
#include "app/store/retention_store.h"
#include "tests/app/customers/generated_shop.h"
#include "tests/app/customers/people_desk.h"
#include "tests/support/seed.h"

#include <QtTest>

#include <cmath>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr int kCustomers = 6;
constexpr int kOrders = 25;
constexpr int kProducts = 8;
constexpr int kSteps = 160;
constexpr int kCompareEvery = 5;
constexpr int kRetainedDays = 40;
constexpr int kLearnt = 1500; // baskets, of a shop whose next ones are guessed
constexpr int kHeldOut = 500;
constexpr int kAtOnce = 100;

using Counts = QMap<QString, qint64>; // of "product" and of "product other"

/// What the tables say.
Counts storedCounts(Database &db)
{
    Counts counts;
    const auto rows = db.list(u"SELECT product, baskets FROM product_count UNION ALL"
                              " SELECT product || ' ' || other, baskets FROM product_pair"_s,
        {},
        [](const QSqlQuery &row) { return std::pair(row.value(0).toString(), row.value(1).toLongLong()); });
    for (const auto &[key, baskets] : rows) {
        counts.insert(key, baskets);
    }
    return counts;
}

/// What they should say, from the orders there are.
Counts plainCounts(Database &db)
{
    QMap<qint64, QSet<QString>> baskets;
    QHash<qint64, CustomerId> owners;
    db.list(u"SELECT o.id, o.customer_id, l.product FROM customer_order o JOIN customer_order_line l"
            " ON l.order_id = o.id WHERE o.kind = 'order' AND l.quantity > 0"_s,
        {}, [&](const QSqlQuery &row) {
            baskets[row.value(0).toLongLong()].insert(row.value(2).toString());
            owners.insert(row.value(0).toLongLong(), CustomerId{row.value(1).toLongLong()});
            return 0;
        });
    Counts counts;
    for (auto basket = baskets.cbegin(); basket != baskets.cend(); ++basket) {
        const FactGate gate(db, owners.value(basket.key()));
        if (!gate.allows(Purpose::Purchases) || !gate.allows(Purpose::Recommendations)) {
            continue;
        }
        ++counts[u""_s];
        for (const QString &product : *basket) {
            ++counts[product];
            for (const QString &other : *basket) {
                if (other != product) {
                    ++counts[product + u' ' + other];
                }
            }
        }
    }
    return counts;
}

/// A shop to which everything happens that changes what may be counted.
class BusyShop final : public PeopleDesk
{
public:
    explicit BusyShop(quint32 seed) : m_random(seed)
    {
        for (int i = 0; i < kCustomers; ++i) {
            customers.append(customer(key(i)));
            identities.append(writes(QString::number(500 + i), u"hello"_s));
            says(customers.last(), Purpose::Purchases, i != 0);
            says(customers.last(), Purpose::Recommendations, i != 1);
        }
        *waitFor(store->write([](Database &db) {
            RetentionStore(db).import({{.what = RetainedKind::Orders, .days = kRetainedDays}}, u"ann"_s);
            return true;
        }));
        for (int order = 0; order < kOrders; ++order) {
            importOrder(order);
            importLines(order);
        }
    }

    /// One thing that happens; its name.
    QString happen()
    {
        clock.advance(1h * m_random.bounded(6));
        switch (m_random.bounded(16)) {
        case 0:
            return speak();
        case 1:
        case 2:
        case 3:
            return joinOrPart();
        case 4:
        case 5:
            return speakOnANetwork();
        case 6:
            return m_random.bounded(4) == 0 ? erase() : speak();
        case 7:
            return m_random.bounded(3) == 0 ? retain() : countSome();
        case 8:
            return countSome();
        case 9:
            return importConsent();
        case 10:
        case 11:
            importOrder(any(kOrders));
            return u"an order"_s;
        default:
            importLines(any(kOrders));
            return u"order lines"_s;
        }
    }

    void countAll()
    {
        while (*waitFor(store->write([](Database &db) { return BasketStore(db).count(7); })) > 0) { }
    }

    QList<CustomerId> customers = {};
    QList<IdentityId> identities = {};

private:
    static QString key(int customer) { return u"c%1"_s.arg(customer); }
    static QString number(int order) { return u"FW-%1"_s.arg(order); }

    int any(int count) { return m_random.bounded(count); }

    /// As in an import of its own: a row of other contents is another row.
    void import(ImportKind kind, const Cells &cells)
    {
        *waitFor(store->write([this, kind, cells, hash = qint64(m_random.generate())](Database &db) {
            ImportRow row{.hash = hash};
            QStringList rowKey;
            for (const ImportField &field : fieldsOf(kind)) {
                row.values.append(cells.value(field.name, field.otherwise));
                if (field.isKey) {
                    rowKey.append(row.values.last().toString());
                }
            }
            row.key = rowKey.join(u'|');
            ImportStore imports(db);
            const ImportRun run = imports.begin(
                {.kind = kind, .source = u"crm"_s, .fingerprint = db.newId<ImportId>().toString()});
            Q_UNUSED(imports.put(run, row))
            imports.end(run);
            return true;
        }));
    }

    void importOrder(int order)
    {
        import(ImportKind::Orders,
            {{u"number"_s, number(order)}, {u"customer"_s, key(any(kCustomers))},
                {u"kind"_s, any(5) == 0 ? u"return"_s : u"order"_s}, {u"channel"_s, u"online"_s},
                {u"status"_s, u"sent"_s}, {u"placed_at"_s, toMs(clock.now() - 24h * any(kRetainedDays + 8))},
                {u"value"_s, 100},
                { u"currency"_s,
                    u"EUR"_s }});
    }

    void importLines(int order)
    {
        for (int i = any(4); i >= 0; --i) {
            import(ImportKind::OrderLines,
                {{u"order"_s, number(order)}, {u"line"_s, QString::number(any(4))},
                    {u"product"_s, u"P%1"_s.arg(any(kProducts))}, {u"quantity"_s, any(6) == 0 ? 0 : 1},
                    { u"currency"_s,
                        u"EUR"_s }});
        }
    }

    QString importConsent()
    {
        import(ImportKind::Consents,
            {{u"customer"_s, key(any(kCustomers))}, {u"purpose"_s, toString(purpose())},
                {u"given"_s, any(5) == 0 ? u"withdrawn"_s : u"given"_s},
                { u"at"_s,
                    toMs(clock.now()) }});
        return u"an imported consent"_s;
    }

    Purpose purpose() { return any(2) == 0 ? Purpose::Purchases : Purpose::Recommendations; }

    QString speak()
    {
        Q_UNUSED(waitFor(people().record({.customer = customers[any(kCustomers)],
            .purpose = purpose(),
            .isGiven = any(5) != 0,
            .source = u"form"_s})))
        return u"a consent"_s;
    }

    QString speakOnANetwork()
    {
        Q_UNUSED(waitFor(people().record({.identity = identities[any(kCustomers)],
            .purpose = purpose(),
            .isGiven = any(2) == 0,
            .source = u"conversation"_s})))
        return u"a consent on a network"_s;
    }

    QString joinOrPart()
    {
        const IdentityId identity = identities[any(kCustomers)];
        if (!link(identity, customers[any(kCustomers)], u"said so"_s)) {
            Q_UNUSED(waitFor(people().unlink(identity, u"ann"_s, u"somebody else"_s)))
            return u"the end of a link"_s;
        }
        return u"a link"_s;
    }

    QString erase()
    {
        const int gone = any(kCustomers);
        *waitFor(store->write([customer = customers[gone]](Database &db) {
            Q_UNUSED(PersonStore(db, customer, {}).erase())
            return true;
        }));
        customers[gone] = customer(key(gone)); // another person of that key
        says(customers[gone], Purpose::Purchases, true);
        says(customers[gone], Purpose::Recommendations, true);
        return u"an erasure"_s;
    }

    QString retain()
    {
        bool isOver = false;
        while (!isOver) {
            isOver = *waitFor(store->write([](Database &db) {
                return RetentionStore(db).step(RetainedKind::Orders).endedAt.has_value();
            }));
        }
        return u"retention"_s;
    }

    QString countSome()
    {
        *waitFor(store->write([](Database &db) { return BasketStore(db).count(3); }));
        return u"counting"_s;
    }

    QRandomGenerator m_random;
};
} // namespace

class BasketCountTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsAreThoseOfThePlainOrdersWhateverHappens()
    {
        BusyShop shop(printedSeed());
        QStringList happened;
        int compared = 0;
        for (int step = 0; step < kSteps; ++step) {
            happened.append(shop.happen());
            if (step % kCompareEvery != 0) {
                continue;
            }
            shop.countAll();
            const Counts stored = *waitFor(shop.store->read(&storedCounts));
            const Counts plain = *waitFor(shop.store->read(&plainCounts));
            QVERIFY2(stored == plain, qPrintable(happened.join(u", "_s)));
            compared += plain.isEmpty() ? 0 : 1;
        }
        QVERIFY(compared > kSteps / kCompareEvery / 2);
    }

    void whatIsForgottenIsOutOfTheCountsAtOnce()
    {
        PeopleDesk desk;
        const CustomerId ana = desk.customer(u"c1"_s);
        desk.says(ana, Purpose::Purchases, true);
        desk.says(ana, Purpose::Recommendations, true);
        desk.order(u"FW-1"_s, u"c1"_s);
        for (const QString &product : {u"boots"_s, u"socks"_s}) {
            desk.put(ImportKind::OrderLines,
                {{u"order"_s, u"FW-1"_s}, {u"line"_s, product}, {u"product"_s, product}, {u"quantity"_s, 1},
                    {u"currency"_s, u"EUR"_s}});
        }
        const auto counted = [&desk] {
            *waitFor(desk.store->write([](Database &db) { return BasketStore(db).count(100); }));
            return (*waitFor(desk.store->read(&storedCounts))).value(u"boots socks"_s);
        };
        QCOMPARE(counted(), 1);
        *waitFor(desk.store->write([ana](Database &db) {
            Q_UNUSED(PersonStore(db, ana, {}).erase())
            return true;
        }));
        QVERIFY(waitFor(desk.store->read(&storedCounts))->isEmpty());
        QVERIFY(!*waitFor(desk.store->read([](Database &db) { return BasketStore(db).isBehind(); })));
    }

    void aWholesaleOrderIsNoBasket()
    {
        PeopleDesk desk;
        *waitFor(desk.store->write([](Database &db) {
            Basket most;
            for (int i = 0; i <= BasketStore::kLargest; ++i) {
                most.append(u"P%1"_s.arg(i));
            }
            keepBaskets(db, {most, most.mid(1)});
            return true;
        }));
        const auto [all, first] = *waitFor(desk.store->read([](Database &db) {
            return std::pair(BasketStore(db).baskets(), BasketStore(db).basketsWith(u"P0"_s));
        }));
        QCOMPARE(all, 1);
        QCOMPARE(first, 0);
    }

    void whatHasStructureIsFoundBetterThanByPopularity()
    {
        const quint32 seed = printedSeed();
        const HitRates rates = ratesOf(ShopKind::Bundles, seed);
        qInfo("%d of %d, by popularity %d", rates.hits, rates.baskets, rates.popular);
        QVERIFY(rates.baskets > 200);
        QVERIFY(rates.hits > rates.popular * 1.5);
    }

    void whereThereIsNoneItIsNoWorseBeyondNoise()
    {
        const quint32 seed = printedSeed();
        const HitRates rates = ratesOf(ShopKind::Chance, seed);
        qInfo("%d of %d, by popularity %d", rates.hits, rates.baskets, rates.popular);
        const double noise = std::sqrt(double(rates.popular)); // about one standard deviation of the count
        QVERIFY(rates.hits > rates.popular - 3 * noise);
    }

private:
    static HitRates ratesOf(ShopKind kind, quint32 seed)
    {
        PeopleDesk desk;
        const QList<Basket> baskets = generateBaskets(kind, kLearnt + kHeldOut, seed);
        for (int i = 0; i < kLearnt; i += kAtOnce) {
            *waitFor(desk.store->write([some = baskets.mid(i, kAtOnce)](Database &db) {
                keepBaskets(db, some);
                return true;
            }));
        }
        return *waitFor(desk.store->read(
            [heldOut = baskets.mid(kLearnt), seed](Database &db) { return hitRates(db, heldOut, seed); }));
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::BasketCountTest)
#include "basket_count_test.moc"
