#include "app/customers/next_best/next_best.h"

#include "app/store/basket_store.h"
#include "app/store/customer_store.h"
#include "app/store/journal_store.h"
#include "app/store/loyalty_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMessages = 300; // the newest are gone by
constexpr int kOrdersAtOnce = 1000;

WithheldPurpose withheld(const FactGate &gate, Purpose purpose)
{
    const auto said = gate.consents().constFind(purpose);
    return {.needs = purpose,
        .withdrawnAt = said == gate.consents().constEnd() ? std::nullopt : std::optional(said->at)};
}
} // namespace

Result<NextBest> nextBestOf(Database &db, const NextBestRequest &request)
{
    if (!CustomerStore(db).byId(request.customer)) {
        return Failure({.code = ErrorCode::NotFound,
            .detail
            = u"no customer %1; see: floorwalkerctl customer search"_s.arg(request.customer.toString())});
    }
    const FactGate gate(db, request.customer);
    NextBest best{.customer = request.customer};
    if (!gate.allows(Purpose::Recommendations)) {
        best.withheld = {withheld(gate, Purpose::Recommendations)};
        return best;
    }
    for (const FactKind kind : {FactKind::Orders, FactKind::Preferences, FactKind::Identities}) {
        if (!gate.allows(kind)) {
            best.withheld.append(withheld(gate, purposeOf(kind)));
        }
    }
    const auto preferences = gate.allows(FactKind::Preferences)
        ? LoyaltyStore(db).preferences(request.customer)
        : QList<Preference>{};
    const auto written = gate.allows(FactKind::Identities)
        ? HabitStore(db).writtenBy(request.customer, kMessages)
        : QList<WrittenOn>{};
    best.products = adviseProducts(db, request.customer, gate);
    best.moment = adviseMoment(written, preferences, zoneOf(preferences, request.zone));
    best.network = adviseNetwork(written, preferences);
    JournalStore(db).add({.fact = u"next-best-viewed"_s,
        .conversation = request.conversation,
        .agent = request.agent,
        .detail = {{u"customer"_s, request.customer.toString()}}});
    return best;
}

QFuture<Result<NextBest>> NextBestDesk::look(const NextBestRequest &request)
{
    return m_store.write([request](Database &db) { return nextBestOf(db, request); });
}

QFuture<Result<int>> NextBestDesk::catchUp()
{
    return m_store.write([](Database &db) { return BasketStore(db).count(kOrdersAtOnce); });
}

} // namespace fw
