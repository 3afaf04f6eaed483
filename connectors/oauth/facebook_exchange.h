#pragma once

#include "connectors/oauth/token_client.h"

namespace fw {

/// Facebook's way from a code to the token of a Page: code, short-lived user token, long-lived user token, the person's Pages with their tokens,
/// and how long the chosen one lives. Only the Page's token is kept; the person's own tokens are forgotten.
/// Errors: those of tokenJson(); Usage when there are several Pages and none was chosen (the detail names them), NotFound when the chosen
/// one, or any at all, is missing.
/// Source: developers.facebook.com/docs/facebook-login/guides/access-tokens (get long-lived) and /docs/graph-api (me/accounts, debug_token).
[[nodiscard]] QFuture<Result<TokenSet>> exchangeForPage(HttpClient &http, const SignInPlan &plan,
    const QByteArray &appSecret, const CodeGrant &grant, const Clock &clock);

} // namespace fw
