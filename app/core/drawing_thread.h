#pragma once

namespace fw {

/// This thread draws from now on: nothing in it may wait.
void drawsHere();
/// Before anything that may take long. In the thread that draws, a build for tests (FW_CRASH_POINTS) ends here, and says so with `what`; any other goes on.
void mustNotDraw(const char *what);

} // namespace fw
