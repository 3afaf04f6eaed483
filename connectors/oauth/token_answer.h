#pragma once

#include "app/model/account.h"
#include "connectors/http/http_types.h"
#include "connectors/oauth/token_set.h"

#include <QJsonObject>

namespace fw {

/// The JSON of an answer of a token endpoint, of a Graph call while signing in, or why there is none:
///   Unauthorised   the code, token, secret or app is refused
///   RateLimited    with retryAfter where the network said so
///   ServerFault, MalformedAnswer, BadRequest, and the errors of HttpAnswer
/// The detail carries the network's name of the error, never what was sent. Reads all three forms: {"error":"invalid_grant"} (RFC 6749, 5.2),
/// the Graph envelope {"error":{"code":190,…}} and Pinterest's {"code":283,"message":…}.
[[nodiscard]] Result<QJsonObject> tokenJson(const HttpAnswer &answer);

/// The tokens in a token endpoint's JSON, issued at `now`. Errors: MalformedAnswer without a token that fits into a header.
[[nodiscard]] Result<TokenSet> tokensIn(const QJsonObject &json, Instant now);

/// Whether a header can carry it: visible ASCII without spaces.
[[nodiscard]] bool isPlainToken(const QByteArray &token);

} // namespace fw
