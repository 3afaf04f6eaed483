#pragma once

#include "app/core/error.h"
#include "app/store/database_place.h"

#include <QJsonArray>

namespace fw {

/// Rows of somebody else's view or table.
struct ForeignView {
    DatabasePlace place = {};
    QString view = {}; // "view" or "schema.view"
    QString key = {};  // the column that is asked for
    milliseconds timeout{2'000};
};

/// The rows whose key is `key`, each as an object by column; at most 1000. Over a connection of its own that cannot write, and with nothing in the
/// statement but names (quoted) and the key (bound). The failure's detail says nothing of what is in a row.
/// Errors: Offline (no such file, no connection), Unauthorised, NotFound (no such view or column), Timeout, MalformedAnswer (more rows, values that are no
/// text or number), Storage. Blocks for the time-out, on PostgreSQL for two seconds more at most. Thread: any that may wait.
[[nodiscard]] Result<QJsonArray> readForeignView(const ForeignView &view, const QString &key);

} // namespace fw
