#pragma once

#include "connectors/sandbox/json_reader.h"

#include <algorithm>
#include <deque>

namespace fw::sandbox {

/// Fixed: starts with the first call. Rolling: the calls of the last `length`. Slotted: starts at multiples of `length` since 1970.
enum class WindowKind { Fixed, Rolling, Slotted };

struct WindowRule {
    QString name = {};
    QString operation = {};
    WindowKind kind = WindowKind::Fixed;
    milliseconds length = {};
    int limit = 0;
    QString header = {}; // "x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour"; empty: hidden
    bool operator==(const WindowRule &) const = default;
};

/// What a rule may say.
struct WindowWords {
    QStringList operations = {};
    QStringList headers = {};
    QList<WindowRule> usual = {}; // of the operations that no rule names
};

[[nodiscard]] WindowRule readWindowRule(JsonReader &reader, const WindowWords &words);
/// The rules under `key`, and the usual ones of all operations that these do not name.
[[nodiscard]] QList<WindowRule> readWindowRules(
    JsonReader &reader, const QString &key, const WindowWords &words);

/// Where a window stands.
struct WindowState {
    WindowRule rule = {};
    qint64 used = 0;
    Instant resetAt = {};
    [[nodiscard]] qint64 remaining() const { return std::max<qint64>(0, rule.limit - used); }
};

/// Counts calls. Windows a header speaks of count every call that was let in; hidden ones count what was carried out. Thread: the sandbox's.
class Windows
{
public:
    explicit Windows(const QList<WindowRule> &rules);

    enum class Verdict { Free, OverHeaderWindow, OverHiddenWindow };
    [[nodiscard]] Verdict verdict(const QString &operation, Instant now);
    void countCall(const QString &operation, Instant now); // windows with a header
    void countDone(const QString &operation, Instant now); // hidden windows
    /// False when there is no such window.
    [[nodiscard]] bool setLimit(const QString &operation, const QString &name, int limit);

    /// The windows of an operation that have a header.
    [[nodiscard]] QList<WindowState> shown(const QString &operation, Instant now);
    [[nodiscard]] QJsonArray toJson(Instant now);

private:
    struct Counter {
        WindowRule rule = {};
        std::deque<Instant> uses = {}; // oldest first; of the current window only
    };
    void forget(Counter &counter, Instant now) const;
    [[nodiscard]] Instant resetAt(const Counter &counter, Instant now) const;
    void count(const QString &operation, Instant now, bool isHidden);

    QList<Counter> m_counters;
};

} // namespace fw::sandbox
