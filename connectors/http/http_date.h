#pragma once

#include "app/core/clock.h"

#include <QByteArray>

#include <optional>

namespace fw {

/// The moment a Date header names: `Fri, 07 Oct 2022 22:43:18 GMT` (RFC 9110, 5.6.7). Some hosts write `UTC` instead of `GMT`; both are read.
/// Empty when it is anything else.
[[nodiscard]] std::optional<Instant> instantFromHttpDate(const QByteArray &text);

} // namespace fw
