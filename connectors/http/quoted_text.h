#pragma once

#include <QString>

namespace fw {

/// Whether `words`, a network's, repeat `sent`, ours, whole or a dozen characters of it in a row; white space and case do not matter. Details of
/// errors go into the log and must not hold what was written. Networks that escape texts: give both unescaped.
[[nodiscard]] bool quotesText(const QString &words, const QString &sent);

} // namespace fw
