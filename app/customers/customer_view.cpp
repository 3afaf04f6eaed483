#include "app/customers/customer_view.h"

#include "app/store/consent_store.h"
#include "app/store/customer_store.h"
#include "app/store/journal_store.h"
#include "app/store/link_store.h"
#include "app/store/loyalty_store.h"
#include "app/store/order_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostRows = 200;

void tellPurchasesViewed(Database &db, const ViewRequest &request)
{
    JournalStore(db).add({.fact = u"purchases-viewed"_s,
        .conversation = request.conversation,
        .agent = request.agent,
        .detail = {{u"customer"_s, request.customer.toString()}}});
}

/// The record without what is a preference, where preferences are not shown.
Customer recordFor(const FactGate &gate, Customer record)
{
    if (!gate.allows(FactKind::Preferences)) {
        record.language.clear();
        record.favouriteStore.clear();
    }
    if (!gate.allows(FactKind::Identities)) {
        record.twitter.clear();
        record.facebook.clear();
        record.pinterest.clear();
    }
    return record;
}

/// Adds what `fill` knows, or says that it is hidden.
template <typename Fill>
void show(CustomerView &view, const FactGate &gate, FactKind kind, Fill fill)
{
    if (gate.allows(kind)) {
        fill();
    } else {
        view.hidden.append(gate.hidden(kind));
    }
}
} // namespace

FactGate::FactGate(Database &db, CustomerId customer) : m_consents(ConsentStore(db).current(customer)) { }

FactGate::FactGate(Database &db, CustomerId customer, IdentityId identity)
{
    for (const Purpose purpose : allPurposes()) {
        if (const auto said = ConsentStore(db).currentWith(customer, identity, purpose)) {
            m_consents.insert(purpose, *said);
        }
    }
}

bool FactGate::allows(Purpose purpose) const
{
    const auto said = m_consents.constFind(purpose);
    return said != m_consents.constEnd() && said->isGiven;
}

bool FactGate::forbids(Purpose purpose) const
{
    const auto said = m_consents.constFind(purpose);
    return said != m_consents.constEnd() && !said->isGiven;
}

HiddenFact FactGate::hidden(FactKind kind) const
{
    const Purpose needs = purposeOf(kind);
    const auto said = m_consents.constFind(needs);
    return {.what = kind,
        .needs = needs,
        .withdrawnAt = said == m_consents.constEnd() ? std::nullopt : std::optional(said->at)};
}

Result<CustomerView> viewCustomer(Database &db, const ViewRequest &request)
{
    const auto record = CustomerStore(db).byId(request.customer);
    if (!record) {
        return Failure({.code = ErrorCode::NotFound,
            .detail
            = u"no customer %1; see: floorwalkerctl customer search"_s.arg(request.customer.toString())});
    }
    const FactGate gate(db, record->id);
    CustomerView view{.id = record->id, .consents = gate.consents()};
    if (request.through.isNull() || gate.allows(FactKind::Record)) {
        view.record = recordFor(gate, *record);
    } else {
        view.hidden.append(gate.hidden(FactKind::Record));
    }
    show(view, gate, FactKind::Identities, [&] { view.identities = LinkStore(db).activeOf(record->id); });
    show(view, gate, FactKind::Orders, [&] {
        view.arePurchasesLeftOut = !request.isWithPurchases;
        if (request.isWithPurchases) {
            view.orders = OrderStore(db).of(record->id, kMostRows);
            tellPurchasesViewed(db, request);
        }
    });
    LoyaltyStore loyalty(db);
    show(view, gate, FactKind::Loyalty, [&] { view.loyalty = loyalty.events(record->id, kMostRows); });
    show(view, gate, FactKind::Preferences, [&] { view.preferences = loyalty.preferences(record->id); });
    show(view, gate, FactKind::StoreVisits, [&] { view.visits = loyalty.visits(record->id, kMostRows); });
    return view;
}

} // namespace fw
