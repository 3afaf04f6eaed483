#pragma once

#include "app/core/json_form.h"
#include "app/model/policy/calendar.h"

namespace fw {

/// One calendar as people write it (docs/policies.md): {"name", "zone", "week": {"monday": ["09:00-12:00", …], …}, "holidays": [{"date", "name",
/// "hours": […]}, …]}. What makes no sense is left to the form's verdict.
[[nodiscard]] Calendar calendarIn(const JsonPart &part);
/// {"calendars": […]}, each name once.
[[nodiscard]] QList<Calendar> calendarsIn(const JsonPart &root);
/// The same as calendarIn() reads, members in a fixed order: equal calendars are equal here. The version is left out.
[[nodiscard]] QJsonObject toJson(const Calendar &calendar);

} // namespace fw
