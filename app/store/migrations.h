#pragma once

#include "app/store/database.h"

namespace fw {

/// Brings the database to the newest schema, one transaction a migration. Of a file that had content a copy is kept beside it as
/// `<file>.before-<version>` first; a server's backups are its administrator's. Errors: StorageNewer when the database knows a migration we do
/// not (nothing is touched), Storage when a released migration is not the one it was migrated with, or when a statement fails (that migration
/// is rolled back).
[[nodiscard]] Done migrate(Database &database);

/// "ok", or the first thing that is wrong with the file. Reads all of it. Of a server: whether it answers; it guards its own pages.
[[nodiscard]] QString quickCheck(Database &database);

/// The newest schema this program knows.
[[nodiscard]] int newestSchema();

} // namespace fw
