#include "tests/bench/world/peer_desk.h"

#include <algorithm>
#include <limits>

namespace fw::world {

namespace {
constexpr qint64 kNever = std::numeric_limits<qint64>::max();
} // namespace

PeerDesk::PeerDesk(PeerOrder order, int callsAtOnce) : m_order(order), m_callsAtOnce(callsAtOnce) { }

PeerDesk::Key PeerDesk::keyOf(const WorldJob &job) const
{
    return {m_order == PeerOrder::Priority ? job.priority : 0, job.id};
}

bool PeerDesk::begin(qint64 mono, qint64, const WorldInfo &info)
{
    m_info = info;
    m_now = mono;
    m_request = 0;
    m_later.clear();
    m_underWay.clear();
    m_ready.clear();
    for (const Entry &entry : std::as_const(m_jobs)) {
        m_ready.insert(keyOf(entry.job));
    }
    wake(mono);
    return true;
}

WorldStep PeerDesk::advance(qint64 until, qint64, const QList<WorldEvent> &events)
{
    WorldStep step{.at = until};
    if (!events.isEmpty()) {
        for (const WorldEvent &event : events) {
            take(until, event, step);
        }
        m_now = until;
    } else {
        m_now = std::min(until, nextAt(m_now));
        step.at = m_now;
    }
    ripen(m_now);
    sendReady(m_now, step);
    return step;
}

void PeerDesk::take(qint64 now, const WorldEvent &event, WorldStep &step)
{
    if (const auto *job = std::get_if<WorldJob>(&event)) {
        m_jobs.insert(job->id, {.job = *job});
        m_ready.insert(keyOf(*job));
    } else {
        takeAnswer(now, std::get<WorldAnswer>(event), step);
    }
}

void PeerDesk::takeAnswer(qint64 now, const WorldAnswer &answer, WorldStep &step)
{
    m_underWay.remove(answer.job);
    heard(now, answer);
    const Entry &entry = m_jobs[answer.job];
    Verdict verdict{.what = Verdict::What::Done};
    if (answer.code == 326) { // locked: somebody has to be told
        verdict.what = Verdict::What::Drop;
    } else if (answer.status != 201 && answer.code != 187) {
        verdict = failed(now, answer, entry.attempts);
    }
    if (verdict.what == Verdict::What::Again) {
        m_later.insert({std::max(now, verdict.at), answer.job});
        return;
    }
    const bool isDone = verdict.what == Verdict::What::Done;
    step.actions.append(
        {.kind = isDone ? WorldAction::Kind::Confirm : WorldAction::Kind::Drop, .job = answer.job});
    m_jobs.remove(answer.job);
}

void PeerDesk::ripen(qint64 now)
{
    while (!m_later.empty() && m_later.begin()->first <= now) {
        m_ready.insert(keyOf(m_jobs[m_later.begin()->second].job));
        m_later.erase(m_later.begin());
    }
}

void PeerDesk::sendReady(qint64 now, WorldStep &step)
{
    while (!m_ready.empty() && m_underWay.size() < m_callsAtOnce && opensAt(now) <= now) {
        const qint64 job = m_ready.begin()->second;
        m_ready.erase(m_ready.begin());
        m_underWay.insert(job);
        ++m_jobs[job].attempts;
        sent(now);
        step.actions.append({.kind = WorldAction::Kind::Send, .request = ++m_request, .job = job});
    }
}

qint64 PeerDesk::nextAt(qint64 now)
{
    qint64 at = m_later.empty() ? kNever : std::max(now, m_later.begin()->first);
    if (!m_ready.empty() && m_underWay.size() < m_callsAtOnce) {
        at = std::min(at, std::max(now, opensAt(now)));
    }
    return at;
}

} // namespace fw::world
