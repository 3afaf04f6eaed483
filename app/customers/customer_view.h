#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

namespace fw {

/// A kind of fact that is not shown, whether or not there is any of it.
struct HiddenFact {
    FactKind what = FactKind::Record;
    Purpose needs = Purpose::LinkSocial;
    std::optional<Instant> withdrawnAt = {}; // empty: nobody agreed to it yet
    bool operator==(const HiddenFact &) const = default;
};

/// What somebody wants to see of a customer.
struct ViewRequest {
    CustomerId customer = {};
    IdentityId through = {}; // seen beside a conversation with this identity; null: looked up by itself
    ConversationId conversation = {}; // where; for the journal
    QString agent = {};               // who looks
    bool isWithPurchases = false;     // looking at them is written down
};

/// A customer as far as the customer agreed to it.
struct CustomerView {
    CustomerId id = {};
    std::optional<Customer> record = {};
    QList<IdentityLink> identities = {};
    QList<Order> orders = {};         // newest first
    QList<LoyaltyEvent> loyalty = {}; // newest first
    QList<Preference> preferences = {};
    QList<StoreVisit> visits = {}; // newest first
    QHash<Purpose, Consent> consents = {};
    QList<HiddenFact> hidden = {};
    bool arePurchasesLeftOut = false; // they may be shown, and nobody asked for them
    bool operator==(const CustomerView &) const = default;
};

/// Which facts of a customer may be shown or used: the one place that decides it. Thread: the database's.
class FactGate final
{
public:
    /// As the customer, and the identities linked to them, say now.
    FactGate(Database &db, CustomerId customer);
    /// As if `identity` were linked, too.
    FactGate(Database &db, CustomerId customer, IdentityId identity);

    [[nodiscard]] bool allows(Purpose purpose) const;
    [[nodiscard]] bool allows(FactKind kind) const { return allows(purposeOf(kind)); }
    /// Not only nobody agreed: somebody said no.
    [[nodiscard]] bool forbids(Purpose purpose) const;
    [[nodiscard]] HiddenFact hidden(FactKind kind) const;
    [[nodiscard]] const QHash<Purpose, Consent> &consents() const { return m_consents; }

private:
    QHash<Purpose, Consent> m_consents;
};

/// Errors: NotFound. With purchases the fact "purchases-viewed" is added, so it writes then. Thread: the database's.
[[nodiscard]] Result<CustomerView> viewCustomer(Database &db, const ViewRequest &request);

} // namespace fw
