#pragma once

#include "app/core/error.h"
#include "connectors/sandbox/network_sim.h"

#include <vector>

namespace fw::sandbox {

struct Network {
    NetworkKind kind = {};
    std::unique_ptr<NetworkSim> sim = {};
};
/// In the order of networkKinds().
using Networks = std::vector<Network>;

/// The operations of all networks.
[[nodiscard]] QStringList operationNames();

/// A call of the control endpoint that the scenario makes by itself.
struct DayStep {
    milliseconds at = {}; // since the start
    HttpRequest call = {};
};

/// A scenario as what it is made into. The keys are in docs/sandbox.md.
struct Stage {
    std::unique_ptr<Simulation> simulation = {};
    Networks networks = {}; // they refer to the simulation
    QList<DayStep> day = {};
};

/// Errors: Usage, naming the key. Thread: the sandbox's.
[[nodiscard]] Result<Stage> makeStage(const Clock &clock, const QJsonObject &scenario, quint32 seed);

} // namespace fw::sandbox
