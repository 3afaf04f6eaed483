#include "app/customers/next_best/next_best.h"
#include "app/customers/next_best/wilson.h"
#include "app/store/journal_store.h"
#include "tests/app/customers/generated_shop.h"
#include "tests/app/customers/people_desk.h"

#include <QtTest>

#include <algorithm>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Ana bought boots. Of the 25 baskets with boots 20 hold socks; hats are in 12 of all 41, scarves in 4.
class ShoeShop final : public PeopleDesk
{
public:
    ShoeShop()
    {
        ana = customer(u"c1"_s, {{u"name"_s, u"Ana"_s}, {u"favourite_store"_s, u"Chiado"_s}});
        for (const QString &place : {u"Baixa"_s, u"Chiado"_s}) {
            put(ImportKind::Places,
                {{u"place"_s, place}, {u"place_kind"_s, u"store"_s},
                    {u"latitude"_s, place == u"Baixa"_s ? 41149000 : 38710000},
                    {u"longitude"_s, place == u"Baixa"_s ? -8611000 : -9142000}});
        }
        for (const QString &product : {u"boots"_s, u"socks"_s, u"hat"_s, u"scarf"_s}) {
            stock(product, {}, u"Baixa"_s, 2);
            stock(product, {}, u"Chiado"_s, 1);
        }
        *waitFor(store->write([](Database &db) {
            keepBaskets(db,
                QList<Basket>(20, {u"boots"_s, u"socks"_s}) + QList<Basket>(4, {u"boots"_s})
                    + QList<Basket>(12, {u"hat"_s}) + QList<Basket>(4, {u"scarf"_s}));
            return true;
        }));
        says(ana, Purpose::Recommendations, true);
        says(ana, Purpose::Purchases, true);
        order(u"FW-1"_s, u"c1"_s);
        put(ImportKind::OrderLines,
            {{u"order"_s, u"FW-1"_s}, {u"line"_s, u"1"_s}, {u"product"_s, u"boots"_s},
                {u"title"_s, u"Winter boots"_s}, {u"quantity"_s, 1}, {u"currency"_s, u"EUR"_s}});
        while (*waitFor(desk().catchUp()) > 0) { }
    }

    void stock(const QString &product, const QString &variant, const QString &place, int quantity)
    {
        put(ImportKind::Stock,
            {{u"product"_s, product}, {u"variant"_s, variant}, {u"title"_s, u"The "_s + product},
                {u"place"_s, place}, {u"place_kind"_s, u"store"_s}, {u"quantity"_s, quantity},
                {u"as_of"_s, toMs(clock.now())}});
    }

    void shares(const QString &preference, const QString &value)
    {
        put(ImportKind::Preferences,
            {{u"customer"_s, u"c1"_s}, {u"preference"_s, preference}, {u"value"_s, value},
                {u"at"_s, toMs(clock.now())}});
    }

    NextBest look()
    {
        return *waitFor(desk().look({.customer = ana, .agent = u"ann"_s, .zone = QTimeZone::utc()}));
    }

    QStringList products()
    {
        QStringList codes;
        const NextBest best = look();
        for (const ProductAdvice &product : best.products) {
            codes.append(product.product);
        }
        return codes;
    }

    int looks()
    {
        const auto facts
            = *waitFor(store->read([](Database &db) { return JournalStore(db).after({}, 10000); }));
        return int(std::count_if(facts.begin(), facts.end(),
            [](const Fact &fact) { return fact.fact == u"next-best-viewed"_s && fact.agent == u"ann"_s; }));
    }

    NextBestDesk desk() { return NextBestDesk(*store); }

    CustomerId ana = {};
};

QList<WrittenOn> at(const QList<QString> &times, Network network = Network::Twitter)
{
    QList<WrittenOn> written;
    for (const QString &time : times) {
        written.append({.network = network, .at = *instantFromIso(time)});
    }
    return written;
}

/// On the 10th and the days after it, at these hours.
QList<WrittenOn> onDays(const QList<int> &hours)
{
    QStringList times;
    for (qsizetype i = 0; i < hours.size(); ++i) {
        times.append(u"2026-11-%1T%2:15:00.000Z"_s.arg(10 + i).arg(hours[i], 2, 10, QLatin1Char('0')));
    }
    return at(times);
}
} // namespace

class NextBestTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fewObservationsSpeakForLess_data()
    {
        QTest::addColumn<int>("hits");
        QTest::addColumn<int>("of");
        QTest::addColumn<double>("least");
        QTest::newRow("none") << 0 << 10 << 0.0;
        QTest::newRow("nothing to count") << 0 << 0 << 0.0;
        QTest::newRow("one of one") << 1 << 1 << 0.206549;
        QTest::newRow("half of ten") << 5 << 10 << 0.236593;
        QTest::newRow("half of a thousand") << 500 << 1000 << 0.469070;
        QTest::newRow("eight of ten") << 8 << 10 << 0.490162;
        QTest::newRow("all of ten") << 10 << 10 << 0.722467;
    }

    void fewObservationsSpeakForLess()
    {
        QFETCH(const int, hits);
        QFETCH(const int, of);
        QFETCH(const double, least);
        QVERIFY(std::abs(leastShare(hits, of) - least) < 1e-6);
    }

    void whatGoesWithAPurchaseComesFirstAndSaysWhy()
    {
        ShoeShop shop;
        const NextBest best = shop.look();
        QCOMPARE(best.products.size(), 3);
        const ProductAdvice &socks = best.products.first();
        QCOMPARE(socks.product, u"socks"_s);
        QCOMPARE(socks.title, u"The socks"_s);
        QCOMPARE(socks.bought, u"boots"_s);
        QCOMPARE(socks.boughtTitle, u"Winter boots"_s);
        QCOMPARE(socks.together, 20);
        QCOMPARE(socks.baskets, 25); // hers is one of them
        QCOMPARE(socks.percent(), 80);
        const ProductAdvice &hat = best.products.at(1);
        QCOMPARE(hat.product, u"hat"_s);
        QVERIFY(hat.bought.isEmpty()); // it is only among the most bought
        QCOMPARE(hat.together, 12);
        QCOMPARE(hat.baskets, 41);
        QCOMPARE(best.products.at(2).product, u"scarf"_s);
    }

    void whatIsNowhereToBeHadIsNotOffered()
    {
        ShoeShop shop;
        QCOMPARE(shop.products(), QStringList({u"socks"_s, u"hat"_s, u"scarf"_s}));
        QCOMPARE(shop.look().products.first().at.level.place, u"Baixa"_s);
        shop.says(shop.ana, Purpose::Preferences, true);
        QCOMPARE(shop.look().products.first().at.level.place, u"Chiado"_s); // her favourite
        *waitFor(shop.store->write([](Database &db) {
            return db.exec(
                u"UPDATE stock_level SET quantity = 0 WHERE product = 'socks' AND place = 'Baixa'"_s);
        }));
        StockDesk stock(*shop.store);
        QVERIFY(waitFor(stock.hold({.product = u"socks"_s,
            .place = u"Chiado"_s,
            .customer = shop.ana,
            .agent = u"ann"_s,
            .until = shop.clock.now() + 1h})));
        QCOMPARE(shop.products(), QStringList({u"hat"_s, u"scarf"_s}));
    }

    void sizesAndColoursDecide_data()
    {
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("preference");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isSuiting");
        QTest::newRow("the size") << u"42 black"_s << u"size"_s << u"42"_s << true;
        QTest::newRow("another size") << u"38 red"_s << u"size"_s << u"42"_s << false;
        QTest::newRow("a size of shoes") << u"38 red"_s << u"shoe size"_s << u"38"_s << true;
        QTest::newRow("a size of another kind") << u"42 black"_s << u"size"_s << u"M"_s << true;
        QTest::newRow("the colour") << u"42 black"_s << u"colour"_s << u"Black"_s << true;
        QTest::newRow("another colour") << u"38 red"_s << u"color"_s << u"black"_s << false;
        QTest::newRow("a colour there is not") << u"38 red"_s << u"colour"_s << u"green"_s << true;
        QTest::newRow("no variants") << u""_s << u"size"_s << u"42"_s << true;
        QTest::newRow("something else") << u"38 red"_s << u"music"_s << u"42"_s << true;
    }

    void sizesAndColoursDecide()
    {
        QFETCH(const QString, variant);
        QFETCH(const QString, preference);
        QFETCH(const QString, value);
        QFETCH(const bool, isSuiting);
        const QStringList all{u"42 black"_s, u"38 red"_s};
        QCOMPARE(suits(variant, all, {{.preference = preference, .value = value}}), isSuiting);
    }

    void preferencesAreGoneByWhereTheyMayBe()
    {
        ShoeShop shop;
        shop.shares(u"size"_s, u"42"_s);
        *waitFor(shop.store->write([](Database &db) {
            return db.exec(u"UPDATE stock_level SET variant = '38' WHERE product = 'socks'"_s);
        }));
        QCOMPARE(shop.products().first(), u"socks"_s);
        shop.says(shop.ana, Purpose::Preferences, true);
        QCOMPARE(shop.products().first(), u"hat"_s);
        shop.stock(u"socks"_s, u"42"_s, u"Baixa"_s, 1);
        QCOMPARE(shop.products().first(), u"socks"_s);
        QCOMPARE(shop.look().products.first().variant, u"42"_s);
    }

    void withoutConsentThereIsNoneOfIt()
    {
        ShoeShop shop;
        QVERIFY(!shop.look().products.isEmpty());
        QCOMPARE(shop.looks(), 1);
        shop.says(shop.ana, Purpose::Purchases, false);
        const NextBest popular = shop.look();
        QVERIFY(std::all_of(popular.products.begin(), popular.products.end(),
            [](const ProductAdvice &product) { return product.bought.isEmpty(); }));
        QVERIFY(popular.withheld.first().needs == Purpose::Purchases && popular.withheld.first().withdrawnAt);
        QVERIFY(popular.withheld.at(1).needs == Purpose::Preferences && !popular.withheld.at(1).withdrawnAt);
        QCOMPARE(shop.looks(), 2);
        shop.says(shop.ana, Purpose::Recommendations, false);
        const NextBest hidden = shop.look();
        QVERIFY(hidden.products.isEmpty() && !hidden.moment && !hidden.network);
        QCOMPARE(hidden.withheld.size(), 1);
        QVERIFY(hidden.withheld.first().needs == Purpose::Recommendations);
        QCOMPARE(shop.looks(), 2); // there was nothing to see
        QVERIFY(waitFor(shop.desk().look({.customer = {5}})).error().code == ErrorCode::NotFound);
    }

    void hoursAreThoseInWhichTheyWrite()
    {
        const auto moment = adviseMoment(onDays({18, 19, 18, 9, 19, 18, 13, 18, 19}), {}, QTimeZone::utc());
        QVERIFY(moment);
        QCOMPARE(moment->fromHour, 18);
        QCOMPARE(moment->toHour, 20);
        QCOMPARE(moment->times, 7);
        QCOMPARE(moment->ofTimes, 9);
        const auto eastern = adviseMoment(onDays({18, 19, 18, 19, 18}), {},
            zoneOf({{.preference = u"Time-zone"_s, .value = u"Asia/Tokyo"_s}}, QTimeZone::utc()));
        QVERIFY(eastern);
        QCOMPARE(eastern->fromHour, 3);
        QCOMPARE(eastern->zone, QByteArray("Asia/Tokyo"));
    }

    void tooLittleSaysNothingOfHours()
    {
        QVERIFY(!adviseMoment(onDays({18, 18, 18, 18}), {}, QTimeZone::utc()));
        QVERIFY(!adviseMoment(onDays({1, 4, 7, 10, 13, 16, 19, 22, 2, 5}), {}, QTimeZone::utc()));
        // A quarrel of one evening is one time.
        const QStringList evening{u"2026-11-10T18:01:00.000Z"_s, u"2026-11-10T18:02:00.000Z"_s,
            u"2026-11-10T18:03:00.000Z"_s, u"2026-11-10T18:04:00.000Z"_s, u"2026-11-10T18:05:00.000Z"_s};
        QVERIFY(!adviseMoment(at(evening), {}, QTimeZone::utc()));
    }

    void whatTheyAskedForComesFirst()
    {
        const QList<Preference> asked{{.preference = u"hours"_s, .value = u"evenings"_s},
            {.preference = u"Network"_s, .value = u"Facebook"_s}};
        const auto written = onDays({9, 9, 9, 9, 9});
        QCOMPARE(adviseMoment(written, asked, QTimeZone::utc())->said, u"evenings"_s);
        QVERIFY(adviseNetwork(written, asked)->network == Network::Facebook);
        QVERIFY(adviseNetwork(written, asked)->isSaid);
    }

    void theNetworkIsWhereTheyWereAnswered()
    {
        QVERIFY(!adviseNetwork({}, {}));
        QList<WrittenOn> written = at({u"2026-11-10T18:01:00.000Z"_s, u"2026-11-12T18:01:00.000Z"_s});
        written += at({u"2026-11-01T10:00:00.000Z"_s}, Network::Facebook);
        QVERIFY(adviseNetwork(written, {})->network == Network::Twitter);
        written.last().isAnswered = true;
        const auto advice = adviseNetwork(written, {});
        QVERIFY(advice->network == Network::Facebook);
        QCOMPARE(advice->written, 1);
        QCOMPARE(advice->answered, 1);
    }

    void whatTheyWroteCountsWhileTheyAreLinked()
    {
        ShoeShop shop;
        const IdentityId person = shop.writes(u"7"_s, u"hello"_s);
        shop.writes(u"7"_s, u"hello again"_s);
        shop.says(shop.ana, Purpose::LinkSocial, true);
        QVERIFY(!shop.look().network);
        QVERIFY(shop.link(person, shop.ana));
        const NextBest linked = shop.look();
        QVERIFY(linked.network && linked.network->network == Network::Twitter);
        QCOMPARE(linked.network->written, 2);
        QVERIFY(!linked.moment); // two messages say nothing of hours
        shop.says(shop.ana, Purpose::LinkSocial, false);
        QVERIFY(!shop.look().network);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::NextBestTest)
#include "next_best_test.moc"
