#include "connectors/oauth/token_client.h"

#include "app/core/async.h"
#include "connectors/http/form_body.h"
#include "connectors/oauth/facebook_exchange.h"
#include "connectors/oauth/token_answer.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
using Fields = QList<QPair<QString, QString>>;

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}

HttpRequest post(const QUrl &url, Fields fields, const SignInPlan &plan, const QByteArray &secret)
{
    const bool isBasic = plan.proof == ClientProof::Basic && !secret.isEmpty();
    if (!isBasic) {
        fields.append({u"client_id"_s, plan.clientId});
    }
    HttpRequest request{
        .method = "POST", .url = url, .body = formBody(fields), .contentType = kFormContentType};
    if (isBasic) {
        request.basic = BasicCredentials{.user = plan.clientId.toUtf8(), .secret = secret};
    }
    return request;
}
} // namespace

QFuture<Result<TokenSet>> exchangeCode(HttpClient &http, const SignInPlan &plan,
    const QByteArray &clientSecret, const CodeGrant &grant, const Clock &clock)
{
    if (plan.network == Network::Facebook) {
        return exchangeForPage(http, plan, clientSecret, grant, clock);
    }
    Fields fields{{u"grant_type"_s, u"authorization_code"_s}, {u"code"_s, text(grant.code)},
        {u"redirect_uri"_s, grant.redirectUri}};
    if (plan.usesPkce) {
        fields.append({u"code_verifier"_s, text(grant.verifier)});
    }
    if (plan.network == Network::Pinterest) {
        // Apps made before 2025-09-25 get refresh tokens that can be renewed only when they ask for them.
        fields.append({u"continuous_refresh"_s, u"true"_s});
    }
    return http.write(post(plan.tokenUrl, fields, plan, clientSecret))
        .then([clientSecret, &clock](const HttpAnswer &answer) {
            return tokenJson(answer)
                .and_then([&clock](const QJsonObject &json) { return tokensIn(json, clock.now()); })
                .map([&clientSecret](TokenSet tokens) {
                    tokens.clientSecret = clientSecret;
                    return tokens;
                });
        });
}

QFuture<Result<TokenSet>> renew(
    HttpClient &http, const SignInPlan &plan, const TokenSet &old, const Clock &clock)
{
    Fields fields{{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, text(old.refresh)}};
    if (plan.network == Network::Pinterest) {
        fields.append({u"scope"_s, plan.scopes.join(plan.scopeSeparator)});
    }
    return http.write(post(plan.tokenUrl, fields, plan, old.clientSecret))
        .then([old, &clock](const HttpAnswer &answer) {
            return tokenJson(answer)
                .and_then([&clock](const QJsonObject &json) { return tokensIn(json, clock.now()); })
                .map([&old](TokenSet tokens) {
                    tokens.clientSecret = old.clientSecret;
                    tokens.subject = old.subject;
                    if (tokens.refresh.isEmpty()) {
                        tokens.refresh = old.refresh;
                        tokens.refreshExpiresAt = old.refreshExpiresAt;
                    }
                    return tokens;
                });
        });
}

QFuture<Done> revoke(HttpClient &http, const SignInPlan &plan, const TokenSet &tokens)
{
    if (plan.revokeUrl.isEmpty()) {
        return ready(Done(Failure({.code = ErrorCode::Usage,
            .detail = u"%1 has no call for it; take the access away on the network's own site"_s.arg(
                toString(plan.network))})));
    }
    const QByteArray token = tokens.refresh.isEmpty() ? tokens.access : tokens.refresh;
    return http.write(post(plan.revokeUrl, {{u"token"_s, text(token)}}, plan, tokens.clientSecret))
        .then([](const HttpAnswer &answer) -> Done {
            if (!answer.error && answer.status >= 200 && answer.status <= 299) {
                return {}; // whatever its body says
            }
            return tokenJson(answer).map([](const QJsonObject &) {});
        });
}

} // namespace fw
