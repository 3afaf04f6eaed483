#pragma once

#include "app/core/clock.h"

#include <atomic>

namespace fw::wiring {

/// The time of a team's database, told to us now and then and carried on by `base` in between. Services on machines whose clocks differ go by one time: what
/// one wrote of an attempt's beginning decides when another may conclude that it arrived nowhere. Thread: any.
class TeamClock final : public Clock
{
public:
    explicit TeamClock(const Clock &base) : m_base(base) { }

    [[nodiscard]] Instant now() const override { return m_base.now() + milliseconds(m_offsetMs.load()); }
    [[nodiscard]] milliseconds realTime(milliseconds span) const override { return m_base.realTime(span); }

    /// It was `time` there a moment ago. Less than the time that telling takes is no difference.
    void follow(Instant time)
    {
        const milliseconds difference = time - now();
        if (std::chrono::abs(difference) > kTelling) {
            m_offsetMs += difference.count();
        }
    }

private:
    static constexpr milliseconds kTelling{250};

    const Clock &m_base;
    std::atomic<qint64> m_offsetMs = 0;
};

} // namespace fw::wiring
