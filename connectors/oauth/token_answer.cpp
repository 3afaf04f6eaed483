#include "connectors/oauth/token_answer.h"

#include "connectors/http/json_body.h"

#include <QRegularExpression>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMaxToken = 16 * 1024;
constexpr qint64 kLongestLifeS = 10LL * 365 * 24 * 3600;

/// A name out of an answer, if it is one: words of people or echoes of what was sent are not repeated.
QString plainName(const QJsonValue &value)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_. -]{1,60}$"_s);
    const QString name = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
    return plain.match(name).hasMatch() ? name : QString();
}

bool isRefusal(const QString &name)
{
    // unsupported_grant_type and invalid_scope are mistakes of the configuration and stay a BadRequest.
    static const QStringList refusals{u"invalid_grant"_s, u"invalid_client"_s, u"unauthorized_client"_s,
        u"access_denied"_s, u"invalid_token"_s, u"invalid_request"_s};
    return refusals.contains(name);
}

struct Complaint {
    QString name = {};
    bool isRefusal = false;
    bool isLimit = false;
};

/// Graph codes: 190 and 102 token, 4, 17, 32 and 613 limits (developers.facebook.com/docs/graph-api/guides/error-handling).
Complaint graphComplaint(const QJsonObject &error)
{
    const int code = error[u"code"_s].toInt();
    const QString type = plainName(error[u"type"_s]);
    return {.name = u"%1 %2"_s.arg(type, QString::number(code)).trimmed(),
        .isRefusal = code == 190 || code == 102,
        .isLimit = code == 4 || code == 17 || code == 32 || code == 613};
}

Complaint complaintIn(const QJsonObject &json, int status)
{
    if (json[u"error"_s].isObject()) {
        return graphComplaint(json[u"error"_s].toObject());
    }
    const QString name = plainName(json[u"error"_s].isString() ? json[u"error"_s] : json[u"code"_s]);
    return {.name = name, .isRefusal = status == 401 || isRefusal(name)};
}

std::optional<milliseconds> retryAfter(const HttpAnswer &answer)
{
    bool isNumber = false;
    const qint64 seconds = answer.headers.value("retry-after").toLongLong(&isNumber);
    return isNumber && seconds >= 0 ? std::optional(milliseconds(std::min(seconds, kLongestLifeS) * 1000))
                                    : std::nullopt;
}

Error errorOf(const HttpAnswer &answer, const QJsonObject &json)
{
    const Complaint complaint = complaintIn(json, answer.status);
    const QString said = complaint.name.isEmpty() ? u"status %1"_s.arg(answer.status)
                                                  : u"status %1, %2"_s.arg(answer.status).arg(complaint.name);
    if (answer.status == 429 || complaint.isLimit) {
        return {.code = ErrorCode::RateLimited,
            .detail = u"the network allows no more sign-in calls now (%1)"_s.arg(said),
            .retryAfter = retryAfter(answer)};
    }
    if (answer.status >= 500) {
        return {.code = ErrorCode::ServerFault, .detail = u"the network cannot sign in now (%1)"_s.arg(said)};
    }
    if (complaint.isRefusal || answer.status == 401) {
        return {
            .code = ErrorCode::Unauthorised, .detail = u"the network refused the sign-in (%1)"_s.arg(said)};
    }
    return {
        .code = ErrorCode::BadRequest, .detail = u"the network did not take the sign-in (%1)"_s.arg(said)};
}

std::optional<Instant> endOf(const QJsonValue &lifeS, Instant now)
{
    const qint64 seconds = lifeS.isString() ? lifeS.toString().toLongLong() : lifeS.toInteger();
    return seconds > 0 ? std::optional(now + std::chrono::seconds(std::min(seconds, kLongestLifeS)))
                       : std::nullopt;
}
} // namespace

bool isPlainToken(const QByteArray &token)
{
    return !token.isEmpty() && token.size() <= kMaxToken
        && std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

Result<QJsonObject> tokenJson(const HttpAnswer &answer)
{
    if (answer.error) {
        return Failure(*answer.error);
    }
    const auto json = jsonObjectIn(answer.body);
    if (answer.status < 200 || answer.status > 299) {
        return Failure(errorOf(answer, json.value_or(QJsonObject())));
    }
    return json;
}

Result<TokenSet> tokensIn(const QJsonObject &json, Instant now)
{
    const auto latin = [&json](const QString &name) { return json[name].toString().toUtf8(); };
    TokenSet tokens{.access = latin(u"access_token"_s),
        .refresh = latin(u"refresh_token"_s),
        .issuedAt = now,
        .expiresAt = endOf(json[u"expires_in"_s], now),
        .refreshExpiresAt = endOf(json[u"refresh_token_expires_in"_s], now)};
    static const QRegularExpression between(u"[ ,]+"_s);
    tokens.scopes = json[u"scope"_s].toString().split(between, Qt::SkipEmptyParts);
    if (!isPlainToken(tokens.access) || (!tokens.refresh.isEmpty() && !isPlainToken(tokens.refresh))) {
        return Failure(
            {.code = ErrorCode::MalformedAnswer, .detail = u"the network's answer holds no usable token"_s});
    }
    return tokens;
}

} // namespace fw
