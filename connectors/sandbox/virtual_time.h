#pragma once

#include "app/core/clock.h"

#include <optional>

namespace fw::sandbox {

/// The sandbox's virtual time: the clock it was given plus what was skipped through the control endpoint. Thread: the sandbox's.
class VirtualTime
{
public:
    explicit VirtualTime(const Clock &clock) : m_clock(clock) { }
    [[nodiscard]] Instant now() const { return m_standing.value_or(m_clock.now() + m_skipped); }
    [[nodiscard]] milliseconds realTime(milliseconds span) const { return m_clock.realTime(span); }
    void skip(milliseconds span) { m_skipped += span; }
    /// now() is `due` while something late is made up for; nothing: it goes on.
    void standAt(std::optional<Instant> due) { m_standing = due; }

private:
    const Clock &m_clock;
    milliseconds m_skipped = {};
    std::optional<Instant> m_standing = {};
};

} // namespace fw::sandbox
