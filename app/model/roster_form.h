#pragma once

#include "app/core/json_form.h"
#include "app/model/roster.h"

namespace fw {

/// One agent as people write it (docs/team.md): {"name", "skills", "languages", "teams", "capacity", "shift", "supervisor", "trainee"}. What makes no sense is left
/// to the form's verdict.
[[nodiscard]] Agent agentIn(const JsonPart &part);
/// {"when": as of a policy, "skills", "language", "team"}.
[[nodiscard]] NeedsRule needsRuleIn(const JsonPart &part);
/// {"agents": […], "needs": […]}. Each name once; calendars, accounts and teams it names must be there, and every skill and language that is needed must
/// be somebody's.
[[nodiscard]] Roster rosterIn(
    const JsonPart &root, const QStringList &calendars, const QStringList &accounts);

/// The same as agentIn() and needsRuleIn() read.
[[nodiscard]] QJsonObject toJson(const Agent &agent);
[[nodiscard]] QJsonObject toJson(const NeedsRule &rule);

} // namespace fw
