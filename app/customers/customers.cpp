#include "app/customers/customers.h"

#include "app/customers/linking.h"
#include "app/model/customer_keys.h"
#include "app/store/consent_store.h"
#include "app/store/customer_store.h"
#include "app/store/link_store.h"
#include "app/store/order_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QList<Customer> searchCustomers(Database &db, const QString &text, int limit)
{
    CustomerStore customers(db);
    QList<Customer> found;
    const auto add = [&found](const QList<Customer> &some) {
        for (const Customer &customer : some) {
            if (!found.contains(customer)) {
                found.append(customer);
            }
        }
    };
    add(customers.having(CustomerKey::Email, emailKey(text), limit));
    add(customers.having(CustomerKey::Phone, phoneKey(text), limit));
    add(customers.having(CustomerKey::Name, nameKey(text), limit));
    for (const CustomerKey account : {CustomerKey::Twitter, CustomerKey::Facebook, CustomerKey::Pinterest}) {
        for (const Customer &customer : customers.having(account, handleKey(text), limit)) {
            if (FactGate(db, customer.id).allows(FactKind::Identities)) {
                add({customer});
            }
        }
    }
    for (const Order &order : OrderStore(db).byNumber(text)) {
        const auto owner = customers.byId(order.customer);
        if (owner && FactGate(db, owner->id).allows(FactKind::Orders)) {
            add({*owner});
        }
    }
    return found.mid(0, limit);
}

Result<Consent> recordConsent(Database &db, const Consent &consent)
{
    if (consent.customer.isNull() == consent.identity.isNull() || consent.source.trimmed().isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say who agreed, a customer or an identity, and where that is known from"_s});
    }
    const bool isKnown = consent.customer.isNull() ? LinkStore(db).identity(consent.identity).has_value()
                                                   : CustomerStore(db).byId(consent.customer).has_value();
    if (!isKnown) {
        return Failure({.code = ErrorCode::NotFound, .detail = u"nobody with that id"_s});
    }
    Consent said = consent;
    said.at = db.now();
    ConsentStore(db).record(said);
    return said;
}
} // namespace

QFuture<Result<CustomerView>> Customers::view(const ViewRequest &request)
{
    if (!request.isWithPurchases) {
        return m_store.read([request](Database &db) { return viewCustomer(db, request); });
    }
    return m_store.write([request](Database &db) { return viewCustomer(db, request); });
}

QFuture<Result<QList<Customer>>> Customers::search(const QString &text, int limit)
{
    return m_store.read([text, limit](Database &db) { return searchCustomers(db, text, limit); });
}

QFuture<Result<QList<LinkSuggestion>>> Customers::suggest(IdentityId identity, int limit)
{
    return m_store.read([identity, limit](Database &db) -> Result<QList<LinkSuggestion>> {
        const auto known = LinkStore(db).identity(identity);
        if (!known) {
            return Failure(
                {.code = ErrorCode::NotFound, .detail = u"no identity %1"_s.arg(identity.toString())});
        }
        return suggestLinks(db, *known, limit);
    });
}

QFuture<Result<std::optional<IdentityLink>>> Customers::linkIfCertain(IdentityId identity)
{
    return m_store.write([identity](Database &db) { return fw::linkIfCertain(db, identity); });
}

QFuture<Result<LinkPreview>> Customers::preview(IdentityId identity, CustomerId customer)
{
    return m_store.read([=](Database &db) { return previewLink(db, identity, customer); });
}

QFuture<Result<IdentityLink>> Customers::link(const LinkRequest &request)
{
    return m_store.write([request](Database &db) { return makeLink(db, request); });
}

QFuture<Result<IdentityLink>> Customers::unlink(
    IdentityId identity, const QString &agent, const QString &reason)
{
    return m_store.write([=](Database &db) { return endLink(db, identity, agent, reason); });
}

QFuture<Result<IdentityLink>> Customers::undo(LinkId link, const QString &agent)
{
    return m_store.write([=](Database &db) { return undoLink(db, link, agent); });
}

QFuture<Result<Consent>> Customers::record(const Consent &consent)
{
    return m_store.write([consent](Database &db) { return recordConsent(db, consent); });
}

} // namespace fw
