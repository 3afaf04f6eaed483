#pragma once

#include "connectors/sandbox/world/runner.h"

namespace fw::world {

/// What programs that send through such platforms do today, each first come first served and by priority:
/// * backoff: at once, up to four calls at a time; whatever fails again after 1 s, 2 s, 4 s … up to 15 min, for ever;
/// * reset: one call at a time; when the headers say that nothing is left, or after a refusal, sleep until the reset they name (or the minutes;
///   nothing named: 15 minutes);
/// * bucket: tokens at the rate the tightest documented window allows for ever, shared evenly by the desks; after a failure a
///   minute's pause;
/// * four: at once, four attempts two minutes apart, then the reply is given up.
/// All keep their queue over a reboot, send again what was under way then, send again after a time-out, and believe a refusal as duplicate to mean that
/// the reply is there. None looks anything up, and desks know nothing of each other.
[[nodiscard]] QList<Policy> peerPolicies();

} // namespace fw::world
