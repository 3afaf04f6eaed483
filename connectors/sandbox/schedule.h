#pragma once

#include "app/core/clock.h"

#include <functional>
#include <map>

namespace fw::sandbox {

/// What is to happen later, in virtual time. Nothing runs by itself: whoever looks at the world first calls runUntil(), so that the same
/// requests at the same virtual times always find the same world. Thread: the sandbox's.
class Schedule
{
public:
    using Step = std::function<void(Instant due)>;

    void at(Instant due, Step step) { m_steps.emplace(due, std::move(step)); }
    /// Runs what is due, oldest first, including what these steps add.
    void runUntil(Instant now)
    {
        while (!m_steps.empty() && m_steps.begin()->first <= now) {
            const auto next = m_steps.extract(m_steps.begin());
            next.mapped()(next.key());
        }
    }

private:
    std::multimap<Instant, Step> m_steps; // equal times keep the order they were added in
};

} // namespace fw::sandbox
