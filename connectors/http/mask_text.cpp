#include "connectors/http/mask_text.h"

#include <algorithm>

namespace fw {

namespace {
constexpr char kNoUtf8 = '\xff';

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

unsigned byteAt(const QByteArray &in, qsizetype at)
{
    return at < in.size() ? static_cast<unsigned char>(in.at(at)) : 0;
}

/// How many bytes the UTF-8 character at `at` has, 2 to 4; 0 when there is none. Source: RFC 3629, 4.
qsizetype utf8LengthAt(const QByteArray &in, qsizetype at)
{
    const unsigned first = byteAt(in, at);
    const unsigned second = byteAt(in, at + 1);
    const auto isTail = [&in](qsizetype i) { return (byteAt(in, i) & 0xc0U) == 0x80U; };
    if (!isTail(at + 1)) {
        return 0;
    }
    if (first >= 0xc2 && first <= 0xdf) {
        return 2;
    }
    if (first >= 0xe0 && first <= 0xef) {
        const bool isShortest = first != 0xe0 || second >= 0xa0;
        const bool isNoSurrogate = first != 0xed || second < 0xa0;
        return isShortest && isNoSurrogate && isTail(at + 2) ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        const bool isShortest = first != 0xf0 || second >= 0x90;
        const bool isUnicode = first != 0xf4 || second < 0x90;
        return isShortest && isUnicode && isTail(at + 2) && isTail(at + 3) ? 4 : 0;
    }
    return 0;
}

void put(QByteArray &out, qsizetype at, QByteArrayView bytes)
{
    std::copy(bytes.begin(), bytes.end(), out.begin() + at);
}

/// The four digits of an escape that stands for the same kind of character; nothing when `code` says nothing about what was written.
QByteArrayView maskedCode(uint code)
{
    if (code >= 0xd800 && code <= 0xdbff) {
        return "d835"; // first half of a mathematical letter
    }
    if (code >= 0xdc00 && code <= 0xdfff) {
        return "dc31"; // second half
    }
    if (code >= 0x80) {
        return "00d7";
    }
    const char c = char(code);
    return isLetter(c) ? QByteArrayView("0078") : isDigit(c) ? QByteArrayView("0030") : QByteArrayView();
}

/// The escape at `at`, where a backslash stands. Returns where the next character begins.
qsizetype maskEscape(const QByteArray &in, qsizetype at, qsizetype end, QByteArray &out)
{
    if (at + 1 >= end) {
        return end;
    }
    const char kind = in.at(at + 1);
    if (kind != 'u') {
        return QByteArrayView("\"\\/bfnrt").contains(kind) ? at + 2 : maskCharacter(in, at + 1, out);
    }
    bool isCode = at + 6 <= end;
    for (qsizetype i = at + 2; isCode && i < at + 6; ++i) {
        const char c = in.at(i);
        isCode = isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
    if (!isCode) {
        return at + 2; // what follows is masked as if no escape had begun
    }
    put(out, at + 2, maskedCode(in.mid(at + 2, 4).toUInt(nullptr, 16)));
    return at + 6;
}
} // namespace

qsizetype maskCharacter(const QByteArray &in, qsizetype at, QByteArray &out)
{
    const char c = in.at(at);
    if (static_cast<unsigned char>(c) < 0x80) {
        out[at] = isLetter(c) ? 'x' : isDigit(c) ? '0' : c;
        return at + 1;
    }
    switch (utf8LengthAt(in, at)) {
    case 2:
        put(out, at, "\u00d7");
        return at + 2;
    case 3:
        put(out, at, "\u2715");
        return at + 3;
    case 4:
        put(out, at, "\U0001d431");
        return at + 4;
    default:
        out[at] = kNoUtf8;
        return at + 1;
    }
}

void maskString(const QByteArray &in, qsizetype begin, qsizetype end, QByteArray &out)
{
    for (qsizetype at = begin; at < end;) {
        at = in.at(at) == '\\' ? maskEscape(in, at, end, out) : maskCharacter(in, at, out);
    }
}

QByteArray maskedText(const QByteArray &text)
{
    QByteArray out = text;
    for (qsizetype at = 0; at < text.size();) {
        at = maskCharacter(text, at, out);
    }
    return out;
}

} // namespace fw
