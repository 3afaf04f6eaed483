#pragma once

#include "connectors/sandbox/facebook/graph_error.h"
#include "connectors/sandbox/facebook/people.h"
#include "connectors/sandbox/facebook/tokens.h"
#include "connectors/sandbox/facebook/usage.h"
#include "connectors/sandbox/simulation.h"

namespace fw::sandbox::facebook {

/// The next calls are refused so.
struct PlannedFailure {
    int code = 2;
    int subcode = 0;
    int left = 1;
    QString operation = {}; // empty: any
};

/// Everything the simulated Facebook consists of, without a wire. Thread: the sandbox's.
struct State {
    /// `shared` outlives it.
    State(Simulation &shared, const Scenario &fromScenario, quint32 seed);

    [[nodiscard]] Instant now() const { return simulation.time.now(); }
    [[nodiscard]] bool may(const QString &permission) const
    {
        return !scenario.closedPermissions.contains(permission);
    }

    Simulation &simulation;
    Scenario scenario;
    PageWorld world;
    Usage usage;
    Tokens tokens;
    People people;
    std::optional<Instant> blockedUntil = {}; // 368 for every write
    bool isRestricted = false;                // 10/1893063 for every message
    QList<PlannedFailure> failures = {};
    quint64 traces = 0; // answers with an error so far
};

/// "2021-07-21T21:05:14+0000"
[[nodiscard]] QString graphTime(Instant at);
/// Unix seconds or ISO 8601. Empty: neither.
[[nodiscard]] std::optional<Instant> instantFromGraph(const QString &text);

} // namespace fw::sandbox::facebook
