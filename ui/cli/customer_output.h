#pragma once

#include "app/customers/customers.h"
#include "app/customers/import/report_json.h"
#include "ui/cli/command.h"

namespace fw::cli {

// The shapes documented in docs/cli.md, and the same in words.
[[nodiscard]] QJsonObject toJson(const Customer &customer);
[[nodiscard]] QJsonObject toJson(const CustomerView &view);
[[nodiscard]] QJsonObject toJson(const LinkSuggestion &suggestion);
[[nodiscard]] QJsonObject toJson(const IdentityLink &link);
[[nodiscard]] QJsonObject toJson(const LinkPreview &preview);
[[nodiscard]] QJsonObject toJson(const Consent &consent);
[[nodiscard]] QJsonObject toJson(const StockLevel &level);
[[nodiscard]] QString sentence(const LinkEvidence &evidence);
[[nodiscard]] QString sentence(const HiddenFact &hidden);
[[nodiscard]] QString sentence(const IdentityLink &link);
[[nodiscard]] QString sentence(const Consent &consent);

/// "12345" (our id) or "crm:c1" (source and key). Errors: NotFound, Usage.
[[nodiscard]] Result<CustomerId> customerNamed(wiring::Workplace &workplace, const QString &word);
/// "12345" (our id), "twitter:jreyes" or "conversation:12345". Errors: NotFound, Usage.
[[nodiscard]] Result<IdentityId> identityNamed(wiring::Workplace &workplace, const QString &word);

} // namespace fw::cli
