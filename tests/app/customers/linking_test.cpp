#include "tests/app/customers/generated_people.h"
#include "tests/app/customers/people_desk.h"

#include <QtTest>

#include <algorithm>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
const LinkEvidence *evidence(const LinkSuggestion &suggestion, LinkReason reason)
{
    const auto found = std::find_if(suggestion.evidence.begin(), suggestion.evidence.end(),
        [reason](const LinkEvidence &one) { return one.reason == reason; });
    return found == suggestion.evidence.end() ? nullptr : &*found;
}

FieldComparison field(const LinkPreview &preview, const QString &name)
{
    const auto found = std::find_if(preview.fields.begin(), preview.fields.end(),
        [&name](const FieldComparison &one) { return one.field == name; });
    return found == preview.fields.end() ? FieldComparison{} : *found;
}

QHash<QString, QVariant> ana()
{
    return {{u"name"_s, u"Ana Martins"_s}, {u"email"_s, u"Ana.Martins@example.org"_s},
        {u"phone"_s, u"+351 912 345 678"_s}, {u"city"_s, u"Porto"_s}};
}
} // namespace

class LinkingTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatSomebodyWroteFindsTheCustomer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("reason");
        QTest::newRow("e-mail") << u"write to ana.martins@EXAMPLE.org, please"_s
                                << int(LinkReason::EmailGiven);
        QTest::newRow("e-mail with a tag")
            << u"ana.martins+shop@example.org"_s << int(LinkReason::EmailGiven);
        QTest::newRow("phone at home") << u"call 912 345 678"_s << int(LinkReason::PhoneGiven);
        QTest::newRow("phone from abroad") << u"call (00351) 912-345-678."_s << int(LinkReason::PhoneGiven);
        QTest::newRow("order") << u"where is fw 100001?"_s << int(LinkReason::OrderQuoted);
    }

    void whatSomebodyWroteFindsTheCustomer()
    {
        QFETCH(const QString, text);
        QFETCH(const int, reason);
        PeopleDesk desk;
        const CustomerId id = desk.customer(u"c1"_s, ana());
        desk.customer(u"c2"_s, {{u"name"_s, u"Somebody Else"_s}, {u"email"_s, u"else@example.org"_s}});
        desk.order(u"FW-100001"_s, u"c1"_s);
        const auto suggestions = desk.suggest(desk.writes(u"7"_s, text));
        QCOMPARE(suggestions.size(), 1);
        QVERIFY(suggestions.first().customer.id == id && suggestions.first().confidence >= 0.8);
        QVERIFY(evidence(suggestions.first(), LinkReason(reason)));
        QVERIFY(!evidence(suggestions.first(), LinkReason(reason))->message.isNull());
        QVERIFY(suggestions.first().confidence < 0.95); // one reason alone is not certain
    }

    void aKeyThatSeveralShareTellsLess()
    {
        PeopleDesk desk;
        desk.customer(u"c1"_s, ana());
        desk.customer(u"c2"_s, {{u"name"_s, u"Rui Martins"_s}, {u"email"_s, u"ana.martins@example.org"_s}});
        const auto suggestions = desk.suggest(desk.writes(u"7"_s, u"ana.martins@example.org"_s));
        QCOMPARE(suggestions.size(), 2);
        QVERIFY(suggestions.first().confidence < 0.5);
        QCOMPARE(suggestions.first().evidence.first().sharedBy, 2);
    }

    void severalReasonsTogetherTellMore()
    {
        PeopleDesk desk;
        desk.customer(u"c1"_s, ana());
        const auto suggestions = desk.suggest(desk.writes(u"7"_s, u"ana.martins@example.org or 912345678"_s));
        QCOMPARE(suggestions.first().evidence.size(), 2);
        QVERIFY(suggestions.first().confidence > 0.95);
    }

    void aHandleOrANameIsUsedOnlyWithConsent()
    {
        PeopleDesk desk;
        auto cells = ana();
        cells.insert(u"name"_s, u"Name 7"_s);
        cells.insert(u"facebook"_s, u"https://facebook.com/h7777777/"_s);
        const CustomerId id = desk.customer(u"c1"_s, cells);
        Post post = desk.mention(u"1"_s, u"7"_s, u"I live in Porto"_s);
        post.author.handle = u"H7777777"_s;
        const IdentityId person = desk.keep(post).author.id;
        QVERIFY(desk.suggest(person).isEmpty());
        desk.says(id, Purpose::LinkSocial, true);
        const auto suggestions = desk.suggest(person);
        QCOMPARE(suggestions.size(), 1);
        QVERIFY(evidence(suggestions.first(), LinkReason::SameHandle));
        QVERIFY(evidence(suggestions.first(), LinkReason::NameAndCity));
        desk.says(id, Purpose::LinkSocial, false);
        QVERIFY(desk.suggest(person).isEmpty());
    }

    void nobodyWhoSaidNoIsSuggested()
    {
        PeopleDesk desk;
        const CustomerId id = desk.customer(u"c1"_s, ana());
        const IdentityId person = desk.writes(u"7"_s, u"ana.martins@example.org"_s);
        QCOMPARE(desk.suggest(person).size(), 1);
        desk.says(id, Purpose::LinkSocial, false);
        QVERIFY(desk.suggest(person).isEmpty());
    }

    void onlyTheAccountACustomerNamedIsLinkedUnasked()
    {
        PeopleDesk desk;
        auto cells = ana();
        cells.insert(u"twitter"_s, u"@H7"_s);
        const CustomerId id = desk.customer(u"c1"_s, cells);
        const IdentityId person = desk.writes(u"7"_s, u"ana.martins@example.org, 912345678"_s);
        const IdentityId other = desk.writes(u"8"_s, u"ana.martins@example.org, 912345678"_s);
        const auto certain
            = [&desk](IdentityId identity) { return *waitFor(desk.people().linkIfCertain(identity)); };
        QVERIFY(!certain(person)); // without consent
        desk.says(id, Purpose::LinkSocial, true);
        QVERIFY(!certain(other));
        const auto link = certain(person);
        QVERIFY(link && link->customer == id && link->agent.isEmpty() && link->consent.startsWith(u"form"_s));
        QVERIFY(certain(person)->id == link->id);
        QVERIFY(waitFor(desk.people().unlink(person, u"ann"_s, u"no"_s)));
        QVERIFY(!certain(person)); // somebody knew better
        desk.customer(u"c2"_s, {{u"twitter"_s, u"h9"_s}});
        desk.customer(u"c3"_s, {{u"twitter"_s, u"h9"_s}});
        QVERIFY(!certain(desk.writes(u"9"_s, u"hello"_s))); // two named it
    }

    void noneOfManyIsLinkedWronglyUnasked()
    {
        PeopleDesk desk;
        const auto people = generatePeople(*desk.store, desk.account, 1500, 11);
        QVERIFY(people);
        int linked = 0;
        for (const GeneratedPerson &person : *people) {
            const auto link = *waitFor(desk.people().linkIfCertain(person.identity));
            QVERIFY(!link || link->customer == person.customer);
            linked += link ? 1 : 0;
        }
        QVERIFY(linked > 5);
    }

    void aLinkNeedsAReasonAndConsentAndKeepsBoth()
    {
        PeopleDesk desk;
        const CustomerId id = desk.customer(u"c1"_s, ana());
        const IdentityId person = desk.writes(u"7"_s, u"hello"_s);
        const auto refused = desk.link(person, id);
        QVERIFY(!refused && refused.error().code == ErrorCode::Forbidden);
        const auto noReason = waitFor(desk.people().link(
            {.identity = person, .customer = id, .agent = u"ann"_s, .statement = u"yes"_s}));
        QVERIFY(!noReason && noReason.error().code == ErrorCode::Usage);
        const auto link = desk.link(person, id, u"said so in message 17"_s);
        QVERIFY(link && link->agent == u"ann"_s && link->reason == u"the same person"_s);
        QVERIFY(link->consent.startsWith(u"said so in message 17, 2025-11-19"_s));
        QVERIFY(link->linkedAt == desk.clock.now());
        const auto twice = desk.link(person, desk.customer(u"c2"_s), u"x"_s);
        QVERIFY(!twice && twice.error().code == ErrorCode::Usage);
        QVERIFY(desk.link({5}, id, u"x"_s).error().code == ErrorCode::NotFound);
    }

    void aLinkIsTakenBackAtAnyTimeAndThatToo()
    {
        PeopleDesk desk;
        const CustomerId id = desk.customer(u"c1"_s, ana());
        const IdentityId person = desk.writes(u"7"_s, u"hello"_s);
        const auto link = *desk.link(person, id, u"said so"_s);
        desk.writes(u"7"_s, u"more"_s);
        desk.clock.advance(std::chrono::hours(9999));
        const auto ended = *waitFor(desk.people().undo(link.id, u"bob"_s));
        QVERIFY(ended.id == link.id && ended.unlinkedBy == u"bob"_s && ended.unlinkedAt == desk.clock.now());
        QVERIFY(desk.view(id).identities.isEmpty());
        const auto again = *waitFor(desk.people().undo(link.id, u"ann"_s));
        QVERIFY(again.id != link.id && !again.unlinkedAt && again.customer == id);
        QVERIFY(waitFor(desk.people().undo({5}, u"ann"_s)).error().code == ErrorCode::NotFound);
    }

    void aLinkIsSeenFieldByFieldBeforeItIsMade()
    {
        PeopleDesk desk;
        const CustomerId id = desk.customer(u"c1"_s, ana());
        desk.order(u"FW-100001"_s, u"c1"_s);
        desk.says(id, Purpose::Purchases, true);
        const IdentityId person = desk.writes(u"7"_s, u"FW-100001! x@y.example or ana.martins@example.org"_s);
        const auto preview = *waitFor(desk.people().preview(person, id));
        QVERIFY(field(preview, u"name"_s).verdict == FieldComparison::Verdict::Different);
        QCOMPARE(field(preview, u"email"_s).ofIdentity, u"ana.martins@example.org"_s);
        QVERIFY(field(preview, u"email"_s).verdict == FieldComparison::Verdict::Same);
        QVERIFY(field(preview, u"order"_s).verdict == FieldComparison::Verdict::Same);
        QVERIFY(field(preview, u"phone"_s).verdict == FieldComparison::Verdict::OnlyOne);
        QVERIFY(preview.wouldShow == QList<FactKind>{FactKind::Orders});
        QCOMPARE(preview.wouldHide.size(), 5);
        QVERIFY(preview.refusal && preview.refusal->code == ErrorCode::Forbidden);
    }

    void anOrderNumberInATextOpensAnOrderThatMayBeSeen()
    {
        PeopleDesk desk;
        const CustomerId id = desk.customer(u"c1"_s, ana());
        desk.order(u"FW-100001"_s, u"c1"_s);
        const auto known = [&desk] {
            return *waitFor(desk.store->read(
                [](Database &db) { return knownOrderNumbers(db, u"FW-100001 and FW-999999"_s); }));
        };
        QVERIFY(known().isEmpty());
        desk.says(id, Purpose::Purchases, true);
        QCOMPARE(known().size(), 1);
        QCOMPARE(known().first().start, 0);
        QCOMPARE(known().first().orders.size(), 1);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::LinkingTest)
#include "linking_test.moc"
