#pragma once

#include "connectors/pinterest/pinterest_session.h"

namespace fw::pinterest {

/// The parts of a connector that need a partner profile; `session->settings.partner` must be there.

/// Asks for the parent's place where the profile needs it and it is not known, then writes once.
[[nodiscard]] QFuture<Outcome> sendReply(const std::shared_ptr<Session> &session, const Outgoing &reply);
[[nodiscard]] QFuture<Answer<QList<Post>>> findSentReply(
    const std::shared_ptr<Session> &session, const Outgoing &reply, Instant since);
/// One comment, or none when it is gone. An empty id asks nothing.
[[nodiscard]] QFuture<Answer<QList<Post>>> lookUpComment(
    const std::shared_ptr<Session> &session, const QString &remoteId);
[[nodiscard]] QFuture<Outcome> removeComment(
    const std::shared_ptr<Session> &session, const QString &remoteId);

} // namespace fw::pinterest
