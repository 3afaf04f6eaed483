#pragma once

#include "app/core/clock.h"
#include "app/core/error.h"

#include <QStringList>

namespace fw::sandbox {
struct ShopDay;
}

namespace fw::wiring {

/// Writes the shop's records into `folder`, which is made when it is not there: KIND.csv for each kind there is to import. `opening`: when the day begins.
/// Returns the files in the order in which they can be imported. Errors: Io.
[[nodiscard]] Result<QStringList> writeRecords(
    const sandbox::ShopDay &day, Instant opening, const QString &folder);

} // namespace fw::wiring
