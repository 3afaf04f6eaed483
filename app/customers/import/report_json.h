#pragma once

#include "app/customers/import/importer.h"

namespace fw {

/// The shape documented in docs/cli.md, under "An import". Pure.
[[nodiscard]] QJsonObject toJson(const ImportReport &report);

} // namespace fw
