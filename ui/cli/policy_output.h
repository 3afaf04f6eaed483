#pragma once

#include "app/store/target_store.h"
#include "ui/cli/terminal.h"

#include <QJsonObject>

namespace fw::cli {

// The shapes documented in docs/cli.md.

/// As it can be imported, with its version.
[[nodiscard]] QJsonObject versioned(const Calendar &calendar);
[[nodiscard]] QJsonObject versioned(const Policy &policy);
/// One line of a list.
[[nodiscard]] QString summary(const Calendar &calendar);
[[nodiscard]] QString summary(const Policy &policy);
/// As it can be imported, on several lines.
void show(Terminal &terminal, const Calendar &calendar);
void show(Terminal &terminal, const Policy &policy);

/// A target with its value at `now` and the spans that sum up to it.
[[nodiscard]] QJsonObject explained(const KeptTarget &kept, Instant now);
void show(Terminal &terminal, const KeptTarget &kept, Instant now);

} // namespace fw::cli
