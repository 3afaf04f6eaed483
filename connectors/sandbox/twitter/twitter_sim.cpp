#include "connectors/sandbox/twitter/twitter_sim.h"

#include "app/core/log.h"
#include "connectors/sandbox/twitter/operations.h"
#include "connectors/sandbox/twitter/routes.h"
#include "connectors/sandbox/twitter/windows.h"

#include <QCryptographicHash>

namespace fw::sandbox::twitter {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr qsizetype kTransactionIdLength = 16;
constexpr int kUsualResponseMs = 42;
// A stream of chance of its own, so that a fault more or less does not change who writes what.
constexpr quint32 kPeopleStream = 0x7f4a7c15;

/// docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code: two hours, PKCE, a refresh token only with offline.access. That it is
/// good once and for six months is nowhere written.
OAuth2Rules signInRules(const Scenario &scenario)
{
    return {.name = u"twitter"_s,
        .accessLife = 2h,
        .refreshLife = 24h * 180,
        .needsVerifier = true,
        .offlineScope = u"offline.access"_s,
        .clientId = scenario.clientId,
        .clientSecret = scenario.clientSecret,
        .isAutomatic = scenario.autoApprove};
}
} // namespace

NetworkKind kind()
{
    return {.name = u"twitter"_s,
        .operations = operations(),
        .windows = documentedWindows(),
        .windowHeaders = {u"x-rate-limit"_s, u"x-user-limit-24hour"_s, u"x-app-limit-24hour"_s},
        .topLevelKeys = scenarioKeys(),
        .make
        = [](JsonReader &scenario, Simulation &simulation, quint32 seed) -> std::unique_ptr<NetworkSim> {
            return std::make_unique<TwitterSim>(simulation, readScenario(scenario, seed), seed);
        }};
}

TwitterSim::TwitterSim(Simulation &simulation, const Scenario &scenario, quint32 seed)
    : m_state(simulation, scenario, seed ^ kPeopleStream)
    , m_signIn(signInRules(scenario))
    , m_reads(m_state)
    , m_writes(m_state)
    , m_messages(m_state)
    , m_control(m_state)
{
}

bool TwitterSim::claims(const HttpRequest &request) const
{
    return request.path.startsWith("/2/"_L1) || request.path.startsWith("/i/oauth2/"_L1);
}

Call TwitterSim::callOf(const HttpRequest &request) const
{
    return twitter::callOf(request);
}

HttpAnswer TwitterSim::problem(int status) const
{
    return twitter::problem(status);
}

HttpAnswer TwitterSim::control(const ControlRequest &request)
{
    if (request.is("POST revoke")) { // the account's owner takes away the app's rights
        m_signIn.revokeAll();
        return controlDone();
    }
    return m_control.answer(request);
}

QJsonObject TwitterSim::state()
{
    return m_control.state();
}

Brand TwitterSim::brand() const
{
    const Person &brand = m_state.world.brand();
    return {.id = QString::number(brand.id), .handle = brand.handle, .name = brand.name};
}

HeaderLines TwitterSim::headers(const Call &call, milliseconds latency)
{
    const Instant now = m_state.simulation.time.now();
    const QByteArray number = QByteArray::number(static_cast<qint64>(m_state.simulation.requests.size()))
        + ' ' + QByteArray::number(toMs(now));
    const QByteArray transaction
        = QCryptographicHash::hash(number, QCryptographicHash::Sha1).toHex().left(kTransactionIdLength);
    HeaderLines lines{{"date", httpDate(now)}, {"content-type", "application/json; charset=utf-8"},
        {"cache-control", "no-store"}, {"x-access-level", "read-write"}, {"x-transaction-id", transaction},
        {"x-response-time", QByteArray::number(kUsualResponseMs + latency.count())}};
    const QList<WindowState> windows = m_state.simulation.windows.shown(call.operation, now);
    for (const WindowState &window : windows) {
        const QByteArray header = window.rule.header.toLatin1();
        const qint64 resetSeconds = (toMs(window.resetAt) + 999) / 1000; // never early
        lines.append({header + "-limit", QByteArray::number(window.rule.limit)});
        lines.append({header + "-remaining", QByteArray::number(window.remaining())});
        lines.append({header + "-reset", QByteArray::number(resetSeconds)});
    }
    return lines;
}

bool TwitterSim::isAuthorised(const HttpRequest &request) const
{
    constexpr auto kScheme = "bearer "_L1;
    const QString header = QString::fromUtf8(request.headers.value("authorization"));
    if (!header.startsWith(kScheme, Qt::CaseInsensitive)) {
        return false;
    }
    const QString token = header.mid(kScheme.size()).trimmed();
    const auto verdict = m_signIn.verdict(token, m_state.simulation.time.now());
    if (verdict != OAuth2Server::Verdict::Unknown) {
        return verdict == OAuth2Server::Verdict::Good;
    }
    const QStringList &accepted = m_state.scenario.tokens;
    return !token.isEmpty() && (accepted.isEmpty() || accepted.contains(token));
}

