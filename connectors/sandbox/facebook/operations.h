#pragma once

#include <QStringList>

namespace fw::sandbox::facebook {

// The endpoints that have faults of their own.
inline constexpr QLatin1StringView kNode("facebook.node"); // any object by id, also several
inline constexpr QLatin1StringView kAccounts("facebook.accounts");
inline constexpr QLatin1StringView kFeed("facebook.feed"); // every list of posts
inline constexpr QLatin1StringView kComments("facebook.comments");
inline constexpr QLatin1StringView kLikes("facebook.likes");
inline constexpr QLatin1StringView kConversations("facebook.conversations");
inline constexpr QLatin1StringView kMessages("facebook.messages");
inline constexpr QLatin1StringView kComment("facebook.comment");
inline constexpr QLatin1StringView kPost("facebook.post");
inline constexpr QLatin1StringView kChange("facebook.change"); // edit, hide, unhide
inline constexpr QLatin1StringView kRemove("facebook.remove");
inline constexpr QLatin1StringView kLike("facebook.like"); // and take back
inline constexpr QLatin1StringView kMessage("facebook.message");
inline constexpr QLatin1StringView kPrivateReply("facebook.private-reply");
inline constexpr QLatin1StringView kBatch("facebook.batch");
inline constexpr QLatin1StringView kSignIn("facebook.sign-in"); // dialog, tokens, inspection

[[nodiscard]] inline QStringList operations()
{
    return {kNode, kAccounts, kFeed, kComments, kLikes, kConversations, kMessages, kComment, kPost, kChange,
        kRemove, kLike, kMessage, kPrivateReply, kBatch, kSignIn};
}

} // namespace fw::sandbox::facebook
