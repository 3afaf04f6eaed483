#pragma once

#include "connectors/sandbox/network_sim.h"
#include "connectors/sandbox/sign_in_page.h"

#include <QSet>

namespace fw::sandbox::pinterest {

/// The sign-in page under /oauth/ and POST /v5/oauth/token: app id and secret as Basic, no PKCE, access tokens for 30 days, refresh tokens for 60, a new
/// one with every refresh. Source: OpenAPI 5.23.0, /oauth/token; pinterest/api-quickstart. Thread: the sandbox's.
class PinSignIn
{
public:
    PinSignIn() : m_page(QStringLiteral("pinterest"), true) { }

    [[nodiscard]] SignInPage &page() { return m_page; }
    [[nodiscard]] HttpAnswer token(const HttpRequest &request, Instant now);
    /// Whether this access token was given here, and no later one took its place.
    [[nodiscard]] bool isGood(const QString &access) const { return m_access.contains(access); }

private:
    [[nodiscard]] HttpAnswer grant(const QString &scope, Instant now);

    SignInPage m_page;
    QSet<QString> m_access;
    QHash<QString, QString> m_refresh; // refresh token -> scope
    int m_given = 0;
};

} // namespace fw::sandbox::pinterest
