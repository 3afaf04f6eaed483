#pragma once

#include "connectors/sandbox/faults.h"
#include "connectors/sandbox/request_log.h"
#include "connectors/sandbox/schedule.h"
#include "connectors/sandbox/virtual_time.h"
#include "connectors/sandbox/windows.h"

namespace fw::sandbox {

/// What the simulated networks share: time, chance, limits, faults and the log. Thread: the sandbox's.
struct Simulation {
    VirtualTime time;
    Windows windows;
    Faults faults;
    Schedule schedule = {};
    RequestLog requests = {};
};

} // namespace fw::sandbox
