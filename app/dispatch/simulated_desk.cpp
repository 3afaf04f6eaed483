#include "app/dispatch/simulated_desk.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
using namespace std::chrono_literals;

constexpr int kMostAtOnce = 4;
constexpr int kFailuresToPause = 3;
constexpr milliseconds kShortestPause = 4s;
constexpr milliseconds kLongestPause = 60s;
constexpr milliseconds kRefusalPause = 30s;
constexpr milliseconds kLongestRefusalPause = 1h;
constexpr milliseconds kLockPause = 6h;
constexpr milliseconds kDuplicatePause = 1h;
constexpr int kDuplicateTries = 4;
constexpr milliseconds kSameText = 24h + 1min;
// In lags of visibility after the call ended: when an unknown reply is looked up first, and from when on its absence proves something.
constexpr int kFirstLookup = 2;
constexpr int kProof = 6;
constexpr int kProofWithCheck = 3; // where the network itself would refuse the second one
constexpr Instant kNever = Instant::max();

Window windowOf(const WorldWindow &world)
{
    const bool isPercent = world.header == WorldWindow::Header::Percent;
    return {.name = world.name,
        .operation = Operation::Reply,
        .kind = world.kind == WorldWindow::Kind::Fixed ? WindowKind::Fixed : WindowKind::Rolling,
        .length = milliseconds(world.length),
        .limit = isPercent ? 100 : world.limit,
        .isPercent = isPercent,
        .capacity = isPercent ? world.limit : 0,
        .header = world.header == WorldWindow::Header::Hidden ? QString() : world.name};
}

milliseconds doubled(milliseconds first, int times, milliseconds most)
{
    return std::min<milliseconds>(most, first * (qint64(1) << std::min(times, 20)));
}
} // namespace

SimulatedDesk::SimulatedDesk(std::unique_ptr<SimulationStore> store) : m_store(std::move(store)) { }
SimulatedDesk::~SimulatedDesk() = default;

bool SimulatedDesk::begin(qint64 mono, qint64 wall, const WorldInfo &info)
{
    m_info = info;
    m_mono = milliseconds(mono);
    m_clock = NetworkClock(instantFromMs(wall) - m_mono);
    QList<Window> windows;
    for (const WorldWindow &window : info.windows) {
        windows.append(windowOf(window));
    }
    m_budget = std::make_unique<CallBudget>(windows);
    if (m_store) {
        recover(wall);
    }
    return m_store != nullptr && !m_error;
}

WorldStep SimulatedDesk::advance(qint64 until, qint64 wall, const QList<WorldEvent> &events)
{
    WorldStep step{.at = until};
    if (m_store) {
        m_store->begin();
        hearNews();
    }
    run(milliseconds(until), events, step.actions);
    step.at = m_mono.count();
    if (m_store) {
        keepTime(wall);
        if (const Done kept = m_store->commit(); !kept) {
            m_error = kept.error();
            step.actions.clear();
        }
    }
    return step;
}

void SimulatedDesk::run(milliseconds until, const QList<WorldEvent> &events, QList<WorldAction> &actions)
{
    if (!events.isEmpty()) {
        m_mono = until;
        for (const WorldEvent &event : events) {
            std::visit([this](const auto &happened) { take(happened); }, event);
        }
        act(actions);
        return;
    }
    while (m_mono < until && actions.isEmpty()) {
        m_mono = std::clamp(m_nextWake, m_mono, until);
        if (m_mono >= m_nextWake) {
            act(actions);
        }
    }
}

void SimulatedDesk::take(const WorldJob &job)
{
    const milliseconds deadline(job.deadline);
    const auto [reply, isNew] = m_replies.try_emplace(job.id,
        Reply{.job = job.id,
            .weight = job.weight,
            .text = job.text,
            .deadline = deadline,
            .due = m_clock.at(deadline)});
    if (isNew) {
        keep(reply->second, u"queued"_s);
        enqueue(reply->second, true);
    }
}

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
    m_budget->calls().end(startedAt, now());
    const QList<LimitSignal> readings = readingsOf(answer);
    m_budget->read(readings, startedAt, now());
    if (m_store) {
        m_store->end(call.kept, startedAt, now());
        keepReadings(readings, startedAt);
    }
    if (reply != m_replies.end()) {
        reply->second.endedAt = m_mono;
        sendEnded(reply->second, answer);
    }
}

