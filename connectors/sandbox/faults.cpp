#include "connectors/sandbox/faults.h"

namespace fw::sandbox {

using namespace Qt::StringLiterals;

namespace {
/// In the order of FaultKind.
const QStringList kKinds{
    u"latency"_s,
    u"status"_s,
    u"status_after_write"_s,
    u"timeout"_s,
    u"timeout_after_write"_s,
    u"drop"_s,
    u"drop_after_write"_s,
    u"reset"_s,
    u"reset_after_write"_s,
    u"malformed"_s,
    u"truncated"_s,
    u"repeated_items"_s,
    u"reordered"_s,
    u"repeated_page"_s,
    u"late_write"_s,
};
constexpr qint64 kMaxDelayMs = 24 * 3600 * 1000;
} // namespace

QString toString(FaultKind kind)
{
    return kKinds.at(static_cast<qsizetype>(kind));
}

FaultRule readFaultRule(JsonReader &reader, const QStringList &operations)
{
    reader.allow({u"kind"_s, u"operation"_s, u"count"_s, u"share"_s, u"status"_s, u"items"_s, u"min_ms"_s,
        u"max_ms"_s, u"delay_ms"_s});
    FaultRule rule;
    const qsizetype kind = kKinds.indexOf(reader.requiredText(u"kind"_s));
    if (kind < 0) {
        reader.fail(u"kind"_s, u"must be one of "_s + kKinds.join(u", "_s));
    }
    rule.kind = static_cast<FaultKind>(std::max<qsizetype>(0, kind));
    const QString operation = reader.text(u"operation"_s, u"any"_s);
    if (operation != "any"_L1) {
        rule.operation = operation;
        if (!operations.contains(operation)) {
            reader.fail(u"operation"_s, u"must be any or one of "_s + operations.join(u", "_s));
        }
    }
    if (reader.has(u"count"_s)) {
        rule.left = static_cast<int>(reader.whole(u"count"_s, 1, 0, 1'000'000));
    }
    rule.share = reader.number(u"share"_s, 1.0, 0.0, 1.0);
    rule.status = static_cast<int>(reader.whole(u"status"_s, 503, 400, 599));
    rule.items = static_cast<int>(reader.whole(u"items"_s, 3, 1, 100));
    const bool isLatency = rule.kind == FaultKind::Latency;
    const qint64 from
        = reader.whole(isLatency ? u"min_ms"_s : u"delay_ms"_s, isLatency ? 0 : 5000, 0, kMaxDelayMs);
    const qint64 to
        = isLatency ? reader.whole(u"max_ms"_s, std::max<qint64>(from, 1000), from, kMaxDelayMs) : from;
    rule.minDelay = milliseconds(from);
    rule.maxDelay = milliseconds(to);
    return rule;
}

Faults::Faults(const QList<FaultRule> &rules, quint32 seed) : m_rules(rules), m_random(seed) { }

milliseconds Faults::between(milliseconds from, milliseconds to)
{
    const qint64 span = (to - from).count();
    return from + milliseconds(m_random.bounded(span + 1));
}

bool Faults::strikes(FaultRule &rule, const QString &operation)
{
    if ((!rule.operation.isEmpty() && rule.operation != operation) || rule.left == 0) {
        return false;
    }
    if (rule.share < 1.0 && m_random.generateDouble() >= rule.share) {
        return false;
    }
    if (rule.left) {
        --*rule.left;
    }
    return true;
}

Misfortune Faults::draw(const QString &operation)
{
    Misfortune misfortune;
    bool hasLatency = false;
    for (FaultRule &rule : m_rules) {
        const bool isLatency = rule.kind == FaultKind::Latency;
        if ((isLatency ? hasLatency : misfortune.fault.has_value()) || !strikes(rule, operation)) {
            continue;
        }
        const milliseconds delay = between(rule.minDelay, rule.maxDelay);
        if (isLatency) {
            hasLatency = true;
            misfortune.latency = delay;
        } else {
            misfortune.fault
                = Fault{.kind = rule.kind, .status = rule.status, .items = rule.items, .delay = delay};
        }
    }
    return misfortune;
}

QJsonArray Faults::toJson() const
{
    QJsonArray list;
    for (const FaultRule &rule : m_rules) {
        QJsonObject entry{{u"kind"_s, toString(rule.kind)},
            {u"operation"_s, rule.operation.isEmpty() ? u"any"_s : rule.operation}, {u"share"_s, rule.share}};
        if (rule.left) {
            entry.insert(u"left"_s, *rule.left);
        }
        list.append(entry);
    }
    return list;
}

} // namespace fw::sandbox
