#include "connectors/sandbox/world/road.h"

#include "connectors/sandbox/world/dice.h"

#include <algorithm>
#include <cmath>

namespace fw::world {

namespace {
constexpr quint64 kSendStream = 21;
constexpr quint64 kLookupStream = 22;
constexpr double kLatencySigma = 0.5;

bool isIn(const QList<Span> &spans, qint64 at)
{
    return std::any_of(spans.begin(), spans.end(), [at](const Span &span) { return span.has(at); });
}

Journey answered(qint64 at, double latency)
{
    const auto there = qint64(latency * 0.6);
    return {.reachesAt = at + there, .answeredAt = at + std::max<qint64>(there + 1, qint64(latency))};
}

Journey inOutage(const PlatformPlan &plan, const Span &outage, Dice &dice, qint64 at)
{
    if (dice.chance(0.7)) {
        return {.answeredAt = at + qint64(dice.between(50, 1500)), .isUnavailable = true};
    }
    if (!closedPart(outage).has(at) && dice.chance(0.5)) {
        return {.reachesAt = at + qint64(dice.between(0.05, 0.9) * double(plan.timeout))};
    }
    return {};
}

Journey inBrownout(const PlatformPlan &plan, Dice &dice, qint64 at)
{
    if (!dice.chance(plan.brownoutLoss)) {
        return answered(at, dice.between(5'000, 25'000));
    }
    if (!dice.chance(0.6)) {
        return {};
    }
    if (dice.chance(0.15)) { // when the caller has given up already
        return {.reachesAt = at + plan.timeout + qint64(dice.between(500, 15'000))};
    }
    return {.reachesAt = at + qint64(dice.between(0.1, 0.95) * double(plan.timeout))};
}
} // namespace

Span closedPart(const Span &outage)
{
    return {
        .from = outage.from + kMinute, .until = std::max(outage.from + kMinute, outage.until - 2 * kMinute)};
}

Journey journeyOf(const PlatformPlan &plan, WorldAnswer::Kind kind, qint64 job, int attempt, qint64 at)
{
    const bool isSend = kind == WorldAnswer::Kind::Send;
    Dice dice(plan.seed, isSend ? kSendStream : kLookupStream, quint64(job) * 1000 + quint64(attempt));
    for (const Span &outage : plan.outages) {
        if (outage.has(at)) {
            return inOutage(plan, outage, dice, at);
        }
    }
    if (isIn(plan.brownouts, at)) {
        return inBrownout(plan, dice, at);
    }
    if (dice.chance(plan.loss)) {
        return dice.chance(0.5) ? Journey{} : Journey{.reachesAt = at + qint64(dice.between(100, 5'000))};
    }
    const double latency = plan.latency * std::exp(kLatencySigma * dice.normal());
    return answered(at, std::min(latency, 0.9 * double(plan.timeout)));
}

} // namespace fw::world
