#include "connectors/sandbox/service.h"

#include "app/core/log.h"

#include <QCryptographicHash>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kTransactionIdLength = 16;
constexpr int kUsualResponseMs = 42;

bool isAfterTheFact(FaultKind kind)
{
    return kind == FaultKind::TimeoutAfterWrite || kind == FaultKind::DropAfterWrite
        || kind == FaultKind::ResetAfterWrite;
}

/// How the connection ends when no answer is given.
Delivery::After endOf(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Timeout:
    case FaultKind::TimeoutAfterWrite:
        return Delivery::After::Mute;
    case FaultKind::Reset:
    case FaultKind::ResetAfterWrite:
        return Delivery::After::Reset;
    default:
        return Delivery::After::Close;
    }
}

/// Breaks an answer's body so that no parser takes it.
QByteArray malformed(const QByteArray &body)
{
    return body.left(body.size() * 2 / 3) + "\"}]<html>";
}
} // namespace

Service::Service(Simulation &simulation)
    : m_simulation(simulation)
    , m_reads(simulation)
    , m_writes(simulation)
    , m_control(simulation)
{
}

std::optional<Service::Call> Service::postCallOf(const QByteArray &method, const QStringList &path)
{
    const bool isGet = method == "GET";
    if (path.size() == 2 && (isGet || method == "POST")) {
        return Call{isGet ? Operation::Lookup : Operation::Create, {}};
    }
    if (path.size() == 3 && (isGet || method == "DELETE")) {
        return Call{isGet ? Operation::LookupOne : Operation::Delete, path.at(2)};
    }
    return std::nullopt;
}

std::optional<Service::Call> Service::userCallOf(const QStringList &path)
{
    const QString subject = path.value(2);
    if (path.size() == 3 && subject == "me"_L1) {
        return Call{Operation::Me, {}};
    }
    if (path.size() == 5 && subject == "by"_L1 && path.at(3) == "username"_L1) {
        return Call{Operation::User, path.at(4)};
    }
    if (path.size() == 4 && (path.at(3) == "mentions"_L1 || path.at(3) == "tweets"_L1)) {
        return Call{path.at(3) == "mentions"_L1 ? Operation::Mentions : Operation::Own, subject};
    }
    return std::nullopt;
}

std::optional<Service::Call> Service::callOf(const HttpRequest &request)
{
    const QStringList path = request.path.split(u'/', Qt::SkipEmptyParts);
    if (path.value(0) == "2"_L1 && path.value(1) == "tweets"_L1) {
        return postCallOf(request.method, path);
    }
    if (path.value(0) == "2"_L1 && path.value(1) == "users"_L1 && request.method == "GET") {
        return userCallOf(path);
    }
    return std::nullopt;
}

bool Service::isAuthorised(const HttpRequest &request) const
{
    constexpr auto kScheme = "bearer "_L1;
    const QString header = QString::fromUtf8(request.headers.value("authorization"));
    if (!header.startsWith(kScheme, Qt::CaseInsensitive)) {
        return false;
    }
    const QString token = header.mid(kScheme.size()).trimmed();
    const QStringList &accepted = m_simulation.scenario.tokens;
    return !token.isEmpty() && (accepted.isEmpty() || accepted.contains(token));
}

HeaderLines Service::commonHeaders(Instant now, milliseconds latency) const
{
    const QByteArray number = QByteArray::number(static_cast<qint64>(m_simulation.requests.size())) + ' '
        + QByteArray::number(toMs(now));
    const QByteArray transaction
        = QCryptographicHash::hash(number, QCryptographicHash::Sha1).toHex().left(kTransactionIdLength);
    return {{"date", httpDate(now)}, {"content-type", "application/json; charset=utf-8"},
        {"cache-control", "no-store"}, {"x-access-level", "read-write"}, {"x-transaction-id", transaction},
        {"x-response-time", QByteArray::number(kUsualResponseMs + latency.count())}};
}

Delivery Service::serve(const HttpRequest &request)
{
    const Instant now = m_simulation.time.now();
    m_simulation.schedule.runUntil(now);
    if (request.path.startsWith("/sandbox/"_L1)) {
        const HttpAnswer answer = m_control.answer(request);
        return {.bytes
            = wireBytes(answer.status, commonHeaders(m_simulation.time.now(), {}), compactJson(answer.body))};
    }
    const QString query = request.query.toString(QUrl::FullyEncoded);
    m_simulation.requests.push_back({.at = now,
        .method = request.method,
        .path = query.isEmpty() ? request.path : request.path + u'?' + query,
        .connection = request.connection});
    SeenRequest &seen = m_simulation.requests.back();
    const auto call = callOf(request);
    if (!call) {
        seen.status = 404;
        return {.bytes = wireBytes(404, commonHeaders(now, {}), compactJson(problem(404).body))};
    }
    seen.operation = toString(call->operation);
    const Misfortune misfortune = m_simulation.faults.draw(call->operation);
    seen.fault = misfortune.fault ? toString(misfortune.fault->kind) : QString();
    Delivery result = carryOut(*call, request, misfortune, seen);
    result.delay = misfortune.latency;
    log::debug(log::Area::Sandbox, "request",
        {{"operation", log::SafeText{seen.operation}}, {"status", seen.status},
            {"fault", log::SafeText{seen.fault}}});
    return result;
}

