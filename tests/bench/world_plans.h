#pragma once

#include "connectors/sandbox/world/platform.h"

namespace fw::test {

// Small platforms for the tests of the simulated world.

using Kind = WorldWindow::Kind;
using Header = WorldWindow::Header;

inline WorldWindow window(
    const QString &name, Kind kind, qint64 length, int limit, Header header = Header::Count)
{
    return {.name = name, .kind = kind, .length = length, .limit = limit, .header = header};
}

inline world::PlatformPlan planOf(const QList<WorldWindow> &windows, qint64 phase = 0)
{
    world::PlatformPlan plan{.windows = windows, .loss = 0};
    for (const WorldWindow &one : windows) {
        plan.phases.append(phase % one.length);
    }
    return plan;
}

} // namespace fw::test
