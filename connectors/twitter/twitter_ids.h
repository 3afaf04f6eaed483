#pragma once

#include "app/core/clock.h"
#include "connectors/http/json_view.h"

#include <QString>

#include <optional>

namespace fw::twitter {

/// The id in `value`: 1 to 19 digits, as a string or (in some answers) as a bare number. Empty when it is anything else.
/// Source: OpenAPI 2.167, pattern ^[0-9]{1,19}$.
[[nodiscard]] QString idIn(JsonView value);

/// The id of a thread of direct messages: "7-30" between two, "1580705921830768643" for more. Empty when it is anything else: it becomes part of
/// an address. Source: OpenAPI 2.166, DmConversationId.
[[nodiscard]] QString threadIdIn(JsonView value);

/// Whether `a` is a smaller number than `b`; an empty id is smaller than any.
[[nodiscard]] bool isOlderId(const QString &a, const QString &b);

/// When a post with this id was made: ids since 2010 carry the milliseconds since 2010-11-04 in their upper bits. Empty for older ids.
[[nodiscard]] std::optional<Instant> instantInId(const QString &id);

} // namespace fw::twitter
