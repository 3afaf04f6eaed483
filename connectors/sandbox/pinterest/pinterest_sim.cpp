#include "connectors/sandbox/pinterest/pinterest_sim.h"

#include "connectors/sandbox/pinterest/operations.h"

namespace fw::sandbox::pinterest {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
// A stream of chance of its own, so that a fault more or less does not change who writes what.
constexpr quint32 kPeopleStream = 0x2545f491;
const QString kHeader = u"x-ratelimit"_s;

Call publicCall(const QStringList &path)
{
    static const QHash<QString, QLatin1StringView> kinds{{u"user_account"_s, kAccount},
        {u"boards"_s, kBoards}, {u"pins"_s, kPins}, {u"user_account/websites"_s, kWebsites},
        {u"user_account/followers"_s, kFollowers}, {u"user_account/analytics/top_pins"_s, kTopPins}};
    const QString first = path.value(1);
    if (path.size() == 3 && first == "pins"_L1) {
        return {.operation = kPin, .subject = path.at(2)};
    }
    if (path.size() == 4 && first == "boards"_L1 && path.at(3) == "pins"_L1) {
        return {.operation = kBoardPins, .subject = path.at(2)};
    }
    return {.operation = kinds.value(path.mid(1).join(u'/'))};
}

Call partnerCall(const QByteArray &method, const QStringList &path)
{
    const QString what = path.value(2);
    const QString id = path.value(3);
    const QString last = path.value(4);
    const bool isGet = method == "GET";
    if (what == "aggregated_pin_data"_L1 && path.size() == 5) {
        if (isGet && last == "comments"_L1) {
            return {.operation = kComments, .subject = id};
        }
        if (method == "POST" && last == "comment"_L1) {
            return {.operation = kCreateComment, .isWrite = true, .subject = id};
        }
    }
    if (what == "aggregated_comments"_L1 && path.size() == 5 && isGet && last == "replies"_L1) {
        return {.operation = kReplies, .subject = id};
    }
    if (what == "aggregated_comments"_L1 && path.size() == 4 && (isGet || method == "DELETE")) {
        return {.operation = isGet ? kComment : kDeleteComment, .isWrite = !isGet, .subject = id};
    }
    return {};
}
} // namespace

QString categoryOf(const QString &operation)
{
    if (operation == kTopPins) {
        return u"org_analytics"_s;
    }
    if (operation == kFollowers) {
        return u"ads_read"_s;
    }
    return operation == kCreateComment || operation == kDeleteComment ? u"org_write"_s : u"org_read"_s;
}

QList<WindowRule> documentedWindows()
{
    const auto perMinute = [](const QString &category, int limit) {
        return WindowRule{
            .name = u"1 min"_s, .operation = category, .length = 60s, .limit = limit, .header = kHeader};
    };
    return {perMinute(u"org_read"_s, 1000), perMinute(u"org_write"_s, 100), perMinute(u"org_analytics"_s, 60),
        perMinute(u"ads_read"_s, 1000)};
}

HttpAnswer complaint(int status, int code, const QString &message)
{
    return {.status = status, .body = {{u"code"_s, code}, {u"message"_s, message}}};
}

NetworkKind kind()
{
    return {.name = u"pinterest"_s,
        .operations = operations(),
        .windows = documentedWindows(),
        .windowHeaders = {kHeader},
        .make
        = [](JsonReader &scenario, Simulation &simulation, quint32 seed) -> std::unique_ptr<NetworkSim> {
            return std::make_unique<PinterestSim>(simulation, readPinScenario(scenario), seed);
        }};
}

PinterestSim::PinterestSim(Simulation &simulation, const PinScenario &scenario, quint32 seed)
    : m_state(simulation, scenario, seed ^ kPeopleStream)
    , m_reads(m_state)
    , m_partner(m_state)
    , m_control(m_state)
{
}

bool PinterestSim::claims(const HttpRequest &request) const
{
    return request.path.startsWith("/v5/"_L1) || request.path.startsWith("/partner/v1/"_L1)
        || request.path == "/oauth/"_L1;
}

Call PinterestSim::callOf(const HttpRequest &request) const
{
    const QStringList path = request.path.split(u'/', Qt::SkipEmptyParts);
    if (path.value(0) == "partner"_L1) {
        return m_state.scenario.hasPartner ? partnerCall(request.method, path) : Call{};
    }
    if (request.path == "/oauth/"_L1) {
        return {.operation = kSignIn};
    }
    if (request.path == "/v5/oauth/token"_L1 && request.method == "POST") {
        return {.operation = kToken, .isWrite = true};
    }
    return request.method == "GET" ? publicCall(path) : Call{};
}

