#pragma once

#include "app/customers/customers.h"
#include "app/store/refresh_store.h"

namespace fw::ui {

/// What is known of the person in a conversation.
struct CustomerBeside {
    std::optional<IdentityLink> link = {};
    std::optional<CustomerView> view = {};   // of the linked customer
    std::optional<Freshness> freshness = {}; // where the customer is looked up
    QList<LinkSuggestion> suggestions = {};  // without a link
    bool operator==(const CustomerBeside &) const = default;
};

/// Whom to look up, for whom.
struct BesideRequest {
    IdentityId identity = {};
    ConversationId conversation = {};
    QString agent = {};
    bool isWithPurchases = false; // looking at them is written down
};

[[nodiscard]] QFuture<Result<CustomerBeside>> readBeside(Store &store, const BesideRequest &request);

} // namespace fw::ui
