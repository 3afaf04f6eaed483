#pragma once

#include "app/core/clock.h"
#include "app/network/connector.h"
#include "connectors/http/http_client.h"
#include "connectors/http/token_source.h"
#include "connectors/twitter/prices.h"
#include "connectors/twitter/twitter_query.h"

#include <memory>

namespace fw::twitter {

/// What the calls of one account share. Steps of a call hold it weakly: those that end after the connector is gone find nothing and stop.
/// Thread: the connector's.
struct Session {
    Session(const Account &forAccount, TokenSource source, const Clock &time);

    Account account; // remoteId and handle are filled in when the network has told them
    const TokenSource token;
    const Clock &clock;
    Vocabulary vocabulary;
    const std::optional<milliseconds> deadline;
    const Prices prices;
    PaidToday paid;
    HttpClient http;

    bool mayReadMessages = true; // false: the network refused it to this token

    /// The network's time as far as known.
    [[nodiscard]] Instant now() const { return clock.now() + account.clockOffset; }
    [[nodiscard]] bool isEnterprise() const;

    [[nodiscard]] QFuture<HttpAnswer> read(const QUrl &url);
    /// The future is finished with an error when there is no token.
    [[nodiscard]] QFuture<HttpAnswer> write(
        const QByteArray &method, const QUrl &url, const QJsonObject &body);

    /// Adds what `ids` cost to `facts`, as far as it was not paid for today.
    void charge(const QString &thing, const QStringList &ids, CallFacts &facts);
};
using SharedSession = std::shared_ptr<Session>;
using WeakSession = std::weak_ptr<Session>; // the connector owns the only lasting shared_ptr

} // namespace fw::twitter
