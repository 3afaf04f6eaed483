#include "connectors/sandbox/facebook/facebook_sim.h"

#include "connectors/sandbox/facebook/budgets.h"
#include "connectors/sandbox/facebook/operations.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

namespace fw::sandbox::facebook {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
// A stream of chance of its own, so that a fault more or less does not change who writes what.
constexpr quint32 kPeopleStream = 0x51ed270b;
constexpr auto kProofLife = 5min;
constexpr qsizetype kMostInBatch = 50;

QString tokenOf(const Params &params, const HttpRequest &request)
{
    return params.has(u"access_token"_s) ? params.value(u"access_token"_s)
                                         : QString::fromUtf8(credentialsOf(request, "bearer"));
}

QByteArray etagOf(const QByteArray &body)
{
    return '"' + QCryptographicHash::hash(body, QCryptographicHash::Sha1).toHex() + '"';
}

/// Reads answer 304 when the client has this very body (developers.facebook.com/docs/marketing-api/etags).
HttpAnswer tagged(HttpAnswer answer, const HttpRequest &request)
{
    const QByteArray tag = etagOf(bodyBytes(answer));
    answer.headers.append({"etag", tag});
    if (request.headers.value("if-none-match") == tag) {
        answer.status = 304;
        answer.bytes = QByteArray();
    }
    return answer;
}
} // namespace

NetworkKind kind()
{
    return {.name = u"facebook"_s,
        .operations = operations(),
        .windows = documentedWindows(),
        .make
        = [](JsonReader &scenario, Simulation &simulation, quint32 seed) -> std::unique_ptr<NetworkSim> {
            return std::make_unique<FacebookSim>(simulation, readScenario(scenario, seed), seed);
        }};
}

FacebookSim::FacebookSim(Simulation &simulation, const Scenario &scenario, quint32 seed)
    : m_state(simulation, scenario, seed ^ kPeopleStream)
    , m_writes(m_state)
    , m_sendApi(m_state)
    , m_signIn(m_state)
    , m_control(m_state)
{
}

Call FacebookSim::callOf(const HttpRequest &request) const
{
    return facebook::callOf(request);
}

HttpAnswer FacebookSim::problem(int status) const
{
    const int code = status == 401 ? 190 : status == 403 ? 200 : status == 429 ? 4 : status >= 500 ? 2 : 100;
    GraphError error = usualError(code, 0);
    error.status = status;
    return toAnswer(error, m_state.traces);
}

HttpAnswer FacebookSim::control(const ControlRequest &request)
{
    return m_control.answer(request);
}

QJsonObject FacebookSim::state()
{
    return m_control.state();
}

Brand FacebookSim::brand() const
{
    const Page &page = m_state.world.page();
    return {.id = page.id, .handle = page.username, .name = page.name};
}

HeaderLines FacebookSim::headers(const Call &call, milliseconds)
{
    const Instant now = m_state.now();
    const QByteArray number = QByteArray::number(static_cast<qint64>(m_state.simulation.requests.size()));
    const QByteArray trace
        = QCryptographicHash::hash("fb" + number, QCryptographicHash::Sha1).toBase64().left(22);
    HeaderLines lines{{"date", httpDate(now)}, {"content-type", "application/json; charset=UTF-8"},
        {"facebook-api-version", "v25.0"}, {"x-fb-request-id", trace}, {"x-fb-trace-id", trace},
        {"cache-control", "private, no-cache, no-store, must-revalidate"},
        {"expires", "Sat, 01 Jan 2000 00:00:00 GMT"}, {"pragma", "no-cache"},
        {"access-control-allow-origin", "*"}};
    if (!call.operation.isEmpty() && call.operation != kSignIn) {
        lines += usageHeaders(m_state, call.operation, m_lastKind);
    }
    return lines;
}

