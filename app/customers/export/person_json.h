#pragma once

#include "app/store/person_record.h"

#include <QJsonObject>

namespace fw {

/// What goes into data.json, as docs/customers.md describes it: times in ISO 8601 (UTC), amounts as text beside minor units, no ids and no agents of ours.
/// Of links that were ended only when they held: the account may be somebody else's. Pure.
[[nodiscard]] QJsonObject toExport(const PersonRecord &record, Instant at);

} // namespace fw
