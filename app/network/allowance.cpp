#include "app/network/allowance.h"

#include <algorithm>

namespace fw {

namespace {
using namespace std::chrono_literals;

// The network's clock is known to the second, from Date, so a window is taken to end a second late.
constexpr milliseconds kMargin = 1s;

/// Where the window that holds `t` began, when the network told its phase.
Instant startOf(const WindowState &state, Instant t)
{
    if (state.window.kind != WindowKind::Fixed || !state.reading) {
        return Instant::min();
    }
    return t >= state.reading->resetAt ? state.reading->resetAt
                                       : state.reading->resetAt - state.window.length;
}

/// Does the network's own count leave no call before its reset?
bool isExhausted(const WindowState &state, const QList<Instant> &calls, Instant t)
{
    if (!state.reading || t >= state.reading->resetAt) {
        return false;
    }
    const int remaining = state.reading->remaining;
    if (remaining <= 0) {
        return true;
    }
    return calls.size() >= remaining && calls[calls.size() - remaining] > state.reading->readAt;
}

Instant earliestIn(const WindowState &state, const QList<Instant> &calls, Instant from)
{
    Instant t = from;
    if (isExhausted(state, calls, t)) {
        t = state.reading->resetAt + kMargin;
    }
    const int limit = state.window.limit;
    if (calls.size() < limit) {
        return t;
    }
    // The call that must have left the window before another fits.
    const Instant oldest = calls[calls.size() - limit];
    const Instant start = startOf(state, t);
    if (oldest < start) {
        return t;
    }
    const bool isPhaseKnown = start != Instant::min();
    const Instant windowEnd
        = isPhaseKnown && t < state.reading->resetAt ? state.reading->resetAt : oldest + state.window.length;
    return std::max(t, windowEnd + kMargin);
}
} // namespace

QList<WindowState> withReadings(const QList<Window> &windows, const QList<LimitSignal> &readings)
{
    QList<WindowState> states;
    for (const Window &window : windows) {
        WindowState state{.window = window};
        for (const LimitSignal &reading : readings) {
            if (!window.header.isEmpty() && reading.header == window.header && reading.limit > 0) {
                state.reading = reading;
                if (reading.limit != window.limit) {
                    state.window.limit = reading.limit;
                    state.window.evidence = Evidence::Observed;
                }
            }
        }
        states.append(state);
    }
    return states;
}

Allowance earliestCall(const QList<WindowState> &windows, const QList<Instant> &calls, Instant from)
{
    Allowance allowance{.at = from};
    // One window may push the time past another's end, so go round until nobody objects; each round ends at least one wait.
    bool isSettled = false;
    while (!isSettled) {
        isSettled = true;
        for (const WindowState &state : windows) {
            const Instant at = earliestIn(state, calls, allowance.at);
            if (at > allowance.at) {
                allowance = {.at = at, .window = state.window.name};
                isSettled = false;
            }
        }
    }
    return allowance;
}

int usedAt(const WindowState &state, const QList<Instant> &calls, Instant now)
{
    const Instant start = std::max(startOf(state, now), now - state.window.length);
    const auto after
        = [&](Instant from) { return int(calls.end() - std::upper_bound(calls.begin(), calls.end(), from)); };
    int used = after(start - 1ms);
    if (state.reading && now < state.reading->resetAt) {
        used = std::max(used, state.reading->limit - state.reading->remaining + after(state.reading->readAt));
    }
    return std::max(used, 0);
}

milliseconds longest(const QList<Window> &windows)
{
    milliseconds length{};
    for (const Window &window : windows) {
        length = std::max(length, window.length);
    }
    return length;
}

} // namespace fw