bool PinterestSim::isAuthorised(const HttpRequest &request) const
{
    const QString token = QString::fromUtf8(credentialsOf(request, "bearer"));
    const QStringList &accepted = m_state.scenario.tokens;
    return !token.isEmpty() && (accepted.isEmpty() || accepted.contains(token) || m_signIn.isGood(token));
}

HttpAnswer PinterestSim::problem(int status) const
{
    switch (status) {
    case 401:
        return complaint(401, 2, u"Authentication failed."_s);
    case 403:
        return complaint(403, 29, u"You are not permitted to access that resource."_s);
    case 404:
        return complaint(404, 404, u"Sorry! We couldn't find that."_s);
    case 429:
        return complaint(429, 8, u"You have exceeded your rate limit. Try again later."_s);
    default:
        return complaint(
            status, status, status >= 500 ? u"Something went wrong on our end."_s : u"Request failed"_s);
    }
}

std::optional<HttpAnswer> PinterestSim::refusalOfWrite(const Call &call)
{
    if (m_state.isLocked) {
        return problem(403);
    }
    if (m_state.spamVerdicts > 0) {
        --m_state.spamVerdicts;
        // No code, and no window: the verdict is about what was written.
        return HttpAnswer{.status = 429,
            .body = {{u"message"_s, u"Sorry! We blocked this."_s},
                {u"message_detail"_s, u"We blocked this request because it may be spam."_s}}};
    }
    const Pin *pin = m_state.world.pinByAggregated(call.subject);
    if (pin != nullptr && m_state.lastWrite.contains(pin->id)
        && m_state.now() < m_state.lastWrite.value(pin->id) + m_state.scenario.writeGap) {
        return problem(429);
    }
    return std::nullopt;
}

HttpAnswer PinterestSim::answer(
    const Call &call, const HttpRequest &request, const Misfortune &misfortune, SeenRequest &seen)
{
    if (call.operation.isEmpty()) {
        return problem(404);
    }
    const Instant now = m_state.now();
    if (call.operation == kSignIn) {
        return m_signIn.page().show(request, now);
    }
    if (call.operation == kToken) {
        return m_signIn.token(request, now);
    }
    if (!isAuthorised(request)) {
        return problem(401);
    }
    const QString category = categoryOf(call.operation);
    Windows &windows = m_state.simulation.windows;
    if (windows.verdict(category, now) != Windows::Verdict::Free) {
        return problem(429);
    }
    windows.countCall(category, now);
    windows.countDone(category, now);
    if (call.isWrite) {
        const auto refusal = refusalOfWrite(call);
        return refusal ? *refusal : m_partner.write(call, request, seen);
    }
    const bool isPartners = request.path.startsWith("/partner/"_L1);
    return isPartners ? m_partner.read(call, request.query, misfortune)
                      : m_reads.answer(call, request.query, misfortune);
}

HeaderLines PinterestSim::headers(const Call &call, milliseconds)
{
    const Instant now = m_state.now();
    const qint64 number = static_cast<qint64>(m_state.simulation.requests.size()) * 104'729 + toMs(now);
    HeaderLines lines{{"date", httpDate(now)}, {"content-type", "application/json"},
        {"x-pinterest-rid", QByteArray::number(number)}, {"cache-control", "private"}};
    const QList<WindowState> shown = m_state.simulation.windows.shown(categoryOf(call.operation), now);
    for (const WindowState &window : shown) {
        const QByteArray header = window.rule.header.toLatin1();
        const qint64 seconds = ((window.resetAt - now).count() + 999) / 1000; // to go, never early
        lines.append({header + "-limit", QByteArray::number(window.rule.limit)});
        lines.append({header + "-remaining", QByteArray::number(window.remaining())});
        lines.append({header + "-reset", QByteArray::number(seconds)});
    }
    return lines;
}

HttpAnswer PinterestSim::control(const ControlRequest &request)
{
    return m_control.answer(request);
}

QJsonObject PinterestSim::state()
{
    return m_control.state();
}

Brand PinterestSim::brand() const
{
    const Member &brand = m_state.world.brand();
    return {.id = brand.id, .handle = brand.username, .name = brand.name};
}

} // namespace fw::sandbox::pinterest
