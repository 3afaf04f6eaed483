#include "connectors/oauth/token_set.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr int kVersion = 1;

QJsonValue toJson(const std::optional<Instant> &instant)
{
    return instant ? QJsonValue(toMs(*instant)) : QJsonValue();
}

std::optional<Instant> instantIn(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(instantFromMs(value.toInteger())) : std::nullopt;
}
} // namespace

std::optional<Instant> renewalDue(const TokenSet &tokens)
{
    if (!tokens.expiresAt || tokens.refresh.isEmpty()) {
        return std::nullopt;
    }
    return tokens.issuedAt + (*tokens.expiresAt - tokens.issuedAt) * 4 / 5;
}

QByteArray toBytes(const TokenSet &tokens)
{
    const QJsonObject json{{u"version"_s, kVersion}, {u"access"_s, QString::fromLatin1(tokens.access)},
        {u"refresh"_s, QString::fromLatin1(tokens.refresh)},
        {u"client_secret"_s, QString::fromLatin1(tokens.clientSecret)},
        {u"issued_at_ms"_s, toMs(tokens.issuedAt)}, {u"expires_at_ms"_s, toJson(tokens.expiresAt)},
        {u"refresh_expires_at_ms"_s, toJson(tokens.refreshExpiresAt)},
        {u"scopes"_s, QJsonArray::fromStringList(tokens.scopes)}, {u"subject"_s, tokens.subject}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<TokenSet> tokenSetFrom(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (json[u"version"_s].toInt() != kVersion) {
        return Failure({.code = ErrorCode::Storage,
            .detail = u"what the token vault holds for this account cannot be read; sign in again"_s});
    }
    TokenSet tokens{.access = json[u"access"_s].toString().toLatin1(),
        .refresh = json[u"refresh"_s].toString().toLatin1(),
        .clientSecret = json[u"client_secret"_s].toString().toLatin1(),
        .issuedAt = instantFromMs(json[u"issued_at_ms"_s].toInteger()),
        .expiresAt = instantIn(json[u"expires_at_ms"_s]),
        .refreshExpiresAt = instantIn(json[u"refresh_expires_at_ms"_s]),
        .subject = json[u"subject"_s].toString()};
    for (const QJsonValue &scope : json[u"scopes"_s].toArray()) {
        tokens.scopes.append(scope.toString());
    }
    return tokens;
}

} // namespace fw
