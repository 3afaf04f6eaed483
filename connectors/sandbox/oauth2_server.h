#pragma once

#include "connectors/sandbox/sign_in_page.h"

#include <chrono>

namespace fw::sandbox {

/// How a network's OAuth 2.0 differs from another's.
struct OAuth2Rules {
    QString name = {};
    milliseconds accessLife = {};
    milliseconds refreshLife = {};
    bool needsVerifier = false; // PKCE
    bool needsSecret = false;   // Basic credentials of the app with every token request
    QString offlineScope = {};  // a refresh token is only given for it; empty: always
    bool tellsRefreshLife = false;
    QString clientId = {};     // empty: any
    QString clientSecret = {}; // empty: any
    bool isAutomatic = true;   // everybody agrees at once
};

/// A network's OAuth 2.0: sign-in page, tokens from codes, rotating refresh tokens, revocation, and which access tokens are good.
/// Source: RFC 6749, 7009 and 7636. Thread: the sandbox's.
class OAuth2Server
{
public:
    explicit OAuth2Server(const OAuth2Rules &rules);

    [[nodiscard]] HttpAnswer authorize(const HttpRequest &request, Instant now)
    {
        return m_page.show(request, now);
    }
    /// grant_type authorization_code or refresh_token. Refusals: `{"error", "error_description"}` with 400 or 401.
    [[nodiscard]] HttpAnswer token(const HttpRequest &request, Instant now);
    [[nodiscard]] HttpAnswer revoke(const HttpRequest &request);

    enum class Verdict { Unknown, Good, Dead }; // Unknown: not given by this server
    [[nodiscard]] Verdict verdict(const QString &accessToken, Instant now) const;
    /// As if the account's owner had taken away the app's rights.
    void revokeAll();

private:
    struct Grant {
        QString client = {};
        QString scope = {};
        Instant accessUntil = {};
        Instant refreshUntil = {};
        QString access = {};
        QString refresh = {}; // empty: none
        bool isRevoked = false;
    };
    [[nodiscard]] std::optional<HttpAnswer> clientProblem(
        const HttpRequest &request, const Params &params) const;
    [[nodiscard]] HttpAnswer fromCode(const Params &params, Instant now);
    [[nodiscard]] HttpAnswer renewed(const Params &params, Instant now);
    [[nodiscard]] HttpAnswer grant(const QString &client, const QString &scope, Instant now);

    OAuth2Rules m_rules;
    SignInPage m_page;
    QList<Grant> m_grants; // one for each access token ever given
    int m_given = 0;
};

} // namespace fw::sandbox
