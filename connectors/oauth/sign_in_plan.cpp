#include "connectors/oauth/sign_in_plan.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrlQuery>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
Failure usage(const QString &detail)
{
    return Failure({.code = ErrorCode::Usage, .detail = detail});
}

SignInPlan twitterPlan(const QString &api, bool hasSecret)
{
    const bool isNetworksOwn = QUrl(api).host() == "api.x.com"_L1;
    return {.proof = hasSecret ? ClientProof::Basic : ClientProof::None,
        .authorizeUrl
        = QUrl(isNetworksOwn ? u"https://x.com/i/oauth2/authorize"_s : api + u"/2/oauth2/authorize"_s),
        .tokenUrl = QUrl(api + u"/2/oauth2/token"_s),
        .revokeUrl = QUrl(api + u"/2/oauth2/revoke"_s),
        .apiUrl = api,
        .redirectPort = kUsualRedirectPort,
        .scopes = {u"tweet.read"_s, u"tweet.write"_s, u"tweet.moderate.write"_s, u"users.read"_s,
            u"dm.read"_s, u"dm.write"_s, u"offline.access"_s},
        .usesPkce = true};
}

/// Graph addresses begin with a version.
QString graphUrl(const Account &account)
{
    static const QRegularExpression version(u"^v[0-9]{1,3}\\.[0-9]{1,2}$"_s);
    const QString told = account.settings[u"graph_version"_s].toString();
    return account.baseUrl + u'/' + (version.match(told).hasMatch() ? told : u"v25.0"_s);
}

SignInPlan facebookPlan(const QString &api)
{
    QUrl dialog(api + u"/dialog/oauth"_s);
    if (dialog.host() == "graph.facebook.com"_L1) {
        dialog.setHost(u"www.facebook.com"_s); // with the same version in its path
    }
    return {.proof = ClientProof::Query,
        .authorizeUrl = dialog,
        .tokenUrl = QUrl(api + u"/oauth/access_token"_s),
        .apiUrl = api,
        .scopes = {u"pages_show_list"_s, u"pages_read_engagement"_s, u"pages_read_user_content"_s,
            u"pages_manage_engagement"_s, u"pages_manage_metadata"_s, u"pages_messaging"_s},
        .scopeSeparator = u","_s};
}

SignInPlan pinterestPlan(const QString &api)
{
    const bool isNetworksOwn = QUrl(api).host().endsWith(".pinterest.com"_L1);
    return {.proof = ClientProof::Basic,
        .authorizeUrl = QUrl(isNetworksOwn ? u"https://www.pinterest.com/oauth/"_s : api + u"/oauth/"_s),
        .tokenUrl = QUrl(api + u"/v5/oauth/token"_s),
        .apiUrl = api,
        .redirectPort = kUsualRedirectPort,
        .scopes = {u"user_accounts:read"_s, u"boards:read"_s, u"boards:read_secret"_s, u"pins:read"_s,
            u"pins:read_secret"_s},
        .scopeSeparator = u","_s};
}

SignInPlan usualPlan(const Account &account, bool hasSecret)
{
    switch (account.network) {
    case Network::Facebook:
        return facebookPlan(graphUrl(account));
    case Network::Pinterest:
        return pinterestPlan(account.baseUrl);
    case Network::Twitter:
        break;
    }
    return twitterPlan(account.baseUrl, hasSecret);
}

void layOver(QUrl &url, const QJsonValue &wanted)
{
    if (wanted.isString() && !wanted.toString().isEmpty()) {
        url = QUrl(wanted.toString(), QUrl::StrictMode);
    }
}

Done checkUrl(const QUrl &url, const QString &name)
{
    const bool isHere = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isHere);
    if (!url.isValid() || url.host().isEmpty() || !isSafe || !url.userInfo().isEmpty()) {
        return usage(u"the setting %1 is no https address"_s.arg(name));
    }
    return {};
}

Done checkPlan(const SignInPlan &plan, bool hasSecret)
{
    if (plan.clientId.isEmpty()) {
        return usage(
            u"the account has no client id; add it with --client-id, or give it a token: account paste-token"_s);
    }
    if (needsAppSecret(plan.network) && !hasSecret) {
        return usage(u"%1 signs nobody in without the secret of an app; add yours with --client-secret-file, "
                     u"or give the "
                     "account a long-lived token: account paste-token"_s.arg(toString(plan.network)));
    }
    return checkUrl(plan.authorizeUrl, u"authorize_url"_s)
        .and_then([&] { return checkUrl(plan.tokenUrl, u"token_url"_s); })
        .and_then(
            [&] { return plan.revokeUrl.isEmpty() ? Done() : checkUrl(plan.revokeUrl, u"revoke_url"_s); });
}
} // namespace

bool needsAppSecret(Network network)
{
    return network != Network::Twitter;
}

Result<SignInPlan> signInPlan(const Account &account, bool hasSecret)
{
    const QJsonObject wanted = account.settings[u"oauth"_s].toObject();
    SignInPlan plan = usualPlan(account, hasSecret);
    plan.network = account.network;
    plan.clientId = wanted[u"client_id"_s].toString();
    layOver(plan.authorizeUrl, wanted[u"authorize_url"_s]);
    layOver(plan.tokenUrl, wanted[u"token_url"_s]);
    layOver(plan.revokeUrl, wanted[u"revoke_url"_s]);
    const int port = wanted[u"redirect_port"_s].toInt(plan.redirectPort);
    if (port < 0 || port > 65535) {
        return usage(u"the setting redirect_port is no port: %1"_s.arg(port));
    }
    plan.redirectPort = quint16(port);
    if (wanted[u"scopes"_s].isArray()) {
        plan.scopes.clear();
        for (const QJsonValue &scope : wanted[u"scopes"_s].toArray()) {
            plan.scopes.append(scope.toString());
        }
    }
    return checkPlan(plan, hasSecret).map([&plan] { return plan; });
}

QUrl authorizeUrl(
    const SignInPlan &plan, const QString &redirectUri, const QByteArray &state, const QByteArray &challenge)
{
    QList<QPair<QString, QString>> fields{{u"response_type"_s, u"code"_s}, {u"client_id"_s, plan.clientId},
        {u"redirect_uri"_s, redirectUri}, {u"scope"_s, plan.scopes.join(plan.scopeSeparator)},
        {u"state"_s, QString::fromLatin1(state)}};
    if (plan.usesPkce) {
        fields.append({u"code_challenge"_s, QString::fromLatin1(challenge)});
        fields.append({u"code_challenge_method"_s, u"S256"_s});
    }
    QUrlQuery query(plan.authorizeUrl.query());
    for (const auto &field : fields) {
        query.addQueryItem(field.first, QString::fromLatin1(QUrl::toPercentEncoding(field.second)));
    }
    QUrl url = plan.authorizeUrl;
    url.setQuery(query);
    return url;
}

} // namespace fw
