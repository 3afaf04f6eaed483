#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

namespace fw {

/// Who said yes or no to what. Nothing is overwritten: the newest counts, and of two at the same time the no. Thread: the database's.
class ConsentStore final
{
public:
    explicit ConsentStore(Database &db) : m_db(db) { }

    /// By a customer, or by an identity in a conversation; `at` is the consent's own. With the fact ("consent-recorded"); baskets are counted anew (BasketStore).
    void record(const Consent &consent);
    /// What counts for each purpose somebody said something about: said by the customer or by an identity that is linked to them now.
    [[nodiscard]] QHash<Purpose, Consent> current(CustomerId customer);
    /// As if `identity` were linked to the customer, too: what it said before counts.
    [[nodiscard]] std::optional<Consent> currentWith(
        CustomerId customer, IdentityId identity, Purpose purpose);
    /// All that was ever said, newest first.
    [[nodiscard]] QList<Consent> history(CustomerId customer);
    /// The same of an identity, whoever it is linked to.
    [[nodiscard]] QList<Consent> saidBy(IdentityId identity);

private:
    Database &m_db;
};

} // namespace fw
