#include "connectors/sandbox/world/desk_seat.h"

#include <time.h>

#include <algorithm>

namespace fw::world {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostSteps = 100'000; // at one moment, before a desk counts as hanging

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}
} // namespace

DeskSeat::DeskSeat(std::unique_ptr<WorldDesk> desk, const DeskPlan &plan, const WorldInfo &about)
    : m_desk(std::move(desk))
    , m_plan(plan)
    , m_about(about)
{
}

void DeskSeat::note(const QString &breach)
{
    if (m_breaches.size() < 10) {
        m_breaches.append(u"desk %1 at %2: %3"_s.arg(m_about.agent).arg(m_now).arg(breach));
    }
}

void DeskSeat::start(qint64 now)
{
    m_isUp = true;
    m_isIdle = false;
    ++m_life;
    m_bootedAt = now;
    m_now = now;
    m_requests.clear();
    const double before = cpuSeconds();
    const bool isKept = m_desk->begin(0, kServerEpoch + now + wallOffset(m_plan, now), m_about);
    m_seconds += cpuSeconds() - before;
    if (m_life > 1 && !isKept) {
        note(u"kept nothing over a reboot"_s);
    }
}

WorldStep DeskSeat::advance(qint64 until, const QList<WorldEvent> &events)
{
    const double before = cpuSeconds();
    WorldStep step = m_desk->advance(mono(until), kServerEpoch + until + wallOffset(m_plan, until), events);
    m_seconds += cpuSeconds() - before;
    ++m_decisions;
    step.at += m_bootedAt;
    const qint64 earliest = events.isEmpty() ? m_now : until;
    if (step.at < earliest || step.at > until) {
        note(u"a step at %1, not within %2 and %3"_s.arg(step.at).arg(earliest).arg(until));
        step.at = std::clamp(step.at, earliest, until);
    }
    m_stepsHere = step.at == m_now ? m_stepsHere + 1 : 0;
    if (m_stepsHere > kMostSteps) {
        note(u"no end of steps at one moment"_s);
        step = {.at = until};
        m_stepsHere = 0;
    }
    m_now = step.at;
    m_isIdle = step.actions.isEmpty() && step.at == until;
    return step;
}

bool DeskSeat::takeRequest(qint64 request)
{
    const auto before = m_requests.size();
    m_requests.insert(request);
    return m_requests.size() != before;
}

} // namespace fw::world