HttpAnswer TwitterSim::signIn(const Call &call, const HttpRequest &request)
{
    const Instant now = m_state.simulation.time.now();
    if (call.subject == "authorize"_L1) {
        return m_signIn.authorize(request, now);
    }
    return call.subject == "token"_L1 ? m_signIn.token(request, now) : m_signIn.revoke(request);
}

HttpAnswer TwitterSim::refused(const Call &call, HttpAnswer answer)
{
    if (!call.isWrite || m_state.scenario.lockAfterRefusals == 0) {
        return answer;
    }
    ++m_state.refusalsInARow;
    if (m_state.refusalsInARow >= m_state.scenario.lockAfterRefusals && !m_state.isLocked) {
        m_state.isLocked = true;
        log::info(log::Area::Sandbox, "account locked", {{"refusals", m_state.refusalsInARow}});
    }
    return answer;
}

HttpAnswer TwitterSim::answer(
    const Call &call, const HttpRequest &request, const Misfortune &misfortune, SeenRequest &seen)
{
    if (call.operation.isEmpty()) {
        return twitter::problem(404);
    }
    if (call.operation == kSignIn) {
        return signIn(call, request);
    }
    if (!isAuthorised(request)) {
        return twitter::problem(401);
    }
    if (!m_state.capPeriod.isEmpty()) {
        return capped(m_state.capPeriod, m_state.capScope);
    }
    const Instant now = m_state.simulation.time.now();
    Windows &windows = m_state.simulation.windows;
    const Windows::Verdict verdict = windows.verdict(call.operation, now);
    if (verdict == Windows::Verdict::OverHeaderWindow) {
        if (m_state.scenario.countsRefused) {
            windows.countCall(call.operation, now);
            windows.countDone(call.operation, now);
        }
        return refused(call, twitter::problem(429));
    }
    windows.countCall(call.operation, now);
    if (call.isWrite && m_state.isLocked) {
        return twitter::problem(403, u"You are not permitted to perform this action."_s);
    }
    if (call.isWrite && m_state.refusingCode != 0) {
        return refusedWithCode(m_state.refusingCode);
    }
    if (verdict == Windows::Verdict::OverHiddenWindow) {
        if (m_state.scenario.countsRefused) {
            windows.countDone(call.operation, now);
        }
        return refused(call, twitter::problem(403, u"User is over daily status update limit."_s));
    }
    if (call.isWrite) {
        return write(call, request, seen);
    }
    windows.countDone(call.operation, now);
    return read(call, request, misfortune);
}

Written TwitterSim::written(const Call &call, const HttpRequest &request)
{
    if (call.operation == kMessageCreate) {
        return m_messages.create(call.subject, request);
    }
    if (call.operation == kHide) {
        return m_writes.hide(call.subject, request);
    }
    return call.operation == kCreate ? m_writes.create(request) : m_writes.remove(call.subject);
}

HttpAnswer TwitterSim::write(const Call &call, const HttpRequest &request, SeenRequest &seen)
{
    const Written done = written(call, request);
    if (!done.postId.isEmpty()) {
        seen.isCarriedOut = true;
        seen.remoteId = done.postId;
        m_state.refusalsInARow = 0;
        m_state.simulation.windows.countDone(call.operation, m_state.simulation.time.now());
        return done.answer;
    }
    return done.answer.status == 403 ? refused(call, done.answer) : done.answer;
}

HttpAnswer TwitterSim::read(const Call &call, const HttpRequest &request, const Misfortune &misfortune)
{
    const PageFault fault{
        .repeatedItems = misfortune.is(FaultKind::RepeatedItems) ? misfortune.fault->items : 0,
        .isRepeated = misfortune.is(FaultKind::RepeatedPage),
        .shuffle = misfortune.is(FaultKind::Reordered) ? &m_state.simulation.faults.random() : nullptr};
    if (call.operation == kMessages) {
        return m_messages.read(call.subject, request.query);
    }
    if (call.operation == kMe) {
        return m_reads.me(request.query);
    }
    if (call.operation == kUser) {
        return m_reads.userByHandle(call.subject, request.query);
    }
    if (call.operation == kMentions) {
        return m_reads.mentions(call.subject, request.query, fault);
    }
    if (call.operation == kOwn) {
        return m_reads.timeline(call.subject, request.query, fault);
    }
    return call.operation == kLookup ? m_reads.posts(request.query)
                                     : m_reads.post(call.subject, request.query);
}

} // namespace fw::sandbox::twitter
