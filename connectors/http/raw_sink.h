#pragma once

#include "connectors/http/http_types.h"

#include <functional>

namespace fw {

/// Is shown every answer of the network as it came. Called in the connector's thread.
using RawSink = std::function<void(const RawAnswer &)>;

} // namespace fw
