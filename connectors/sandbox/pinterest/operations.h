#pragma once

#include "connectors/sandbox/windows.h"

#include <QStringList>

namespace fw::sandbox::pinterest {

// The endpoints that have faults of their own.
inline constexpr QLatin1StringView kAccount("pin-account");
inline constexpr QLatin1StringView kBoards("pin-boards");
inline constexpr QLatin1StringView kBoardPins("pin-board-pins");
inline constexpr QLatin1StringView kPins("pin-list");
inline constexpr QLatin1StringView kPin("pin-one");
inline constexpr QLatin1StringView kTopPins("pin-top");
inline constexpr QLatin1StringView kWebsites("pin-websites");
inline constexpr QLatin1StringView kFollowers("pin-followers");
inline constexpr QLatin1StringView kComments("pin-comments");
inline constexpr QLatin1StringView kReplies("pin-replies");
inline constexpr QLatin1StringView kComment("pin-comment");
inline constexpr QLatin1StringView kCreateComment("pin-comment-create");
inline constexpr QLatin1StringView kDeleteComment("pin-comment-delete");
inline constexpr QLatin1StringView kSignIn("pin-sign-in");
inline constexpr QLatin1StringView kToken("pin-token");

[[nodiscard]] inline QStringList operations()
{
    return {kAccount, kBoards, kBoardPins, kPins, kPin, kTopPins, kWebsites, kFollowers, kComments, kReplies,
        kComment, kCreateComment, kDeleteComment, kSignIn, kToken};
}

/// All operations of one category share its quota. Source: OpenAPI 5.23.0, x-ratelimit-category.
[[nodiscard]] QString categoryOf(const QString &operation);
/// Of standard access, per minute. Source: developers.pinterest.com/docs/reference/rate-limits.
[[nodiscard]] QList<WindowRule> documentedWindows();

} // namespace fw::sandbox::pinterest
