#pragma once

#include "connectors/sandbox/network_sim.h"

namespace fw::sandbox::twitter {

/// Which of Twitter's endpoints a request is for.
[[nodiscard]] Call callOf(const HttpRequest &request);

} // namespace fw::sandbox::twitter
