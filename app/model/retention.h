#pragma once

#include "app/core/clock.h"
#include "app/core/json_form.h"

namespace fw {

/// What goes by age.
enum class RetainedKind {
    Messages, // and our replies, in conversations that are resolved or archived: their words; times and states stay
    Notes,    // in such conversations
    Signals,  // of a network, in such conversations
    Attempts, // the network's own words about what we did in such conversations
    Orders,   // with their lines
    StoreVisits,
    ImportRejects, // rows an import refused
};
[[nodiscard]] const QList<RetainedKind> &allRetainedKinds();
/// "messages", "notes", "signals", "attempts", "orders", "store-visits", "import-rejects"
[[nodiscard]] QString toString(RetainedKind kind);
[[nodiscard]] std::optional<RetainedKind> retainedKindFromString(const QString &name);

/// What is older goes.
struct RetentionRule {
    RetainedKind what = RetainedKind::Messages;
    int days = 0; // 1 to 36,500
    bool operator==(const RetentionRule &) const = default;
};

/// As people write it: {"what": "store-visits", "older_than_days": 90}.
[[nodiscard]] RetentionRule retentionRuleIn(const JsonPart &part);
/// {"retention": […]}, each kind once.
[[nodiscard]] QList<RetentionRule> retentionIn(const JsonPart &root);
[[nodiscard]] QJsonObject toJson(const RetentionRule &rule);

} // namespace fw
