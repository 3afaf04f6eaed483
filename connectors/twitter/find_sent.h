#pragma once

#include "connectors/twitter/twitter_session.h"

namespace fw::twitter {

/// Connector::findSent(): our own posts, or our messages in a thread, newest first until `since` is reached.
[[nodiscard]] QFuture<Answer<QList<Post>>> findSent(
    const SharedSession &session, const Outgoing &reply, Instant since);

} // namespace fw::twitter
