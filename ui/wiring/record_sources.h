#pragma once

#include "app/customers/refresh/record_source.h"

namespace fw::wiring {

/// Asks views and addresses from this machine. Tokens for addresses are in FOLDER/refresh (HOST.token); passwords of servers are libpq's affair.
[[nodiscard]] AskSource recordSources(const QString &folder);

} // namespace fw::wiring
