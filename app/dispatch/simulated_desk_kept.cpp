#include "app/dispatch/simulated_desk.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
using namespace std::chrono_literals;

// A desk that died leaves a call under way for ever; this long after its time-out nobody waits for it.
constexpr milliseconds kForgotten = 1min;

/// Jobs of different desks may have the same number.
ReplyId idOf(int agent, qint64 job)
{
    return {(qint64(agent + 1) << 50) ^ job};
}
} // namespace

// What an earlier life of this process kept. Its wall clock may have been set meanwhile; another desk may know the time better.
void SimulatedDesk::recover(qint64 wall)
{
    m_store->begin();
    m_wallOffset = m_store->wallOffset(m_info.agent);
    Instant guess = instantFromMs(wall) + m_wallOffset.value_or(0ms);
    if (const auto seen = m_store->seen()) {
        guess = m_wallOffset ? std::max(guess, *seen) : *seen;
    }
    m_clock = NetworkClock(guess - m_mono);
    // What was under way when it died can still arrive.
    m_store->endAll(m_info.agent, now() + milliseconds(m_info.timeout));
    hearNews();
    if (const Done kept = m_store->commit(); !kept) {
        m_error = kept.error();
    }
    m_nextWake = m_mono;
}

void SimulatedDesk::hearNews()
{
    const KeptChanges news = m_store->news(m_info.agent);
    for (const KeptReply &reply : news.replies) {
        hear(reply);
    }
    for (const KeptCall &call : news.calls) {
        hear(call);
    }
    for (const KeptWindow &window : news.windows) {
        hear(window);
    }
    for (const KeptLesson &lesson : news.lessons) {
        hear(lesson);
    }
    if (news.blockedUntil > now()) {
        m_budget->block(news.blockedUntil, news.blockReason);
    }
    endForgottenCalls();
}

void SimulatedDesk::hear(const KeptReply &kept)
{
    const bool isQueued = kept.state == u"queued"_s;
    if (kept.acceptedAt) {
        m_texts.insert(kept.text, *kept.acceptedAt);
    }
    if (kept.agent != m_info.agent) {
        const ReplyId id = idOf(kept.agent, kept.job);
        if (!isQueued) {
            m_scheduler.remove(id);
        } else if (!m_scheduler.backlog().contains(id)) {
            m_scheduler.add({.id = id, .weight = kept.weight, .due = kept.due, .isOurs = false}, now(),
                kept.attempts == 0);
        }
        return;
    }
    if (kept.state == u"accepted"_s || kept.state == u"dropped"_s) {
        m_over.insert(kept.job, kept.acceptedAt ? WorldAction::Kind::Confirm : WorldAction::Kind::Drop);
        return;
    }
    Reply &reply = m_replies[kept.job];
    reply = {.job = kept.job,
        .weight = kept.weight,
        .text = kept.text,
        .due = kept.due,
        .attempts = kept.attempts,
        .wasUnknown = kept.wasUnknown};
    if (isQueued) {
        enqueue(reply, false);
    } else {
        const bool wasSending = kept.state == u"sending"_s;
        reply.endedAt = m_mono + (wasSending ? milliseconds(m_info.timeout) : 0ms);
        m_textsUnderWay.insert(reply.text, reply.job);
        becameUnknown(reply);
    }
}

void SimulatedDesk::hear(const KeptCall &kept)
{
    const auto known = m_othersCalls.find(kept.id);
    if (known != m_othersCalls.end()) {
        if (kept.endedAt) {
            m_budget->calls().remove(known->second);
            m_budget->calls().add(kept.startedAt, *kept.endedAt);
            m_othersCalls.erase(known);
        }
    } else if (kept.endedAt) {
        m_budget->calls().add(kept.startedAt, *kept.endedAt);
    } else {
        // A desk that does not know the time yet tells a wrong one.
        const bool isLikely = std::chrono::abs(now() - kept.startedAt) < kForgotten;
        const Instant startedAt = isLikely ? kept.startedAt : now();
        m_budget->calls().begin(startedAt);
        m_othersCalls.emplace(kept.id, startedAt);
    }
}

void SimulatedDesk::endForgottenCalls()
{
    const milliseconds life = milliseconds(m_info.timeout) + kForgotten;
    for (auto call = m_othersCalls.begin(); call != m_othersCalls.end();) {
        if (now() > call->second + life) {
            m_budget->calls().end(call->second, call->second + milliseconds(m_info.timeout));
            call = m_othersCalls.erase(call);
        } else {
            ++call;
        }
    }
}

void SimulatedDesk::hear(const KeptWindow &kept)
{
    const QList<LimitSignal> readings = {{.header = kept.name,
        .limit = kept.limit,
        .remaining = kept.remaining,
        .percent = kept.percent,
        .resetAt = kept.resetAt}};
    m_budget->read(readings, kept.startedAt, now());
    m_scheduler.planAnew();
}

void SimulatedDesk::hear(const KeptLesson &kept)
{
    for (WindowLedger &window : m_budget->windows()) {
        if (window.window().name == kept.name) {
            window.learn(WindowLedger::Learned{.limit = kept.limit,
                .at = kept.at,
                .boundaryFrom = kept.boundaryFrom,
                .boundaryUntil = kept.boundaryUntil});
        }
    }
    m_scheduler.planAnew();
}

void SimulatedDesk::keep(const Reply &reply, const QString &state)
{
    if (m_store) {
        m_store->save(KeptReply{.agent = m_info.agent,
            .job = reply.job,
            .weight = reply.weight,
            .due = reply.due,
            .text = reply.text,
            .state = state,
            .attempts = reply.attempts,
            .wasUnknown = reply.wasUnknown,
            .acceptedAt = state == u"accepted"_s ? std::optional(now()) : std::nullopt});
    }
}

void SimulatedDesk::keepReadings(const QList<LimitSignal> &readings, Instant startedAt)
{
    for (const LimitSignal &reading : readings) {
        m_store->save(KeptWindow{.name = reading.header,
            .limit = reading.limit,
            .remaining = reading.remaining,
            .percent = reading.percent,
            .resetAt = reading.resetAt,
            .startedAt = startedAt});
    }
}

void SimulatedDesk::keepLearned(const WindowLedger *window)
{
    if (m_store && window != nullptr && window->learned()) {
        const WindowLedger::Learned &learned = *window->learned();
        m_store->save(KeptLesson{.name = window->window().name,
            .limit = learned.limit,
            .at = learned.at,
            .boundaryFrom = learned.boundaryFrom,
            .boundaryUntil = learned.boundaryUntil});
    }
}

void SimulatedDesk::keepTime(qint64 wall)
{
    if (!m_clock.isKnown()) {
        return;
    }
    const milliseconds offset = now() - instantFromMs(wall);
    if (!m_wallOffset || std::chrono::abs(offset - *m_wallOffset) >= 1s) {
        m_wallOffset = offset;
        m_store->saveWallOffset(m_info.agent, offset);
    }
    if (now() >= m_toldSeen + 5s) {
        m_toldSeen = now();
        m_store->saveSeen(m_toldSeen);
    }
}

} // namespace fw
