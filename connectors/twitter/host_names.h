#pragma once

#include <QString>

namespace fw::twitter {

/// The end of the longest known ending ("com", "co" of "co.jp" is not looked past) that begins at `from` in `text` and after which a host
/// may end; -1 when there is none.
[[nodiscard]] qsizetype afterEnding(QStringView text, qsizetype from);

/// Whether `host` can be written in ASCII: each label at most 63 characters long, in punycode where it must be.
[[nodiscard]] bool isPossibleHost(QStringView host);

} // namespace fw::twitter
