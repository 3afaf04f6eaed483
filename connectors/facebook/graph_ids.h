#pragma once

#include "app/core/clock.h"
#include "connectors/http/json_view.h"

#include <QString>

#include <optional>

namespace fw::facebook {

/// The id in `value`: text, or in some answers a bare number. Empty when it is anything else, or holds a character that has a meaning in an
/// address: ids become parts of paths.
[[nodiscard]] QString idIn(JsonView value);
[[nodiscard]] QString idIn(const QString &text);

/// A moment as the Graph API writes it: `2021-07-21T21:05:14+0000`, or Unix seconds.
[[nodiscard]] std::optional<Instant> timeIn(JsonView value);

/// `pageId_postId`: a post in the feed of this Page. (A comment is `postId_commentId`.)
[[nodiscard]] bool isPostOf(const QString &id, const QString &pageId);
/// `m_…`, or `mid.…` in older answers.
[[nodiscard]] bool isMessageId(const QString &id);
/// `t_…`: a conversation.
[[nodiscard]] bool isThreadId(const QString &id);

/// The Graph API names no versions. The first one carries the plain id, a later one the id and the moment in which the new text was seen.
[[nodiscard]] QString versionId(const QString &id, Instant seenAt);
[[nodiscard]] QString plainId(const QString &versionId);

/// 13 digits of milliseconds: watermarks are compared by length and text.
[[nodiscard]] QString watermarkOf(Instant instant);
[[nodiscard]] std::optional<Instant> instantOfWatermark(const QString &watermark);

} // namespace fw::facebook
