#pragma once

#include "app/store/store.h"
#include "tests/support/wait_for.h"

namespace fw::test {

/// Everything that was asked of `store` before was answered, whoever waited for it was told, and what they asked then was answered, too.
inline void waitForAll(Store &store)
{
    const auto nothing = [](Database &) { return true; };
    for (int turn = 0; turn < 2; ++turn) {
        waitFor(store.read(nothing));
        waitFor(store.study(nothing));
        waitFor(store.write(nothing));
    }
}

} // namespace fw::test
