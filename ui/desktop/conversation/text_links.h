#pragma once

#include <QList>
#include <QUrl>

namespace fw::ui {

/// An address in a text: https or http, with a host, without a name or password in it.
struct TextLink {
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;
    QUrl target = {};
    bool operator==(const TextLink &) const = default;
};

/// In their order, at most 50. Signs that end a sentence around an address are not part of it. Pure.
[[nodiscard]] QList<TextLink> linksIn(const QString &text);

/// Where a link leads, as nobody can mistake it: its host in ASCII, so that letters that only look like others show, then the whole address. Pure.
[[nodiscard]] QString targetOf(const TextLink &link);

} // namespace fw::ui
