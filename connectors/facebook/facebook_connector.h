#pragma once

#include "app/core/clock.h"
#include "app/network/connector.h"
#include "connectors/http/raw_sink.h"
#include "connectors/http/token_source.h"

#include <memory>

namespace fw {

/// A Facebook Page through the Graph API at `account.baseUrl`, with the Page's own token: a person's token is refused by identify(). Streams:
///   "comments"  the feed (posts by people and by us) and, below each post that changed, the comments at both levels
///   "messages"  the conversations that changed and their messages, also those written in other tools
///   "mentions"  visitors' posts, posts that tag the Page, and recommendations; comments below those are not read
///   "own"       the Page's published posts
/// Uses account.remoteId (empty: the network is asked first), account.clockOffset and of account.settings:
///   graph_version    "v25.0" unless told otherwise
///   features         a list; "human_agent": answers up to 7 days after the person's message were granted to the app
///   off              a list of features (kebab-case) that are switched off
///   history_days     how far back posts, and on the first walk messages, are looked at; 30
///   deadline_ms      the time a call may take (otherwise the HTTP client's)
/// Webhooks are not used: a desktop has no public address, so it asks.
/// `rawSink` is shown every answer as it came, where it is given. `appSecret` gives the secret of the app, for appsecret_proof; without one, or
/// where it is empty, none is sent. `clock` must outlive the connector. Thread: all calls in the thread that made it, which must have an event loop.
/// Source: Graph API reference v25.0 (developers.facebook.com/docs/graph-api), Messenger Platform documentation.
[[nodiscard]] std::unique_ptr<Connector> makeFacebookConnector(const Account &account, TokenSource token,
    const Clock &clock, RawSink rawSink = {}, TokenSource appSecret = {});

/// Errors: Usage, naming the key and what would be right.
[[nodiscard]] Done checkFacebookSettings(const QJsonObject &settings);

} // namespace fw
