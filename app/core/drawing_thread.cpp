#include "app/core/drawing_thread.h"

#include <QtGlobal>

namespace fw {

namespace {
thread_local bool t_draws = false;
}

void drawsHere()
{
    t_draws = true;
}

void mustNotDraw([[maybe_unused]] const char *what)
{
#ifdef FW_CRASH_POINTS
    if (t_draws) {
        qFatal("%s in the thread that draws", what);
    }
#endif
}

} // namespace fw
