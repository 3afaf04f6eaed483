#include "app/core/boot_time.h"

#include <ctime>

namespace fw {

std::chrono::nanoseconds sinceBoot()
{
#ifdef CLOCK_BOOTTIME // Linux; std::chrono::steady_clock stands still there while the machine is suspended
    timespec time = {};
    if (::clock_gettime(CLOCK_BOOTTIME, &time) == 0) {
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    }
#endif
    return std::chrono::steady_clock::now().time_since_epoch();
}

} // namespace fw