std::optional<GraphError> FacebookSim::tokenProblem(const Params &params, Viewer &viewer) const
{
    if (viewer.token.isEmpty()) {
        return GraphError{.code = 104, .message = u"An access token is required to request this resource."_s};
    }
    const auto token = m_state.tokens.find(viewer.token, m_state.now());
    if (!token) {
        return GraphError{.code = 190,
            .message = u"Invalid OAuth access token - Cannot parse access token"_s,
            .status = 401};
    }
    if (token->deadSubcode != 0) {
        return deadToken(token->deadSubcode);
    }
    viewer.kind = token->kind;
    return proofProblem(params, viewer.token);
}

std::optional<GraphError> FacebookSim::proofProblem(const Params &params, const QString &token) const
{
    if (!m_state.scenario.requiresProof) {
        return std::nullopt;
    }
    const QString time = params.value(u"appsecret_proof_time"_s);
    const QString message = time.isEmpty() ? token : token + u'|' + time;
    const QByteArray expected = QMessageAuthenticationCode::hash(
        message.toUtf8(), m_state.scenario.appSecret.toUtf8(), QCryptographicHash::Sha256)
                                    .toHex();
    if (!params.has(u"appsecret_proof"_s)) {
        return GraphError{.code = 100,
            .message = u"API calls from the server require an appsecret_proof argument"_s,
            .type = u"GraphMethodException"_s};
    }
    const bool isOld
        = !time.isEmpty() && instantFromMs(time.toLongLong() * 1000) + kProofLife < m_state.now();
    if (isOld || params.value(u"appsecret_proof"_s) != QString::fromLatin1(expected)) {
        return GraphError{.code = 100,
            .message = u"Invalid appsecret_proof provided in the API argument"_s,
            .type = u"GraphMethodException"_s};
    }
    return std::nullopt;
}

std::optional<GraphError> FacebookSim::limitProblem(const Call &call, const Viewer &viewer, int calls)
{
    const Instant now = m_state.now();
    const Budget budget = budgetOf(call.operation, viewer.kind);
    const bool isThrottled = m_state.usage.isThrottled(budget, now);
    for (int i = 0; i < calls; ++i) {
        m_state.usage.count(budget, now); // also when refused: that prolongs it
    }
    if (isThrottled) {
        return usualError(throttleCode(call.operation, viewer.kind), 0);
    }
    const QString bucket = bucketOf(call.operation);
    Windows &windows = m_state.simulation.windows;
    const bool isOver = windows.verdict(bucket, now) != Windows::Verdict::Free;
    windows.countDone(bucket, now);
    return isOver ? std::optional(usualError(613, 0)) : std::nullopt;
}

std::optional<GraphError> FacebookSim::plannedFailure(const Call &call)
{
    for (PlannedFailure &failure : m_state.failures) {
        if (failure.left > 0 && (failure.operation.isEmpty() || failure.operation == call.operation)) {
            --failure.left;
            return usualError(failure.code, failure.subcode);
        }
    }
    return std::nullopt;
}

HttpAnswer FacebookSim::answer(
    const Call &call, const HttpRequest &request, const Misfortune &misfortune, SeenRequest &seen)
{
    if (call.operation == kSignIn) {
        return signIn(call, request);
    }
    return call.operation == kBatch ? batch(request, seen) : single(call, request, misfortune, seen);
}

HttpAnswer FacebookSim::single(
    const Call &call, const HttpRequest &request, const Misfortune &misfortune, SeenRequest &seen)
{
    const Params params(request);
    Viewer viewer{.token = tokenOf(params, request),
        .origin = u"http://"_s + QString::fromLatin1(request.headers.value("host"))};
    if (call.operation.isEmpty()) {
        return refused({.code = 2500, .message = u"Unknown path components: "_s + request.path});
    }
    if (const auto problem = tokenProblem(params, viewer)) {
        return refused(*problem);
    }
    m_lastKind = viewer.kind;
    if (const auto failure = plannedFailure(call)) {
        return refused(*failure);
    }
    const int calls = static_cast<int>(params.value(u"ids"_s).count(u',')) + 1;
    if (const auto problem = limitProblem(call, viewer, calls)) {
        return refused(*problem);
    }
    return call.isWrite ? write(call, params, viewer, seen) : read(call, request, params, viewer, misfortune);
}

