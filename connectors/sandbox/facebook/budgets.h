#pragma once

#include "connectors/sandbox/facebook/state.h"
#include "connectors/sandbox/http.h"
#include "connectors/sandbox/params.h"

namespace fw::sandbox::facebook {

/// What is limited by counting calls. Secondary sources of 2026 name 2 calls a second for conversations, 300 for sending and 750 private
/// answers an hour; refused with 613.
[[nodiscard]] QList<WindowRule> documentedWindows();
/// The window an operation counts in.
[[nodiscard]] QString bucketOf(const QString &operation);
[[nodiscard]] Budget budgetOf(const QString &operation, TokenKind kind);
/// 80001, 80006, 32 or 4.
[[nodiscard]] int throttleCode(const QString &operation, TokenKind kind);
/// X-App-Usage, X-Business-Use-Case-Usage: percentages (developers.facebook.com/docs/graph-api/overview/rate-limiting).
[[nodiscard]] HeaderLines usageHeaders(State &state, const QString &operation, TokenKind kind);

/// One member of a batch as a request of its own.
[[nodiscard]] HttpRequest memberRequest(
    const QJsonObject &member, const HttpRequest &whole, const QString &token, const Params &shared);
/// `{code, headers: [{name, value}], body: "<JSON as text>"}`
[[nodiscard]] QJsonObject memberAnswer(const HttpAnswer &answer, const HeaderLines &headers);

} // namespace fw::sandbox::facebook
