#pragma once

#include "connectors/sandbox/http.h"

namespace fw::sandbox::facebook {

/// What a Graph call is refused with. Codes: developers.facebook.com/docs/graph-api/guides/error-handling and .../overview/rate-limiting.
struct GraphError {
    int code = 1;
    QString message = {};
    int subcode = 0; // 0: none
    QString type = QStringLiteral("OAuthException");
    int status = 400;
    bool isTransient = false;
};

/// The envelope `{"error": {...}}`; `trace` makes its fbtrace_id.
[[nodiscard]] HttpAnswer toAnswer(const GraphError &error, quint64 trace);

[[nodiscard]] GraphError invalidParameter(const QString &what);                   // 100
[[nodiscard]] GraphError unknownField(const QString &field, const QString &type); // 100
[[nodiscard]] GraphError missingObject(const QString &id, const QString &method); // 100, 33
[[nodiscard]] GraphError missingPermission(const QString &permission);            // 200
[[nodiscard]] GraphError deadToken(int subcode);                                  // 190
[[nodiscard]] GraphError blockedForPolicy();                                      // 368
[[nodiscard]] GraphError outsideWindow();                                         // 10, 2018278
/// The error of `code` with its usual words.
[[nodiscard]] GraphError usualError(int code, int subcode);

} // namespace fw::sandbox::facebook
