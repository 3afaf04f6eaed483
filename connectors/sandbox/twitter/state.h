#pragma once

#include "connectors/sandbox/simulation.h"
#include "connectors/sandbox/twitter/people.h"

namespace fw::sandbox::twitter {

/// Everything the simulated Twitter consists of, without a wire. Thread: the sandbox's.
struct State {
    /// `shared` outlives it.
    State(Simulation &shared, const Scenario &fromScenario, quint32 seed)
        : simulation(shared)
        , scenario(fromScenario)
        , world(makeWorld(scenario, shared.time.now()))
        , people(world, shared.schedule, scenario, seed)
    {
        people.begin(shared.time.now());
    }

    Simulation &simulation;
    Scenario scenario;
    World world;
    People people;
    bool isLocked = false;
    int refusalsInARow = 0;
};

} // namespace fw::sandbox::twitter
