#pragma once

#include "connectors/sandbox/json_reader.h"
#include "connectors/sandbox/operation.h"

#include <deque>

namespace fw::sandbox {

/// Fixed: starts with the first call. Rolling: the calls of the last `length`. Slotted: starts at multiples of `length` since 1970.
enum class WindowKind { Fixed, Rolling, Slotted };

struct WindowRule {
    QString name = {};
    Operation operation = Operation::Create;
    WindowKind kind = WindowKind::Fixed;
    milliseconds length = {};
    int limit = 0;
    QString header = {}; // "x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour"; empty: hidden
    bool operator==(const WindowRule &) const = default;
};

/// The documented windows of a self-serve user (docs.x.com/x-api/fundamentals/rate-limits, 2026-07-24) and the ones no header reports.
[[nodiscard]] QList<WindowRule> documentedWindows();
[[nodiscard]] WindowRule readWindowRule(JsonReader &reader);

/// Counts calls. Windows a header speaks of count every call that was let in; hidden ones count what was carried out. Thread: the sandbox's.
class Windows
{
public:
    explicit Windows(const QList<WindowRule> &rules);

    enum class Verdict { Free, OverHeaderWindow, OverHiddenWindow };
    [[nodiscard]] Verdict verdict(Operation operation, Instant now);
    void countCall(Operation operation, Instant now); // windows with a header
    void countDone(Operation operation, Instant now); // hidden windows
    /// False when there is no such window.
    [[nodiscard]] bool setLimit(Operation operation, const QString &name, int limit);

    /// `x-rate-limit-limit`, `-remaining`, `-reset` and, where a rule asks for them, the 24-hour ones.
    [[nodiscard]] QList<QPair<QByteArray, QByteArray>> headers(Operation operation, Instant now);
    [[nodiscard]] QJsonArray toJson(Instant now);

private:
    struct Counter {
        WindowRule rule = {};
        std::deque<Instant> uses = {}; // oldest first; of the current window only
    };
    void forget(Counter &counter, Instant now) const;
    [[nodiscard]] Instant resetAt(const Counter &counter, Instant now) const;
    void count(Operation operation, Instant now, bool isHidden);

    QList<Counter> m_counters;
};

} // namespace fw::sandbox
