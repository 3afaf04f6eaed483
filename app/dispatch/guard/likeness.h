#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace fw::guard {

/// What is kept of a text to compare it with others: a sorted list of marks of its words and pairs of words, as bytes for the store. About
/// eight bytes a word, in this machine's byte order. Pure.
[[nodiscard]] QByteArray shapeOf(const QString &text);

/// How much two texts have in common, 0 to 1, from their shapes. 1: the same but for what differs from one use of a prepared answer to the next
/// (names, numbers, links, case, accents, emoji, who signed). Cost: below a microsecond.
[[nodiscard]] double likeness(const QByteArray &a, const QByteArray &b);

/// Marks of which two texts at least `atLeast` alike share one: so few that they can be looked up. Pure.
[[nodiscard]] QList<quint32> tellingMarks(const QByteArray &shape, double atLeast);

/// Texts so short that many people say them: "Thank you!". They are alike only when they are the same, numbers included.
[[nodiscard]] bool isShort(const QByteArray &shape);

/// From which likeness on two texts are taken for one text, unless an account's settings say otherwise: half of what they say together they both say. It was
/// chosen before the corpus of the tests was measured, and is not fitted to it. X forbids "identical or substantially similar" content and refuses repeated replies (docs.x.com: developer-terms/restricted-use-cases,
/// developer-guidelines); how it compares is not told.
inline constexpr double kAlike = 0.5;

} // namespace fw::guard
