#include "connectors/sandbox/facebook/usage.h"

#include <algorithm>

namespace fw::sandbox::facebook {

using namespace std::chrono_literals;

namespace {
constexpr qint64 kCallsPerUser[] = {200, 4800, 200}; // by Budget
} // namespace

Usage::Usage(qint64 engagedUsers, qint64 appUsers)
{
    counter(Budget::App).length = 1h;
    counter(Budget::Pages).length = 24h;
    counter(Budget::Messenger).length = 24h;
    setUsers(Budget::App, appUsers);
    setUsers(Budget::Pages, engagedUsers);
    setUsers(Budget::Messenger, engagedUsers);
}

void Usage::setUsers(Budget budget, qint64 users)
{
    counter(budget).limit = std::max<qint64>(1, users * kCallsPerUser[static_cast<size_t>(budget)]);
}

Usage::Counter &Usage::current(Budget budget, Instant now)
{
    Counter &current = counter(budget);
    while (!current.calls.empty() && current.calls.front().at + current.length <= now) {
        current.used -= current.calls.front().count;
        current.calls.pop_front();
    }
    return current;
}

void Usage::count(Budget budget, Instant now)
{
    Counter &counted = current(budget, now);
    counted.calls.push_back({.at = now});
    ++counted.used;
}

void Usage::fill(Budget budget, int percent, Instant now)
{
    Counter &filled = counter(budget);
    filled.used = (filled.limit * percent + 99) / 100;
    filled.calls = {{.at = now, .count = filled.used}};
}

int Usage::percent(Budget budget, Instant now)
{
    const Counter &asked = current(budget, now);
    return static_cast<int>(asked.used * 100 / asked.limit);
}

qint64 Usage::minutesToRegain(Budget budget, Instant now)
{
    const Counter &asked = current(budget, now);
    qint64 used = asked.used;
    for (const Calls &calls : asked.calls) {
        if (used < asked.limit) {
            break;
        }
        used -= calls.count;
        if (used < asked.limit) {
            return std::max<qint64>(1, ((calls.at + asked.length - now).count() + 59'999) / 60'000);
        }
    }
    return 0;
}

} // namespace fw::sandbox::facebook
