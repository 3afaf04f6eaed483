#include "connectors/sandbox/world/platform.h"

#include "connectors/sandbox/world/dice.h"

#include <algorithm>

namespace fw::world {

namespace {
constexpr quint64 kVisibilityStream = 11;
constexpr qint64 kDay = 24 * kHour;

qint64 serverSecond(qint64 at, bool isRoundedUp)
{
    const qint64 ms = kServerEpoch + at;
    return (isRoundedUp ? (ms + kSecond - 1) / kSecond : ms / kSecond) * kSecond;
}
} // namespace

int limitAt(const PlatformPlan &plan, qsizetype window, qint64 at)
{
    int limit = plan.windows[window].limit;
    for (const Lowering &lowering : plan.lowerings) {
        if (lowering.window == window && lowering.span.has(at)) {
            limit = std::min(limit, lowering.limit);
        }
    }
    return limit;
}

qint64 periodOf(qint64 length, qint64 phase, qint64 at)
{
    const qint64 since = at - phase;
    return since >= 0 ? since / length : -((-since + length - 1) / length);
}

WindowCount::WindowCount(WorldWindow::Kind kind, qint64 length, qint64 phase)
    : m_kind(kind)
    , m_length(length)
    , m_phase(phase)
    , m_period(periodOf(length, phase, 0))
{
}

void WindowCount::settle(qint64 now)
{
    if (m_kind == WorldWindow::Kind::Fixed) {
        if (const qint64 period = periodOf(m_length, m_phase, now); period != m_period) {
            m_period = period;
            m_count = 0;
        }
        return;
    }
    while (!m_calls.empty() && m_calls.front() <= now - m_length) {
        m_calls.pop_front();
    }
    m_count = int(m_calls.size());
}

void WindowCount::add(qint64 at)
{
    settle(at);
    ++m_count;
    if (m_kind == WorldWindow::Kind::Sliding) {
        m_calls.push_back(at);
    }
}

int WindowCount::used(qint64 now)
{
    settle(now);
    return m_count;
}

qint64 WindowCount::resetAt(qint64 now)
{
    settle(now);
    if (m_kind == WorldWindow::Kind::Fixed) {
        return m_phase + (m_period + 1) * m_length;
    }
    return (m_calls.empty() ? now : m_calls.front()) + m_length;
}

qint64 WindowCount::belowAt(qint64 now, int limit)
{
    settle(now);
    if (m_count < limit) {
        return now;
    }
    if (m_kind == WorldWindow::Kind::Fixed || limit < 1) {
        return resetAt(now);
    }
    return m_calls[size_t(m_count - limit)] + m_length;
}

Platform::Platform(const PlatformPlan &plan)
    : m_plan(plan)
    , m_mostUsed(plan.windows.size(), 0)
    , m_lookups(WorldWindow::Kind::Fixed, 15 * kMinute, 0)
{
    for (qsizetype i = 0; i < plan.windows.size(); ++i) {
        m_counts.emplace_back(plan.windows[i].kind, plan.windows[i].length, plan.phases.value(i));
    }
}

void Platform::settle(qint64 now)
{
    for (; m_nextNeighbour < m_plan.neighbours.size(); ++m_nextNeighbour) {
        const qint64 at = m_plan.neighbours[m_nextNeighbour];
        if (at > now) {
            return;
        }
        count(at);
    }
}

void Platform::count(qint64 now)
{
    for (qsizetype i = 0; i < m_plan.windows.size(); ++i) {
        WindowCount &window = m_counts[size_t(i)];
        window.add(now);
        const double share = double(window.used(now)) / std::max(1, limitAt(m_plan, i, now));
        m_mostUsed[i] = std::max(m_mostUsed[i], share);
    }
}

std::optional<Platform::Refusal> Platform::overLimit(qint64 now)
{
    using Header = WorldWindow::Header;
    std::optional<Refusal> refusal;
    Header worst = Header::Hidden;
    for (qsizetype i = 0; i < m_plan.windows.size(); ++i) {
        WindowCount &window = m_counts[size_t(i)];
        const int limit = limitAt(m_plan, i, now);
        const Header header = m_plan.windows[i].header;
        // The one whose refusal says most is told.
        if (window.used(now) < limit || (refusal && worst <= header)) {
            continue;
        }
        worst = header;
        refusal = {.status = header == Header::Count ? 429
                : header == Header::Percent          ? 400
                                                     : 403,
            .code = header == Header::Count ? 88
                : header == Header::Percent ? 32
                                            : 185,
            .passesAt = window.belowAt(now, limit)};
    }
    return refusal;
}

std::optional<Platform::Refusal> Platform::refusalOf(qint64 now, const QString &text)
{
    if (m_lockedAt) {
        return Refusal{.status = 403, .code = 326};
    }
    if (const auto over = overLimit(now)) {
        return over;
    }
    const auto same = m_texts.constFind(text);
    if (m_plan.detectsDuplicates && same != m_texts.cend() && now - *same < kDay) {
        return Refusal{.status = 403, .code = 187};
    }
    return std::nullopt;
}

void Platform::noteRefusal(qint64 now, int code)
{
    ++m_refusals[code];
    if (m_plan.countsRefused) {
        count(now);
    }
    if (m_lockedAt) {
        return;
    }
    m_refusedAt.push_back(now);
    while (m_refusedAt.front() <= now - kDay) {
        m_refusedAt.pop_front();
    }
    const auto recent = std::upper_bound(m_refusedAt.begin(), m_refusedAt.end(), now - 10 * kMinute);
    if (m_refusedAt.end() - recent >= m_plan.lockingBurst
        || qint64(m_refusedAt.size()) >= m_plan.lockingDay) {
        m_lockedAt = now;
    }
}

void Platform::accept(qint64 now, qint64 job, const QString &text)
{
    Dice dice(m_plan.seed, kVisibilityStream, quint64(job));
    const Acceptance acceptance{
        .job = job, .at = now, .visibleAt = now + qint64(double(m_plan.visibleLag) * dice.between(0.5, 1.6))};
    m_accepted.append(acceptance);
    m_texts.insert(text, now);
    if (!m_visibleAt.contains(job)) {
        m_visibleAt.insert(job, acceptance.visibleAt);
    }
    count(now);
}

WorldReading Platform::reading(qsizetype index, qint64 now)
{
    const WorldWindow &window = m_plan.windows[index];
    WindowCount &counted = m_counts[size_t(index)];
    const int limit = limitAt(m_plan, index, now);
    const int used = counted.used(now);
    if (window.header == WorldWindow::Header::Percent) {
        return {.name = window.name, .percent = int(qint64(used) * 100 / std::max(limit, 1))};
    }
    return {.name = window.name,
        .limit = limit,
        .remaining = std::max(0, limit - used),
        .reset = serverSecond(counted.resetAt(now), true)};
}

WorldAnswer Platform::answer(WorldAnswer::Kind kind, qint64 now, qint64 job)
{
    WorldAnswer told{.kind = kind, .job = job, .date = serverSecond(now, false)};
    for (qsizetype i = 0; i < m_plan.windows.size(); ++i) {
        const WorldWindow::Header header = m_plan.windows[i].header;
        if (header == WorldWindow::Header::Percent
            || (header == WorldWindow::Header::Count && kind == WorldAnswer::Kind::Send)) {
            told.readings.append(reading(i, now));
        }
    }
    return told;
}

WorldAnswer Platform::send(qint64 now, qint64 job, const QString &text)
{
    settle(now);
    const auto refusal = refusalOf(now, text);
    if (refusal) {
        noteRefusal(now, refusal->code);
    } else {
        accept(now, job, text);
    }
    WorldAnswer told = answer(WorldAnswer::Kind::Send, now, job);
    told.status = refusal ? refusal->status : 201;
    told.code = refusal ? refusal->code : 0;
    if (told.code == 32) {
        const qint64 minutes = (refusal->passesAt - now + kMinute - 1) / kMinute;
        told.regainMinutes = double(minutes);
    }
    return told;
}

WorldAnswer Platform::lookup(qint64 now, qint64 job)
{
    settle(now);
    WorldAnswer told = answer(WorldAnswer::Kind::Lookup, now, job);
    if (m_lookups.used(now) >= m_plan.lookupsPerQuarter) {
        told.status = 429;
        told.code = 88;
        return told;
    }
    m_lookups.add(now);
    told.status = 200;
    const auto visible = m_visibleAt.constFind(job);
    told.found = visible != m_visibleAt.cend() && *visible <= now;
    return told;
}

} // namespace fw::world
