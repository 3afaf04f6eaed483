#pragma once

#include <QString>

namespace fw::twitter {

/// Whether one text is what the network makes of the other. It wraps addresses as https://t.co/…, so any address equals any other; it
/// escapes & < >, composes characters (NFC), trims and joins white space, drops invisible characters, and puts @names before a reply.
/// Meant for one author's replies to one parent: rather too generous than too strict, because a reply that is not recognised is sent again.
[[nodiscard]] bool sameText(const QString &a, const QString &b);

} // namespace fw::twitter
