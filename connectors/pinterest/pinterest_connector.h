#pragma once

#include "app/core/clock.h"
#include "app/network/connector.h"
#include "connectors/http/raw_sink.h"
#include "connectors/http/token_source.h"

#include <memory>

namespace fw {

/// The brand's account on Pinterest, API v5, at `account.baseUrl`. The public API shows no comments: without a partner profile there are only
/// signals, from the streams "comments-radar", "domain-radar" and "collaborators"; with one (account.settings["partner"], docs/pinterest.md)
/// "comments" takes the place of the first, and comments can be answered. ["every_s"] says how often each is walked, ["deadline_ms"] how long a call may
/// take. Uses account.remoteId and account.handle to know our own comments, and account.clockOffset.
/// `rawSink` is shown every answer as it came, where it is given. `clock` must outlive the connector. A profile that makes no sense is as none; checkPinterestSettings() says what is wrong with it.
/// Thread: all calls in the thread that made it, which must have an event loop.
/// Source: the OpenAPI document 5.23.0 and captured answers.
[[nodiscard]] std::unique_ptr<Connector> makePinterestConnector(
    const Account &account, TokenSource token, const Clock &clock, RawSink rawSink = {});

/// Errors: Usage, naming the key and what would be right.
[[nodiscard]] Done checkPinterestSettings(const QJsonObject &settings);

namespace pinterest {
/// Characters as people count them by code point; the network does not document its rule.
[[nodiscard]] int textLength(const QString &text);
} // namespace pinterest

} // namespace fw
