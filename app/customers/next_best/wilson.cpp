#include "app/customers/next_best/wilson.h"

#include <algorithm>
#include <cmath>

namespace fw {

namespace {
constexpr double kZ = 1.959963984540054; // of the normal distribution, 95 % lie within
}

double leastShare(qint64 hits, qint64 of)
{
    if (of <= 0 || hits <= 0) {
        return 0;
    }
    const auto n = double(of);
    const double share = double(hits) / n;
    const double middle = share + kZ * kZ / (2 * n);
    const double spread = kZ * std::sqrt(share * (1 - share) / n + kZ * kZ / (4 * n * n));
    return std::max(0.0, (middle - spread) / (1 + kZ * kZ / n));
}

} // namespace fw
