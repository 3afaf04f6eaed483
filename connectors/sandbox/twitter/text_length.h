#pragma once

#include <QString>

namespace fw::sandbox::twitter {

/// How much of a post's 280 `text` takes: links 23, one emoji 2, characters outside the light ranges 2, the others 1.
/// An approximation of twitter-text's configuration version 3: links need their scheme. Kept apart from the connector's own count on
/// purpose: the network must not agree with its client by construction.
[[nodiscard]] int textLength(const QString &text);

} // namespace fw::sandbox::twitter
