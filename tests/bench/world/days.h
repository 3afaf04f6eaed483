#pragma once

#include "connectors/sandbox/world/day.h"

namespace fw::world {

/// quiet, storm, outage, neighbour, desks, brownout.
[[nodiscard]] QStringList dayNames();

/// A generated day; the same name and seed give the same day. Unknown name: a day without jobs.
[[nodiscard]] Day makeDay(const QString &name, quint64 seed);

} // namespace fw::world
