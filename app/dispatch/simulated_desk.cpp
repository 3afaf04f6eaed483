#include "app/dispatch/simulated_desk.h"

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
using namespace std::chrono_literals;

constexpr int kMostAtOnce = 4;
constexpr milliseconds kSameText = 24h + 1min;
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
    if (const auto over = m_over.constFind(job.id); over != m_over.cend()) {
        m_settled.append({.kind = *over, .job = job.id}); // asked again: it was not heard
        return;
    }
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

void SimulatedDesk::enqueue(const Reply &reply, bool isNew)
{
    m_scheduler.add({.id = {reply.job}, .weight = reply.weight, .due = reply.due}, now(), isNew);
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
    const bool isAlone = !m_clock.isKnown() || m_refusals > 0;
    return isAlone ? 1 : m_budget->atOnce(std::max(1, kMostAtOnce >> std::min(m_failures, 8)), now());
}

void SimulatedDesk::act(QList<WorldAction> &actions)
{
    m_nextWake = milliseconds(std::numeric_limits<qint64>::max());
    while (!m_later.empty() && m_later.begin()->first <= m_mono) {
        const auto found = m_replies.find(m_later.begin()->second);
        m_later.erase(m_later.begin());
        if (found != m_replies.end() && found->second.state == State::Queued) {
            enqueue(found->second, false);
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
