#include "app/customers/link_suggestions.h"

#include "app/customers/customer_view.h"
#include "app/customers/link_hints.h"
#include "app/customers/order_numbers.h"
#include "app/model/customer_keys.h"
#include "app/store/customer_store.h"
#include "app/store/link_store.h"
#include "app/store/order_store.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kNewestMessages = 50;
constexpr int kMostSharing = 20; // a key that more customers share tells nothing
constexpr double kLeastConfidence = 0.3;
constexpr qsizetype kTellingHandle = 6; // shorter ones are taken by somebody else on the other network
constexpr std::array kNetworks = {Network::Twitter, Network::Facebook, Network::Pinterest};

/// Weights were set by hand and are checked by `bench links`; see docs/customers.md.
double weightOf(LinkReason reason)
{
    switch (reason) {
    case LinkReason::NamedAccount:
        return 0.97;
    case LinkReason::EmailGiven:
        return 0.9;
    case LinkReason::PhoneGiven:
        return 0.85;
    case LinkReason::OrderQuoted:
        return 0.8;
    case LinkReason::SameHandle:
        return 0.6;
    case LinkReason::NameAndCity:
        break;
    }
    return 0.5;
}

bool isInferred(LinkReason reason)
{
    return reason == LinkReason::SameHandle || reason == LinkReason::NameAndCity;
}

/// Collects what speaks for each customer.
class Evidence final
{
public:
    Evidence(Database &db, IdentityId identity) : m_db(db), m_identity(identity) { }

    void add(const QList<Customer> &customers, LinkReason reason, const QString &text, MessageId message = {},
        double share = 1)
    {
        if (customers.size() > kMostSharing) {
            return;
        }
        for (const Customer &customer : customers) {
            if (mayUse(customer.id, reason)) {
                auto &suggestion = m_found[customer.id];
                suggestion.customer = customer;
                suggestion.evidence.append({.reason = reason,
                    .text = text,
                    .message = message,
                    .sharedBy = int(customers.size()),
                    .weight = share * weightOf(reason) / double(customers.size())});
            }
        }
    }

    [[nodiscard]] QList<LinkSuggestion> best(int limit)
    {
        QList<LinkSuggestion> list = m_found.values();
        for (LinkSuggestion &suggestion : list) {
            double doubt = 1;
            for (const LinkEvidence &evidence : suggestion.evidence) {
                doubt *= 1 - evidence.weight;
            }
            suggestion.confidence = std::round((1 - doubt) * 1000) / 1000;
        }
        list.removeIf([](const LinkSuggestion &one) { return one.confidence < kLeastConfidence; });
        std::sort(list.begin(), list.end(), [](const LinkSuggestion &a, const LinkSuggestion &b) {
            return a.confidence != b.confidence ? a.confidence > b.confidence : a.customer.id < b.customer.id;
        });
        return list.mid(0, limit);
    }

private:
    [[nodiscard]] bool mayUse(CustomerId customer, LinkReason reason)
    {
        const FactGate gate(m_db, customer, m_identity);
        if (gate.forbids(Purpose::LinkSocial)
            || (reason == LinkReason::OrderQuoted && gate.forbids(Purpose::Purchases))) {
            return false;
        }
        return !isInferred(reason) || gate.allows(Purpose::LinkSocial);
    }

    Database &m_db;
    IdentityId m_identity;
    QHash<CustomerId, LinkSuggestion> m_found;
};

QList<Customer> namingCustomers(Database &db, const Identity &identity)
{
    CustomerStore customers(db);
    const CustomerKey by = accountKey(identity.network);
    QList<Customer> found = customers.having(by, handleKey(identity.handle), kMostSharing + 1);
    for (const Customer &customer : customers.having(by, handleKey(identity.remoteId), kMostSharing + 1)) {
        if (!found.contains(customer)) {
            found.append(customer);
        }
    }
    return found;
}

QList<Customer> ownersOf(Database &db, const QString &orderNumber)
{
    QList<Customer> owners;
    for (const Order &order : OrderStore(db).byNumber(orderNumber)) {
        const auto owner = CustomerStore(db).byId(order.customer);
        if (owner && !owners.contains(*owner)) {
            owners.append(*owner);
        }
    }
    return owners;
}

