#pragma once

#include "app/network/connector.h"
#include "connectors/http/http_types.h"

namespace fw::pinterest {

/// A rate category of the network and the operations of ours that draw on it together.
struct Quota {
    QString category = {}; // "org_read"
    QList<Operation> operations = {};
};

/// What `x-ratelimit-limit`, `-remaining` and `-reset` say: one signal per operation of the quota, LimitSignal::header "x-ratelimit org_read".
/// A reset below 10,000,000 is seconds to wait, a larger one Unix time; the documents do not say which. A window whose limit or remaining number is
/// missing is left out. Source: developers.pinterest.com/docs/reference/rate-limits.
[[nodiscard]] QList<LimitSignal> limitSignals(const HttpAnswer &answer, const Quota &quota, Instant readAt);

/// Everything an answer tells beside its body. `now` is the network's time as far as known, used when there is no Date.
[[nodiscard]] CallFacts factsOf(const HttpAnswer &answer, const Quota &quota, Instant now);

/// How long to wait after a refusal: until the last of the exhausted windows is full again, else what Retry-After says. Empty when nothing does.
[[nodiscard]] std::optional<milliseconds> waitAfter(const HttpAnswer &answer, const CallFacts &facts);

} // namespace fw::pinterest
