#include "app/dispatch/window_ledger.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fw {

namespace {
using namespace std::chrono_literals;

// The network's clock is known to the second, from Date, so a period is taken to end a second late and to begin a second early.
constexpr milliseconds kMargin = 1s;
// Others use a window in earnest from this part of it on.
constexpr double kNoticed = 0.05;
constexpr double kKeptFromOthers = 0.04;
// How fast the estimate of what others use forgets.
constexpr double kOthersMemoryMs = 20 * 60 * 1000.0;
// A learned limit is believed for so many lengths of the window, but no longer than this or one length.
constexpr int kHold = 6;
constexpr milliseconds kMostHold = 3h;
// Then it is raised to the table's in so many steps, each a length of the window apart or this.
constexpr int kSteps = 4;
constexpr milliseconds kMostStep = 30min;

milliseconds holdOf(milliseconds length)
{
    return std::clamp<milliseconds>(kHold * length, length, std::max(length, kMostHold));
}

double asMs(milliseconds span)
{
    return double(span.count());
}
} // namespace

WindowLedger::WindowLedger(Window window)
    : m_window(std::move(window))
    , m_base(m_window.isPercent ? m_window.capacity : m_window.limit)
    , m_baseEvidence(m_window.evidence)
{
}

std::optional<Instant> WindowLedger::boundary() const
{
    if (m_window.kind == WindowKind::Slotted) {
        return Instant{};
    }
    if (m_window.kind != WindowKind::Fixed) {
        return std::nullopt;
    }
    return m_boundary || !m_learned ? m_boundary : m_learned->boundaryUntil;
}

bool WindowLedger::isPhased() const
{
    return boundary().has_value();
}

Instant WindowLedger::periodStart(Instant at) const
{
    const qint64 length = m_window.length.count();
    qint64 past = (at - boundary().value_or(Instant{})).count() % length;
    past += past < 0 ? length : 0;
    return at - milliseconds(past);
}

Instant WindowLedger::countedFrom(Instant now) const
{
    if (!isPhased()) {
        return now - m_window.length - kMargin;
    }
    // Where only a span is known in which the period began, it may have begun at its beginning.
    const bool isVague = !m_boundary && m_window.kind == WindowKind::Fixed;
    const milliseconds doubt = isVague ? *m_learned->boundaryUntil - *m_learned->boundaryFrom : 0ms;
    return periodStart(now - kMargin) - doubt
        - kMargin; // in its first second it may still be the period before
}

std::optional<Instant> WindowLedger::resetAt(Instant now) const
{
    return isPhased() ? std::optional(periodStart(now) + m_window.length) : std::nullopt;
}

void WindowLedger::read(const LimitSignal &reading, const CallLog &calls, Instant startedAt, Instant now)
{
    if (reading.kind != LimitKind::Window || (m_readAt && startedAt < *m_readAt)) {
        return;
    }
    if (m_window.isPercent) {
        if (reading.percent < 0) {
            return;
        }
        m_percent = reading.percent;
        if (m_base > 0) {
            // Whole per cent, rounded down: as much may be used as the next one less a call.
            const double atLeast = std::ceil(m_percent * m_base / 100.0);
            const double atMost = std::max(atLeast, std::ceil((m_percent + 1) * m_base / 100.0) - 1);
            readCounted(atLeast, atMost, calls, startedAt);
        }
        m_readAt = startedAt;
        return;
    }
    if (reading.limit > 0) {
        m_baseEvidence = reading.limit == m_base ? m_baseEvidence : Evidence::Observed;
        m_base = reading.limit;
    }
    const bool hasReset = reading.resetAt > Instant{};
    if (m_window.kind == WindowKind::Fixed && hasReset) {
        m_boundary = reading.resetAt;
    }
    if (reading.remaining < 0 || (hasReset && reading.resetAt <= now)) {
        return;
    }
    const double used = m_base - reading.remaining;
    readCounted(used, used, calls, startedAt);
    m_percent = m_base > 0 ? 100 - int(100LL * reading.remaining / m_base) : 100;
    m_readAt = startedAt;
}

void WindowLedger::readCounted(double atLeast, double atMost, const CallLog &calls, Instant startedAt)
{
    const Instant from = countedFrom(startedAt);
    // Of the calls begun later the network may have counted some already.
    const int ours = calls.sinceStartedBy(from, startedAt);
    const int oursAtMost = calls.since(from);
    // What was believed before stands as long as the header allows it.
    const double believed = m_readAt ? othersNow(startedAt) : atLeast - ours;
    const double others = std::max(0.0, std::clamp(believed, atLeast - oursAtMost, atMost - ours));
    m_couldBeMore = std::max(0.0, atMost - ours - others);
    const bool isSamePeriod = m_readAt && (!isPhased() || *m_readAt >= from + kMargin);
    const double before = isSamePeriod ? m_others : 0;
    const Instant since = isSamePeriod ? *m_readAt : (isPhased() ? from + kMargin : startedAt);
    const double span = asMs(startedAt - since);
    if (span > 0 && m_readAt) {
        // Of a rolling window some of what others used has left meanwhile.
        const double left = isPhased() ? 0 : before * std::min(1.0, span / asMs(m_window.length));
        const double rate = std::max(0.0, others - before + left) / span;
        const double weight = 1 - std::exp(-span / kOthersMemoryMs);
        m_othersRate += weight * (rate - m_othersRate);
    } else if (!m_readAt && others > 0) {
        m_othersRate = others / asMs(m_window.length);
    }
    m_others = others;
}

