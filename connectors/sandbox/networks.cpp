#include "connectors/sandbox/networks.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace fw::sandbox {

using namespace Qt::StringLiterals;

QStringList operationNames()
{
    QStringList names;
    for (const NetworkKind &kind : networkKinds()) {
        names += kind.operations;
    }
    return names;
}

namespace {
// Independent streams of chance, so that a fault more or less does not change who writes what.
constexpr quint32 kFaultStream = 0x9e3779b9;

QStringList allKeys()
{
    QStringList keys{u"windows"_s, u"faults"_s, u"day"_s};
    for (const NetworkKind &kind : networkKinds()) {
        keys += kind.topLevelKeys.isEmpty() ? QStringList{kind.name} : kind.topLevelKeys;
    }
    return keys;
}

WindowWords windowWords()
{
    WindowWords words{.operations = operationNames()};
    for (const NetworkKind &kind : networkKinds()) {
        words.usual += kind.windows;
        words.headers += kind.windowHeaders;
        for (const WindowRule &rule : kind.windows) {
            if (!words.operations.contains(rule.operation)) {
                words.operations.append(rule.operation);
            }
        }
    }
    return words;
}

DayStep readDayStep(JsonReader &reader, const QJsonObject &step)
{
    constexpr qint64 kLongestDayS = 7 * 24 * 3600;
    reader.allow({u"at_s"_s, u"path"_s, u"body"_s});
    const std::chrono::seconds at(reader.whole(u"at_s"_s, 0, 0, kLongestDayS));
    const QString path = reader.requiredText(u"path"_s);
    if (!path.startsWith("/sandbox/"_L1) || path == "/sandbox/clock"_L1) {
        reader.fail(u"path"_s, u"must be a call of the control endpoint, and not its clock"_s);
    }
    (void)reader.object(u"body"_s);
    return {.at = at,
        .call = {.method = "POST",
            .path = path,
            .body = QJsonDocument(step.value(u"body"_s).toObject()).toJson(QJsonDocument::Compact)}};
}

QList<DayStep> readDay(JsonReader &reader, const QJsonObject &scenario)
{
    QList<DayStep> day;
    const QJsonArray steps = scenario.value(u"day"_s).toArray();
    for (JsonReader &entry : reader.objects(u"day"_s)) {
        day.append(readDayStep(entry, steps.at(day.size()).toObject()));
    }
    return day;
}
} // namespace

Result<Stage> makeStage(const Clock &clock, const QJsonObject &scenario, quint32 seed)
{
    QString problem;
    JsonReader reader(scenario, {}, &problem);
    reader.allow(allKeys());
    QList<FaultRule> faults;
    for (JsonReader &entry : reader.objects(u"faults"_s)) {
        faults.append(readFaultRule(entry, operationNames()));
    }
    const QList<WindowRule> windows = readWindowRules(reader, u"windows"_s, windowWords());
    Stage stage{.simulation = std::make_unique<Simulation>(Simulation{.time = VirtualTime(clock),
                    .windows = Windows(windows),
                    .faults = Faults(faults, seed ^ kFaultStream)}),
        .day = readDay(reader, scenario)};
    for (const NetworkKind &kind : networkKinds()) {
        JsonReader part = kind.topLevelKeys.isEmpty() ? reader.object(kind.name) : reader;
        stage.networks.push_back({.kind = kind, .sim = kind.make(part, *stage.simulation, seed)});
    }
    if (!problem.isEmpty()) {
        return Failure({.code = ErrorCode::Usage, .detail = u"scenario, "_s + problem});
    }
    return stage;
}

} // namespace fw::sandbox
