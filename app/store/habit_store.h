#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

namespace fw {

/// Something a customer wrote: where, when, and whether it was answered.
struct WrittenOn {
    Network network = Network::Twitter;
    Instant at = {};
    bool isAnswered = false;
    bool operator==(const WrittenOn &) const = default;
};

/// How customers write to the brand, through the identities linked to them now. Thread: the database's.
class HabitStore final
{
public:
    explicit HabitStore(Database &db) : m_db(db) { }

    /// Newest first, at most `limit`. Cost: one index range for each of their conversations.
    [[nodiscard]] QList<WrittenOn> writtenBy(CustomerId customer, int limit);

private:
    Database &m_db;
};

} // namespace fw
