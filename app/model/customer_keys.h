#pragma once

#include <QString>

namespace fw {

// What the same e-mail address, telephone number, name … has in common however it is written: found by index. Empty when `text` is none. Pure.

/// Lower case, without what follows a + before the @.
[[nodiscard]] QString emailKey(const QString &text);
/// The last nine digits: the same with and without country code or leading 0. Empty below seven digits.
[[nodiscard]] QString phoneKey(const QString &text);
/// Lower case without accents, words in alphabetical order, so that "MARTINS, Ana" is "Ana Martins". Empty unless there are two words.
[[nodiscard]] QString nameKey(const QString &text);
/// Lower case without @ or the network's address before it.
[[nodiscard]] QString handleKey(const QString &text);
/// Letters and digits only, upper case.
[[nodiscard]] QString orderKey(const QString &text);
/// Lower case, without accents, one space between words.
[[nodiscard]] QString foldedText(const QString &text);

} // namespace fw
