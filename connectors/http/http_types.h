#pragma once

#include "app/core/error.h"

#include <QByteArray>
#include <QHash>
#include <QUrl>

#include <optional>

namespace fw {

/// What a token endpoint asks an app for (RFC 7617).
struct BasicCredentials {
    QByteArray user = {}; // without a colon
    QByteArray secret = {};
};

/// One request. Token and credentials go into the Authorization header and nowhere else; they are never logged.
struct HttpRequest {
    QByteArray method = "GET";
    QUrl url = {};                               // https, or http to this machine
    QByteArray body = {};                        // writes only; may be empty
    QByteArray contentType = "application/json"; // of the body; for formBody() kFormContentType
    QByteArray bearer = {};                      // empty: none is sent
    std::optional<BasicCredentials> basic = {};  // instead of a bearer
    QByteArray etag
        = {}; // reads only: the ETag of the answer the caller has, so that an unchanged one is not sent again
    std::optional<milliseconds> deadline
        = {}; // from start to last byte; default 20 s for reads, 15 s for writes
};

/// What came of a request. The default value says that nothing is known.
///
/// `error` is set when no whole answer came or it is not one to be trusted:
///   Usage           the request was not made; the detail says why
///   Offline         certainly nothing was carried out: refused connection, unknown host, no route, TLS not agreed
///   Timeout         the deadline passed
///   UnknownOutcome  (writes) the connection was lost, the answer is broken, too large or a redirect
///   ServerFault     (reads) the connection was closed before an answer came
///   MalformedAnswer (reads) the answer is cut short, too large or a redirect
///   Cancelled       the client was destroyed before anything left
struct HttpAnswer {
    int status = 0;                             // 0: no status line was read
    QHash<QByteArray, QByteArray> headers = {}; // names in lower case
    QByteArray body = {};                       // unpacked
    bool isUnchanged = false; // 304 to a read with an etag: what the caller has still holds; body is empty
    std::optional<Error> error = Error{.code = ErrorCode::Cancelled};
    std::optional<Instant> serverTime = {}; // from Date, whole seconds
};

/// The network's own name for a request, to quote in a bug report: x-transaction-id, x-fb-trace-id or x-pinterest-rid, whichever there is.
/// Empty when there is none, or one that is no plain word of at most 64 characters.
[[nodiscard]] QByteArray requestIdOf(const HttpAnswer &answer);

/// An answer as it came, for whoever keeps it for a bug report. It holds what people wrote: see connectors/http/redact.h.
struct RawAnswer {
    QByteArray method = {};
    QString host = {};
    QByteArray path = {};              // encoded, without the query
    QList<QByteArray> queryNames = {}; // without their values
    int status = 0;                    // 0: none came
    QHash<QByteArray, QByteArray> headers
        = {};             // names in lower case; without those that carry tokens or cookies
    QByteArray body = {}; // unpacked, as far as it came
};

} // namespace fw
