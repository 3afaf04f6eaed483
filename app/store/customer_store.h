#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

namespace fw {

/// The keys by which customers are found without reading them all.
enum class CustomerKey { Name, Email, Phone, Twitter, Facebook, Pinterest };

[[nodiscard]] CustomerKey accountKey(Network network);

/// Customers' records as they were imported or refreshed. Whether any of it may be shown is decided elsewhere (app/customers). Thread: the database's.
class CustomerStore final
{
public:
    explicit CustomerStore(Database &db) : m_db(db) { }

    [[nodiscard]] std::optional<Customer> byId(CustomerId id);
    [[nodiscard]] std::optional<Customer> byKey(const QString &source, const QString &key);
    /// Those whose `by` is `key` (app/model/customer_keys.h), at most `limit`. Cost: one index range.
    [[nodiscard]] QList<Customer> having(CustomerKey by, const QString &key, int limit);

private:
    Database &m_db;
};

} // namespace fw
