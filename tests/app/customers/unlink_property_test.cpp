#include "app/store/loyalty_store.h"
#include "tests/app/customers/people_desk.h"
#include "tests/support/seed.h"

#include <QRandomGenerator>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPeople = 3; // identities, and as many customers
constexpr int kRounds = 6;
constexpr int kEvents = 25;

/// One thing that happens at a desk. Numbers are drawn beforehand, so that it can happen at two desks.
struct Event {
    enum class Kind { Message, Order, Loyalty, Preference, Consent, OwnConsent, LinkOther, UnlinkOther };
    Kind kind = Kind::Message;
    int person = 0;
    int number = 0;
};

Event drawn(QRandomGenerator &random)
{
    return {.kind = Event::Kind(random.bounded(8)),
        .person = random.bounded(kPeople),
        .number = random.bounded(1000)};
}

/// A desk at which the same things happen as at another, but for the link that is looked at.
class Side final
{
public:
    Side()
    {
        for (int i = 0; i < kPeople; ++i) {
            m_customers.append(m_desk.customer(u"c%1"_s.arg(i),
                {{u"name"_s, u"Name %1"_s.arg(i)}, {u"email"_s, u"p%1@example.org"_s.arg(i)}}));
            m_identities.append(
                m_desk.writes(QString::number(i + 1), u"hello from p%1@example.org"_s.arg(i)));
        }
    }

    void link(int person) { QVERIFY(m_desk.link(m_identities[person], m_customers[0], u"said so"_s)); }
    void agree(int person) // what the statement of a link says, without the link
    {
        QVERIFY(waitFor(m_desk.people().record({.identity = m_identities[person],
            .purpose = Purpose::LinkSocial,
            .isGiven = true,
            .source = u"said so"_s,
            .agent = u"ann"_s})));
    }
    void unlink(int person)
    {
        QVERIFY(waitFor(m_desk.people().unlink(m_identities[person], u"bob"_s, u"another person"_s)));
    }

    /// `spared` is neither linked nor unlinked by events.
    void happen(const Event &event, int spared)
    {
        m_desk.clock.advance(milliseconds(1000));
        switch (event.kind) {
        case Event::Kind::Message:
            m_desk.writes(
                QString::number(event.person + 1), u"about p%1@example.org"_s.arg(event.number % 3));
            break;
        case Event::Kind::Order:
            m_desk.order(u"FW-%1"_s.arg(100000 + event.number), u"c%1"_s.arg(event.person));
            break;
        case Event::Kind::Loyalty:
            m_desk.put(ImportKind::Loyalty,
                {{u"customer"_s, u"c%1"_s.arg(event.person)}, {u"at"_s, toMs(m_desk.clock.now())},
                    {u"points"_s, event.number}});
            break;
        case Event::Kind::Preference:
            prefer(event);
            break;
        case Event::Kind::Consent:
        case Event::Kind::OwnConsent:
            consent(event);
            break;
        case Event::Kind::LinkOther:
            if (event.person != spared) {
                Q_UNUSED(m_desk.link(
                    m_identities[event.person], m_customers[event.number % kPeople], u"said so"_s))
            }
            break;
        case Event::Kind::UnlinkOther:
            if (event.person != spared) {
                Q_UNUSED(waitFor(m_desk.people().unlink(m_identities[event.person], u"bob"_s, u"no"_s)))
            }
        }
    }

    /// All that can be seen, in words that do not depend on the desk's ids.
    QStringList seen()
    {
        QStringList words;
        for (int i = 0; i < kPeople; ++i) {
            const CustomerView view = m_desk.view(m_customers[i], {}, true);
            words << u"customer %1: %2 orders, %3 hidden"_s.arg(i)
                         .arg(view.orders.size())
                         .arg(view.hidden.size());
            for (const IdentityLink &link : view.identities) {
                words << u"linked "_s + link.identity.remoteId;
            }
            for (const LoyaltyEvent &event : view.loyalty) {
                words << u"points %1 %2"_s.arg(event.points).arg(toMs(event.at));
            }
            for (const Preference &preference : view.preferences) {
                words << preference.preference + u'=' + preference.value;
            }
            for (const Purpose purpose : allPurposes()) {
                const auto said = view.consents.constFind(purpose);
                words << (said == view.consents.constEnd()
                        ? u"-"_s
                        : u"%1 %2 %3"_s.arg(said->isGiven).arg(toMs(said->at)).arg(said->source));
            }
        }
        for (const IdentityId identity : m_identities) {
            for (const LinkSuggestion &suggestion : m_desk.suggest(identity)) {
                words << u"suggested %1 %2"_s.arg(suggestion.customer.key).arg(suggestion.confidence);
            }
        }
        return words;
    }

private:
    void prefer(const Event &event)
    {
        const IdentityId identity = m_identities[event.person];
        const Preference preference{.preference = u"size"_s,
            .value = QString::number(event.number),
            .at = m_desk.clock.now(),
            .source = u"conversation"_s};
        QVERIFY(waitFor(m_desk.store->write([identity, preference](Database &db) {
            LoyaltyStore(db).record(identity, preference, u"ann"_s);
            return true;
        })));
    }

    void consent(const Event &event)
    {
        Consent said{.purpose = allPurposes().at(event.number % allPurposes().size()),
            .isGiven = event.number % 4 != 0,
            .source = u"form"_s};
        if (event.kind == Event::Kind::OwnConsent) {
            said.identity = m_identities[event.person];
        } else {
            said.customer = m_customers[event.person];
        }
        QVERIFY(waitFor(m_desk.people().record(said)));
    }

    PeopleDesk m_desk;
    QList<CustomerId> m_customers;
    QList<IdentityId> m_identities;
};
} // namespace

/// I6: unlink after any later events equals never linked, with the new events by identity.
class UnlinkPropertyTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unlinkedAfterAnythingIsAsNeverLinked()
    {
        QRandomGenerator random(printedSeed());
        for (int round = 0; round < kRounds; ++round) {
            Side linked;
            Side never;
            const int person = random.bounded(kPeople);
            bool wasDifferent = false;
            linked.link(person);
            never.agree(person);
            const int events = random.bounded(kEvents);
            for (int i = 0; i < events; ++i) {
                const Event event = drawn(random);
                linked.happen(event, person);
                never.happen(event, person);
                wasDifferent = wasDifferent || (i % 5 == 0 && linked.seen() != never.seen());
            }
            linked.unlink(person);
            QCOMPARE(linked.seen(), never.seen());
            m_wasEverDifferent = m_wasEverDifferent || wasDifferent;
        }
        QVERIFY(m_wasEverDifferent); // or the comparison would prove nothing
    }

private:
    bool m_wasEverDifferent = false;
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::UnlinkPropertyTest)
#include "unlink_property_test.moc"
