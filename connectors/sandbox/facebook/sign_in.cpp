#include "connectors/sandbox/facebook/sign_in.h"

#include "connectors/sandbox/facebook/nodes.h"

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto kShortLife = 2h; // of a user token that comes from a code: unpublished, one to two hours
constexpr auto kLongLife = 24h * 60;

qint64 unixSeconds(const std::optional<Instant> &at)
{
    return at ? toMs(*at) / 1000 : 0; // 0: never
}
} // namespace

HttpAnswer SignIn::refused(const QString &message, int subcode)
{
    return toAnswer({.code = 100, .message = message, .subcode = subcode}, ++m_state.traces);
}

bool SignIn::isAppToken(const QString &token) const
{
    return token == m_state.scenario.appId + u'|' + m_state.scenario.appSecret;
}

HttpAnswer SignIn::accessToken(const Params &params)
{
    const QString grant = params.value(u"grant_type"_s, u"authorization_code"_s);
    if (params.value(u"client_id"_s) != m_state.scenario.appId) {
        return toAnswer({.code = 101, .message = u"Error validating application. Invalid application ID."_s},
            ++m_state.traces);
    }
    if (params.value(u"client_secret"_s) != m_state.scenario.appSecret) {
        return toAnswer({.code = 1, .message = u"Error validating client secret."_s}, ++m_state.traces);
    }
    if (grant == "client_credentials"_L1) {
        return {.body = {{u"access_token"_s, m_state.scenario.appId + u'|' + m_state.scenario.appSecret},
                    {u"token_type"_s, u"bearer"_s}}};
    }
    return grant == "fb_exchange_token"_L1 ? longLived(params) : fromCode(params);
}

HttpAnswer SignIn::fromCode(const Params &params)
{
    const auto consent = m_page.take(params.value(u"code"_s), m_state.now());
    if (!consent) {
        return refused(u"This authorization code has been used or has expired."_s, 36009);
    }
    if (consent->redirectUri != params.value(u"redirect_uri"_s)) {
        return refused(
            u"Error validating verification code. Please make sure your redirect_uri is identical to the "
            "one you used in the OAuth dialog request"_s,
            36008);
    }
    const QString token = m_state.tokens.issue({.kind = TokenKind::User,
        .expiresAt = m_state.now() + kShortLife,
        .scopes = consent->scope.split(u',', Qt::SkipEmptyParts)});
    return {.body = {{u"access_token"_s, token}, {u"token_type"_s, u"bearer"_s},
                {u"expires_in"_s, static_cast<qint64>(milliseconds(kShortLife).count() / 1000)}}};
}

HttpAnswer SignIn::longLived(const Params &params)
{
    const auto known = m_state.tokens.find(params.value(u"fb_exchange_token"_s), m_state.now());
    if (!known || known->deadSubcode != 0) {
        return toAnswer(deadToken(known ? known->deadSubcode : 0), ++m_state.traces);
    }
    const QString token = m_state.tokens.issue(
        {.kind = TokenKind::User, .expiresAt = m_state.now() + kLongLife, .scopes = known->scopes});
    return {.body = {{u"access_token"_s, token}, {u"token_type"_s, u"bearer"_s},
                {u"expires_in"_s, static_cast<qint64>(milliseconds(kLongLife).count() / 1000)}}};
}

HttpAnswer SignIn::debugToken(const Params &params)
{
    const QString text = params.value(u"input_token"_s);
    const auto token = m_state.tokens.find(text, m_state.now());
    if (!token) {
        return {
            .body = {{u"data"_s,
                QJsonObject{{u"is_valid"_s, false}, {u"scopes"_s, QJsonArray()},
                    {u"error"_s,
                        QJsonObject{{u"code"_s, 190}, {u"message"_s, u"Invalid OAuth access token."_s}}}}}}};
    }
    const bool isPage = token->kind == TokenKind::Page;
    QStringList scopes = token->scopes;
    if (scopes.isEmpty()) {
        for (const QString &name : permissionNames()) {
            if (m_state.may(name)) {
                scopes.append(name);
            }
        }
    }
    QJsonObject body{{u"app_id"_s, m_state.scenario.appId}, {u"type"_s, isPage ? u"PAGE"_s : u"USER"_s},
        {u"application"_s, u"Floorwalker sandbox"_s}, {u"expires_at"_s, unixSeconds(token->expiresAt)},
        {u"data_access_expires_at"_s, unixSeconds(m_state.now() + 24h * 90)},
        {u"is_valid"_s, token->deadSubcode == 0}, {u"scopes"_s, QJsonArray::fromStringList(scopes)},
        {u"user_id"_s, userId()}};
    if (isPage) {
        body.insert(u"profile_id"_s, m_state.world.page().id);
    }
    return {.body = {{u"data"_s, body}}};
}

} // namespace fw::sandbox::facebook
