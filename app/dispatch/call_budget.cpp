#include "app/dispatch/call_budget.h"

#include <algorithm>
#include <limits>

namespace fw {

CallBudget::CallBudget(const QList<Window> &windows)
{
    for (const Window &window : windows) {
        m_windows.append(WindowLedger(window));
        m_longest = std::max(m_longest, window.length);
    }
}

void CallBudget::read(const QList<LimitSignal> &readings, Instant startedAt, Instant now)
{
    for (const LimitSignal &reading : readings) {
        for (WindowLedger &window : m_windows) {
            if (!window.isHidden() && window.window().header == reading.header) {
                window.read(reading, m_calls, startedAt, now);
            }
        }
    }
}

const WindowLedger *CallBudget::refusedByHidden(Instant now)
{
    m_refusedAt = now;
    if (m_suspect >= 0) {
        return nullptr;
    }
    double fullest = -1;
    for (qsizetype i = 0; i < m_windows.size(); ++i) {
        const double share = double(m_windows[i].used(m_calls, now)) / std::max(1, m_windows[i].limit(now));
        if (m_windows[i].isHidden() && share > fullest) {
            m_suspect = i;
            fullest = share;
        }
    }
    if (m_suspect < 0) {
        return nullptr;
    }
    m_windows[m_suspect].lower(m_calls, now);
    return &m_windows[m_suspect];
}

const WindowLedger *CallBudget::letThrough(Instant startedAt, Instant now)
{
    if (m_suspect < 0 || startedAt < m_refusedAt) {
        return nullptr;
    }
    WindowLedger &window = m_windows[m_suspect];
    m_suspect = -1;
    window.reopened(m_calls, m_refusedAt, now);
    return &window;
}

void CallBudget::block(Instant until, const QString &reason)
{
    if (until > m_blockedUntil) {
        m_blockedUntil = until;
        m_blockReason = reason;
    }
}

std::optional<Instant> CallBudget::blockedUntil(Instant now) const
{
    return m_blockedUntil > now ? std::optional(m_blockedUntil) : std::nullopt;
}

int CallBudget::room(Instant now) const
{
    int room = blockedUntil(now) ? 0 : std::numeric_limits<int>::max() / 4;
    for (const WindowLedger &window : m_windows) {
        room = std::min(room, window.room(m_calls, now));
    }
    return std::max(room, 0);
}

bool CallBudget::isAsking(Instant now) const
{
    return std::any_of(m_windows.begin(), m_windows.end(),
        [this, now](const WindowLedger &window) { return window.isAsking(m_calls, now); });
}

CallBudget::Opening CallBudget::opensAt(Instant now) const
{
    Opening opening{.at = now};
    if (const auto until = blockedUntil(now)) {
        opening = {.at = *until, .waitsFor = m_blockReason};
    }
    // The last one to open decides; whether the others still have room then is asked then.
    for (const WindowLedger &window : m_windows) {
        const Instant at = window.opensAt(m_calls, now);
        if (at > opening.at) {
            opening = {.at = at, .waitsFor = window.window().name};
        }
    }
    return opening;
}

} // namespace fw
