#pragma once

#include "ui/desktop/supervisor/floor_figures.h"

namespace fw {
class Store;
}

namespace fw::ui {

/// The supervisor's figures: a month of history read here never makes somebody wait for a conversation.
[[nodiscard]] FloorSource floorFrom(Store &store);

} // namespace fw::ui
