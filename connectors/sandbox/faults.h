#pragma once

#include "connectors/sandbox/json_reader.h"

#include <QRandomGenerator>

#include <optional>

namespace fw::sandbox {

enum class FaultKind {
    Latency, // the answer comes late
    Status,  // this status before anything is done
    StatusAfterWrite,
    Timeout, // nothing is done and no answer ever comes
    TimeoutAfterWrite,
    Drop, // closed without an answer, nothing is done
    DropAfterWrite,
    Reset, // as Drop, by a TCP reset
    ResetAfterWrite,
    Malformed,     // the body is no JSON
    Truncated,     // Content-Length is larger than what is sent before the connection closes
    RepeatedItems, // some posts of the page before come again
    Reordered,     // the posts of the page in another order
    RepeatedPage,  // the page before comes again
    LateWrite,     // closed without an answer, and carried out only later
};

struct FaultRule {
    FaultKind kind = FaultKind::Status;
    QString operation = {};       // empty: any
    std::optional<int> left = {}; // how often it still strikes; empty: no end
    double share = 1.0;           // probability per request
    int status = 503;
    int items = 3;
    milliseconds minDelay = {}; // virtual time
    milliseconds maxDelay = {};
};

/// `operations`: the names there are.
[[nodiscard]] FaultRule readFaultRule(JsonReader &reader, const QStringList &operations);
[[nodiscard]] QString toString(FaultKind kind); // "status_after_write"

struct Fault {
    FaultKind kind = FaultKind::Status;
    int status = 503;
    int items = 3;
    milliseconds delay = {};
};

/// What befalls one request: at most one fault, and a latency beside it.
struct Misfortune {
    std::optional<Fault> fault = {};
    milliseconds latency = {};
    [[nodiscard]] bool is(FaultKind kind) const { return fault && fault->kind == kind; }
};

/// Draws misfortunes from rules, the first rule that strikes wins. Same seed, same requests: same misfortunes. Thread: the sandbox's.
class Faults
{
public:
    Faults(const QList<FaultRule> &rules, quint32 seed);
    void replace(const QList<FaultRule> &rules) { m_rules = rules; }
    [[nodiscard]] Misfortune draw(const QString &operation);
    [[nodiscard]] milliseconds between(milliseconds from, milliseconds to);
    [[nodiscard]] QRandomGenerator &random() { return m_random; }
    [[nodiscard]] QJsonArray toJson() const;

private:
    [[nodiscard]] bool strikes(FaultRule &rule, const QString &operation);

    QList<FaultRule> m_rules;
    QRandomGenerator m_random;
};

} // namespace fw::sandbox
