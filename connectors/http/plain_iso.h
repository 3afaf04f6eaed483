#pragma once

#include "app/core/clock.h"

#include <optional>
#include <string_view>

namespace fw {

enum class NoZone { IsRefused, IsUtc };

/// The moment in `2026-11-19T14:27:00`, with up to three digits of a second's fraction and, unless `noZone` allows none, with `Z`, `+0100` or
/// `+01:00` at the end: the forms networks use, many times as fast as instantFromIso(). Where this is empty that one may still know.
[[nodiscard]] std::optional<Instant> instantFromPlainIso(
    std::string_view text, NoZone noZone = NoZone::IsRefused);

} // namespace fw
