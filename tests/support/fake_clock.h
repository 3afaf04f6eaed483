#pragma once

#include "app/core/clock.h"

#include <atomic>

namespace fw::test {

/// Stands still until told otherwise. Thread: any.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(Instant start = instantFromMs(1'763'560'800'000))
        : m_nowMs(toMs(start)) { } // 2025-11-19T14:00:00Z
    [[nodiscard]] Instant now() const override { return instantFromMs(m_nowMs.load()); }
    void advance(milliseconds span) { m_nowMs += span.count(); }
    void set(Instant instant) { m_nowMs = toMs(instant); }

private:
    std::atomic<qint64> m_nowMs;
};

} // namespace fw::test
