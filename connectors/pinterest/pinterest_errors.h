#pragma once

#include "app/network/connector.h"
#include "connectors/http/http_types.h"

namespace fw::pinterest {

/// The error of a read that did not end in 200; nothing when it did. A verdict of spam and a limit are added to `facts`. detail: Pinterest's own
/// number and words, at most 300 characters. Source: OpenAPI 5.23.0 (schema Error and its examples); the spam verdict: pinterest/api-quickstart.
[[nodiscard]] std::optional<Error> errorOfRead(const HttpAnswer &answer, CallFacts &facts);

/// What came of a write that was refused, or whose answer is not there; nothing when it ended in 2xx, which the caller reads. `sent` is never
/// quoted. Between two writes on one object the network wants a pause of its own: such a refusal says to wait a minute.
[[nodiscard]] std::optional<Outcome> refusalOfWrite(
    const HttpAnswer &answer, const CallFacts &facts, const QString &sent);

/// Whether only the thing asked for is gone or not for us, so that a walk may go on without it.
[[nodiscard]] bool isAboutOneThing(const Error &error);

} // namespace fw::pinterest
