#pragma once

#include "ui/wiring/monitor_server.h"
#include "ui/wiring/service.h"

namespace fw::wiring {

/// What a service shows to those who watch it:
///   /healthz  200 while the database was reached within the last term, else 503; JSON
///   /metrics  Prometheus text (exposition format 0.0.4). No text of anybody, no name of a customer or agent; accounts by the name they have here.
/// Everything else is 404. `service` outlives what is returned. Thread: the service's.
[[nodiscard]] MonitorServer::Source servicePages(Service &service, Workplace &workplace);

} // namespace fw::wiring