Delivery Service::carryOut(
    const Call &call, const HttpRequest &request, const Misfortune &misfortune, SeenRequest &seen)
{
    if (misfortune.is(FaultKind::Status)) {
        return delivery(call, problem(misfortune.fault->status), misfortune, seen);
    }
    if (misfortune.is(FaultKind::Timeout) || misfortune.is(FaultKind::Drop)
        || misfortune.is(FaultKind::Reset)) {
        return {.after = endOf(misfortune.fault->kind)};
    }
    if (misfortune.is(FaultKind::LateWrite)) {
        if (isWrite(call.operation)) {
            m_simulation.schedule.at(m_simulation.time.now() + misfortune.fault->delay,
                [this, call, request, entry = &seen](Instant) {
                    (void)answer(call, request, {}, *entry); // nobody is there to read it
                });
        }
        return {.after = Delivery::After::Close};
    }
    HttpAnswer answered = answer(call, request, misfortune, seen);
    if (misfortune.fault && isAfterTheFact(misfortune.fault->kind)) {
        return {.after = endOf(misfortune.fault->kind)};
    }
    if (misfortune.is(FaultKind::StatusAfterWrite)) {
        answered = problem(misfortune.fault->status);
    }
    return delivery(call, answered, misfortune, seen);
}

Delivery Service::delivery(
    const Call &call, const HttpAnswer &answer, const Misfortune &misfortune, SeenRequest &seen)
{
    const Instant now = m_simulation.time.now();
    seen.status = answer.status;
    HeaderLines headers = commonHeaders(now, misfortune.latency)
        + m_simulation.windows.headers(call.operation, now) + answer.headers;
    const QByteArray body = compactJson(answer.body);
    if (misfortune.is(FaultKind::Malformed)) {
        return {.bytes = wireBytes(answer.status, headers, malformed(body))};
    }
    if (misfortune.is(FaultKind::Truncated)) {
        return {.bytes
            = wireBytes(answer.status, headers, body.left(body.size() / 2), body.size() - body.size() / 2),
            .after = Delivery::After::Close};
    }
    return {.bytes = wireBytes(answer.status, headers, body)};
}

HttpAnswer Service::refused(const Call &call, HttpAnswer answer)
{
    Simulation &simulation = m_simulation;
    if (!isWrite(call.operation) || simulation.scenario.lockAfterRefusals == 0) {
        return answer;
    }
    ++simulation.refusalsInARow;
    if (simulation.refusalsInARow >= simulation.scenario.lockAfterRefusals && !simulation.isLocked) {
        simulation.isLocked = true;
        log::info(log::Area::Sandbox, "account locked", {{"refusals", simulation.refusalsInARow}});
    }
    return answer;
}

HttpAnswer Service::answer(
    const Call &call, const HttpRequest &request, const Misfortune &misfortune, SeenRequest &seen)
{
    if (!isAuthorised(request)) {
        return problem(401);
    }
    const Instant now = m_simulation.time.now();
    Windows &windows = m_simulation.windows;
    const Windows::Verdict verdict = windows.verdict(call.operation, now);
    if (verdict == Windows::Verdict::OverHeaderWindow) {
        if (m_simulation.scenario.countsRefused) {
            windows.countCall(call.operation, now);
            windows.countDone(call.operation, now);
        }
        return refused(call, problem(429));
    }
    windows.countCall(call.operation, now);
    if (isWrite(call.operation) && m_simulation.isLocked) {
        return problem(403, u"You are not permitted to perform this action."_s);
    }
    if (verdict == Windows::Verdict::OverHiddenWindow) {
        if (m_simulation.scenario.countsRefused) {
            windows.countDone(call.operation, now);
        }
        return refused(call, problem(403, u"User is over daily status update limit."_s));
    }
    if (isWrite(call.operation)) {
        return write(call, request, seen);
    }
    windows.countDone(call.operation, now);
    return read(call, request, misfortune);
}

HttpAnswer Service::write(const Call &call, const HttpRequest &request, SeenRequest &seen)
{
    const Written written
        = call.operation == Operation::Create ? m_writes.create(request) : m_writes.remove(call.subject);
    if (!written.postId.isEmpty()) {
        seen.isCarriedOut = true;
        seen.postId = written.postId;
        m_simulation.refusalsInARow = 0;
        m_simulation.windows.countDone(call.operation, m_simulation.time.now());
        return written.answer;
    }
    return written.answer.status == 403 ? refused(call, written.answer) : written.answer;
}

HttpAnswer Service::read(const Call &call, const HttpRequest &request, const Misfortune &misfortune)
{
    const PageFault fault{
        .repeatedItems = misfortune.is(FaultKind::RepeatedItems) ? misfortune.fault->items : 0,
        .isRepeated = misfortune.is(FaultKind::RepeatedPage),
        .shuffle = misfortune.is(FaultKind::Reordered) ? &m_simulation.faults.random() : nullptr};
    switch (call.operation) {
    case Operation::Me:
        return m_reads.me(request.query);
    case Operation::User:
        return m_reads.userByHandle(call.subject, request.query);
    case Operation::Mentions:
        return m_reads.mentions(call.subject, request.query, fault);
    case Operation::Own:
        return m_reads.timeline(call.subject, request.query, fault);
    case Operation::Lookup:
        return m_reads.posts(request.query);
    case Operation::LookupOne:
        return m_reads.post(call.subject, request.query);
    case Operation::Create:
    case Operation::Delete:
        break;
    }
    return problem(500);
}

} // namespace fw::sandbox
