#include "app/dispatch/call_log.h"

#include <algorithm>

namespace fw {

void CallLog::begin(Instant startedAt)
{
    m_underWay.insert(std::upper_bound(m_underWay.begin(), m_underWay.end(), startedAt), startedAt);
    m_lastStart = std::max(m_lastStart.value_or(startedAt), startedAt);
}

void CallLog::end(Instant startedAt, Instant endedAt)
{
    remove(startedAt);
    add(startedAt, endedAt);
}

void CallLog::add(Instant startedAt, Instant endedAt)
{
    const auto place = std::upper_bound(m_ended.begin(), m_ended.end(), endedAt,
        [](Instant at, const Call &call) { return at < call.latest; });
    m_ended.insert(place, {.latest = endedAt, .startedAt = startedAt});
    m_lastStart = std::max(m_lastStart.value_or(startedAt), startedAt);
}

void CallLog::remove(Instant startedAt)
{
    const auto found = std::lower_bound(m_underWay.begin(), m_underWay.end(), startedAt);
    if (found != m_underWay.end() && *found == startedAt) {
        m_underWay.erase(found);
    }
}

void CallLog::become(const QList<Instant> &calls)
{
    m_underWay.clear();
    m_lastStart = calls.isEmpty() ? std::nullopt : std::optional(calls.last());
    const auto first = calls.isEmpty() ? m_ended.end()
                                       : std::lower_bound(m_ended.begin(), m_ended.end(), calls.first(),
                                           [](const Call &call, Instant at) { return call.latest < at; });
    m_ended.erase(m_ended.begin(), first);
    const auto [kept, added] = std::mismatch(m_ended.begin(), m_ended.end(), calls.begin(), calls.end(),
        [](const Call &call, Instant at) { return call.latest == at && call.startedAt == at; });
    m_ended.erase(kept, m_ended.end());
    for (auto at = added; at != calls.end(); ++at) {
        m_ended.push_back({.latest = *at, .startedAt = *at});
    }
}

void CallLog::trim(Instant now, milliseconds longest)
{
    const auto kept = std::lower_bound(m_ended.begin(), m_ended.end(), now - longest - longest / 8,
        [](const Call &call, Instant from) { return call.latest < from; });
    // In large bites, so that a call costs the same however many are kept.
    if (kept - m_ended.begin() > 256 && kept - m_ended.begin() > m_ended.end() - kept) {
        m_ended.erase(m_ended.begin(), kept);
    }
}

int CallLog::since(Instant from) const
{
    const auto first = std::lower_bound(
        m_ended.begin(), m_ended.end(), from, [](const Call &call, Instant at) { return call.latest < at; });
    return int(m_ended.end() - first) + underWay();
}

std::vector<int> CallLog::since(const std::vector<Instant> &moments) const
{
    std::vector<int> counts;
    counts.reserve(moments.size());
    auto first = m_ended.begin();
    for (const Instant from : moments) {
        // From one moment to the next it is not far: in growing steps.
        ptrdiff_t step = 1;
        while (m_ended.end() - first > step && (first + step)->latest < from) {
            first += step;
            step *= 2;
        }
        const auto last = m_ended.end() - first > step ? first + step : m_ended.end();
        first = std::lower_bound(
            first, last, from, [](const Call &call, Instant at) { return call.latest < at; });
        counts.push_back(int(m_ended.end() - first) + underWay());
    }
    return counts;
}

int CallLog::sinceStartedBy(Instant from, Instant startedAt) const
{
    int later = int(m_underWay.end() - std::upper_bound(m_underWay.begin(), m_underWay.end(), startedAt));
    for (auto call = m_ended.rbegin(); call != m_ended.rend() && call->latest > startedAt; ++call) {
        later += call->startedAt > startedAt ? 1 : 0;
    }
    return since(from) - later;
}

std::optional<Instant> CallLog::newest(int n) const
{
    const int ended = n - underWay();
    if (n <= 0 || ended > int(m_ended.size())) {
        return std::nullopt;
    }
    return ended <= 0 ? m_lastStart : m_ended[m_ended.size() - size_t(ended)].latest;
}

} // namespace fw
