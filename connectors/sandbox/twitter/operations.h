#pragma once

#include <QStringList>

namespace fw::sandbox::twitter {

// The endpoints that have limits and faults of their own.
inline constexpr QLatin1StringView kSignIn("sign-in"); // page, tokens, revocation
inline constexpr QLatin1StringView kMe("me");
inline constexpr QLatin1StringView kUser("user");
inline constexpr QLatin1StringView kMentions("mentions");
inline constexpr QLatin1StringView kOwn("own");
inline constexpr QLatin1StringView kLookup("lookup");
inline constexpr QLatin1StringView kLookupOne("lookup-one");
inline constexpr QLatin1StringView kCreate("create");
inline constexpr QLatin1StringView kDelete("delete");
inline constexpr QLatin1StringView kHide("hide");
inline constexpr QLatin1StringView kMessages("messages");
inline constexpr QLatin1StringView kMessageCreate("message-create");

[[nodiscard]] inline QStringList operations()
{
    return {kMe, kSignIn, kUser, kMentions, kOwn, kLookup, kLookupOne, kCreate, kDelete, kHide, kMessages,
        kMessageCreate};
}

} // namespace fw::sandbox::twitter
