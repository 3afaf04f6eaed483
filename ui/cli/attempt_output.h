#pragma once

#include "app/dispatch/moderation_step.h"
#include "app/dispatch/record_outcome.h"

namespace fw::cli {

/// What became of an attempt, as a line for people.
[[nodiscard]] QString describe(const AttemptReport &report);
[[nodiscard]] QString describe(const ModerationReport &report);

} // namespace fw::cli
