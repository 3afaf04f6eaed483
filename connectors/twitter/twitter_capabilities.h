#pragma once

#include "app/network/capabilities.h"

namespace fw::twitter {

/// What an account can do. settings["access"]: "self-serve" (default) or "enterprise"; settings["messages"] false: direct messages are left alone.
/// `mayReadMessages` false: the network refused them to the token.
/// Source: docs.x.com/changelog (2026-02-23: replies only where we were summoned; 2026-04-16: no likes), both for self-serve access.
[[nodiscard]] Capabilities capabilitiesOf(const Account &account, bool mayReadMessages);

} // namespace fw::twitter
