#include "app/dispatch/allocation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace fw {

namespace {
using namespace std::chrono_literals;

constexpr milliseconds kMargin = 1s;
constexpr double kNothing = 1e-9;
constexpr double kPlenty = 1e9;

struct Stretch {
    milliseconds until; // from now
    milliseconds step;
};
// Fine where deadlines are near, coarse where they are far.
constexpr std::array kStretches
    = {Stretch{10min, 1min}, Stretch{3h, 5min}, Stretch{12h, 15min}, Stretch{24h * 9, 1h}};

Instant wholeMinute(Instant at)
{
    return std::chrono::ceil<std::chrono::minutes>(at);
}
} // namespace

Allocation::Allocation(const QList<WindowLedger> &windows, const CallLog &calls, Instant now, Instant horizon,
    std::optional<Instant> closedUntil)
{
    layOut(windows, now, horizon);
    for (const WindowLedger &window : windows) {
        if (window.limit(now) < std::numeric_limits<int>::max()) {
            govern(window, calls, now);
        }
    }
    m_latestOpen.resize(m_starts.size() + 1);
    std::iota(m_latestOpen.begin(), m_latestOpen.end(), 0);
    while (closedUntil && m_firstOpen < spans() && start(m_firstOpen) < *closedUntil) {
        ++m_firstOpen;
    }
}

void Allocation::layOut(const QList<WindowLedger> &windows, Instant now, Instant horizon)
{
    m_starts.push_back(now);
    Instant at = wholeMinute(now + 20s);
    for (const Stretch &stretch : kStretches) {
        for (; at < std::min(horizon, now + stretch.until); at += stretch.step) {
            m_starts.push_back(at);
        }
    }
    for (const WindowLedger &window : windows) {
        if (window.isPhased() && window.window().length >= 10min) {
            for (Instant end = window.periodStart(now) + window.window().length; end < horizon;
                 end += window.window().length) {
                m_starts.push_back(wholeMinute(end + kMargin));
            }
        }
    }
    std::sort(m_starts.begin(), m_starts.end());
    m_starts.erase(std::unique(m_starts.begin(), m_starts.end()), m_starts.end());
}

void Allocation::govern(const WindowLedger &window, const CallLog &calls, Instant now)
{
    Governed governed;
    const milliseconds length = window.window().length;
    const Instant firstEnd = (window.isPhased() ? window.periodStart(now) : now) + length + kMargin;
    governed.firstEnd = firstEnd;
    int inFirst = 0;
    for (const Instant start : m_starts) {
        const int period = start < firstEnd ? 0 : 1 + int((start - firstEnd) / length);
        governed.period.push_back(period);
        inFirst += period == 0 ? 1 : 0;
    }
    const double limit = window.limit(now);
    governed.room.assign(size_t(governed.period.back()) + 1, std::max(0.0, limit - window.othersPerPeriod()));
    if (window.isPhased()) {
        const double others
            = window.othersPerPeriod() * double((firstEnd - now).count()) / double(length.count());
        governed.room.front() = std::max(0.0, window.room(calls, now) - (others > 0 ? others : 0));
    } else {
        governed.room.front() = limit;
        governed.slack = slackOf(window, calls, now, inFirst);
    }
    m_windows.push_back(std::move(governed));
}

/// What of a rolling window is free in each of the first `count` spans, if nobody calls: what our calls use comes back when they leave.
SuffixMinimum Allocation::slackOf(
    const WindowLedger &window, const CallLog &calls, Instant now, int count) const
{
    std::vector<Instant> from;
    for (int span = 0; span < count; ++span) {
        from.push_back(start(span) - window.window().length - kMargin);
    }
    std::vector<double> slack;
    const double most = window.limit(now) - window.othersNow(now);
    for (const int kept : calls.since(from)) {
        slack.push_back(most - kept);
    }
    slack.front() = std::min(slack.front(), double(window.room(calls, now)));
    return SuffixMinimum(slack);
}

int Allocation::spanOf(Instant due) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), due);
    return std::max(0, int(after - m_starts.begin()) - 1);
}

double Allocation::free(int span) const
{
    if (span < m_firstOpen) {
        return 0;
    }
    double least = kPlenty;
    for (const Governed &governed : m_windows) {
        least = std::min(least, governed.room[size_t(governed.period[size_t(span)])]);
        if (span < governed.slack.size()) {
            least = std::min(least, governed.slack.least(span));
        }
    }
    return std::max(0.0, least);
}

void Allocation::change(Governed &governed, int span, double by)
{
    governed.room[size_t(governed.period[size_t(span)])] += by;
    if (span < governed.slack.size()) {
        governed.slack.add(span, by);
    }
}

Instant Allocation::sharedUntil() const
{
    double least = kPlenty;
    Instant until = Instant::max();
    for (const Governed &governed : m_windows) {
        const bool isRolling = governed.slack.size() > 0;
        const double room = isRolling ? governed.slack.least(0) : governed.room.front();
        if (room < least) {
            least = room;
            until = isRolling ? Instant{} : governed.firstEnd;
        }
    }
    return until;
}

/// The last span up to `span` that is not known to be full; -1: none.
int Allocation::latestOpen(int span)
{
    auto place = size_t(span + 1);
    while (m_latestOpen[place] != int(place)) {
        m_latestOpen[place] = m_latestOpen[size_t(m_latestOpen[place])];
        place = size_t(m_latestOpen[place]);
    }
    return int(place) - 1;
}

double Allocation::take(int first, int last, double amount, int *earliest)
{
    double taken = 0;
    const int from = std::max(first, m_firstOpen);
    for (int span = latestOpen(std::min(last, spans() - 1)); span >= from && amount - taken > kNothing;
         span = latestOpen(span - 1)) {
        const double part = std::min(free(span), amount - taken);
        if (part <= kNothing) {
            m_latestOpen[size_t(span) + 1] = span;
            continue;
        }
        for (Governed &governed : m_windows) {
            change(governed, span, -part);
        }
        taken += part;
        if (earliest != nullptr) {
            *earliest = span;
        }
    }
    return taken;
}

void Allocation::give(int span, double amount)
{
    for (Governed &governed : m_windows) {
        change(governed, span, amount);
    }
    if (amount > 0) {
        std::iota(m_latestOpen.begin(), m_latestOpen.end(), 0);
    }
}

} // namespace fw
