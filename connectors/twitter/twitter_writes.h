#pragma once

#include "connectors/twitter/twitter_session.h"

namespace fw::twitter {

/// Connector::send(). A PrivateReply is refused: the network has no such thing.
[[nodiscard]] QFuture<Outcome> send(const SharedSession &session, const Outgoing &reply);
/// Connector::moderate(). Removing what is gone already is accepted.
[[nodiscard]] QFuture<Outcome> moderate(
    const SharedSession &session, Moderation what, const QString &remoteId);

} // namespace fw::twitter
