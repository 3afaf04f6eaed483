#include "app/customers/stock_desk.h"
#include "app/desk/policy/deadline_watch.h"
#include "app/store/journal_store.h"
#include "tests/app/customers/people_desk.h"

#include <QtTest>

#include <algorithm>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// Boots in three places, and who might want them.
class ShopDesk final : public PeopleDesk
{
public:
    ShopDesk()
    {
        place(u"Baixa"_s, u"Porto"_s, 41149000, -8611000);
        place(u"Chiado"_s, u"Lisboa"_s, 38710000, -9142000);
        level(u"Baixa"_s, u"store"_s, 3);
        level(u"Chiado"_s, u"store"_s, 5);
        level(u"Depot"_s, u"warehouse"_s, 90);
        ana = customer(u"c1"_s,
            {{u"name"_s, u"Ana Martins"_s}, {u"city"_s, u"porto"_s}, {u"favourite_store"_s, u"chiado"_s}});
    }

    void place(const QString &name, const QString &city, qint64 latitude, qint64 longitude)
    {
        put(ImportKind::Places,
            {{u"place"_s, name}, {u"place_kind"_s, u"store"_s}, {u"city"_s, city}, {u"latitude"_s, latitude},
                {u"longitude"_s, longitude}});
    }

    void level(const QString &place, const QString &kind, int quantity)
    {
        put(ImportKind::Stock,
            {{u"product"_s, u"KL-204"_s}, {u"variant"_s, u"42"_s}, {u"title"_s, u"Bottes d'été"_s},
                {u"place"_s, place}, {u"place_kind"_s, kind}, {u"quantity"_s, quantity},
                {u"as_of"_s, toMs(clock.now())}});
    }

    QStringList places(CustomerId near)
    {
        QStringList names;
        const auto levels = *waitFor(stock().levels(u"KL-204"_s, {}, near));
        for (const PlaceStock &stock : levels) {
            names.append(stock.level.place);
        }
        return names;
    }

    Result<StockHold> hold(int quantity, milliseconds span)
    {
        return waitFor(stock().hold({.product = u"KL-204"_s,
            .variant = u"42"_s,
            .place = u"Baixa"_s,
            .quantity = quantity,
            .customer = ana,
            .agent = u"ann"_s,
            .until = clock.now() + span}));
    }

    LiveStock live() { return *waitFor(stock().live(u"KL-204"_s, u"42"_s, u"Baixa"_s)); }
    StockDesk stock() { return StockDesk(*store); }

    CustomerId ana = {};
};

int told(ShopDesk &desk, const QString &fact)
{
    const auto facts
        = *waitFor(desk.store->read([](Database &db) { return JournalStore(db).after({}, 1000); }));
    return int(
        std::count_if(facts.begin(), facts.end(), [&fact](const Fact &one) { return one.fact == fact; }));
}
} // namespace

class StockTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void somethingIsFoundByCodeOrWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("code") << u"KL-204"_s << true;
        QTest::newRow("code, loosely") << u"kl204"_s << true;
        QTest::newRow("words") << u"ETE bottes"_s << true;
        QTest::newRow("part of a word and variant") << u"bott 42"_s << true;
        QTest::newRow("other words") << u"bottes hiver"_s << false;
        QTest::newRow("nothing") << u" %_ "_s << false;
    }

    void somethingIsFoundByCodeOrWords()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isThere);
        ShopDesk desk;
        const auto found = *waitFor(desk.stock().find(text, 10));
        QCOMPARE(found.size(), isThere ? 1 : 0);
        QVERIFY(!isThere || found.first().title == u"Bottes d'été"_s);
    }

    void theNearestStoreComesFirstAsFarAsTheCustomerAgreed()
    {
        ShopDesk desk;
        QCOMPARE(desk.places({}), QStringList({u"Baixa"_s, u"Chiado"_s, u"Depot"_s}));
        QVERIFY(!waitFor(desk.stock().levels(u"KL-204"_s, {}, desk.ana))->first().kilometres);
        desk.says(desk.ana, Purpose::Preferences, true);
        QCOMPARE(desk.places(desk.ana), QStringList({u"Chiado"_s, u"Baixa"_s, u"Depot"_s}));
        desk.says(desk.ana, Purpose::Preferences, false);
        desk.says(desk.ana, Purpose::LinkSocial, true);
        const auto near = *waitFor(desk.stock().levels(u"KL-204"_s, {}, desk.ana));
        QCOMPARE(near.first().level.place, u"Baixa"_s);
        QVERIFY(std::abs(*near[1].kilometres - 275) < 5); // Porto to Lisbon
    }

    void whatIsHeldCannotBePromisedTwice()
    {
        ShopDesk desk;
        QVERIFY(desk.hold(2, std::chrono::hours(24)));
        QCOMPARE(desk.live().free, 1);
        const auto second = desk.hold(2, std::chrono::hours(24));
        QVERIFY(!second && second.error().code == ErrorCode::Usage);
        QVERIFY(!desk.hold(1, std::chrono::hours(24 * 31)));
        QVERIFY(!desk.hold(0, std::chrono::hours(1)));
        QCOMPARE(told(desk, u"item-held"_s), 1);
    }

    void aHoldEndsWhenItsTimeIsOver()
    {
        ShopDesk desk;
        QVERIFY(desk.hold(2, std::chrono::hours(1)));
        QCOMPARE(*waitFor(desk.stock().expire()), 0);
        desk.clock.advance(std::chrono::hours(1));
        QCOMPARE(*waitFor(desk.stock().expire()), 1);
        QCOMPARE(*waitFor(desk.stock().expire()), 0);
        QCOMPARE(told(desk, u"hold-expired"_s), 1);
        QCOMPARE(desk.live().free, 3);
        const auto all = *waitFor(desk.stock().holds(desk.ana, false, 10));
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().state, u"expired"_s);
        QVERIFY(waitFor(desk.stock().holds({}, true, 10))->isEmpty());
    }

    void whatIsOverIsFreeAtOnceAndIsToldOnceByWhoeverWatches()
    {
        ShopDesk desk;
        DeadlineWatch watch(*desk.store, desk.clock);
        QVERIFY(desk.hold(2, std::chrono::hours(1)));
        QVERIFY(desk.hold(1, std::chrono::hours(2)));
        QCOMPARE(desk.live().free, 0);
        desk.clock.advance(std::chrono::hours(1));
        QCOMPARE(desk.live().free, 2); // before anybody looked
        watch.wake();
        QTRY_COMPARE(told(desk, u"hold-expired"_s), 1);
        desk.clock.advance(std::chrono::hours(1));
        IdSource otherIds(desk.clock);
        const auto other = *Store::open(desk.DeskFixture::place(), desk.clock, otherIds);
        DeadlineWatch there(*other, desk.clock);
        watch.wake();
        QTRY_COMPARE(told(desk, u"hold-expired"_s), 2);
        QCOMPARE(*waitFor(desk.stock().expire()), 0);
        QCOMPARE(desk.live().free, 3);
    }

    void aHoldThatEndedWhileNobodyWatchedIsToldAtTheStart()
    {
        ShopDesk desk;
        QVERIFY(desk.hold(2, std::chrono::hours(1)));
        desk.clock.advance(std::chrono::hours(9));
        desk.close();
        desk.open();
        DeadlineWatch watch(*desk.store, desk.clock);
        QTRY_COMPARE(told(desk, u"hold-expired"_s), 1);
        desk.close();
        desk.open();
        DeadlineWatch again(*desk.store, desk.clock);
        QCOMPARE(*waitFor(desk.stock().expire()), 0);
        QCOMPARE(told(desk, u"hold-expired"_s), 1);
    }

    void theEndOfAHoldWakesTheWatchWithoutAnybodysHelp()
    {
        ShopDesk desk;
        const FastClock fast(desk.clock.now(), 20);
        DeadlineWatch watch(*desk.store, fast);
        QSignalSpy ended(&watch, &DeadlineWatch::told);
        QVERIFY(desk.hold(2, std::chrono::seconds(1)));
        desk.clock.advance(std::chrono::seconds(2));
        QVERIFY(ended.wait(20'000));
        QCOMPARE(told(desk, u"hold-expired"_s), 1);
    }

    void aHoldIsReleasedOnce()
    {
        ShopDesk desk;
        const auto hold = desk.hold(1, std::chrono::hours(1));
        QVERIFY(hold);
        QVERIFY(!waitFor(desk.stock().release(hold->id, u"bob"_s, u" "_s)));
        const auto released = waitFor(desk.stock().release(hold->id, u"bob"_s, u"she came"_s));
        QVERIFY(released && released->state == "released"_L1 && released->endedBy == "bob"_L1);
        const auto again = waitFor(desk.stock().release(hold->id, u"bob"_s, u"she came"_s));
        QVERIFY(!again && again.error().code == ErrorCode::Usage);
    }

    void aNumberInAReplyIsCheckedAgain()
    {
        ShopDesk desk;
        const LiveStock said = desk.live();
        desk.clock.advance(std::chrono::hours(1));
        desk.level(u"Chiado"_s, u"store"_s, 0);
        QVERIFY(!waitFor(desk.stock().check(said))->hasChanged);
        desk.level(u"Baixa"_s, u"store"_s, 2);
        const auto check = *waitFor(desk.stock().check(said));
        QVERIFY(check.hasChanged);
        QCOMPARE(check.now->free, 2);
        QVERIFY(check.now->asOf > said.asOf);
        QVERIFY(waitFor(desk.stock().check({.product = u"KL-1"_s, .place = u"Baixa"_s}))->hasChanged);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::StockTest)
#include "stock_test.moc"
