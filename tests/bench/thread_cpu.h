#pragma once

#include <ctime>

namespace fw::bench {

/// CPU milliseconds of the calling thread so far.
inline double threadCpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

} // namespace fw::bench
