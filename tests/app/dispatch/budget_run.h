#pragma once

#include "app/dispatch/call_budget.h"
#include "connectors/sandbox/world/dice.h"
#include "connectors/sandbox/world/platform.h"

#include <map>

namespace fw::test {

/// Calls whenever a CallBudget has room, against a simulated platform that counts for itself. What the budget takes for the network's clock is wrong by
/// `skew`, and calls take up to `mostLatency`.
class BudgetRun
{
public:
    BudgetRun(const world::PlatformPlan &plan, const QList<Window> &windows, quint64 seed)
        : budget(windows)
        , platform(plan)
        , m_dice(seed, 7)
    {
    }

    CallBudget budget;
    world::Platform platform;
    milliseconds skew = {};
    qint64 mostLatency = 2'000;
    double idleness = 0.1; // share of the time in which there is nothing to send
    int calls = 0;
    int highestPercent = 0;
    int callsWhileBlocked = 0;

    void until(qint64 end)
    {
        while (m_now < end) {
            startCalls();
            m_now = std::min(end, nextMoment());
            arrive();
            answer();
        }
    }
    [[nodiscard]] Instant now() const { return seen(m_now); }
    [[nodiscard]] int refusals() const
    {
        int sum = 0;
        for (const auto &[code, count] : platform.refusals()) {
            sum += count;
        }
        return sum;
    }

private:
    struct Call {
        Instant startedAt = {};
        qint64 answeredAt = 0;
        WorldAnswer answer = {};
    };

    [[nodiscard]] Instant seen(qint64 at) const { return instantFromMs(world::kServerEpoch + at) + skew; }

    void startCalls()
    {
        if (m_now < m_idleUntil) {
            return;
        }
        if (idleness > 0 && m_now >= m_nextIdle) {
            m_idleUntil = m_now + m_dice.whole(0, 2 * kMeanIdle);
            m_nextIdle = m_idleUntil + qint64(m_dice.exponential(double(kMeanIdle) * (1 / idleness - 1)));
            return;
        }
        const size_t atOnce
            = m_refusedInARow > 0 ? 1 : size_t(budget.atOnce(4, now())); // after a refusal carefully
        while (m_onTheWay.size() + m_coming.size() < atOnce && budget.room(now()) > 0) {
            callsWhileBlocked += budget.blockedUntil(now()) ? 1 : 0;
            budget.calls().begin(now());
            const qint64 reaches = m_now + m_dice.whole(1, mostLatency);
            m_onTheWay.emplace(
                reaches, Call{.startedAt = now(), .answeredAt = reaches + m_dice.whole(1, mostLatency)});
            ++calls;
        }
    }

    [[nodiscard]] qint64 nextMoment()
    {
        qint64 next = m_now + world::kMinute;
        if (m_now >= m_idleUntil) {
            const qint64 opens = (budget.opensAt(now()).at - now()).count();
            next = std::min(next, m_now + std::max<qint64>(opens, 50));
        }
        for (const auto *waiting : {&m_onTheWay, &m_coming}) {
            if (!waiting->empty()) {
                next = std::min(next, waiting->begin()->first);
            }
        }
        return std::max(next, m_now + 1);
    }

    void arrive()
    {
        while (!m_onTheWay.empty() && m_onTheWay.begin()->first <= m_now) {
            auto call = m_onTheWay.extract(m_onTheWay.begin());
            ++m_text;
            call.mapped().answer = platform.send(call.key(), m_text, QString::number(m_text));
            const qint64 answeredAt = call.mapped().answeredAt;
            m_coming.emplace(answeredAt, std::move(call.mapped()));
        }
    }

    void answer()
    {
        while (!m_coming.empty() && m_coming.begin()->first <= m_now) {
            const Call call = m_coming.begin()->second;
            m_coming.erase(m_coming.begin());
            budget.calls().end(call.startedAt, now());
            hear(call);
        }
    }

    void hear(const Call &call)
    {
        QList<LimitSignal> readings;
        for (const WorldReading &reading : call.answer.readings) {
            highestPercent = std::max(highestPercent, reading.percent);
            readings.append({.header = reading.name,
                .limit = reading.limit,
                .remaining = reading.remaining,
                .percent = reading.percent,
                .resetAt = instantFromMs(std::max<qint64>(0, reading.reset)),
                .readAt = now()});
        }
        budget.read(readings, call.startedAt, now());
        if (call.answer.status < 300) {
            m_refusedInARow = 0;
            (void)budget.letThrough(call.startedAt, now());
            return;
        }
        const milliseconds pause(30'000LL << std::min(m_refusedInARow++, 7));
        if (call.answer.code == 185) {
            (void)budget.refusedByHidden(call.startedAt, now());
            budget.block(budget.worthTryingAt(), QStringLiteral("limited"));
        } else {
            budget.block(now() + pause, QStringLiteral("limited"));
        }
    }

    static constexpr qint64 kMeanIdle = 10 * world::kMinute;

    world::Dice m_dice;
    qint64 m_nextIdle = world::kHour;
    qint64 m_now = 0;
    qint64 m_idleUntil = 0;
    qint64 m_text = 0;
    int m_refusedInARow = 0;
    std::multimap<qint64, Call> m_onTheWay = {};
    std::multimap<qint64, Call> m_coming = {};
};

} // namespace fw::test
