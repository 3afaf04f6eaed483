#pragma once

#include "connectors/oauth/token_keeper.h"
#include "ui/wiring/workplace.h"

namespace fw::wiring {

/// What the vault holds of an account; nothing at all is an empty set. Errors: Locked, those of TokenVault.
[[nodiscard]] QFuture<Result<TokenSet>> keptTokens(TokenKeeper &keeper, AccountId account);

/// See SignIns::signOut(). Thread: one with an event loop.
[[nodiscard]] QFuture<Result<Done>> signOutOf(Workplace &workplace, const Account &account);

} // namespace fw::wiring
