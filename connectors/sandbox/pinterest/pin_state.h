#pragma once

#include "connectors/sandbox/http.h"
#include "connectors/sandbox/pinterest/pin_people.h"
#include "connectors/sandbox/simulation.h"

namespace fw::sandbox::pinterest {

/// Everything the simulated Pinterest consists of, without a wire. Thread: the sandbox's.
struct PinState {
    /// `shared` outlives it.
    PinState(Simulation &shared, const PinScenario &fromScenario, quint32 seed)
        : simulation(shared)
        , scenario(fromScenario)
        , world(makePinWorld(scenario, shared.time.now()))
        , people(world, shared.schedule, scenario, seed)
    {
        people.begin(shared.time.now());
    }
    Q_DISABLE_COPY_MOVE(PinState)

    Simulation &simulation;
    PinScenario scenario;
    PinWorld world;
    PinPeople people;
    bool isLocked = false;
    int spamVerdicts = 0;                   // so many writes to come are taken for spam
    QHash<QString, Instant> lastWrite = {}; // by pin

    [[nodiscard]] Instant now() const { return simulation.time.now(); }
};

/// Pinterest's answers to what goes wrong: {"code","message"}, the code being its own. Source: OpenAPI 5.23.0, examples.
[[nodiscard]] HttpAnswer complaint(int status, int code, const QString &message);

} // namespace fw::sandbox::pinterest
