#include "connectors/pinterest/pinterest_limits.h"

#include <algorithm>
#include <limits>

namespace fw::pinterest {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kSmallestUnixTime = 10'000'000;  // below it: seconds to wait
constexpr qint64 kLatestUnixTime = 4'102'444'800; // 2100

/// The whole number a header begins with: some gateways append their window, as in "100, 100;w=60".
std::optional<qint64> numberIn(const HttpAnswer &answer, const char *name)
{
    const QByteArray text = answer.headers.value(name).trimmed();
    qsizetype digits = 0;
    while (digits < text.size() && text.at(digits) >= '0' && text.at(digits) <= '9') {
        ++digits;
    }
    bool isNumber = false;
    const qint64 number = text.left(digits).toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

int capped(qint64 number)
{
    return int(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

Instant resetIn(const HttpAnswer &answer, Instant readAt)
{
    const auto reset = numberIn(answer, "x-ratelimit-reset");
    if (!reset || *reset > kLatestUnixTime) {
        return {};
    }
    return *reset < kSmallestUnixTime ? readAt + std::chrono::seconds(*reset) : instantFromMs(*reset * 1000);
}
} // namespace

QList<LimitSignal> limitSignals(const HttpAnswer &answer, const Quota &quota, Instant readAt)
{
    const auto limit = numberIn(answer, "x-ratelimit-limit");
    const auto remaining = numberIn(answer, "x-ratelimit-remaining");
    if (!limit || !remaining) {
        return {};
    }
    QList<LimitSignal> found;
    for (const Operation operation : quota.operations) {
        found.append({.operation = operation,
            .header = u"x-ratelimit "_s + quota.category,
            .limit = capped(*limit),
            .remaining = capped(*remaining),
            .resetAt = resetIn(answer, readAt),
            .readAt = readAt,
            .evidence = u"x-ratelimit"_s});
    }
    return found;
}

CallFacts factsOf(const HttpAnswer &answer, const Quota &quota, Instant now)
{
    return {.httpStatus = answer.status,
        .serverTime = answer.serverTime,
        .limitSignals = limitSignals(answer, quota, answer.serverTime.value_or(now))};
}

std::optional<milliseconds> waitAfter(const HttpAnswer &answer, const CallFacts &facts)
{
    std::optional<milliseconds> wait;
    for (const LimitSignal &signal : facts.limitSignals) {
        if (signal.kind == LimitKind::Window && signal.remaining == 0 && signal.resetAt != Instant()) {
            const milliseconds span = std::max(signal.resetAt - signal.readAt, milliseconds(0));
            wait = std::max(wait.value_or(milliseconds(0)), span);
        }
    }
    if (!wait) {
        if (const auto seconds = numberIn(answer, "retry-after"); seconds && *seconds < kSmallestUnixTime) {
            wait = std::chrono::seconds(*seconds);
        }
    }
    return wait;
}

} // namespace fw::pinterest
