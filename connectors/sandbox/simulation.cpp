#include "connectors/sandbox/simulation.h"

namespace fw::sandbox {

namespace {
// Independent streams of chance, so that a fault more or less does not change who writes what.
constexpr quint32 kFaultStream = 0x9e3779b9;
constexpr quint32 kPeopleStream = 0x7f4a7c15;
} // namespace

Simulation::Simulation(const Clock &clock, const Scenario &fromScenario, quint32 seed)
    : scenario(fromScenario)
    , time(clock)
    , world(makeWorld(scenario, time.now()))
    , windows(scenario.windows)
    , faults(scenario.faults, seed ^ kFaultStream)
    , people(world, schedule, scenario, seed ^ kPeopleStream)
{
    people.begin(time.now());
}

} // namespace fw::sandbox
