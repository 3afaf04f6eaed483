#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

namespace fw {

/// Why an identity may be a customer.
enum class LinkReason {
    NamedAccount, // the customer named this account to the brand
    EmailGiven,   // in a message of the identity
    PhoneGiven,
    OrderQuoted,
    SameHandle, // an account of that name on another network is this customer's
    NameAndCity // the same name, and the customer's city in a message
};
[[nodiscard]] QString toString(LinkReason reason); // "email-given", …

struct LinkEvidence {
    LinkReason reason = LinkReason::NamedAccount;
    QString text = {};      // what was found, as it was written
    MessageId message = {}; // where; null: not in a message
    int sharedBy = 1;       // so many customers it fits
    double weight = 0;      // 0 to 1: how likely it makes the link by itself
    bool operator==(const LinkEvidence &) const = default;
};

/// A customer an identity may be.
struct LinkSuggestion {
    Customer customer = {};
    double confidence
        = 0; // 0 to 1; above 0.95 only when the customer named the account, or several reasons agree
    QList<LinkEvidence> evidence = {};
    bool operator==(const LinkSuggestion &) const = default;
};

/// Customers the identity may be, likeliest first, at most `limit`; nothing below a confidence of 0.3. Left out: customers who said no to being
/// linked. Where a customer said nothing, only what the person gave directly counts: not a handle or a name. Reads the identity's newest 50 messages
/// and looks customers up by index. Thread: the database's.
[[nodiscard]] QList<LinkSuggestion> suggestLinks(Database &db, const Identity &identity, int limit);

/// The one customer who named exactly this account and agreed to being linked; nothing when there are several, or when somebody ended that link before.
/// Nobody else is linked without being asked.
[[nodiscard]] std::optional<Customer> certainCustomer(Database &db, const Identity &identity);

} // namespace fw
