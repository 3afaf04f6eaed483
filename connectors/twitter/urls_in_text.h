#pragma once

#include <QString>

namespace fw::twitter {

/// A part of a text that the network replaces by a link of its own (t.co): [start, start + length) in UTF-16 units.
struct TextUrl {
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const TextUrl &) const = default;
};

enum class Domains {
    WithScheme, // http://… and https://… only
    AlsoBare,   // and example.com, example.com/path
};

/// The addresses in `text`, left to right, as the network finds them: a host ends in a known ending (top_level_domains.txt) or in
/// punycode; without a scheme it is written in Latin letters. Cost: grows with the text's length.
/// Source: rules and test cases of twitter/twitter-text, version 3; docs.x.com/x-api/fundamentals/counting-characters.
[[nodiscard]] QList<TextUrl> urlsIn(const QString &text, Domains domains);

} // namespace fw::twitter
