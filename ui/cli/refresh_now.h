#pragma once

#include "app/store/refresh_store.h"
#include "ui/cli/command.h"

namespace fw::cli {

/// Has the customer looked up and waits for it: on a desk of its own this program asks the source itself, on a team's database the service does. Empty: there is no source.
[[nodiscard]] Result<std::optional<Freshness>> refreshNow(
    const Invocation &call, wiring::Workplace &workplace, CustomerId customer);

[[nodiscard]] QJsonObject toJson(const Freshness &freshness);
[[nodiscard]] QString sentence(const Freshness &freshness);

} // namespace fw::cli
