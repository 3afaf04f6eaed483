#pragma once

#include "app/core/clock.h"
#include "app/network/connector.h"
#include "connectors/http/raw_sink.h"
#include "connectors/http/token_source.h"

#include <memory>

namespace fw {

/// The brand's account on Twitter/X, API v2, at `account.baseUrl`. Streams: "mentions", "own", and "messages" unless the network refused them.
/// Uses account.remoteId (empty: the network is asked for it first), account.clockOffset and of account.settings
///   "selector"     "tweet" (default) or "post", the vocabulary asked for first
///   "access"       "self-serve" (default) or "enterprise", which may answer anybody and like
///   "messages"     false: direct messages are left alone
///   "owns_app"     true: the app belongs to the account, which makes reading its mentions and posts cheaper
///   "prices"       laid over the price list: {"post-read": 5000, …}, millionths of a US dollar
///   "deadline_ms"  the time a call may take (otherwise the HTTP client's).
/// `rawSink` is shown every answer as it came, where it is given. `clock` must outlive the connector. Thread: all calls in the thread that made it, which must have an event loop.
/// Source: docs.x.com/x-api and the OpenAPI documents 2.166 (tweet names) and 2.167 (post names).
[[nodiscard]] std::unique_ptr<Connector> makeTwitterConnector(
    const Account &account, TokenSource token, const Clock &clock, RawSink rawSink = {});

} // namespace fw
