#pragma once

#include "app/network/connector.h"
#include "connectors/http/http_types.h"

namespace fw::twitter {

/// What an answer says about limits.
/// In headers: `x-rate-limit-*` (one window, of the endpoint), and where they are sent `x-app-limit-24hour-*` and `x-user-limit-24hour-*`.
/// LimitSignal::header is the name without its last part. Only the limit may be told, without a count and a reset.
/// In the body of a refusal: caps, credits, spam, locks, and windows that no header names; LimitSignal::header is then the problem's type
/// ("usage-capped"), its older code ("code 185"), or the status.
/// Source: docs.x.com/x-api/fundamentals/rate-limits; the 24-hour headers are not documented.
[[nodiscard]] QList<LimitSignal> limitSignals(const HttpAnswer &answer, Operation operation, Instant readAt);

/// Everything an answer tells beside its content. `now` is the network's time as far as known, used when there is no Date.
[[nodiscard]] CallFacts factsOf(const HttpAnswer &answer, Operation operation, Instant now);

/// How long to wait: until the last of the exhausted windows is full again. Empty when no header says that one is exhausted.
[[nodiscard]] std::optional<milliseconds> waitAfter(const CallFacts &facts);

} // namespace fw::twitter
