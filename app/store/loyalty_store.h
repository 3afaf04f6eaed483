#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

namespace fw {

/// What a customer earned, shared, and where they were seen: points, preferences, store visits. Thread: the database's.
class LoyaltyStore final
{
public:
    explicit LoyaltyStore(Database &db) : m_db(db) { }

    /// Newest first: the first one is where the customer stands.
    [[nodiscard]] QList<LoyaltyEvent> events(CustomerId customer, int limit);
    /// Those of the customer and of the identities linked to them now; the newest of each.
    [[nodiscard]] QList<Preference> preferences(CustomerId customer);
    /// All that was recorded of the customer, and all that an identity ever said, older ones too; oldest first.
    [[nodiscard]] QList<Preference> recordedOf(CustomerId customer);
    [[nodiscard]] QList<Preference> saidBy(IdentityId identity);
    /// What an identity said in a conversation. With the fact ("preference-recorded").
    void record(IdentityId identity, const Preference &preference, const QString &agent);
    /// Newest first.
    [[nodiscard]] QList<StoreVisit> visits(CustomerId customer, int limit);

private:
    Database &m_db;
};

} // namespace fw
