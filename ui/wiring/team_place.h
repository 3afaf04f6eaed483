#pragma once

#include "app/store/database_place.h"

#include <QFuture>

namespace fw::wiring {

/// The team's database that `url` names (of --database, or of the environment variable FW_DATABASE). Errors: Usage when it is not on a server, or when
/// it holds a password: command lines and environments are there to be read by others.
[[nodiscard]] Result<DatabasePlace> teamPlace(const QString &url);
/// Whether that database answers. Errors: as teamPlace(), Storage, Forbidden. Asked in a thread of its own.
[[nodiscard]] QFuture<Done> reachTeam(const QString &url);
/// What FW_DATABASE says; empty: nothing.
[[nodiscard]] QString databaseOfEnvironment();
/// Who we are for that database: the user of the URL, else of PGUSER, else who runs the program. Agents act under this name there.
[[nodiscard]] QString loginAt(const DatabasePlace &place);
/// Where a program on a team's database keeps what is its own, unless told otherwise.
[[nodiscard]] QString localFolder();

} // namespace fw::wiring
