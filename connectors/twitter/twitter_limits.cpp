#include "connectors/twitter/twitter_limits.h"

#include "connectors/twitter/twitter_problem.h"

#include <algorithm>

namespace fw::twitter {

namespace {
using namespace Qt::StringLiterals;

constexpr qint64 kLatestResetS = 4'102'444'800; // 2100; more is no time in seconds

std::optional<qint64> numberIn(const HttpAnswer &answer, const QByteArray &name)
{
    bool isNumber = false;
    const qint64 number = answer.headers.value(name).trimmed().toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

int bounded(qint64 number)
{
    return int(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

std::optional<LimitSignal> signalOfHeader(
    const HttpAnswer &answer, const QByteArray &name, Operation operation, Instant readAt)
{
    const auto limit = numberIn(answer, name + "-limit");
    const auto remaining = numberIn(answer, name + "-remaining");
    const auto reset = numberIn(answer, name + "-reset");
    if (!limit) {
        return std::nullopt;
    }
    LimitSignal signal{.operation = operation,
        .header = QString::fromLatin1(name),
        .limit = bounded(*limit),
        .readAt = readAt,
        .evidence = QString::fromLatin1(name)};
    if (remaining && reset
        && *reset <= kLatestResetS) { // a count without its end, or the other way round, says nothing
        signal.remaining = bounded(*remaining);
        signal.resetAt = instantFromMs(*reset * 1000);
    }
    return signal;
}

std::optional<LimitKind> kindOf(int status, const Problem &problem)
{
    if (isLock(problem)) {
        return LimitKind::Lock;
    }
    switch (codeOf(status, problem)) {
    case ErrorCode::CapReached:
        return LimitKind::Cap;
    case ErrorCode::CreditsDepleted:
        return LimitKind::Credits;
    case ErrorCode::Spam:
        return LimitKind::Spam;
    case ErrorCode::RateLimited:
        return LimitKind::Window;
    default:
        return std::nullopt;
    }
}

std::optional<LimitSignal> signalOfBody(const HttpAnswer &answer, Operation operation, Instant readAt)
{
    if (answer.error || answer.status < 400 || answer.status >= 500) {
        return std::nullopt;
    }
    const Problem problem = readProblem(answer.body);
    const auto kind = kindOf(answer.status, problem);
    if (!kind) {
        return std::nullopt;
    }
    const QString name = problem.name(answer.status);
    const QString cap = u"%1 %2"_s.arg(problem.period, problem.scope).simplified();
    return LimitSignal{.operation = operation,
        .header = name,
        .kind = *kind,
        .remaining = 0,
        .readAt = readAt,
        .evidence = cap.isEmpty() ? name : name + u", "_s + cap};
}
} // namespace

QList<LimitSignal> limitSignals(const HttpAnswer &answer, Operation operation, Instant readAt)
{
    QList<LimitSignal> found;
    for (const char *name : {"x-rate-limit", "x-app-limit-24hour", "x-user-limit-24hour"}) {
        if (const auto signal = signalOfHeader(answer, name, operation, readAt)) {
            found.append(*signal);
        }
    }
    const auto inBody = signalOfBody(answer, operation, readAt);
    const bool isTold = std::any_of(
        found.begin(), found.end(), [](const LimitSignal &signal) { return signal.remaining == 0; });
    if (inBody && (inBody->kind != LimitKind::Window || !isTold)) {
        found.append(*inBody);
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
        if (signal.remaining == 0 && signal.limit > 0) {
            const milliseconds span = std::max(signal.resetAt - signal.readAt, milliseconds(0));
            wait = std::max(wait.value_or(milliseconds(0)), span);
        }
    }
    return wait;
}

} // namespace fw::twitter
