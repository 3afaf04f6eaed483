#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

namespace fw {

/// Orders and returns, and the formats by which their numbers are recognised. Thread: the database's.
class OrderStore final
{
public:
    explicit OrderStore(Database &db) : m_db(db) { }

    /// Online and in store, with their lines; newest first.
    [[nodiscard]] QList<Order> of(CustomerId customer, int limit);
    /// Of all of them, as they are written.
    [[nodiscard]] QStringList numbersOf(CustomerId customer);
    /// With these numbers however they are written, without their lines.
    [[nodiscard]] QList<Order> byNumber(const QString &number);
    /// Whose the order with this key is; null: there is none.
    [[nodiscard]] CustomerId ownerOf(const QString &source, const QString &key);

    /// In alphabetical order; see app/customers/order_numbers.h.
    [[nodiscard]] QStringList formats();
    /// In place of those there were, with the fact ("order-formats-set").
    void setFormats(const QStringList &formats, const QString &agent);

private:
    Database &m_db;
};

} // namespace fw
