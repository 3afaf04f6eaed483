#include "connectors/http/http_wire.h"

#include <QSslConfiguration>
#include <QUrlQuery>

#include <algorithm>

namespace fw {

namespace {
using namespace Qt::StringLiterals;

constexpr qsizetype kMaxRequestId = 64;

/// Whether `text` can stand in a header without ending it.
bool isHeaderText(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7f; });
}

Error usage(const QString &words)
{
    return {.code = ErrorCode::Usage, .detail = words};
}

QSslConfiguration tls()
{
    QSslConfiguration configuration
        = QSslConfiguration::defaultConfiguration(); // with the system's authorities
    // Said here once more, so that nothing that lowers the default lowers this.
    configuration.setBackendConfiguration({});
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setPeerVerifyDepth(0); // the whole chain
    return configuration;
}

QByteArray authorization(const HttpRequest &request)
{
    if (request.basic) {
        return "Basic " + (request.basic->user + ':' + request.basic->secret).toBase64();
    }
    return request.bearer.isEmpty() ? QByteArray() : "Bearer " + request.bearer;
}
} // namespace

bool isThisMachine(const QString &host)
{
    return host == u"127.0.0.1"_s || host == u"::1"_s || host == u"localhost"_s;
}

std::optional<Error> refusalOf(const HttpRequest &request)
{
    const QUrl &url = request.url;
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        return usage(u"not an address of a network"_s);
    }
    if (url.scheme() != u"https"_s && !(url.scheme() == u"http"_s && isThisMachine(url.host()))) {
        return usage(u"use https: plain http is allowed to this machine only (127.0.0.1, ::1, localhost)"_s);
    }
    if (!isHeaderText(request.bearer) || !isHeaderText(request.contentType) || !isHeaderText(request.etag)) {
        return usage(u"a token, type or tag with characters that cannot stand in a header"_s);
    }
    if (request.basic && (!request.bearer.isEmpty() || request.basic->user.contains(':'))) {
        return usage(u"either a token or a user without a colon and a secret"_s);
    }
    return std::nullopt;
}

QNetworkRequest networkRequest(const HttpRequest &request, bool isWrite)
{
    QNetworkRequest wire(request.url);
    wire.setSslConfiguration(tls());
    // No redirect is followed: the token must not reach a host nobody configured, and a redirected write would be a second write.
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // What is known about repeated requests was tried on HTTP/1.1.
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    wire.setHeader(QNetworkRequest::UserAgentHeader, u"Floorwalker/" FW_VERSION ""_s);
    wire.setRawHeader("Accept", "application/json");
    // Accept-Encoding is Qt's: only what it offers itself does it unpack, and stop when little becomes very much.
    if (const QByteArray value = authorization(request); !value.isEmpty()) {
        wire.setRawHeader("Authorization", value);
    }
    if (!isWrite && !request.etag.isEmpty()) {
        wire.setRawHeader("If-None-Match", request.etag);
    }
    if (isWrite) {
        // Without the length, or with buffering, Qt would copy the body into a buffer that can be rewound.
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        if (!request.body.isEmpty()) {
            wire.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
        }
    }
    return wire;
}

bool isStatusInOtherWords(QNetworkReply::NetworkError error, int status)
{
    if (status < 400 || error == QNetworkReply::ContentReSendError) {
        return false;
    }
    return error == QNetworkReply::ProtocolInvalidOperationError // 400 and 418
        || (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError)
        || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

QString connectionWords(QNetworkReply::NetworkError error, const QStringList &tlsErrors)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return u"connection refused"_s;
    case QNetworkReply::HostNotFoundError:
        return u"no such host"_s;
    case QNetworkReply::SslHandshakeFailedError:
        return tlsErrors.isEmpty()
            ? u"TLS could not be agreed on"_s
            : u"the server's certificate is refused: %1"_s.arg(tlsErrors.join(u"; "_s));
    case QNetworkReply::ProxyConnectionRefusedError:
        return u"the proxy refuses the connection"_s;
    case QNetworkReply::ProxyNotFoundError:
        return u"no such proxy"_s;
    default:
        return u"no connection"_s;
    }
}

QByteArray requestIdOf(const HttpAnswer &answer)
{
    for (const char *name : {"x-transaction-id", "x-fb-trace-id", "x-pinterest-rid"}) {
        const QByteArray id = answer.headers.value(name).trimmed();
        const bool isPlain = std::all_of(id.begin(), id.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                || QByteArrayView("-_+/=.:").contains(c);
        });
        if (!id.isEmpty() && id.size() <= kMaxRequestId && isPlain) {
            return id;
        }
    }
    return {};
}

RawAnswer rawAnswerOf(const HttpRequest &request, const HttpAnswer &answer)
{
    RawAnswer raw{.method = request.method,
        .host = request.url.host(),
        .path = request.url.path(QUrl::FullyEncoded).toLatin1(),
        .status = answer.status,
        .headers = answer.headers,
        .body = answer.body};
    const auto query = QUrlQuery(request.url).queryItems(QUrl::FullyEncoded);
    for (const auto &item : query) {
        raw.queryNames.append(item.first.toLatin1());
    }
    for (const char *name : {"set-cookie", "set-cookie2", "authorization", "location"}) {
        raw.headers.remove(name);
    }
    return raw;
}

} // namespace fw