void addHint(Database &db, Evidence &evidence, const TextHint &hint)
{
    CustomerStore customers(db);
    switch (hint.kind) {
    case TextHint::Kind::Email:
        evidence.add(customers.having(CustomerKey::Email, hint.key, kMostSharing + 1), LinkReason::EmailGiven,
            hint.text, hint.message);
        break;
    case TextHint::Kind::Phone:
        evidence.add(customers.having(CustomerKey::Phone, hint.key, kMostSharing + 1), LinkReason::PhoneGiven,
            hint.text, hint.message);
        break;
    case TextHint::Kind::Order:
        evidence.add(ownersOf(db, hint.key), LinkReason::OrderQuoted, hint.text, hint.message);
    }
}

void addSameHandle(Database &db, Evidence &evidence, const Identity &identity)
{
    const QString key = handleKey(identity.handle);
    if (key.isEmpty()) {
        return;
    }
    QList<Customer> customers;
    const auto remember = [&customers](const Customer &customer) {
        if (!customers.contains(customer)) {
            customers.append(customer);
        }
    };
    for (const Network network : kNetworks) {
        if (network != identity.network) {
            for (const Customer &customer :
                CustomerStore(db).having(accountKey(network), key, kMostSharing + 1)) {
                remember(customer);
            }
        }
    }
    LinkStore links(db);
    for (const Identity &other : links.withHandle(identity.handle, kMostSharing)) {
        const auto link = other.network == identity.network ? std::nullopt : links.active(other.id);
        const auto customer = link ? CustomerStore(db).byId(link->customer) : std::nullopt;
        if (customer) {
            remember(*customer);
        }
    }
    evidence.add(
        customers, LinkReason::SameHandle, identity.handle, {}, key.size() < kTellingHandle ? 0.5 : 1);
}

void addNameAndCity(
    Database &db, Evidence &evidence, const Identity &identity, const QList<Message> &messages)
{
    QList<Customer> there;
    MessageId where = {};
    for (const Customer &customer :
        CustomerStore(db).having(CustomerKey::Name, nameKey(identity.name), kMostSharing)) {
        const QString city = foldedText(customer.city);
        const auto named = std::find_if(messages.begin(), messages.end(), [&city](const Message &message) {
            return !city.isEmpty() && (u' ' + foldedText(message.body) + u' ').contains(u' ' + city + u' ');
        });
        if (named != messages.end()) {
            there.append(customer);
            where = named->id;
        }
    }
    if (!there.isEmpty()) {
        evidence.add(there, LinkReason::NameAndCity, identity.name + u", "_s + there.first().city, where);
    }
}
} // namespace

QString toString(LinkReason reason)
{
    switch (reason) {
    case LinkReason::NamedAccount:
        return u"named-account"_s;
    case LinkReason::EmailGiven:
        return u"email-given"_s;
    case LinkReason::PhoneGiven:
        return u"phone-given"_s;
    case LinkReason::OrderQuoted:
        return u"order-quoted"_s;
    case LinkReason::SameHandle:
        return u"same-handle"_s;
    case LinkReason::NameAndCity:
        break;
    }
    return u"name-and-city"_s;
}

QList<LinkSuggestion> suggestLinks(Database &db, const Identity &identity, int limit)
{
    Evidence evidence(db, identity.id);
    evidence.add(namingCustomers(db, identity), LinkReason::NamedAccount,
        identity.handle.isEmpty() ? identity.remoteId : identity.handle);
    const QList<Message> messages = LinkStore(db).messagesBy(identity.id, kNewestMessages);
    const QStringList formats = OrderStore(db).formats();
    for (const TextHint &hint : hintsIn(messages, formats.isEmpty() ? usualOrderFormats() : formats)) {
        addHint(db, evidence, hint);
    }
    addSameHandle(db, evidence, identity);
    addNameAndCity(db, evidence, identity, messages);
    return evidence.best(limit);
}

std::optional<Customer> certainCustomer(Database &db, const Identity &identity)
{
    const QList<Customer> naming = namingCustomers(db, identity);
    if (naming.size() != 1 || !FactGate(db, naming.first().id, identity.id).allows(Purpose::LinkSocial)) {
        return std::nullopt;
    }
    const QList<IdentityLink> earlier = LinkStore(db).history(identity.id);
    const bool wasEnded = std::any_of(earlier.begin(), earlier.end(),
        [&naming](const IdentityLink &link) { return link.customer == naming.first().id; });
    return wasEnded ? std::nullopt : std::optional(naming.first());
}

} // namespace fw
