#pragma once

#include "app/core/clock.h"
#include "connectors/http/http_client.h"
#include "connectors/oauth/sign_in_plan.h"
#include "connectors/oauth/token_set.h"

namespace fw {

/// What the browser brought back, and what it was asked with.
struct CodeGrant {
    QByteArray code = {};
    QByteArray verifier = {};
    QString redirectUri = {};
    QString page = {}; // Facebook: the id of the Page to speak for; empty: the only one
};

/// The calls of a token endpoint. Each asks once; nothing is repeated here. `http` and `clock` outlive the future.
/// Errors: those of tokenJson() and tokensIn().

/// A code for tokens. `clientSecret` may be empty for a public client; the result carries it on.
[[nodiscard]] QFuture<Result<TokenSet>> exchangeCode(HttpClient &http, const SignInPlan &plan,
    const QByteArray &clientSecret, const CodeGrant &grant, const Clock &clock);
/// New tokens for `old`. Where the answer has no new refresh token, the old one stays good.
[[nodiscard]] QFuture<Result<TokenSet>> renew(
    HttpClient &http, const SignInPlan &plan, const TokenSet &old, const Clock &clock);
/// Makes the tokens worthless at the network. Usage where the network has no such call.
[[nodiscard]] QFuture<Done> revoke(HttpClient &http, const SignInPlan &plan, const TokenSet &tokens);

} // namespace fw
