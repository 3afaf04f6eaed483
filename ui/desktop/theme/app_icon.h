#pragma once

#include <QIcon>

namespace fw::ui {

/// The program's icon, drawn as in resources/icons/floorwalker.svg; nothing has to be installed for it.
[[nodiscard]] QIcon appIcon();

} // namespace fw::ui
