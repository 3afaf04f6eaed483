#include "app/dispatch/simulated_desk.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
using namespace std::chrono_literals;

constexpr int kFailuresToPause = 3;
constexpr milliseconds kShortestPause = 4s;
constexpr milliseconds kLongestPause = 60s;
constexpr milliseconds kRefusalPause = 30s;
constexpr milliseconds kLongestRefusalPause = 1h;
constexpr milliseconds kLockPause = 6h;
constexpr milliseconds kDuplicatePause = 1h;
constexpr int kDuplicateTries = 4;
// In lags of visibility after the call ended: when an unknown reply is looked up first, and from when on its absence proves something.
constexpr int kFirstLookup = 2;
constexpr int kProof = 6;
constexpr int kProofWithCheck = 3; // where the network itself would refuse the second one

milliseconds doubled(milliseconds first, int times, milliseconds most)
{
    return std::min<milliseconds>(most, first * (qint64(1) << std::min(times, 20)));
}
} // namespace

void SimulatedDesk::take(const WorldAnswer &answer)
{
    const auto found = m_calls.find(answer.request);
    if (found == m_calls.end()) {
        return;
    }
    const Call call = found->second;
    m_calls.erase(found);
    if (answer.kind == WorldAnswer::Kind::Send) {
        m_budget->calls().remove(call.countedAt);
    }
    learnTime(answer, call);
    const auto reply = m_replies.find(call.job);
    if (answer.kind == WorldAnswer::Kind::Lookup) {
        --m_lookingUp;
        if (reply != m_replies.end()) {
            lookupEnded(reply->second, answer);
        }
        return;
    }
    --m_sending;
    const Instant startedAt = m_clock.at(call.startedAt);
    m_budget->calls().add(startedAt, now());
    const QList<LimitSignal> readings = readingsOf(answer);
    m_budget->read(readings, startedAt, now());
    if (m_store) {
        m_store->end(call.kept, startedAt, now());
        keepReadings(readings, startedAt);
    }
    if (reply != m_replies.end()) {
        reply->second.endedAt = m_mono;
        sendEnded(reply->second, answer, startedAt);
    }
}

void SimulatedDesk::learnTime(const WorldAnswer &answer, const Call &call)
{
    if (!answer.date || !m_clock.learn(instantFromMs(*answer.date), call.startedAt, m_mono)) {
        return;
    }
    // Everything known by the old guess moves with it.
    const QList<WaitingReply> others = m_scheduler.backlog().others();
    m_scheduler = Scheduler();
    for (const WaitingReply &other : others) {
        m_scheduler.add(other, now(), true);
    }
    QSet<qint64> pausing;
    for (const auto &[at, job] : m_later) {
        pausing.insert(job);
    }
    for (auto &[id, reply] : m_replies) {
        if (reply.deadline) {
            reply.due = m_clock.at(*reply.deadline);
        }
        if (reply.state == State::Queued) {
            keep(reply, u"queued"_s);
            if (!pausing.contains(id)) {
                enqueue(reply, true);
            }
        }
    }
}

QList<LimitSignal> SimulatedDesk::readingsOf(const WorldAnswer &answer) const
{
    QList<LimitSignal> readings;
    for (const WorldReading &reading : answer.readings) {
        readings.append({.header = reading.name,
            .limit = reading.limit,
            .remaining = reading.remaining,
            .percent = reading.percent,
            .resetAt = instantFromMs(std::max<qint64>(reading.reset, 0)),
            .readAt = now()});
    }
    return readings;
}

void SimulatedDesk::sendEnded(Reply &reply, const WorldAnswer &answer, Instant startedAt)
{
    if (answer.status == 0 || answer.status >= 500) {
        networkFailed();
        becameUnknown(reply);
        return;
    }
    networkAnswered();
    if (answer.status >= 200 && answer.status < 300) {
        m_refusals = 0;
        keepLearned(m_budget->letThrough(startedAt, now()));
        accepted(reply);
    } else if (answer.code == 187) {
        refusedAsDuplicate(reply);
    } else {
        refused(reply, answer, startedAt);
    }
}

