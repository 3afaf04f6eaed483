#pragma once

#include "connectors/sandbox/http.h"
#include "connectors/sandbox/people.h"

namespace fw::sandbox {

/// One request as the sandbox saw it.
struct SeenRequest {
    Instant at = {};
    QByteArray method = {};
    QString path = {};      // with the query, still encoded
    QString operation = {}; // empty: no endpoint of ours
    int connection = 0;
    int status = 0;            // 0: no answer was sent
    bool isCarriedOut = false; // a write took place (possibly later than the connection lived)
    QString fault = {};
    QString postId = {}; // what a carried-out write made or removed
};

/// Everything the sandbox simulates, without a wire. Thread: the sandbox's.
struct Simulation {
    Simulation(const Clock &clock, const Scenario &fromScenario, quint32 seed);

    Scenario scenario;
    VirtualTime time;
    World world;
    Schedule schedule = {};
    Windows windows;
    Faults faults;
    People people;
    std::deque<SeenRequest> requests = {}; // stable addresses: a late write completes its entry
    bool isLocked = false;
    int refusalsInARow = 0;
};

} // namespace fw::sandbox
