#pragma once

#include "app/model/account.h"
#include "app/model/limits.h"
#include "app/store/database.h"

namespace fw {

/// Writes a reading call into the ledger, or says why it must not be made now. Errors: RateLimited with retryAfter, Usage (the limit table).
[[nodiscard]] Done reserve(Database &db, const Account &account, Operation operation);

/// What a failed reading call leads to: a limit keeps us away, a refused token or an empty balance pauses the account until somebody looks.
void noteFailure(Database &db, const Account &account, Operation operation, const Error &error);

} // namespace fw
