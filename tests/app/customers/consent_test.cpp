#include "app/store/journal_store.h"
#include "app/store/loyalty_store.h"
#include "tests/app/customers/people_desk.h"

#include <QtTest>

#include <algorithm>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
bool isHidden(const CustomerView &view, FactKind kind)
{
    return std::any_of(view.hidden.begin(), view.hidden.end(),
        [kind](const HiddenFact &hidden) { return hidden.what == kind; });
}

int told(PeopleDesk &desk, const QString &fact)
{
    const auto facts
        = *waitFor(desk.store->read([](Database &db) { return JournalStore(db).after({}, 1000); }));
    return int(
        std::count_if(facts.begin(), facts.end(), [&fact](const Fact &one) { return one.fact == fact; }));
}

/// A customer of whom every kind of fact is known.
CustomerId wellKnown(PeopleDesk &desk)
{
    const CustomerId ana = desk.customer(u"c1"_s,
        {{u"name"_s, u"Ana Martins"_s}, {u"email"_s, u"ana@example.org"_s}, {u"city"_s, u"Porto"_s},
            {u"language"_s, u"pt"_s}, {u"favourite_store"_s, u"Baixa"_s}, {u"twitter"_s, u"@anam"_s}});
    const qint64 now = toMs(desk.clock.now());
    desk.order(u"FW-100001"_s, u"c1"_s);
    desk.put(ImportKind::OrderLines,
        {{u"order"_s, u"FW-100001"_s}, {u"line"_s, u"1"_s}, {u"product"_s, u"boots"_s}, {u"quantity"_s, 1},
            {u"currency"_s, u"EUR"_s}});
    desk.put(ImportKind::Loyalty,
        {{u"customer"_s, u"c1"_s}, {u"at"_s, now}, {u"tier"_s, u"gold"_s}, {u"points"_s, 420}});
    desk.put(ImportKind::Preferences,
        {{u"customer"_s, u"c1"_s}, {u"preference"_s, u"size"_s}, {u"value"_s, u"42"_s}, {u"at"_s, now}});
    desk.put(ImportKind::StoreVisits,
        {{u"customer"_s, u"c1"_s}, {u"store"_s, u"Baixa"_s}, {u"at"_s, now}, {u"zone"_s, u"shoes"_s},
            {u"seconds"_s, 300}});
    return ana;
}
} // namespace

class ConsentTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutConsentNothingButTheRecordIsShownAndItIsSaidWhy()
    {
        PeopleDesk desk;
        const CustomerView view = desk.view(wellKnown(desk), {}, true);
        QVERIFY(view.record && view.record->name == u"Ana Martins"_s);
        QVERIFY(view.record->language.isEmpty() && view.record->favouriteStore.isEmpty());
        QVERIFY(view.record->twitter.isEmpty());
        QVERIFY(view.orders.isEmpty() && view.loyalty.isEmpty() && view.preferences.isEmpty());
        QVERIFY(view.visits.isEmpty() && view.identities.isEmpty());
        for (const FactKind kind : {FactKind::Identities, FactKind::Orders, FactKind::Loyalty,
                 FactKind::Preferences, FactKind::StoreVisits}) {
            QVERIFY(isHidden(view, kind));
        }
        QVERIFY(!view.hidden.first().withdrawnAt);
        QCOMPARE(told(desk, u"purchases-viewed"_s), 0);
    }

    void eachPurposeOpensItsOwnFactsOnly_data()
    {
        QTest::addColumn<int>("purpose");
        QTest::addColumn<int>("kind");
        QTest::newRow("purchases") << int(Purpose::Purchases) << int(FactKind::Orders);
        QTest::newRow("loyalty") << int(Purpose::Loyalty) << int(FactKind::Loyalty);
        QTest::newRow("preferences") << int(Purpose::Preferences) << int(FactKind::Preferences);
        QTest::newRow("store visits") << int(Purpose::StoreVisits) << int(FactKind::StoreVisits);
        QTest::newRow("recommendations") << int(Purpose::Recommendations) << -1;
    }

    void eachPurposeOpensItsOwnFactsOnly()
    {
        QFETCH(const int, purpose);
        QFETCH(const int, kind);
        PeopleDesk desk;
        const CustomerId ana = wellKnown(desk);
        desk.says(ana, Purpose(purpose), true);
        const CustomerView view = desk.view(ana, {}, true);
        for (const FactKind each :
            {FactKind::Orders, FactKind::Loyalty, FactKind::Preferences, FactKind::StoreVisits}) {
            QVERIFY(isHidden(view, each) == (int(each) != kind));
        }
        QCOMPARE(view.orders.size(), kind == int(FactKind::Orders) ? 1 : 0);
        QCOMPARE(view.loyalty.size(), kind == int(FactKind::Loyalty) ? 1 : 0);
        QCOMPARE(view.preferences.size(), kind == int(FactKind::Preferences) ? 1 : 0);
        QCOMPARE(view.visits.size(), kind == int(FactKind::StoreVisits) ? 1 : 0);
    }

    void theNewestWordCountsAndOfTwoAtOnceTheNo()
    {
        PeopleDesk desk;
        const CustomerId ana = wellKnown(desk);
        desk.says(ana, Purpose::Loyalty, true);
        QCOMPARE(desk.view(ana).loyalty.size(), 1);
        desk.says(ana, Purpose::Loyalty, false);
        const CustomerView view = desk.view(ana);
        QVERIFY(view.loyalty.isEmpty());
        const auto hidden = std::find_if(view.hidden.begin(), view.hidden.end(),
            [](const HiddenFact &fact) { return fact.what == FactKind::Loyalty; });
        QVERIFY(hidden != view.hidden.end() && hidden->withdrawnAt == desk.clock.now());
        for (const bool isGiven : {false, true}) { // at the same time
            QVERIFY(waitFor(desk.people().record(
                {.customer = ana, .purpose = Purpose::Purchases, .isGiven = isGiven, .source = u"form"_s})));
        }
        QVERIFY(isHidden(desk.view(ana), FactKind::Orders));
        // An old yes that is read later changes nothing.
        desk.put(ImportKind::Consents,
            {{u"customer"_s, u"c1"_s}, {u"purpose"_s, u"loyalty"_s}, {u"given"_s, u"given"_s},
                {u"at"_s, toMs(desk.clock.now()) - 1'000'000}});
        QVERIFY(desk.view(ana).loyalty.isEmpty());
    }

    void lookingAtPurchasesIsWrittenDown()
    {
        PeopleDesk desk;
        const CustomerId ana = wellKnown(desk);
        desk.says(ana, Purpose::Purchases, true);
        const CustomerView glance = desk.view(ana);
        QVERIFY(glance.orders.isEmpty() && glance.arePurchasesLeftOut);
        QCOMPARE(told(desk, u"purchases-viewed"_s), 0);
        const CustomerView look = desk.view(ana, {}, true);
        QCOMPARE(look.orders.size(), 1);
        QCOMPARE(look.orders.first().lines.size(), 1);
        QCOMPARE(told(desk, u"purchases-viewed"_s), 1);
    }

    void besideAConversationTheRecordItselfNeedsConsentToLinking()
    {
        PeopleDesk desk;
        const CustomerId ana = wellKnown(desk);
        const IdentityId person = desk.writes(u"7"_s, u"hello"_s);
        QVERIFY(desk.link(person, ana, u"said so"_s));
        QVERIFY(desk.view(ana, person).record.has_value());
        QCOMPARE(desk.view(ana, person).identities.size(), 1);
        desk.says(ana, Purpose::LinkSocial, false);
        const CustomerView view = desk.view(ana, person);
        QVERIFY(!view.record && view.identities.isEmpty() && isHidden(view, FactKind::Record));
    }

    void whatAnIdentitySaidCountsForWhoItIsLinkedTo()
    {
        PeopleDesk desk;
        const CustomerId ana = wellKnown(desk);
        const IdentityId person = desk.writes(u"7"_s, u"hello"_s);
        QVERIFY(waitFor(desk.people().record({.identity = person,
            .purpose = Purpose::Loyalty,
            .isGiven = true,
            .source = u"conversation"_s})));
        QVERIFY(desk.view(ana).loyalty.isEmpty());
        QVERIFY(desk.link(person, ana, u"said so"_s));
        QCOMPARE(desk.view(ana).loyalty.size(), 1);
        QVERIFY(waitFor(desk.people().unlink(person, u"ann"_s, u"somebody else"_s)));
        QVERIFY(desk.view(ana).loyalty.isEmpty());
    }

    void aConsentSaysWhoseItIsAndWhereItIsFrom()
    {
        PeopleDesk desk;
        const CustomerId ana = wellKnown(desk);
        QVERIFY(waitFor(desk.people().record({.source = u"form"_s})).error().code == ErrorCode::Usage);
        QVERIFY(waitFor(desk.people().record({.customer = ana})).error().code == ErrorCode::Usage);
        QVERIFY(waitFor(desk.people().record({.customer = {5}, .source = u"form"_s})).error().code
            == ErrorCode::NotFound);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ConsentTest)
#include "consent_test.moc"
