#pragma once

#include "app/core/clock.h"

namespace fw {

/// The computer's clock as it stands, also after sleep and after a restart: what the end of a token is compared with.
class WallClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override
    {
        return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
    }
};

} // namespace fw
