#pragma once

#include "app/model/limits.h"

namespace fw {

/// A window, and the last thing the network said about it.
struct WindowState {
    Window window = {};
    std::optional<LimitSignal> reading = {};
    QList<Instant> others = {}; // of an app's window: calls of its other accounts, oldest first
    bool operator==(const WindowState &) const = default;
};

/// Pairs each window with the reading that names its header. A reading's limit replaces the table's: the network knows best. A percentage without
/// a reset is believed for `blockWithoutReset`: then one call may ask again.
[[nodiscard]] QList<WindowState> withReadings(
    const QList<Window> &windows, const QList<LimitSignal> &readings, milliseconds blockWithoutReset);

/// The first moment, `from` or later, at which one more call fits into every window, and the window that decides it.
struct Allowance {
    Instant at = {};
    QString window = {}; // empty: nothing had to be waited for
    bool operator==(const Allowance &) const = default;
};

/// Pure. `calls` are the times of the account's own calls, oldest first, the network's clock throughout. Cost: a few steps per window, whatever the number
/// of calls. A rolling window never holds more than its limit in any span of its length; a fixed one is counted from its last known
/// reset, and like a rolling one while no reset is known, which is safe for any phase; a slotted one begins at multiples of its length. A window of
/// percentages is not counted: it is full while the network says so.
[[nodiscard]] Allowance earliestCall(
    const QList<WindowState> &windows, const QList<Instant> &calls, Instant from);

/// How much longer than usual to wait between two calls, because a share that the network tells is getting large: 1 or 4.
[[nodiscard]] int slowdown(const QList<WindowState> &windows, Instant now);

/// How many calls of `state` are used at `now`, by the ledger or by what the network said, whichever is more; of percentages: how many per cent.
[[nodiscard]] int usedAt(const WindowState &state, const QList<Instant> &calls, Instant now);

/// How far back the ledger must be read for these windows.
[[nodiscard]] milliseconds longest(const QList<Window> &windows);

} // namespace fw
