#include "app/insight/erlang.h"

#include <cmath>

namespace fw {

namespace {
double hoursOf(milliseconds span)
{
    return std::chrono::duration<double, std::ratio<3600>>(span).count();
}

double delayed(int agents, double offered, double blocked)
{
    return agents <= offered ? 1.0 : blocked / (1 - offered / agents * (1 - blocked));
}

/// P(wait > t): whoever waits does so for an exponential time.
double shareLonger(int agents, const Load &load, milliseconds t, double blocked)
{
    const double offered = load.offered();
    if (agents <= offered) {
        return offered > 0 || agents <= 0 ? 1.0 : 0.0;
    }
    const double handles = hoursOf(t) / hoursOf(load.handle);
    return delayed(agents, offered, blocked) * std::exp(-(agents - offered) * handles);
}
} // namespace

double Load::offered() const
{
    return perHour * hoursOf(handle);
}

double erlangB(int agents, double offered)
{
    // B(0) = 1, B(n) = a B(n-1) / (n + a B(n-1)): exact, and nothing overflows as the factorials would.
    double blocked = 1;
    for (int n = 1; n <= agents; ++n) {
        blocked = offered * blocked / (n + offered * blocked);
    }
    return blocked;
}

double erlangC(int agents, double offered)
{
    return delayed(agents, offered, erlangB(agents, offered));
}

std::optional<milliseconds> meanWait(int agents, const Load &load)
{
    const double offered = load.offered();
    if (agents <= offered) {
        return std::nullopt;
    }
    const double handles = erlangC(agents, offered) / (agents - offered);
    return milliseconds(std::llround(handles * double(load.handle.count())));
}

double shareWithin(int agents, const Load &load, milliseconds t)
{
    return 1 - shareLonger(agents, load, t, erlangB(agents, load.offered()));
}

std::optional<int> agentsNeeded(const Load &load, milliseconds t, double share)
{
    const double offered = load.offered();
    double blocked = 1; // as in erlangB(), carried on from one number of agents to the next
    for (int agents = 1; agents <= kMostAgents; ++agents) {
        blocked = offered * blocked / (agents + offered * blocked);
        if (1 - shareLonger(agents, load, t, blocked) >= share && agents > offered) {
            return agents;
        }
    }
    return std::nullopt;
}

} // namespace fw
