#pragma once

#include "app/store/prepared_words.h"

namespace fw {

/// Values of fields from the record of the customer whom the conversation is linked to, as far as the customer agreed: customer.name,
/// customer.first_name, customer.city, customer.store, customer.tier, customer.points, and of the newest order order.number, order.status, order.date,
/// order.total, order.tracking. Using an order is written down like looking at it. A FieldSource. Thread: the database's.
[[nodiscard]] FieldValues customerFields(Database &db, const FieldContext &context);

} // namespace fw
