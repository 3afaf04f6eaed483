#pragma once

#include "app/core/json_form.h"
#include "app/model/policy/policy.h"
#include "app/model/reply.h"

namespace fw {

/// Conditions as people write them: {"networks", "accounts", "lanes", "kinds", "tags"}.
[[nodiscard]] PolicyConditions conditionsIn(const JsonPart &part);
[[nodiscard]] QJsonObject toJson(const PolicyConditions &when);
/// One policy as people write it (docs/policies.md): {"name", "when": {"networks", "accounts", "lanes", "kinds", "tags"}, "first_answer": {"within": "1h",
/// "calendar"}, "next_answer", "resolution", "warn_before": "15m" or "25%", "pauses_while_waiting_for_customer"}. What makes no sense is left to the form's
/// verdict.
[[nodiscard]] Policy policyIn(const JsonPart &part);
/// What a file of policies may name.
struct KnownNames {
    QStringList calendars = {};
    QStringList accounts = {};
};
/// {"policies": […]} in their order, each name once. What they name must be there.
[[nodiscard]] QList<Policy> policiesIn(const JsonPart &root, const KnownNames &known);
/// The same as policyIn() reads: equal policies are equal here. The version is left out.
[[nodiscard]] QJsonObject toJson(const Policy &policy);

/// "1h30m", "45s", of at most a year. Nothing when `text` is no duration, or none at all.
[[nodiscard]] std::optional<milliseconds> durationIn(const QString &text);
/// The member "class", where there is one: "urgent", "normal" or "low".
[[nodiscard]] std::optional<ReplyClass> classIn(const JsonPart &part);
/// As durationIn() reads it.
[[nodiscard]] QString durationText(milliseconds duration);

} // namespace fw
