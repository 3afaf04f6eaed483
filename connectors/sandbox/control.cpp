#include "connectors/sandbox/control.h"

#include <QJsonDocument>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
QJsonObject brandJson(const Brand &brand)
{
    return {{u"id"_s, brand.id}, {u"handle"_s, brand.handle}, {u"name"_s, brand.name}};
}
} // namespace

HttpAnswer Control::answer(const HttpRequest &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (request.method == "POST" && !document.isObject()) {
        return controlComplaint(400, u"the body must be a JSON object"_s);
    }
    ControlRequest call{.method = request.method,
        .path = request.path.split(u'/', Qt::SkipEmptyParts).mid(1),
        .body = document.object(),
        .query = request.query};
    if (const auto answered = own(call)) {
        return *answered;
    }
    for (const Network &network : m_networks) {
        if (call.path.value(0) == network.kind.name) {
            call.path.removeFirst();
            return network.sim->control(call);
        }
    }
    return m_networks.front().sim->control(call); // Twitter's calls may go without its name
}

std::optional<HttpAnswer> Control::own(const ControlRequest &call)
{
    if (call.is("GET state")) {
        return state();
    }
    if (call.is("GET requests")) {
        return requests();
    }
    if (call.is("POST faults")) {
        return setFaults(call.body);
    }
    if (call.is("DELETE faults")) {
        m_simulation.faults.replace({});
        return controlDone();
    }
    if (call.is("POST windows")) {
        return setWindow(call.body);
    }
    return call.is("POST clock") ? std::optional(moveClock(call.body)) : std::nullopt;
}

HttpAnswer Control::state()
{
    const Instant now = m_simulation.time.now();
    QJsonObject body = m_networks.front().sim->state();
    body.insert(u"brand"_s, brandJson(m_networks.front().sim->brand()));
    for (const Network &network : m_networks) {
        QJsonObject part = network.sim->state();
        part.insert(u"brand"_s, brandJson(network.sim->brand()));
        body.insert(network.kind.name, part);
    }
    body.insert(u"now"_s, toIso(now));
    body.insert(u"requests"_s, static_cast<qint64>(m_simulation.requests.size()));
    body.insert(u"windows"_s, m_simulation.windows.toJson(now));
    body.insert(u"faults"_s, m_simulation.faults.toJson());
    return {.body = body};
}

HttpAnswer Control::requests() const
{
    QJsonArray list;
    for (const SeenRequest &seen : m_simulation.requests) {
        list.append(QJsonObject{{u"at"_s, toIso(seen.at)}, {u"method"_s, QString::fromLatin1(seen.method)},
            {u"path"_s, seen.path}, {u"operation"_s, seen.operation}, {u"connection"_s, seen.connection},
            {u"status"_s, seen.status == 0 ? QJsonValue(u"none"_s) : QJsonValue(seen.status)},
            {u"carried_out"_s, seen.isCarriedOut}, {u"post"_s, seen.remoteId}, {u"fault"_s, seen.fault}});
    }
    return {.body = {{u"requests"_s, list}}};
}

HttpAnswer Control::setFaults(const QJsonObject &body)
{
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({u"rules"_s});
    const QStringList operations = operationNames();
    QList<FaultRule> rules;
    for (JsonReader &entry : reader.objects(u"rules"_s)) {
        rules.append(readFaultRule(entry, operations));
    }
    if (!problem.isEmpty()) {
        return controlComplaint(400, problem);
    }
    m_simulation.faults.replace(rules);
    return controlDone();
}

HttpAnswer Control::setWindow(const QJsonObject &body)
{
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({u"name"_s, u"operation"_s, u"limit"_s});
    const QString name = reader.requiredText(u"name"_s);
    const QString operation = reader.requiredText(u"operation"_s);
    const auto limit = static_cast<int>(reader.whole(u"limit"_s, -1, 0, 1'000'000));
    if (limit < 0) {
        reader.fail(u"limit"_s, u"is missing"_s);
    }
    if (!problem.isEmpty()) {
        return controlComplaint(400, problem);
    }
    return m_simulation.windows.setLimit(operation, name, limit)
        ? controlDone()
        : controlComplaint(404, u"no such window; GET /sandbox/state lists them"_s);
}

HttpAnswer Control::moveClock(const QJsonObject &body)
{
    constexpr qint64 kMostMs = 366LL * 24 * 3600 * 1000;
    QString problem;
    JsonReader reader(body, {}, &problem);
    reader.allow({u"advance_ms"_s});
    const qint64 advance = reader.whole(u"advance_ms"_s, 0, 0, kMostMs);
    if (!problem.isEmpty()) {
        return controlComplaint(400, problem);
    }
    m_simulation.time.skip(milliseconds(advance));
    m_simulation.schedule.runUntil(m_simulation.time.now());
    return {.body = {{u"now"_s, toIso(m_simulation.time.now())}}};
}

} // namespace fw::sandbox
