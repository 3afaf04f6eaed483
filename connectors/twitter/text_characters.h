#pragma once

#include <QChar>

#include <algorithm>
#include <iterator>

namespace fw::twitter {

/// A range of characters, both ends included.
struct CharRange {
    char32_t first = 0;
    char32_t last = 0;
};

template <size_t N>
[[nodiscard]] constexpr bool isIn(const CharRange (&ranges)[N], char32_t character)
{
    return std::any_of(std::begin(ranges), std::end(ranges),
        [character](const CharRange &range) { return character >= range.first && character <= range.last; });
}

[[nodiscard]] constexpr bool isAsciiDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

[[nodiscard]] constexpr bool isAsciiLetterOrDigit(char32_t c)
{
    return isAsciiDigit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// Letters with accents that the network lets stand in hosts and paths, and that end no name.
[[nodiscard]] constexpr bool isAccentedLatin(char32_t c)
{
    constexpr CharRange kRanges[] = {{0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x24F}, {0x253, 0x254},
        {0x256, 0x257}, {0x259, 0x259}, {0x25B, 0x25B}, {0x263, 0x263}, {0x268, 0x268}, {0x26F, 0x26F},
        {0x272, 0x272}, {0x289, 0x289}, {0x28B, 0x28B}, {0x2BB, 0x2BB}, {0x300, 0x36F}, {0x1E00, 0x1EFF}};
    return isIn(kRanges, c);
}

/// Characters that no text may contain.
[[nodiscard]] constexpr bool isForbidden(char32_t c)
{
    return c == 0xFFFE || c == 0xFEFF || c == 0xFFFF;
}

/// @ in both widths.
[[nodiscard]] constexpr bool isAtSign(char32_t c)
{
    return c == U'@' || c == 0xFF20;
}

} // namespace fw::twitter
