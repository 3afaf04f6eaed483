#pragma once

#include <QtGlobal>

namespace fw {

/// The least share that `hits` of `of` speaks for: the lower end of the Wilson interval at 95 %, from 0 to 1; 0 where there is nothing to count. Few observations speak for
/// less than many of the same share.
[[nodiscard]] double leastShare(qint64 hits, qint64 of);

} // namespace fw
