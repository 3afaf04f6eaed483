#pragma once

#include "app/network/connector.h"

#include <QUrl>

namespace fw::twitter {

/// The names the network is asked with. It renamed most of them in the summer of 2026 and nobody says when the wire follows.
enum class Vocabulary { Tweet, Post };

[[nodiscard]] Vocabulary vocabularyOf(
    const Account &account); // settings["selector"]; "tweet" unless it says "post"
[[nodiscard]] Vocabulary otherThan(Vocabulary vocabulary);

[[nodiscard]] QUrl meUrl(const Account &account);
[[nodiscard]] QUrl repliesUrl(const Account &account); // POST
/// A page of `from.stream`, newest first: at most 100 posts newer than from.watermark.
[[nodiscard]] QUrl pageUrl(const Account &account, const Cursor &from, Vocabulary vocabulary);

} // namespace fw::twitter
