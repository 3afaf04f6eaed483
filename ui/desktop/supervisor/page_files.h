#pragma once

#include "app/core/error.h"

class QWidget;

namespace fw::ui {

/// Where to save, asked of whoever sits there; empty: nowhere after all.
[[nodiscard]] QString askForFile(QWidget *owner, const QString &title, const QString &suggested);
/// The whole file or nothing. Errors: Io.
[[nodiscard]] Done keepFile(const QString &file, const QByteArray &bytes);
/// `page` as it looks, on one sheet of A4 across. Errors: Io.
[[nodiscard]] Done printTo(const QString &file, QWidget &page);

} // namespace fw::ui
