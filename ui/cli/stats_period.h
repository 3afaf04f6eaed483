#pragma once

#include "app/model/policy/calendar.h"
#include "ui/cli/command.h"

#include <QTimeZone>

namespace fw::cli {

/// What --from, --to and --zone say.
struct AskedPeriod {
    TimeSpan period = {};
    QTimeZone zone = QTimeZone::utc();
};

/// --from, --to and --zone: of a command over a period. Without them the last seven days, today included, in this machine's zone.
[[nodiscard]] QList<QCommandLineOption> periodOptions();
/// What --zone says, or this machine's. Errors: Usage.
[[nodiscard]] Result<QTimeZone> askedZone(const Invocation &call);
/// Errors: Usage.
[[nodiscard]] Result<AskedPeriod> askedPeriod(const Invocation &call);

} // namespace fw::cli
