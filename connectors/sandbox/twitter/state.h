#pragma once

#include "connectors/sandbox/simulation.h"
#include "connectors/sandbox/twitter/mailbox.h"
#include "connectors/sandbox/twitter/people.h"

namespace fw::sandbox::twitter {

/// Everything the simulated Twitter consists of, without a wire. Thread: the sandbox's.
struct State {
    /// `shared` outlives it.
    State(Simulation &shared, const Scenario &fromScenario, quint32 seed)
        : simulation(shared)
        , scenario(fromScenario)
        , world(makeWorld(scenario, shared.time.now()))
        , mailbox(makeMailbox(scenario, world, shared.time.now()))
        , people(world, shared.schedule, scenario, seed)
    {
        people.begin(shared.time.now());
    }

    Simulation &simulation;
    Scenario scenario;
    World world;
    Mailbox mailbox;
    People people;
    bool isLocked = false;
    int refusalsInARow = 0;
    int refusingCode = 0;   // every write is refused with it; 0: none is
    QString capPeriod = {}; // not empty: the plan's cap is reached, for every call
    QString capScope = {};
};

} // namespace fw::sandbox::twitter
