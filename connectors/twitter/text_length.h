#pragma once

#include <QString>

namespace fw::twitter {

constexpr int kTextLimit = 280;

/// The length the network counts: NFC; an address is 23 whatever its length; an emoji with all its parts (skin tone, joiners, flag) is 2;
/// Latin, Greek, Cyrillic, Hebrew, Arabic, Indic and other letters up to U+10FF and common punctuation are 1, everything else 2. Text with
/// brackets of an address in unusual places and bare domains with rare endings may count differently on the network.
/// Source: docs.x.com/x-api/fundamentals/counting-characters, configuration version 3.
[[nodiscard]] int textLength(const QString &text);

} // namespace fw::twitter
