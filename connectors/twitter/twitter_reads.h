#pragma once

#include "connectors/twitter/twitter_parse.h"
#include "connectors/twitter/twitter_session.h"

namespace fw::twitter {

/// One page, and what the call told.
struct PageAnswer {
    Result<ReadPage> page = Failure({.code = ErrorCode::Cancelled});
    CallFacts facts = {};
};

/// Every read asks once more in the other vocabulary when the names in the question are refused, and stays with it when that helps.
/// An account without an id is identified first.
[[nodiscard]] QFuture<Answer<Profile>> identify(const SharedSession &session);
/// A page of the streams "mentions" and "own".
[[nodiscard]] QFuture<PageAnswer> readTimeline(const SharedSession &session, const Cursor &from);
/// A page of direct messages. The network's refusal to let this token read any is remembered.
[[nodiscard]] QFuture<PageAnswer> readMessages(
    const SharedSession &session, const MessagePlace &place, const Cursor &from);
constexpr int kIdsPerLookUp = 100;
[[nodiscard]] QFuture<Answer<QList<Post>>> lookUpPosts(const SharedSession &session, const QStringList &ids);

/// Posts first, then what they answer.
[[nodiscard]] Answer<PostPage> toPostPage(const PageAnswer &read);

} // namespace fw::twitter
