#include "ui/desktop/customer/customer_beside.h"

#include "app/store/link_store.h"

namespace fw::ui {

namespace {
constexpr int kSuggestions = 3;

Result<CustomerBeside> beside(Database &db, const BesideRequest &request)
{
    LinkStore links(db);
    CustomerBeside beside{.link = links.active(request.identity)};
    if (beside.link) {
        const auto view = viewCustomer(db,
            {.customer = beside.link->customer,
                .through = request.identity,
                .conversation = request.conversation,
                .agent = request.agent,
                .isWithPurchases = request.isWithPurchases});
        if (!view) {
            return Failure(view.error());
        }
        beside.view = *view;
        beside.freshness = RefreshStore(db).freshness(beside.link->customer);
    } else if (const auto identity = links.identity(request.identity)) {
        beside.suggestions = suggestLinks(db, *identity, kSuggestions);
    }
    return beside;
}
} // namespace

QFuture<Result<CustomerBeside>> readBeside(Store &store, const BesideRequest &request)
{
    const auto work = [request](Database &db) { return beside(db, request); };
    return request.isWithPurchases ? store.write(work) : store.read(work);
}

} // namespace fw::ui
