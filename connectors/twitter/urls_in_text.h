#pragma once

#include <QString>

namespace fw::twitter {

/// A part of a text that the network replaces by a link of its own (t.co): [start, start + length) in UTF-16 units.
struct TextUrl {
    qsizetype start = 0;
    qsizetype length = 0;
};

enum class Domains {
    WithScheme, // http://… and https://… only
    AlsoBare,   // and example.com, example.com/path with a well-known ending
};

/// The addresses in `text`, left to right. Not the whole grammar of the network: bare domains are known by the common endings only.
/// Source: docs.x.com/x-api/fundamentals/counting-characters.
[[nodiscard]] QList<TextUrl> urlsIn(const QString &text, Domains domains);

} // namespace fw::twitter
