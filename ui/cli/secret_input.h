#pragma once

#include "app/core/error.h"

#include <QByteArray>

namespace fw::cli {

/// One line that somebody types, unseen: the terminal's echo is off meanwhile. From standard input when that is no terminal.
/// Errors: Usage (nothing was typed), Io. The bytes are secret: hand them on and keep none.
[[nodiscard]] Result<QByteArray> typedSecret(const QString &prompt);
[[nodiscard]] bool isTyping(); // standard input is a terminal

} // namespace fw::cli
