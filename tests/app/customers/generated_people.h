#pragma once

#include "app/customers/link_suggestions.h"
#include "app/store/store.h"

namespace fw::test {

/// People of whom it is known who they are.
struct GeneratedPerson {
    IdentityId identity = {};
    CustomerId customer = {}; // null: no customer of ours
    bool hasTrace = false;    // there is something by which the customer could be found
};

/// Fills an empty desk with `customers` customers and a fifth as many people on networks who wrote something: seven in ten are customers. Some share
/// a household's address or number, a name, or a handle with somebody else; some give another person's e-mail address, or an account that is not theirs by
/// a slip of the pen. The same seed makes the same people.
[[nodiscard]] Result<QList<GeneratedPerson>> generatePeople(
    Store &store, const Account &account, int customers, quint32 seed);

} // namespace fw::test
