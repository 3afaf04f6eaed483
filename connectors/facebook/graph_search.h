#pragma once

#include "connectors/facebook/graph_session.h"

namespace fw::facebook {

/// Our own answers that say what `reply` says, since `since`: see Connector::findSent. Looked for below the top-level comment, where every answer
/// to a comment or a reply stands; below the post when that is what was answered; in the person's conversation when it is a message.
[[nodiscard]] QFuture<Answer<QList<Post>>> searchSent(
    const std::shared_ptr<Session> &session, const Outgoing &reply, Instant since);

/// A post, comment or message by its id; none when it is gone. The network counts ids, not calls, and in a call for several one that is gone
/// would spoil the others. What is no id asks nothing.
[[nodiscard]] QFuture<Answer<QList<Post>>> lookUpPost(
    const std::shared_ptr<Session> &session, const QString &remoteId);

/// What a public answer is attached to: the top-level comment where `reply.thread` names one, else what it answers.
[[nodiscard]] QString targetOf(const Outgoing &reply);

} // namespace fw::facebook
