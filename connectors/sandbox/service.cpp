#include "connectors/sandbox/service.h"

#include "app/core/log.h"

#include <algorithm>
#include <utility>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
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

Service::Service(Stage stage)
    : m_simulation(std::move(stage.simulation))
    , m_networks(std::move(stage.networks))
    , m_control(*m_simulation, m_networks)
{
    const Instant start = m_simulation->time.now();
    for (const DayStep &step : std::as_const(stage.day)) {
        m_simulation->schedule.at(
            start + step.at, [this, call = step.call](Instant due) { play(call, due); });
    }
}

void Service::play(const HttpRequest &call, Instant due)
{
    m_simulation->time.standAt(due); // it happened then, however late somebody looks
    const HttpAnswer answer = m_control.answer(call);
    m_simulation->time.standAt(std::nullopt);
    if (answer.status >= 400) {
        log::warn(log::Area::Sandbox, "a step of the day was refused", {{"status", answer.status}});
    }
}

Brand Service::brand(const QString &network) const
{
    const auto found = std::find_if(m_networks.cbegin(), m_networks.cend(),
        [&network](const Network &known) { return known.kind.name == network; });
    return found == m_networks.cend() ? Brand{} : found->sim->brand();
}

Delivery Service::plain(const HttpAnswer &answer) const
{
    const HeaderLines headers{{"date", httpDate(m_simulation->time.now())},
        {"content-type", "application/json; charset=utf-8"}, {"cache-control", "no-store"}};
    return {.bytes = wireBytes(answer.status, headers, bodyBytes(answer))};
}

Delivery Service::serve(const HttpRequest &request)
{
    const Instant now = m_simulation->time.now();
    m_simulation->schedule.runUntil(now);
    if (request.path.startsWith("/sandbox/"_L1)) {
        return plain(m_control.answer(request));
    }
    const QString query = request.query.toString(QUrl::FullyEncoded);
    m_simulation->requests.push_back({.at = now,
        .method = request.method,
        .path = query.isEmpty() ? request.path : request.path + u'?' + query,
        .connection = request.connection});
    SeenRequest &seen = m_simulation->requests.back();
    const auto network = std::find_if(m_networks.begin(), m_networks.end(),
        [&request](const Network &known) { return known.sim->claims(request); });
    if (network == m_networks.end()) {
        seen.status = 404;
        return plain({.status = 404, .body = {{u"error"_s, u"no simulated network has this path"_s}}});
    }
    const Call call = network->sim->callOf(request);
    seen.operation = call.operation;
    const Misfortune misfortune
        = call.operation.isEmpty() ? Misfortune{} : m_simulation->faults.draw(call.operation);
    seen.fault = misfortune.fault ? toString(misfortune.fault->kind) : QString();
    Delivery result = carryOut(*network->sim, call, request, misfortune, seen);
    result.delay = misfortune.latency;
    log::debug(log::Area::Sandbox, "request",
        {{"operation", log::SafeText{seen.operation}}, {"status", seen.status},
            {"fault", log::SafeText{seen.fault}}});
    return result;
}

Delivery Service::carryOut(NetworkSim &network, const Call &call, const HttpRequest &request,
    const Misfortune &misfortune, SeenRequest &seen)
{
    if (misfortune.is(FaultKind::Status)) {
        return delivery(network, call, network.problem(misfortune.fault->status), misfortune, seen);
    }
    if (misfortune.is(FaultKind::Timeout) || misfortune.is(FaultKind::Drop)
        || misfortune.is(FaultKind::Reset)) {
        return {.after = endOf(misfortune.fault->kind)};
    }
    if (misfortune.is(FaultKind::LateWrite)) {
        if (call.isWrite) {
            m_simulation->schedule.at(m_simulation->time.now() + misfortune.fault->delay,
                [&network, call, request, entry = &seen](Instant) {
                    (void)network.answer(call, request, {}, *entry); // nobody is there to read it
                });
        }
        return {.after = Delivery::After::Close};
    }
    HttpAnswer answered = network.answer(call, request, misfortune, seen);
    if (misfortune.fault && isAfterTheFact(misfortune.fault->kind)) {
        return {.after = endOf(misfortune.fault->kind)};
    }
    if (misfortune.is(FaultKind::StatusAfterWrite)) {
        answered = network.problem(misfortune.fault->status);
    }
    return delivery(network, call, answered, misfortune, seen);
}

Delivery Service::delivery(NetworkSim &network, const Call &call, const HttpAnswer &answer,
    const Misfortune &misfortune, SeenRequest &seen)
{
    seen.status = answer.status;
    const HeaderLines headers = merged(network.headers(call, misfortune.latency), answer.headers);
    const QByteArray body = bodyBytes(answer);
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

} // namespace fw::sandbox