HttpAnswer FacebookSim::read(const Call &call, const HttpRequest &request, const Params &params,
    const Viewer &viewer, const Misfortune &misfortune)
{
    Graph graph(m_state, viewer);
    const GraphPath path = graphPathOf(request.path);
    const QList<Field> fields = graph.fieldsOf(params);
    const auto shown = [&](const QString &id, const QString &edge) {
        const auto node = graph.find(id);
        if (!node) {
            graph.fail(missingObject(id, u"get"_s));
            return QJsonObject();
        }
        return edge.isEmpty() ? graph.node(*node, fields)
                              : graph.edge(*node, edge, params, fields, misfortune);
    };
    QJsonObject body;
    if (params.has(u"ids"_s)) {
        const QStringList ids = params.value(u"ids"_s).split(u',', Qt::SkipEmptyParts);
        for (const QString &id : ids) {
            body.insert(id, shown(id, path.object));
        }
    } else {
        body = shown(call.subject, path.edge);
    }
    return graph.error() ? refused(*graph.error()) : tagged({.body = body}, request);
}

Written FacebookSim::written(const Call &call, const Params &params, Graph &graph)
{
    const auto node = graph.find(call.subject);
    const QString id = node ? node->id : call.subject;
    const bool isPage = node && node->type == NodeType::Page;
    if (call.operation == kComment) {
        return m_writes.comment(id, params, graph);
    }
    if (call.operation == kChange) {
        return m_writes.change(id, params);
    }
    if (call.operation == kRemove) {
        return m_writes.remove(id);
    }
    if (!isPage) {
        return {.error = missingObject(call.subject, u"post"_s)};
    }
    return call.operation == kPost ? m_writes.post(params) : m_sendApi.send(params);
}

HttpAnswer FacebookSim::write(const Call &call, const Params &params, const Viewer &viewer, SeenRequest &seen)
{
    if (viewer.kind != TokenKind::Page) {
        return refused({.code = 200,
            .message = u"(#200) A page access token is required to write as the page"_s,
            .status = 403});
    }
    Graph graph(m_state, viewer);
    const bool isTakenBack = seen.method == "DELETE" || params.value(u"method"_s).toLower() == "delete"_L1;
    const Written result
        = call.operation == kLike ? m_writes.like(call.subject, !isTakenBack) : written(call, params, graph);
    if (!result.remoteId.isEmpty()) {
        seen.isCarriedOut = true;
        seen.remoteId = result.remoteId;
    }
    const auto error = result.error ? result.error : graph.error();
    return error ? refused(*error) : HttpAnswer{.body = result.body};
}

HttpAnswer FacebookSim::signIn(const Call &call, const HttpRequest &request)
{
    if (call.subject == "dialog/oauth"_L1) {
        return m_signIn.dialog(request);
    }
    const Params params(request);
    if (call.subject == "oauth/access_token"_L1) {
        return m_signIn.accessToken(params);
    }
    const QString token = tokenOf(params, request);
    return m_signIn.isAppToken(token) || m_state.tokens.find(token, m_state.now())
        ? m_signIn.debugToken(params)
        : refused(usualError(190, 0));
}

HttpAnswer FacebookSim::batch(const HttpRequest &request, SeenRequest &seen)
{
    const Params params(request);
    const QJsonArray members = QJsonDocument::fromJson(params.value(u"batch"_s).toUtf8()).array();
    if (members.isEmpty() || members.size() > kMostInBatch) {
        return refused(invalidParameter(u"param batch must be an array of 1 to 50 requests"_s));
    }
    QJsonArray answers;
    for (const QJsonValue &member : members) {
        const HttpRequest one = memberRequest(member.toObject(), request, tokenOf(params, request), params);
        const Call call = facebook::callOf(one);
        const QByteArray outer = std::exchange(seen.method, one.method);
        const HttpAnswer answer = single(call, one, {}, seen);
        seen.method = outer;
        answers.append(memberAnswer(answer, merged(headers(call, {}), answer.headers)));
    }
    return {.bytes = QJsonDocument(answers).toJson(QJsonDocument::Compact)};
}

} // namespace fw::sandbox::facebook
