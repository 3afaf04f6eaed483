#pragma once

#include "app/core/clock.h"

#include <array>
#include <deque>

namespace fw::sandbox::facebook {

/// Whose budget a call counts against (developers.facebook.com/docs/graph-api/overview/rate-limiting).
enum class Budget { App, Pages, Messenger };

/// Rolling budgets that follow from how many people engage with the page. Every call counts, also one that is refused for being one too many:
/// so calls while throttled prolong it. Thread: the sandbox's.
class Usage
{
public:
    /// 4,800 page calls and 200 messenger calls per engaged user and day; 200 app calls per user and hour.
    Usage(qint64 engagedUsers, qint64 appUsers);

    void setUsers(Budget budget, qint64 users);
    void count(Budget budget, Instant now);
    /// As if so much of the budget had been used just now, and nothing before.
    void fill(Budget budget, int percent, Instant now);
    [[nodiscard]] int percent(Budget budget, Instant now);
    [[nodiscard]] bool isThrottled(Budget budget, Instant now) { return percent(budget, now) >= 100; }
    [[nodiscard]] qint64 minutesToRegain(Budget budget, Instant now); // 0: not throttled
    [[nodiscard]] qint64 limit(Budget budget) const { return counter(budget).limit; }

private:
    struct Calls {
        Instant at = {};
        qint64 count = 1;
    };
    struct Counter {
        qint64 limit = 1;
        milliseconds length = {};
        std::deque<Calls> calls = {}; // oldest first
        qint64 used = 0;
    };
    [[nodiscard]] Counter &counter(Budget budget) { return m_counters[static_cast<size_t>(budget)]; }
    [[nodiscard]] const Counter &counter(Budget budget) const
    {
        return m_counters[static_cast<size_t>(budget)];
    }
    [[nodiscard]] Counter &current(Budget budget, Instant now);

    std::array<Counter, 3> m_counters;
};

} // namespace fw::sandbox::facebook
