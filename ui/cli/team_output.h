#pragma once

#include "app/store/assignment_store.h"
#include "app/store/roster_store.h"

#include <QJsonObject>

namespace fw::cli {

// The shapes documented in docs/cli.md, and the same as a line of text.
[[nodiscard]] QJsonObject toJson(const Claim &claim);
[[nodiscard]] QString tell(const Claim &claim);
[[nodiscard]] QJsonObject toJson(const ClaimNotice &notice);
[[nodiscard]] QJsonObject toJson(const RosterEntry &entry);
[[nodiscard]] QString tell(const RosterEntry &entry);
[[nodiscard]] QJsonObject toJson(const Team &team);
[[nodiscard]] QJsonObject toJson(const Assignment &assignment);
[[nodiscard]] QString tell(const Assignment &assignment);
[[nodiscard]] QJsonObject toJson(const OpenWork &work);
/// A few lines of a handover sheet.
[[nodiscard]] QStringList linesOf(const OpenWork &work, Instant now);

} // namespace fw::cli
