#pragma once

#include "app/model/limits.h"

namespace fw {

/// What two calls told together: limits and costs of both, status, clock and audience of the later one. That one is counted as `operation`,
/// because intake and dispatch count only the first call of what they ask for.
[[nodiscard]] CallFacts followedBy(CallFacts first, Operation operation, const CallFacts &second);

} // namespace fw
