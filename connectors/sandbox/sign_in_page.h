#pragma once

#include "connectors/sandbox/params.h"

#include <QHash>

namespace fw::sandbox {

/// What somebody agreed to at a network's sign-in page.
struct Consent {
    QString client = {};
    QString redirectUri = {};
    QString scope = {};
    QString challenge = {}; // PKCE; empty: none
    QString challengeMethod = {};
    Instant givenAt = {};
};

/// A network's sign-in page (RFC 6749, 4.1.1, and RFC 7636): it redirects at once with a code, or asks first when told so. A code is good for
/// ten minutes and once. Thread: the sandbox's.
class SignInPage
{
public:
    /// `name`: what makes this network's codes differ from another's. `isAutomatic`: everybody agrees at once.
    SignInPage(const QString &name, bool isAutomatic) : m_name(name), m_isAutomatic(isAutomatic) { }

    void setAutomatic(bool isAutomatic) { m_isAutomatic = isAutomatic; }
    /// 302 to redirect_uri with code and state; 200 with a page to choose from; 302 with error=access_denied; 400.
    [[nodiscard]] HttpAnswer show(const HttpRequest &request, Instant now);
    /// Empty: no such code any more.
    [[nodiscard]] std::optional<Consent> take(const QString &code, Instant now);

private:
    QString m_name;
    bool m_isAutomatic;
    QHash<QString, Consent> m_consents;
    int m_given = 0;
};

/// Whether `verifier` belongs to the challenge.
[[nodiscard]] bool isVerified(const Consent &consent, const QString &verifier);
/// A text nobody guesses, the same for the same name and number.
[[nodiscard]] QString opaqueText(const QString &name, int number);

} // namespace fw::sandbox
