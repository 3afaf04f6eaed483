#pragma once

#include "connectors/sandbox/network_sim.h"
#include "connectors/sandbox/params.h"

namespace fw::sandbox::facebook {

/// What a Graph path names, without its version: /{object} or /{object}/{edge}.
struct GraphPath {
    QString object = {}; // "me", an id; empty: ids= or a batch
    QString edge = {};
};

[[nodiscard]] GraphPath graphPathOf(const QString &path);
/// Which endpoint a request is for; Call::subject is the object.
[[nodiscard]] Call callOf(const HttpRequest &request);

} // namespace fw::sandbox::facebook
