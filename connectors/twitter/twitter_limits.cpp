#include "connectors/twitter/twitter_limits.h"

#include <algorithm>

namespace fw::twitter {

namespace {
constexpr qint64 kLatestResetS = 4'102'444'800; // 2100; more is no time in seconds

std::optional<qint64> numberIn(const HttpAnswer &answer, const QByteArray &name)
{
    bool isNumber = false;
    const qint64 number = answer.headers.value(name).trimmed().toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}
} // namespace

QList<LimitSignal> limitSignals(const HttpAnswer &answer, Operation operation, Instant readAt)
{
    QList<LimitSignal> found;
    for (const char *key : {"x-rate-limit", "x-app-limit-24hour", "x-user-limit-24hour"}) {
        const QByteArray name(key);
        const auto limit = numberIn(answer, name + "-limit");
        const auto remaining = numberIn(answer, name + "-remaining");
        const auto reset = numberIn(answer, name + "-reset");
        if (!limit || !remaining || !reset || *reset > kLatestResetS) {
            continue;
        }
        constexpr qint64 kMost = std::numeric_limits<int>::max();
        found.append({.operation = operation,
            .header = QString::fromLatin1(name),
            .limit = int(std::min(*limit, kMost)),
            .remaining = int(std::min(*remaining, kMost)),
            .resetAt = instantFromMs(*reset * 1000),
            .readAt = readAt});
    }
    return found;
}

CallFacts factsOf(const HttpAnswer &answer, Operation operation, Instant now)
{
    return {.httpStatus = answer.status,
        .serverTime = answer.serverTime,
        .limitSignals = limitSignals(answer, operation, answer.serverTime.value_or(now))};
}

std::optional<milliseconds> waitAfter(const CallFacts &facts)
{
    std::optional<milliseconds> wait;
    for (const LimitSignal &signal : facts.limitSignals) {
        if (signal.remaining == 0) {
            const milliseconds span = std::max(signal.resetAt - signal.readAt, milliseconds(0));
            wait = std::max(wait.value_or(milliseconds(0)), span);
        }
    }
    return wait;
}

} // namespace fw::twitter
