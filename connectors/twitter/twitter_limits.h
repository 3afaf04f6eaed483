#pragma once

#include "app/network/connector.h"
#include "connectors/http/http_types.h"

namespace fw::twitter {

/// What an answer's headers say about limits: `x-rate-limit-*` (one window, of the endpoint), and where they are sent
/// `x-app-limit-24hour-*` and `x-user-limit-24hour-*`. LimitSignal::header is the name without its last part. A window of which limit,
/// remaining or reset is missing is left out. Source: docs.x.com/x-api/fundamentals/rate-limits; the 24-hour ones are not documented.
[[nodiscard]] QList<LimitSignal> limitSignals(const HttpAnswer &answer, Operation operation, Instant readAt);

/// Everything an answer tells beside its body. `now` is the network's time as far as known, used when there is no Date.
[[nodiscard]] CallFacts factsOf(const HttpAnswer &answer, Operation operation, Instant now);

/// How long to wait: until the last of the exhausted windows is full again. Empty when no header says that one is exhausted.
[[nodiscard]] std::optional<milliseconds> waitAfter(const CallFacts &facts);

} // namespace fw::twitter
