#pragma once

#include "app/store/database.h"

namespace fw {

/// Brings `file` to the newest schema, one transaction a migration. A copy of a file that had content is kept beside it as
/// `<file>.before-<version>` first. Errors: StorageNewer when the file knows a migration we do not (nothing is touched), Storage when a
/// released migration is not the one it was migrated with, or when a statement fails (that migration is rolled back).
[[nodiscard]] Done migrate(Database &database, const QString &file);

/// "ok", or the first thing that is wrong with the file. Reads all of it.
[[nodiscard]] QString quickCheck(Database &database);

/// The newest schema this program knows.
[[nodiscard]] int newestSchema();

} // namespace fw
