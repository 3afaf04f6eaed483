#pragma once

#include "app/core/error.h"

#include <QJsonObject>
#include <QString>

namespace fw {

/// The JSON object in `file`. Errors: Io (cannot be read), Usage (not a JSON object; names line and column).
[[nodiscard]] Result<QJsonObject> readJsonFile(const QString &file);

} // namespace fw
