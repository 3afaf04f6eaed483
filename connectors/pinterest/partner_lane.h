#pragma once

#include "connectors/pinterest/pinterest_session.h"

namespace fw::pinterest {

/// The parts of a connector that need a partner profile; `session->settings.partner` must be there.

/// Asks for the parent's place where the profile needs it and it is not known, then writes once.
[[nodiscard]] QFuture<Outcome> sendReply(const std::shared_ptr<Session> &session, const Outgoing &reply);
[[nodiscard]] QFuture<Answer<QList<Post>>> findSentReply(
    const std::shared_ptr<Session> &session, const Outgoing &reply, Instant since);
/// One comment after the other.
[[nodiscard]] QFuture<Answer<QList<Post>>> lookUpComments(
    const std::shared_ptr<Session> &session, const QStringList &remoteIds);
[[nodiscard]] QFuture<Outcome> removeComment(
    const std::shared_ptr<Session> &session, const QString &remoteId);

} // namespace fw::pinterest
