#pragma once

#include "app/core/error.h"

#include <QStringList>

#include <functional>

namespace fw {

/// The longest text that is cut: more parts than this nobody reads, and a network may take them for spam.
inline constexpr int kMostParts = 6;

/// A text as one or several replies, each of which `fits`: cut between paragraphs, sentences or words, whichever is there, and marked " (2/3)".
/// A text that fits comes back whole, without a mark. `fits` must not become true again for a longer beginning of the same text.
/// Errors: Usage when it needs more than kMostParts.
[[nodiscard]] Result<QStringList> partsOf(
    const QString &text, const std::function<bool(const QString &)> &fits);

/// The text of a part as it was before partsOf() marked it. A text that stands alone has no mark.
[[nodiscard]] QString withoutPartMark(const QString &text, int part, int parts);

} // namespace fw
