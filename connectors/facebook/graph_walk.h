#pragma once

#include "connectors/facebook/graph_session.h"

namespace fw::facebook {

inline constexpr QLatin1String kComments("comments");
inline constexpr QLatin1String kMessages("messages");
inline constexpr QLatin1String kMentions("mentions");
inline constexpr QLatin1String kOwn("own");

/// One call of a walk over a stream: a page of a list (posts, conversations), or of what hangs below one of its entries (comments, messages).
/// There is no "everything since" for a whole Page. So the list is read first; what changed below an entry is told by its time and count; and
/// below it is read from where it was last read whole, a little earlier: the network counts in whole seconds and shows things late.
///
/// The watermark never passes the moment the walk began: something may be written below an entry that was read early while the rest is read.
[[nodiscard]] QFuture<Answer<PostPage>> fetchPage(
    const std::shared_ptr<Session> &session, const Cursor &from);

/// How far before its starting point a list is read again.
constexpr milliseconds kOverlap = std::chrono::minutes(2);

/// GET /{id}/comments, both levels, newest first, from `since` on (the epoch: all).
[[nodiscard]] Ask commentsBelow(const QString &id, Instant since, const QString &next, Operation operation);
/// GET /{thread}/messages, newest first.
[[nodiscard]] Ask messagesIn(const QString &thread, const QString &next, Operation operation);

} // namespace fw::facebook
