#pragma once

#include "app/core/error.h"

#include <QByteArray>
#include <QHash>
#include <QUrl>

#include <optional>

namespace fw {

/// One request. The token goes into the Authorization header and nowhere else; it is never logged.
struct HttpRequest {
    QByteArray method = "GET";
    QUrl url = {};        // https, or http to this machine
    QByteArray body = {}; // writes only; may be empty
    QByteArray contentType = "application/json";
    QByteArray bearer = {}; // empty: no Authorization header
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
    QByteArray body = {};
    std::optional<Error> error = Error{.code = ErrorCode::Cancelled};
    std::optional<Instant> serverTime = {}; // from Date, whole seconds
};

} // namespace fw