void SimulatedDesk::learnTime(const WorldAnswer &answer, const Call &call)
{
    if (!answer.date || !m_clock.learn(instantFromMs(*answer.date), call.startedAt, m_mono)) {
        return;
    }
    // Everything known by the old guess moves with it.
    m_scheduler = Scheduler();
    for (auto &[id, reply] : m_replies) {
        if (reply.deadline) {
            reply.due = m_clock.at(*reply.deadline);
        }
        if (reply.state == State::Queued) {
            keep(reply, u"queued"_s);
            enqueue(reply, true);
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

void SimulatedDesk::sendEnded(Reply &reply, const WorldAnswer &answer)
{
    if (answer.status == 0 || answer.status >= 500) {
        networkFailed();
        becameUnknown(reply);
        return;
    }
    networkAnswered();
    if (answer.status >= 200 && answer.status < 300) {
        m_refusals = 0;
        keepLearned(m_budget->letThrough(now()));
        accepted(reply);
    } else if (answer.code == 187) {
        refusedAsDuplicate(reply);
    } else {
        refused(reply, answer);
    }
}

void SimulatedDesk::refused(Reply &reply, const WorldAnswer &answer)
{
    milliseconds pause = doubled(kRefusalPause, m_refusals, kLongestRefusalPause);
    ++m_refusals;
    QString reason = u"limited"_s;
    if (answer.code == 326) {
        reason = u"locked"_s;
        pause = kLockPause;
    } else if (answer.code == 185) {
        keepLearned(m_budget->refusedByHidden(now()));
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
        m_settled.append({.kind = WorldAction::Kind::Drop, .job = reply.job});
        m_replies.erase(reply.job);
        return;
    }
    queueAgain(reply, doubled(kDuplicatePause, reply.refusals, 24h));
}

void SimulatedDesk::accepted(Reply &reply)
{
    keep(reply, u"accepted"_s);
    m_texts.insert(reply.text, now());
    m_textsUnderWay.remove(reply.text);
    m_settled.append({.kind = WorldAction::Kind::Confirm, .job = reply.job});
    m_replies.erase(reply.job);
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
    m_textsUnderWay.remove(reply.text);
    keep(reply, u"queued"_s);
    if (pause > 0ms) {
        m_later.emplace(m_mono + pause, reply.job);
    } else {
        enqueue(reply, false);
    }
}

void SimulatedDesk::enqueue(const Reply &reply, bool isNew)
{
    m_scheduler.add({.id = {reply.job}, .weight = reply.weight, .due = reply.due}, now(), isNew);
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

// How long a network that refuses what it has seen would refuse this text because of another reply.
milliseconds SimulatedDesk::textFreeIn(const Reply &reply) const
{
    if (!m_info.detectsDuplicates || reply.text.isEmpty()) {
        return 0ms;
    }
    if (m_textsUnderWay.value(reply.text, reply.job) != reply.job) {
        return 1min;
    }
    const auto accepted = m_texts.find(reply.text);
    return accepted == m_texts.end() ? 0ms : std::max<milliseconds>(0ms, *accepted + kSameText - now());
}

int SimulatedDesk::concurrency() const
{
    return m_clock.isKnown() && m_refusals == 0 ? std::max(1, kMostAtOnce >> std::min(m_failures, 8)) : 1;
}

void SimulatedDesk::act(QList<WorldAction> &actions)
{
    m_nextWake = milliseconds(std::numeric_limits<qint64>::max());
    while (!m_later.empty() && m_later.begin()->first <= m_mono) {
        const auto found = m_replies.find(m_later.begin()->second);
        m_later.erase(m_later.begin());
        if (found != m_replies.end()) {
            queueAgain(found->second, 0ms);
        }
    }
    if (!m_later.empty()) {
        m_nextWake = m_later.begin()->first;
    }
    lookUp(actions);
    send(actions);
    actions = m_settled + actions;
    m_settled.clear();
    m_budget->calls().trim(now(), m_budget->longest());
}

void SimulatedDesk::lookUp(QList<WorldAction> &actions)
{
    while (!m_toLookUp.empty()) {
        const milliseconds at = std::max(m_toLookUp.begin()->first, m_lookupsPausedUntil);
        if (m_lookingUp > 0) {
            return;
        }
        if (at > m_mono) {
            m_nextWake = std::min(m_nextWake, at);
            return;
        }
        const qint64 job = m_toLookUp.begin()->second;
        m_toLookUp.erase(m_toLookUp.begin());
        const auto found = m_replies.find(job);
        if (found == m_replies.end() || found->second.state != State::Unknown) {
            continue;
        }
        ++m_lookingUp;
        m_calls.emplace(++m_lastRequest, Call{.job = job, .startedAt = m_mono});
        actions.append({.kind = WorldAction::Kind::Lookup, .request = m_lastRequest, .job = job});
    }
}

void SimulatedDesk::send(QList<WorldAction> &actions)
{
    if (m_pausedUntil > m_mono) {
        m_nextWake = std::min(m_nextWake, m_pausedUntil);
        return;
    }
    while (m_sending < concurrency()) {
        const Choice choice = m_scheduler.choose(*m_budget, now());
        if (!choice.reply) {
            if (choice.until != kNever) {
                m_nextWake = std::min(m_nextWake, std::max(monotonic(choice.until), m_mono + 1ms));
            }
            return;
        }
        Reply &reply = m_replies.at(choice.reply->value);
        if (const milliseconds wait = textFreeIn(reply); wait > 0ms) {
            m_later.emplace(m_mono + wait, reply.job);
            m_nextWake = std::min(m_nextWake, m_mono + wait);
            continue;
        }
        m_textsUnderWay.insert(reply.text, reply.job);
        reply.state = State::Sending;
        ++reply.attempts;
        ++m_sending;
        keep(reply, u"sending"_s);
        m_budget->calls().begin(now());
        const qint64 kept = m_store ? m_store->save(KeptCall{.agent = m_info.agent, .startedAt = now()}) : 0;
        m_calls.emplace(
            ++m_lastRequest, Call{.job = reply.job, .startedAt = m_mono, .countedAt = now(), .kept = kept});
        actions.append({.kind = WorldAction::Kind::Send, .request = m_lastRequest, .job = reply.job});
    }
}

} // namespace fw
