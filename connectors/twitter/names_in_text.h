#pragma once

#include <QList>
#include <QString>

namespace fw::twitter {

/// A name somebody is addressed by: "@anna", [start, start + length) in UTF-16 units, the sign included.
struct TextName {
    qsizetype start = 0;
    qsizetype length = 0;
    QString handle = {}; // without @, as written
    bool operator==(const TextName &) const = default;
};

/// The names in `text`, left to right, as the network finds them: not in mail addresses, not where letters with accents follow.
/// Source: rules and test cases of twitter/twitter-text, version 3.
[[nodiscard]] QList<TextName> namesIn(const QString &text);

} // namespace fw::twitter
