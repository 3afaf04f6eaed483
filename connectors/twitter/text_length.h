#pragma once

#include <QString>

namespace fw::twitter {

constexpr int kTextLimit = 280;

/// How the network counts a text.
struct TextCount {
    int length = 0;        // see textLength()
    int permillage = 0;    // of kTextLimit, rounded down
    bool isValid = false;  // something in it, not too long, and no character that is forbidden
    qsizetype fitting = 0; // so many UTF-16 units from the beginning can be posted
    bool operator==(const TextCount &) const = default;
};

[[nodiscard]] TextCount countText(const QString &text);

/// The length the network counts: NFC; an address is 23 whatever its length; an emoji with all its parts (skin tone, joiners, flag) is 2;
/// Latin, Greek, Cyrillic, Hebrew, Arabic, Indic and other letters up to U+10FF and common punctuation are 1, everything else 2. White space
/// alone is 0.
/// Source: docs.x.com/x-api/fundamentals/counting-characters; twitter/twitter-text, configuration version 3.
[[nodiscard]] int textLength(const QString &text);

} // namespace fw::twitter
