#pragma once

#include <QStringList>

namespace fw::sandbox::twitter {

// The endpoints that have limits and faults of their own.
inline constexpr QLatin1StringView kMe("me");
inline constexpr QLatin1StringView kUser("user");
inline constexpr QLatin1StringView kMentions("mentions");
inline constexpr QLatin1StringView kOwn("own");
inline constexpr QLatin1StringView kLookup("lookup");
inline constexpr QLatin1StringView kLookupOne("lookup-one");
inline constexpr QLatin1StringView kCreate("create");
inline constexpr QLatin1StringView kDelete("delete");

[[nodiscard]] inline QStringList operations()
{
    return {kMe, kUser, kMentions, kOwn, kLookup, kLookupOne, kCreate, kDelete};
}

} // namespace fw::sandbox::twitter
