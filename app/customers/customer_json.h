#pragma once

#include "app/model/customer.h"

#include <QJsonObject>

namespace fw {

// What is known of customers as docs/cli.md and docs/customers.md describe it: times in ISO 8601 (UTC), durations in seconds. Pure.
[[nodiscard]] QJsonObject toJson(const LoyaltyEvent &event);
[[nodiscard]] QJsonObject toJson(const Preference &preference);
[[nodiscard]] QJsonObject toJson(const StoreVisit &visit);

} // namespace fw
