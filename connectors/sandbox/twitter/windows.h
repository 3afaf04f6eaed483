#pragma once

#include "connectors/sandbox/windows.h"

namespace fw::sandbox::twitter {

/// The documented windows of a self-serve user (docs.x.com/x-api/fundamentals/rate-limits, 2026-07-24) and the ones no header reports.
[[nodiscard]] QList<WindowRule> documentedWindows();

} // namespace fw::sandbox::twitter
