#pragma once

#include "app/core/ids.h"

#include <QList>

#include <optional>

namespace fw {

/// What an account does on a network. A window governs one operation.
enum class Operation { Identify, ReadMentions, ReadOwn, Lookup, Reply, Remove };

enum class WindowKind { Fixed, Rolling };
enum class Evidence { Documented, Configured, Observed };

/// One limit of one operation: at most `limit` calls per `length`.
struct Window {
    QString name = {}; // "15 min", "24 h, app": unique within the operation
    Operation operation = Operation::Reply;
    WindowKind kind = WindowKind::Rolling;
    milliseconds length = {};
    int limit = 0;
    QString header = {}; // key of the LimitSignal that speaks of it; empty when no header does
    Evidence evidence = Evidence::Documented;
    QString source = {}; // where the figure was found
    bool operator==(const Window &) const = default;
};

/// What the network said about one window in an answer.
struct LimitSignal {
    Operation operation = Operation::Reply;
    QString header = {}; // matches Window::header
    int limit = 0;
    int remaining = 0;
    Instant resetAt = {}; // the network's clock
    Instant readAt = {};
    bool operator==(const LimitSignal &) const = default;
};

/// What any call to a network tells beside its answer.
struct CallFacts {
    int httpStatus = 0;                     // 0: no answer came
    std::optional<Instant> serverTime = {}; // from Date, whole seconds
    QList<LimitSignal> limitSignals = {};
};

/// No calls of this operation before `until`.
struct Block {
    Operation operation = Operation::Reply;
    Instant until = {};
    QString reason = {}; // kebab-case ErrorCode
    int failures = 0;    // in a row; drives the back-off
    bool operator==(const Block &) const = default;
};

[[nodiscard]] QString toString(Operation operation);
[[nodiscard]] Operation operationFromString(const QString &name);
[[nodiscard]] QString toString(Evidence evidence);

} // namespace fw
