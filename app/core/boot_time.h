#pragma once

#include <chrono>

namespace fw {

/// Time since this machine started, the time in which it was suspended included: what has passed for everybody else has passed here. Never goes back.
[[nodiscard]] std::chrono::nanoseconds sinceBoot();

} // namespace fw
