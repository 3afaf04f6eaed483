#pragma once

#include "connectors/http/http_client.h"
#include "connectors/http/token_source.h"
#include "connectors/pinterest/partner_comments.h"
#include "connectors/pinterest/pinterest_limits.h"
#include "connectors/pinterest/pinterest_settings.h"

#include <vector>

namespace fw::pinterest {

/// What the steps of a call share. Steps hold it weakly: those that end after the connector is gone find nothing and stop.
struct Session {
    Session(const Account &forAccount, TokenSource source, const Clock &time);
    Q_DISABLE_COPY_MOVE(Session)

    /// The network's time as far as known.
    [[nodiscard]] Instant now() const { return clock.now() + account.clockOffset; }
    [[nodiscard]] Instant timeOf(const HttpAnswer &answer) const { return answer.serverTime.value_or(now()); }
    [[nodiscard]] QFuture<HttpAnswer> read(const QUrl &url);
    /// What an answer tells about the limits of `category`.
    [[nodiscard]] CallFacts facts(const HttpAnswer &answer, const QString &category) const;
    [[nodiscard]] StreamWalk *walkOf(const QString &stream) const; // null: there is no such stream

    Account account; // remoteId and handle are filled in when the network has told them
    const TokenSource token;
    const Clock &clock;
    const Settings settings;
    Places places;
    std::vector<std::unique_ptr<StreamWalk>> walks; // most urgent first
    HttpClient http;
};
using Shared = std::weak_ptr<Session>; // the connector owns the only lasting shared_ptr

} // namespace fw::pinterest
