#pragma once

#include "app/network/connector.h"
#include "connectors/http/http_types.h"

namespace fw::twitter {

/// What an answer with this status and body complains of. For reads, and for the status 200 of an answer that has only errors[].
/// detail: the network's own words, at most 300 characters. Source: docs.x.com/x-api/fundamentals/response-codes-and-errors.
[[nodiscard]] Error errorOfProblem(int status, const QByteArray &body);

/// The error of a read that did not end in 200; nothing when it did.
[[nodiscard]] std::optional<Error> errorOfRead(const HttpAnswer &answer, const CallFacts &facts);

/// What came of POST /2/tweets with the text `sent`. The detail never quotes `sent`.
[[nodiscard]] Outcome outcomeOfReply(const HttpAnswer &answer, const CallFacts &facts, const QString &sent);

/// Whether the answer refuses a read because of the names in its field or expansion selectors, so that the other vocabulary may work.
[[nodiscard]] bool refusesSelector(const HttpAnswer &answer);

} // namespace fw::twitter
