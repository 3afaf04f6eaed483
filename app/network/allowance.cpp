#include "app/network/allowance.h"

#include <algorithm>

namespace fw {

namespace {
using namespace std::chrono_literals;

// The network's clock is known to the second, from Date, so a window is taken to end a second late.
constexpr milliseconds kMargin = 1s;
// From here on everything goes slower, so that the share stays below the one at which the network stops us.
constexpr int kSlowFromPercent = 75;
constexpr int kSlowdown = 4;

/// Where the window that holds `t` began, when its phase is known. A call just before a slot may count in it: the clocks differ a little.
Instant startOf(const WindowState &state, Instant t)
{
    if (state.window.kind == WindowKind::Slotted) {
        return Instant(t.time_since_epoch() / state.window.length * state.window.length) - kMargin;
    }
    if (state.window.kind != WindowKind::Fixed || !state.reading) {
        return Instant::min();
    }
    return t >= state.reading->resetAt ? state.reading->resetAt
                                       : state.reading->resetAt - state.window.length;
}

/// The calls that a window counts: the account's, and of an app's window those of its other accounts.
struct Counted {
    const QList<Instant> &own;
    const QList<Instant> &others;

    [[nodiscard]] qsizetype count() const { return own.size() + others.size(); }

    /// The `nth` newest of both, 1 being the newest; nth <= count(). Cost: a binary search.
    [[nodiscard]] Instant newest(qsizetype nth) const
    {
        qsizetype fewest = std::max<qsizetype>(0, nth - others.size());
        qsizetype most = std::min(nth, own.size());
        while (fewest < most) { // how many of the nth newest are own
            const qsizetype middle = (fewest + most) / 2;
            if (own[own.size() - middle - 1] > others[others.size() - (nth - middle)]) {
                fewest = middle + 1;
            } else {
                most = middle;
            }
        }
        const Instant ownOldest = fewest > 0 ? own[own.size() - fewest] : Instant::max();
        const Instant othersOldest = nth > fewest ? others[others.size() - (nth - fewest)] : Instant::max();
        return std::min(ownOldest, othersOldest);
    }

    [[nodiscard]] int after(Instant from) const
    {
        const auto in = [from](const QList<Instant> &calls) {
            return calls.end() - std::upper_bound(calls.begin(), calls.end(), from);
        };
        return int(in(own) + in(others));
    }
};

/// Does the network's own count leave no call before its reset?
bool isExhausted(const WindowState &state, const Counted &calls, Instant t)
{
    if (!state.reading || t >= state.reading->resetAt) {
        return false;
    }
    const int remaining = state.reading->remaining;
    if (remaining <= 0) {
        return true;
    }
    return calls.count() >= remaining && calls.newest(remaining) > state.reading->readAt;
}

/// What the network said of a share, while it can still be true.
const LimitSignal *shareAt(const WindowState &state, Instant t)
{
    const bool isKnown
        = state.window.isPercent && state.reading && t < state.reading->readAt + state.window.length;
    return isKnown ? &*state.reading : nullptr;
}

Instant endOf(const WindowState &state, Instant t, Instant oldest)
{
    if (state.window.kind == WindowKind::Slotted) {
        return startOf(state, t) + kMargin + state.window.length;
    }
    const bool isPhaseKnown = startOf(state, t) != Instant::min();
    return isPhaseKnown && t < state.reading->resetAt ? state.reading->resetAt : oldest + state.window.length;
}

Instant earliestIn(const WindowState &state, const QList<Instant> &own, Instant from)
{
    const Counted calls{.own = own, .others = state.others};
    Instant t = from;
    if (state.window.isPercent) {
        const LimitSignal *share = shareAt(state, t);
        const bool isFull = share != nullptr && share->percent >= state.window.limit;
        return isFull && t < share->resetAt ? share->resetAt + kMargin : t;
    }
    if (isExhausted(state, calls, t)) {
        t = state.reading->resetAt + kMargin;
    }
    const int limit = state.window.limit;
    if (calls.count() < limit) {
        return t;
    }
    // The call that must have left the window before another fits.
    const Instant oldest = calls.newest(limit);
    const Instant start = startOf(state, t);
    if (oldest < start) {
        return t;
    }
    return std::max(t, endOf(state, t, oldest) + kMargin);
}

void take(WindowState &state, const LimitSignal &reading, milliseconds blockWithoutReset)
{
    if (state.window.isPercent) {
        if (reading.percent >= 0) {
            state.reading = reading;
            if (reading.resetAt <= reading.readAt) {
                state.reading->resetAt = reading.readAt + blockWithoutReset;
            }
        }
        return;
    }
    if (reading.limit <= 0) {
        return;
    }
    if (reading.remaining >= 0) {
        state.reading = reading;
    }
    if (reading.limit != state.window.limit) {
        state.window.limit = reading.limit;
        state.window.evidence = Evidence::Observed;
    }
}
} // namespace

QList<WindowState> withReadings(
    const QList<Window> &windows, const QList<LimitSignal> &readings, milliseconds blockWithoutReset)
{
    QList<WindowState> states;
    for (const Window &window : windows) {
        WindowState state{.window = window};
        for (const LimitSignal &reading : readings) {
            if (!window.header.isEmpty() && reading.header == window.header
                && reading.kind == LimitKind::Window) {
                take(state, reading, blockWithoutReset);
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

int slowdown(const QList<WindowState> &windows, Instant now)
{
    const bool isSlow = std::any_of(windows.begin(), windows.end(), [now](const WindowState &state) {
        const LimitSignal *share = shareAt(state, now);
        return share != nullptr && share->percent >= kSlowFromPercent;
    });
    return isSlow ? kSlowdown : 1;
}

int usedAt(const WindowState &state, const QList<Instant> &own, Instant now)
{
    if (state.window.isPercent) {
        const LimitSignal *share = shareAt(state, now);
        return share != nullptr ? share->percent : 0;
    }
    const Instant start = std::max(startOf(state, now), now - state.window.length);
    const Counted calls{.own = own, .others = state.others};
    int used = calls.after(start - 1ms);
    if (state.reading && now < state.reading->resetAt) {
        used = std::max(
            used, state.reading->limit - state.reading->remaining + calls.after(state.reading->readAt));
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