void WindowLedger::lower(const CallLog &calls, Instant now)
{
    const double counted = std::min(calls.since(countedFrom(now)) - 1, limit(now));
    Learned learned{.limit = std::max(1.0, counted), .at = now};
    if (m_learned) {
        learned.boundaryFrom = m_learned->boundaryFrom;
        learned.boundaryUntil = m_learned->boundaryUntil;
    }
    m_learned = learned;
}

void WindowLedger::forgetPeriods()
{
    if (m_learned) {
        m_learned->boundaryFrom.reset();
        m_learned->boundaryUntil.reset();
    }
}

double WindowLedger::shareBefore(const CallLog &calls, Instant loweredAt, Instant now) const
{
    const int counted = calls.since(now - m_window.length) - calls.since(loweredAt);
    return double(std::max(0, counted)) / std::max(1, limit(loweredAt));
}

void WindowLedger::reopened(const CallLog &calls, Instant loweredAt, Instant refusedAt, Instant now)
{
    if (!m_learned || m_window.kind != WindowKind::Fixed || isPhased()) {
        return;
    }
    const auto countedSince = [&](Instant from) { return calls.since(from) - calls.since(loweredAt); };
    const int atLeast = now - m_window.length < loweredAt ? countedSince(now - m_window.length) : 0;
    if (atLeast >= 1) {
        m_learned->limit = std::min<double>(m_learned->limit, atLeast);
        m_learned->boundaryFrom = refusedAt;
        m_learned->boundaryUntil = now;
    }
}

Evidence WindowLedger::evidence(Instant now) const
{
    return limit(now) < m_base ? Evidence::Learned : m_baseEvidence;
}

int WindowLedger::limit(Instant now) const
{
    if (m_base <= 0) {
        return m_window.isPercent ? std::numeric_limits<int>::max() : 0;
    }
    if (!m_learned) {
        return m_base;
    }
    const milliseconds past = now - m_learned->at - holdOf(m_window.length);
    if (past < 0ms) {
        return std::min(m_base, int(m_learned->limit));
    }
    const double share = double(past / std::min(m_window.length, kMostStep) + 1) / kSteps;
    return std::min(
        m_base, int(std::ceil(m_learned->limit + std::min(1.0, share) * (m_base - m_learned->limit))));
}

double WindowLedger::othersPerPeriod() const
{
    return isPhased() ? m_othersRate * asMs(m_window.length)
                      : std::max(m_others, m_othersRate * asMs(m_window.length));
}

double WindowLedger::othersNow(Instant now) const
{
    if (!m_readAt) {
        return 0;
    }
    if (isPhased() && *m_readAt < periodStart(now)) {
        return m_othersRate * asMs(now - periodStart(now));
    }
    const double age = asMs(now - *m_readAt);
    if (isPhased()) {
        return m_others + m_othersRate * age;
    }
    // What was read leaves bit by bit, what is usual comes.
    const double passed = std::min(1.0, age / asMs(m_window.length));
    return m_others * (1 - passed) + m_othersRate * asMs(m_window.length) * passed;
}

int WindowLedger::used(const CallLog &calls, Instant now) const
{
    return calls.since(countedFrom(now)) + int(std::lround(othersNow(now)));
}

int WindowLedger::room(const CallLog &calls, Instant now) const
{
    const int room = countedRoom(calls, now);
    return room <= 0 && mayAsk(calls, now) ? 1 : room;
}

bool WindowLedger::isAsking(const CallLog &calls, Instant now) const
{
    return countedRoom(calls, now) <= 0 && mayAsk(calls, now);
}

int WindowLedger::countedRoom(const CallLog &calls, Instant now) const
{
    if (m_base <= 0) {
        const bool isTold = m_percent >= m_window.limit && m_readAt && now < *m_readAt + m_window.length / 4;
        return m_window.isPercent && !isTold ? std::numeric_limits<int>::max() / 4 : 0;
    }
    int doubt = int(m_couldBeMore);
    if (m_othersRate > 0 && m_readAt) {
        // Others may have been busier than usual since the last reading.
        const double expected = m_othersRate * asMs(std::min<milliseconds>(now - *m_readAt, m_window.length));
        doubt += int(std::lround(1.5 * std::sqrt(expected)));
        // A share that others fill too reaches the top between two readings.
        if (m_window.isPercent && othersPerPeriod() > kNoticed * m_base) {
            doubt += int(kKeptFromOthers * m_base);
        }
    }
    return limit(now) - used(calls, now) - doubt;
}

// What others use is a guess once the reading is old; then one call asks.
bool WindowLedger::mayAsk(const CallLog &calls, Instant now) const
{
    if (!m_readAt || isHidden() || calls.underWay() > 0
        || (!m_window.isPercent && m_window.kind == WindowKind::Fixed)) {
        return false;
    }
    const bool isOursAlone = calls.since(countedFrom(now)) >= limit(now);
    const milliseconds pause
        = std::clamp<milliseconds>(m_window.length / 20, 30s, 5min) * (m_percent >= 100 ? 3 : 1);
    return !isOursAlone && now >= *m_readAt + pause;
}

Instant WindowLedger::opensAt(const CallLog &calls, Instant now) const
{
    if (room(calls, now) > 0) {
        return now;
    }
    if (isPhased()) {
        return periodStart(now - kMargin) + m_window.length + kMargin;
    }
    const int ours = limit(now) - int(std::lround(othersNow(now)));
    if (ours >= 1) {
        const auto leaving = calls.newest(ours);
        return leaving ? std::max(now + 1s, *leaving + m_window.length + kMargin) : now + 1s;
    }
    return now + std::clamp<milliseconds>(m_window.length / 20, 30s, 5min);
}

} // namespace fw
