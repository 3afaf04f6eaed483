#pragma once

#include <QIcon>

namespace fw::ui {

/// The program's icon, drawn as in resources/icons/floorwalker.svg; nothing has to be installed for it.
[[nodiscard]] QIcon appIcon();
/// The same with a number on it; 0: none, above 99: 99+.
[[nodiscard]] QIcon appIcon(int count);

} // namespace fw::ui
