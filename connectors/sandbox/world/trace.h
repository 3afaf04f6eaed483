#pragma once

#include "app/core/error.h"
#include "connectors/sandbox/world/day.h"

#include <QJsonObject>

namespace fw::world {

/// The day a trace tells of, in the format of docs/simulation.md. What the trace leaves to chance (arrivals at a rate, other programs' calls, latency and loss)
/// is drawn by `seed`. Errors: Usage, with the place in the trace and what belongs there.
[[nodiscard]] Result<Day> dayOf(const QJsonObject &trace, quint64 seed);

} // namespace fw::world
