#pragma once

#include "connectors/sandbox/facebook/state.h"
#include "connectors/sandbox/sign_in_page.h"

namespace fw::sandbox::facebook {

/// Facebook Login for a page: the dialog, tokens from codes and from short-lived tokens, and looking at a token. Sources:
/// developers.facebook.com/docs/facebook-login/guides/access-tokens and .../get-long-lived. Thread: the sandbox's.
class SignIn
{
public:
    explicit SignIn(State &state)
        : m_state(state)
        , m_page(QStringLiteral("facebook"), state.scenario.autoApprove)
    {
    }

    [[nodiscard]] HttpAnswer dialog(const HttpRequest &request)
    {
        return m_page.show(request, m_state.now());
    }
    /// /oauth/access_token
    [[nodiscard]] HttpAnswer accessToken(const Params &params);
    /// /debug_token; `token`: the caller's, an app's or a user's.
    [[nodiscard]] HttpAnswer debugToken(const Params &params);
    /// "id|secret"
    [[nodiscard]] bool isAppToken(const QString &token) const;

private:
    [[nodiscard]] HttpAnswer fromCode(const Params &params);
    [[nodiscard]] HttpAnswer longLived(const Params &params);
    [[nodiscard]] HttpAnswer refused(const QString &message, int subcode = 0);

    State &m_state;
    SignInPage m_page;
};

} // namespace fw::sandbox::facebook
