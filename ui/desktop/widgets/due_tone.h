#pragma once

#include "app/core/clock.h"

namespace fw::ui {

/// How what is left of a promise is shown: as any time, as little, or as late.
enum class DueTone { Usual, Little, Late };

[[nodiscard]] inline DueTone dueTone(Instant due, Instant now)
{
    constexpr std::chrono::minutes kLittle{10};
    return due < now ? DueTone::Late : due - now < kLittle ? DueTone::Little : DueTone::Usual;
}

} // namespace fw::ui
