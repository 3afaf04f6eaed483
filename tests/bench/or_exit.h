#pragma once

#include "app/core/error.h"

#include <cstdio>
#include <cstdlib>

namespace fw::bench {

/// A bench that cannot be run says why and ends the program.
[[noreturn]] inline void giveUp(const QString &why)
{
    std::fprintf(stderr, "bench: %s\n", qPrintable(why));
    std::exit(2);
}

template <typename T>
T valueOrExit(Result<T> result)
{
    if (!result) {
        giveUp(result.error().detail);
    }
    return *std::move(result);
}

inline void doneOrExit(const Done &done)
{
    if (!done) {
        giveUp(done.error().detail);
    }
}

} // namespace fw::bench
