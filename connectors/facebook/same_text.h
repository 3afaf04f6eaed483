#pragma once

#include <QString>

namespace fw::facebook {

/// Whether one text is what the network makes of the other: it composes characters (NFC), trims, joins white space and drops invisible
/// characters. Meant for our own answers to one comment or person: rather too generous than too strict, because an answer that is not
/// recognised is sent again.
[[nodiscard]] bool sameText(const QString &a, const QString &b);

} // namespace fw::facebook
