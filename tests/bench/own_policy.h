#pragma once

#include "connectors/sandbox/world/runner.h"

namespace fw::bench {

/// The product's own desk under the name `floorwalker`, the desks of a day on one store in a folder of their own. A desk that is killed is a new one on
/// the same folder when it begins again.
[[nodiscard]] world::Policy ownPolicy();

} // namespace fw::bench
