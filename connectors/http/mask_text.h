#pragma once

#include <QByteArray>

namespace fw {

/// Writes over the character at `at`: a letter by x, a digit by 0, one of several bytes by another of as many, a byte that is no UTF-8 by 0xFF.
/// Everything else stays. `out` is as long as `in`. Returns where the next character begins.
qsizetype maskCharacter(const QByteArray &in, qsizetype at, QByteArray &out);

/// The same for the inside of a JSON string, [begin, end): escapes stay escapes, of a character of the same kind.
void maskString(const QByteArray &in, qsizetype begin, qsizetype end, QByteArray &out);

/// `text` with every character masked.
[[nodiscard]] QByteArray maskedText(const QByteArray &text);

} // namespace fw
