#pragma once

#include "app/core/clock.h"
#include "connectors/http/json_view.h"

#include <optional>

namespace fw::pinterest {

/// How an interface writes moments.
enum class TimeFormat {
    Iso,         // `2021-06-08T09:37:30`, with or without a zone; without one it is UTC
    UnixSeconds, // a number, or one in a string
    UnixMillis,
    Mail, // RFC 2822: `Tue, 08 Jun 2021 09:37:30 +0000`
};

/// The moment in `value`; empty when it is none in this format. Fractions beyond milliseconds are rounded. Source: captured answers of the API v5,
/// which carry no zone and at times microseconds; that they are UTC is an assumption.
[[nodiscard]] std::optional<Instant> instantIn(JsonView value, TimeFormat format = TimeFormat::Iso);

} // namespace fw::pinterest
