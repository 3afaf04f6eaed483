#pragma once

#include "app/core/error.h"
#include "app/model/account.h"

#include <QUrl>

namespace fw {

/// How an app proves at the token endpoint that it is itself.
enum class ClientProof {
    None,  // a public client: its id travels with the form
    Basic, // id and secret in the Authorization header
    Query, // id and secret as parameters (Graph API)
};

/// Where and how an account is signed in. Data: the network's defaults, laid over by account.settings["oauth"], an object with
/// client_id, redirect_port (0: any free one), authorize_url, token_url, revoke_url and scopes (a list).
struct SignInPlan {
    Network network = Network::Twitter;
    QString clientId = {};
    ClientProof proof = ClientProof::None;
    QUrl authorizeUrl = {};
    QUrl tokenUrl = {};
    QUrl revokeUrl = {}; // empty: the network has no such call
    QString apiUrl = {}; // the account's base URL, for Graph with its version
    quint16 redirectPort = 0;
    QStringList scopes = {};
    QString scopeSeparator = QStringLiteral(" ");
    bool usesPkce = false;
};

/// The port of the redirect address when nothing else is configured: http://127.0.0.1:48271/callback has to be registered with X and Pinterest,
/// which compare the whole address.
constexpr quint16 kUsualRedirectPort = 48271;

/// Errors: Usage without a client id, with an address that is neither https nor on this computer, or without the app secret where the network
/// wants one.
/// Source: docs.x.com/fundamentals/authentication/oauth-2-0 (authorization code, user access token);
/// developers.facebook.com/docs/facebook-login (manually build a login flow); the OpenAPI description of Pinterest v5 (securitySchemes).
[[nodiscard]] Result<SignInPlan> signInPlan(const Account &account, bool hasSecret);

/// Whether nobody can sign in to `network` without the secret of an app.
[[nodiscard]] bool needsAppSecret(Network network);

/// What the browser is sent to. `challenge` is used where the network knows PKCE.
[[nodiscard]] QUrl authorizeUrl(
    const SignInPlan &plan, const QString &redirectUri, const QByteArray &state, const QByteArray &challenge);

} // namespace fw
