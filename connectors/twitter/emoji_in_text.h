#pragma once

#include <QString>

namespace fw::twitter {

/// The length, in UTF-16 units, of the emoji made of several characters (skin tone, joiners, flag, keycap, emoji style) that begins at `at`;
/// 0 when there is none. Only sequences that Unicode recommends count as one emoji, with or without their marks of style.
/// Source: Unicode's list of recommended emoji (UTS #51), as ICU has it.
[[nodiscard]] qsizetype emojiAt(QStringView text, qsizetype at);

} // namespace fw::twitter
