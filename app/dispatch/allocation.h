#pragma once

#include "app/dispatch/suffix_minimum.h"
#include "app/dispatch/window_ledger.h"

#include <QList>

#include <vector>

namespace fw {

/// The room of an account's windows from now on, divided into spans of time, and what of it is spoken for. Amounts are calls, fractions included. A
/// period of a window is shared by all spans in it; of a rolling window, what our own calls give back comes when they leave. For
/// planning ahead only: whether a call may be made is asked of the windows themselves.
class Allocation final
{
public:
    /// `closedUntil`: no call before that.
    Allocation(const QList<WindowLedger> &windows, const CallLog &calls, Instant now, Instant horizon,
        std::optional<Instant> closedUntil);

    [[nodiscard]] int spans() const { return int(m_starts.size()); }
    [[nodiscard]] Instant start(int span) const { return m_starts[size_t(span)]; }
    /// The span in which something due at `due` can leave last.
    [[nodiscard]] int spanOf(Instant due) const;
    /// How much more fits into a span.
    [[nodiscard]] double free(int span) const;
    /// Until when the room now is the same room, of the window that has least of it; of a rolling one: not at all.
    [[nodiscard]] Instant sharedUntil() const;
    /// Takes up to `amount` from the spans first..last, the latest first. Returns what was taken, and through `earliest` the first span it was taken from.
    double take(int first, int last, double amount, int *earliest = nullptr);
    void give(int span, double amount);

private:
    struct Governed {
        Instant firstEnd = {};
        std::vector<int> period = {};  // of each span
        std::vector<double> room = {}; // of each period
        SuffixMinimum slack = {};      // of each span of the first period, where room comes bit by bit
    };

    void layOut(const QList<WindowLedger> &windows, Instant now, Instant horizon);
    void govern(const WindowLedger &window, const CallLog &calls, Instant now);
    [[nodiscard]] SuffixMinimum slackOf(
        const WindowLedger &window, const CallLog &calls, Instant now, int count) const;
    static void change(Governed &governed, int span, double by);
    [[nodiscard]] int latestOpen(int span);

    std::vector<Instant> m_starts;
    std::vector<Governed> m_windows;
    int m_firstOpen = 0;
    // Of each span, one later: itself, or an earlier one when it is full, so that full ones are passed over at once.
    std::vector<int> m_latestOpen;
};

} // namespace fw
