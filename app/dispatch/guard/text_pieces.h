#pragma once

#include <QStringList>

namespace fw::guard {

/// A text as words in a row, with what differs from one use of a prepared answer to the next taken out. Pure.
struct Pieces {
    QStringList words = {};   // folded; "#" stands for a number or an order's, "~" for a link
    QStringList written = {}; // the same, with the numbers as they were written
    bool hasLink = false;
    bool operator==(const Pieces &) const = default;
};

/// Folded to lower case without accents. Left out: @handles, emoji, punctuation, the initials somebody signs with ("^AB", "- Ann"), and
/// capitalised words inside a sentence, which are names of people, places and things. Scripts without spaces: each character is a word.
[[nodiscard]] Pieces piecesOf(const QString &text);

} // namespace fw::guard
