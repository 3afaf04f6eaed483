#include "app/dispatch/call_budget.h"

#include <algorithm>
#include <limits>

namespace fw {

namespace {
using namespace std::chrono_literals;

constexpr milliseconds kMargin = 2s;
constexpr milliseconds kLongestFirst = 30min;
// Where no window can explain it.
constexpr milliseconds kBlindPause = 15min;
constexpr int kMostDoublings = 5;
// A limit that was lowered is seldom below this share of what it was.
constexpr double kSurelyFree = 0.3;
// So many times as full is much more likely to have refused.
constexpr double kMuchMore = 2;
} // namespace

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

const WindowLedger *CallBudget::refusedByHidden(Instant startedAt, Instant now)
{
    if (!m_isCleared.empty() && startedAt < m_refusedAt) {
        return nullptr; // was under way when another was refused
    }
    if (m_isCleared.empty()) {
        m_loweredAt = now;
        m_blindTries = 0;
        m_isCleared.assign(size_t(m_windows.size()), false);
        suspect(now);
    } else if (m_suspect < 0) {
        m_blindTries = std::min(m_blindTries + 1, kMostDoublings);
    } else if (now > m_loweredAt + m_windows[m_suspect].window().length) {
        m_isCleared[size_t(m_suspect)] = true;
        m_windows[m_suspect].learn(m_before);
        suspect(now);
    } else {
        m_windows[m_suspect].forgetPeriods();
    }
    m_refusedAt = now;
    m_tryAt = nextTry(now);
    return m_suspect < 0 ? nullptr : &m_windows[m_suspect];
}

/// Takes the fullest of the windows that no header speaks of, and that are not cleared, for the one that refuses.
void CallBudget::suspect(Instant now)
{
    double fullest = -1;
    m_suspect = -1;
    for (qsizetype i = 0; i < m_windows.size(); ++i) {
        const double share = double(m_windows[i].used(m_calls, now)) / std::max(1, m_windows[i].limit(now));
        if (m_windows[i].isHidden() && !m_isCleared[size_t(i)] && share > fullest) {
            m_suspect = i;
            fullest = share;
        }
    }
    if (m_suspect >= 0) {
        m_before = m_windows[m_suspect].learned();
        m_windows[m_suspect].lower(m_calls, now);
    }
}

/// Now that it is known since when calls are let through: another window that opened by then, and of which much more had been used, is more likely.
void CallBudget::suspectFuller(Instant now)
{
    const WindowLedger::Learned lesson = *m_windows[m_suspect].learned();
    m_windows[m_suspect].learn(m_before);
    double least = kMuchMore * m_windows[m_suspect].shareBefore(m_calls, m_loweredAt, now);
    qsizetype fuller = m_suspect;
    for (qsizetype i = 0; i < m_windows.size(); ++i) {
        const double share = m_windows[i].shareBefore(m_calls, m_loweredAt, now);
        if (m_windows[i].isHidden() && m_windows[i].window().kind == WindowKind::Fixed
            && !m_isCleared[size_t(i)] && share > least) {
            least = share;
            fuller = i;
        }
    }
    if (fuller == m_suspect) {
        m_windows[m_suspect].learn(lesson);
        return;
    }
    m_suspect = fuller;
    m_windows[m_suspect].lower(m_calls, now);
}

/// Most often a limit that was lowered is met when about half of the period is over. So a call is tried after half the window's length, but no later than in half an hour; then
/// every half of that, or a quarter of the time that has passed. Where its periods are known: at the next one. Windows often begin together: rather at a moment before that at which another one begins.
Instant CallBudget::nextTry(Instant now) const
{
    if (m_suspect < 0) {
        return now + kBlindPause * (1 << m_blindTries);
    }
    const WindowLedger &window = m_windows[m_suspect];
    if (const auto reset = window.resetAt(now)) {
        return *reset + kMargin;
    }
    const milliseconds length = window.window().length;
    const milliseconds passed = now - m_loweredAt;
    const milliseconds first = std::min(length / 2, kLongestFirst);
    const milliseconds pause = passed > 0ms ? std::max(passed / 4, first / 2) : first;
    Instant at = std::min(now + pause, std::max(now, m_loweredAt + length)) + kMargin;
    for (const WindowLedger &other : m_windows) {
        const milliseconds step = other.window().length;
        if (other.isPhased() && step < length && length % step == 0ms) {
            at = std::max(other.periodStart(at), other.periodStart(now) + step) + kMargin;
        }
    }
    return at;
}

int CallBudget::atOnce(int most, Instant now) const
{
    const bool isNear = std::any_of(m_windows.begin(), m_windows.end(), [&](const WindowLedger &window) {
        return window.isHidden() && window.used(m_calls, now) > kSurelyFree * window.limit(now);
    });
    return isNear ? 1 : most;
}

const WindowLedger *CallBudget::letThrough(Instant startedAt, Instant now)
{
    if (m_isCleared.empty() || startedAt < m_refusedAt) {
        return nullptr;
    }
    if (m_suspect >= 0) {
        suspectFuller(now);
    }
    m_isCleared.clear();
    if (m_suspect < 0) {
        return nullptr;
    }
    WindowLedger &window = m_windows[m_suspect];
    m_suspect = -1;
    window.reopened(m_calls, m_loweredAt, m_refusedAt, now);
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
