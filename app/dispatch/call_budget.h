#pragma once

#include "app/dispatch/window_ledger.h"

#include <QList>

#include <vector>

namespace fw {

/// What governs one operation of an account: all its windows, the calls they count, and until when the network wants none. Times are the network's clock.
class CallBudget final
{
public:
    explicit CallBudget(const QList<Window> &windows);

    [[nodiscard]] CallLog &calls() { return m_calls; }
    [[nodiscard]] const CallLog &calls() const { return m_calls; }
    [[nodiscard]] const QList<WindowLedger> &windows() const { return m_windows; }
    [[nodiscard]] QList<WindowLedger> &windows() { return m_windows; }

    /// Tells every window what the answer to the call begun at `startedAt` said of it.
    void read(const QList<LimitSignal> &readings, Instant startedAt, Instant now);
    /// The call begun at `startedAt` was refused over a window that no header speaks of: the fullest such window learns, once until calls are let through
    /// again; when it cannot be that one any more, the next. Returns the one that learned.
    const WindowLedger *refusedByHidden(Instant startedAt, Instant now);
    /// Are calls refused over such a window now, as far as we know?
    [[nodiscard]] bool isRefused() const { return !m_isCleared.empty(); }
    /// After that: when the window may be open again, so that a call is worth a try.
    [[nodiscard]] Instant worthTryingAt() const { return m_tryAt; }
    /// So many calls at once are good now, of `most`: one alone where the end of a window that no header speaks of may be near, so that a limit which was lowered
    /// costs one refusal.
    [[nodiscard]] int atOnce(int most, Instant now) const;
    /// The call begun at `startedAt` was let through. One that was under way when another was refused says nothing.
    const WindowLedger *letThrough(Instant startedAt, Instant now);
    /// No calls before `until`.
    void block(Instant until, const QString &reason);
    void clearBlock() { m_blockedUntil = {}; }

    [[nodiscard]] std::optional<Instant> blockedUntil(Instant now) const;
    /// How many calls fit now into every window; 0 while blocked.
    [[nodiscard]] int room(Instant now) const;

    /// Is that room only for a call that asks how much others use by now?
    [[nodiscard]] bool isAsking(Instant now) const;

    struct Opening {
        Instant at = {};
        QString waitsFor = {}; // the window, or why it is blocked; empty: nothing
    };
    /// The first moment, `now` or later, at which one call may fit.
    [[nodiscard]] Opening opensAt(Instant now) const;
    [[nodiscard]] milliseconds longest() const { return m_longest; }

private:
    void suspect(Instant now);
    void suspectFuller(Instant now);
    [[nodiscard]] Instant nextTry(Instant now) const;

    CallLog m_calls;
    QList<WindowLedger> m_windows;
    milliseconds m_longest = {};
    // While calls are refused and no header tells why:
    qsizetype m_suspect = -1; // the window that refuses, as far as we know
    std::vector<bool> m_isCleared
        = {}; // of each window: it must have opened meanwhile. Empty: calls are let through
    std::optional<WindowLedger::Learned> m_before = {}; // what the suspect had learned before
    int m_blindTries = 0;                               // since there is no suspect any more
    Instant m_loweredAt = {};                           // the first refusal
    Instant m_refusedAt = {};                           // the last one
    Instant m_tryAt = {};

    Instant m_blockedUntil = {};
    QString m_blockReason = {};
};

} // namespace fw
