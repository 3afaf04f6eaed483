#include "connectors/sandbox/pinterest/pin_sign_in.h"

#include "connectors/sandbox/pinterest/pin_state.h"

namespace fw::sandbox::pinterest {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kAccessLifeS = 30LL * 86'400;
constexpr qint64 kRefreshLifeS = 60LL * 86'400;

HttpAnswer invalidGrant()
{
    return complaint(400, 283, u"Invalid authorization code or refresh token."_s);
}
} // namespace

HttpAnswer PinSignIn::token(const HttpRequest &request, Instant now)
{
    const QByteArray client = QByteArray::fromBase64(credentialsOf(request, "basic"));
    const Params params(request);
    if (client.indexOf(':') < 1 || client.endsWith(':')) {
        return complaint(401, 2, u"Authentication failed."_s);
    }
    const QString type = params.value(u"grant_type"_s);
    if (type == "authorization_code"_L1) {
        const auto consent = m_page.take(params.value(u"code"_s), now);
        const bool isRight = consent && consent->redirectUri == params.value(u"redirect_uri"_s)
            && consent->client.toUtf8() == client.left(client.indexOf(':'));
        return isRight ? grant(consent->scope, now) : invalidGrant();
    }
    if (type == "refresh_token"_L1) {
        const QString refresh = params.value(u"refresh_token"_s);
        if (!m_refresh.contains(refresh)) {
            return invalidGrant();
        }
        const QString scope = m_refresh.take(refresh);
        return grant(params.value(u"scope"_s, scope), now);
    }
    return complaint(400, 1, u"Parameter 'grant_type' is missing or not supported."_s);
}

HttpAnswer PinSignIn::grant(const QString &scope, Instant now)
{
    ++m_given;
    const QString access = u"pina_"_s + opaqueText(u"pinterest access"_s, m_given);
    const QString refresh = u"pinr_"_s + opaqueText(u"pinterest refresh"_s, m_given);
    m_access.insert(access);
    m_refresh.insert(refresh, scope);
    return {
        .body = {{u"access_token"_s, access}, {u"token_type"_s, u"bearer"_s}, {u"expires_in"_s, kAccessLifeS},
            {u"scope"_s, scope}, {u"response_type"_s, u"authorization_code"_s}, {u"refresh_token"_s, refresh},
            {u"refresh_token_expires_in"_s, kRefreshLifeS},
            {u"refresh_token_expires_at"_s, toMs(now) / 1000 + kRefreshLifeS}}};
}

} // namespace fw::sandbox::pinterest
