#include "connectors/sandbox/oauth2_server.h"

#include <algorithm>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
HttpAnswer refused(int status, const QString &error, const QString &description)
{
    return {.status = status, .body = {{u"error"_s, error}, {u"error_description"_s, description}}};
}

HttpAnswer badGrant()
{
    return refused(400, u"invalid_grant"_s, u"Value passed for the token was invalid."_s);
}

qint64 secondsOf(milliseconds span)
{
    return static_cast<qint64>(span.count() / 1000);
}
} // namespace

OAuth2Server::OAuth2Server(const OAuth2Rules &rules) : m_rules(rules), m_page(rules.name, rules.isAutomatic)
{
}

std::optional<HttpAnswer> OAuth2Server::clientProblem(const HttpRequest &request, const Params &params) const
{
    const QByteArray basic = QByteArray::fromBase64(credentialsOf(request, "basic"));
    const qsizetype colon = basic.indexOf(':');
    const QString id = colon > 0 ? QString::fromUtf8(basic.left(colon)) : params.value(u"client_id"_s);
    const QString secret = colon > 0 ? QString::fromUtf8(basic.mid(colon + 1)) : QString();
    const bool isSecretWrong = (m_rules.needsSecret && secret.isEmpty())
        || (!secret.isEmpty() && !m_rules.clientSecret.isEmpty() && secret != m_rules.clientSecret);
    if (id.isEmpty() || (!m_rules.clientId.isEmpty() && id != m_rules.clientId) || isSecretWrong) {
        return refused(401, u"invalid_client"_s, u"Missing or wrong credentials of the app."_s);
    }
    return std::nullopt;
}

HttpAnswer OAuth2Server::token(const HttpRequest &request, Instant now)
{
    const Params params(request);
    if (const auto problem = clientProblem(request, params)) {
        return *problem;
    }
    const QString type = params.value(u"grant_type"_s);
    if (type == "authorization_code"_L1) {
        return fromCode(params, now);
    }
    return type == "refresh_token"_L1
        ? renewed(params, now)
        : refused(400, u"unsupported_grant_type"_s, u"grant_type is none this server knows."_s);
}

HttpAnswer OAuth2Server::fromCode(const Params &params, Instant now)
{
    const auto consent = m_page.take(params.value(u"code"_s), now);
    const bool isProven = consent
        && (!m_rules.needsVerifier
            || (!consent->challenge.isEmpty() && isVerified(*consent, params.value(u"code_verifier"_s))));
    if (!consent || !isProven || consent->redirectUri != params.value(u"redirect_uri"_s)) {
        return badGrant();
    }
    return grant(consent->client, consent->scope, now);
}

HttpAnswer OAuth2Server::renewed(const Params &params, Instant now)
{
    const QString refresh = params.value(u"refresh_token"_s);
    const auto found = std::find_if(m_grants.begin(), m_grants.end(),
        [&refresh](const Grant &grant) { return !grant.refresh.isEmpty() && grant.refresh == refresh; });
    if (found == m_grants.end() || found->isRevoked || now >= found->refreshUntil) {
        return badGrant();
    }
    found->refresh.clear();               // good once: the answer has the next one
    const QString client = found->client; // granting moves the list
    const QString scope = found->scope;
    return grant(client, scope, now);
}

HttpAnswer OAuth2Server::grant(const QString &client, const QString &scope, Instant now)
{
    const bool isOffline = m_rules.offlineScope.isEmpty() || scope.contains(m_rules.offlineScope);
    const int number = ++m_given;
    const Grant given{.client = client,
        .scope = scope,
        .accessUntil = now + m_rules.accessLife,
        .refreshUntil = now + m_rules.refreshLife,
        .access = opaqueText(m_rules.name + u" access"_s, number),
        .refresh = isOffline ? opaqueText(m_rules.name + u" refresh"_s, number) : QString()};
    m_grants.append(given);
    QJsonObject body{{u"token_type"_s, u"bearer"_s}, {u"expires_in"_s, secondsOf(m_rules.accessLife)},
        {u"access_token"_s, given.access}, {u"scope"_s, scope}};
    if (isOffline) {
        body.insert(u"refresh_token"_s, given.refresh);
    }
    if (isOffline && m_rules.tellsRefreshLife) {
        body.insert(u"refresh_token_expires_in"_s, secondsOf(m_rules.refreshLife));
        body.insert(u"refresh_token_expires_at"_s, toMs(given.refreshUntil) / 1000);
    }
    return {.body = body};
}

HttpAnswer OAuth2Server::revoke(const HttpRequest &request)
{
    const Params params(request);
    if (const auto problem = clientProblem(request, params)) {
        return *problem;
    }
    const QString token = params.value(u"token"_s);
    for (Grant &grant : m_grants) {
        grant.isRevoked = grant.isRevoked || grant.access == token || grant.refresh == token;
    }
    return {.body = {{u"revoked"_s, true}}}; // also for a token nobody knows (RFC 7009, 2.2)
}

OAuth2Server::Verdict OAuth2Server::verdict(const QString &accessToken, Instant now) const
{
    const auto found = std::find_if(m_grants.cbegin(), m_grants.cend(),
        [&accessToken](const Grant &grant) { return grant.access == accessToken; });
    if (found == m_grants.cend()) {
        return Verdict::Unknown;
    }
    return found->isRevoked || now >= found->accessUntil ? Verdict::Dead : Verdict::Good;
}

void OAuth2Server::revokeAll()
{
    for (Grant &grant : m_grants) {
        grant.isRevoked = true;
    }
}

} // namespace fw::sandbox