void SimulatedDesk::refused(Reply &reply, const WorldAnswer &answer, Instant startedAt)
{
    milliseconds pause = doubled(kRefusalPause, m_refusals, kLongestRefusalPause);
    ++m_refusals;
    QString reason = u"limited"_s;
    if (answer.code == 326) {
        reason = u"locked"_s;
        pause = kLockPause;
    } else if (answer.code == 185) {
        keepLearned(m_budget->refusedByHidden(startedAt, now()));
        pause = m_budget->worthTryingAt() - now();
    } else if (answer.regainMinutes) {
        pause = milliseconds(qint64(*answer.regainMinutes * 60'000)) + 2s;
    }
    m_budget->block(now() + pause, reason);
    if (m_store) {
        m_store->saveBlock(now() + pause, reason);
    }
    queueAgain(reply, 0ms);
    m_scheduler.planAnew();
}

void SimulatedDesk::refusedAsDuplicate(Reply &reply)
{
    if (reply.wasUnknown) {
        // Most likely the attempt whose answer was lost.
        becameUnknown(reply);
        return;
    }
    if (++reply.refusals >= kDuplicateTries) {
        keep(reply, u"dropped"_s);
        settle(reply, WorldAction::Kind::Drop);
        return;
    }
    queueAgain(reply, doubled(kDuplicatePause, reply.refusals, 24h));
}

void SimulatedDesk::accepted(Reply &reply)
{
    keep(reply, u"accepted"_s);
    m_texts.insert(reply.text, now());
    settle(reply, WorldAction::Kind::Confirm);
}

void SimulatedDesk::settle(const Reply &reply, WorldAction::Kind kind)
{
    const qint64 job = reply.job;
    releaseText(reply);
    m_settled.append({.kind = kind, .job = job});
    m_over.insert(job, kind);
    m_replies.erase(job);
}

void SimulatedDesk::releaseText(const Reply &reply)
{
    if (m_textsUnderWay.value(reply.text) == reply.job) {
        m_textsUnderWay.remove(reply.text);
    }
}

void SimulatedDesk::becameUnknown(Reply &reply)
{
    reply.state = State::Unknown;
    reply.wasUnknown = true;
    keep(reply, u"unknown"_s);
    m_toLookUp.emplace(m_mono + milliseconds(m_info.visibleLag) * kFirstLookup, reply.job);
}

void SimulatedDesk::queueAgain(Reply &reply, milliseconds pause)
{
    reply.state = State::Queued;
    releaseText(reply);
    keep(reply, u"queued"_s);
    if (pause > 0ms) {
        m_later.emplace(m_mono + pause, reply.job);
    } else {
        enqueue(reply, false);
    }
}

void SimulatedDesk::networkFailed()
{
    if (++m_failures >= kFailuresToPause) {
        m_pausedUntil = m_mono + doubled(kShortestPause, m_failures - kFailuresToPause, kLongestPause);
    }
}

void SimulatedDesk::networkAnswered()
{
    m_failures = 0;
    m_pausedUntil = {};
}

void SimulatedDesk::lookupEnded(Reply &reply, const WorldAnswer &answer)
{
    const milliseconds lag(m_info.visibleLag);
    if (!answer.found) {
        if (answer.status == 0 || answer.status >= 500) {
            networkFailed();
            m_lookupsPausedUntil = m_mono + doubled(kShortestPause, m_failures, kLongestPause);
        } else {
            m_lookupsPausedUntil = m_mono + 60s;
            for (const WorldReading &reading : answer.readings) {
                if (reading.remaining == 0 && reading.reset > 0) {
                    m_lookupsPausedUntil
                        = std::max(m_lookupsPausedUntil, monotonic(instantFromMs(reading.reset)) + 1s);
                }
            }
        }
        m_toLookUp.emplace(m_lookupsPausedUntil, reply.job);
        return;
    }
    networkAnswered();
    if (*answer.found) {
        accepted(reply);
        return;
    }
    const milliseconds proof = reply.endedAt + lag * (m_info.detectsDuplicates ? kProofWithCheck : kProof);
    if (m_mono >= proof) {
        queueAgain(reply, 0ms);
    } else {
        m_toLookUp.emplace(std::max(proof, m_mono + 1s), reply.job);
    }
}

} // namespace fw
