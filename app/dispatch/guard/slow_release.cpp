#include "app/dispatch/guard/slow_release.h"

#include <algorithm>
#include <cmath>

namespace fw::guard {

double gapFactor(Instant now, const Release &release)
{
    if (release.over <= milliseconds::zero() || now >= release.from + release.over) {
        return 1;
    }
    // Squared: most of the way back is made early, so that the pace does not jump at the end.
    const double left
        = 1 - std::max(0.0, double((now - release.from).count()) / double(release.over.count()));
    return 1 + (kFirstGaps - 1) * left * left;
}

milliseconds stretchedGap(milliseconds gap, Instant now, const Release &release)
{
    const double factor = gapFactor(now, release);
    return factor > 1 ? std::chrono::round<milliseconds>(std::max(gap, kLeastReleaseGap) * factor) : gap;
}

} // namespace fw::guard
