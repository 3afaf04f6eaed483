#pragma once

#include "app/dispatch/world.h"

#include <QHash>
#include <QList>

#include <deque>
#include <map>
#include <optional>

namespace fw::world {

// The simulated platform. Times are the true time: milliseconds since the day began.

constexpr qint64 kSecond = 1'000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kServerEpoch = 1'790'035'200'000; // what the server's clock shows when the day begins

struct Span {
    qint64 from = 0;
    qint64 until = 0; // not included
    [[nodiscard]] bool has(qint64 at) const { return from <= at && at < until; }
    bool operator==(const Span &) const = default;
};

/// For a while a window's real limit is lower than the documented one.
struct Lowering {
    qsizetype window = 0;
    Span span = {};
    int limit = 0;
};

/// What the platform does on one day, whoever calls it.
struct PlatformPlan {
    quint64 seed = 0;
    QList<WorldWindow> windows = {};
    QList<qint64> phases = {}; // one a window: a boundary of a fixed one, 0 <= phase < length
    QList<Lowering> lowerings = {};
    QList<qint64> neighbours
        = {}; // calls of other programs, sorted; they count in every window and are never refused
    QList<Span> outages = {};   // gone: 503 or no answer
    QList<Span> brownouts = {}; // slow, and many calls without an answer
    double brownoutLoss = 0.35; // share of the calls in a brown-out without an answer
    double loss = 0.0005;       // the same at other times
    double latency = 250;       // ms there and back, typically
    bool detectsDuplicates = true;
    bool countsRefused = false; // a refused call uses up room as well
    qint64 visibleLag = 10 * kSecond;
    qint64 timeout = 30 * kSecond;
    int lookupsPerQuarter = 180; // of an hour
    int lockingBurst = 25;       // refused sends in 10 minutes that lock the account
    int lockingDay = 300;        // refused sends in 24 h that lock the account
};

/// The limit of a window at a time.
[[nodiscard]] int limitAt(const PlatformPlan &plan, qsizetype window, qint64 at);

/// Number of the period of a fixed window that `at` is in.
[[nodiscard]] qint64 periodOf(qint64 length, qint64 phase, qint64 at);

/// How many calls a window has counted. Time never goes back.
class WindowCount
{
public:
    WindowCount(WorldWindow::Kind kind, qint64 length, qint64 phase);

    void add(qint64 at);
    [[nodiscard]] int used(qint64 now);
    /// When room comes back: the end of the period; of a sliding window when the oldest call leaves it.
    [[nodiscard]] qint64 resetAt(qint64 now);
    /// When fewer than `limit` calls are counted, if none is added.
    [[nodiscard]] qint64 belowAt(qint64 now, int limit);

private:
    void settle(qint64 now);

    WorldWindow::Kind m_kind;
    qint64 m_length;
    qint64 m_phase;
    qint64 m_period = 0;
    int m_count = 0;
    std::deque<qint64> m_calls = {}; // of a sliding window
};

/// The platform while a day passes. Calls come in the order of their times.
class Platform
{
public:
    /// A reply that was carried out.
    struct Acceptance {
        qint64 job = 0;
        qint64 at = 0;
        qint64 visibleAt = 0;
    };

    explicit Platform(const PlatformPlan &plan);

    /// The answer to a send that reaches the platform at `now`; never 503 or status 0, which are the road's. `request` stays 0.
    [[nodiscard]] WorldAnswer send(qint64 now, qint64 job, const QString &text);
    /// The same of a look-up: 200 with `found`, or 429. Percentages are told here too, counts are not.
    [[nodiscard]] WorldAnswer lookup(qint64 now, qint64 job);

    [[nodiscard]] const QList<Acceptance> &accepted() const { return m_accepted; }
    [[nodiscard]] bool holdsText(const QString &text) const { return m_texts.contains(text); }
    /// Refused sends by the platform's code, seen by the caller or not.
    [[nodiscard]] const std::map<int, int> &refusals() const { return m_refusals; }
    [[nodiscard]] std::optional<qint64> lockedAt() const { return m_lockedAt; }
    /// By window: the most that was ever counted in it, as a share of its limit at that moment.
    [[nodiscard]] const QList<double> &mostUsed() const { return m_mostUsed; }

private:
    struct Refusal {
        int status = 0;
        int code = 0;
        qint64 passesAt = 0;
    };

    void settle(qint64 now);
    [[nodiscard]] std::optional<Refusal> refusalOf(qint64 now, const QString &text);
    [[nodiscard]] std::optional<Refusal> overLimit(qint64 now);
    void noteRefusal(qint64 now, int code);
    void count(qint64 now);
    void accept(qint64 now, qint64 job, const QString &text);
    [[nodiscard]] WorldReading reading(qsizetype window, qint64 now);
    [[nodiscard]] WorldAnswer answer(WorldAnswer::Kind kind, qint64 now, qint64 job);

    PlatformPlan m_plan;
    std::vector<WindowCount> m_counts = {};
    QList<double> m_mostUsed;
    WindowCount m_lookups;
    qsizetype m_nextNeighbour = 0;
    QHash<QString, qint64> m_texts = {};    // to when it was accepted
    QHash<qint64, qint64> m_visibleAt = {}; // by job, of its first post
    QList<Acceptance> m_accepted = {};
    std::map<int, int> m_refusals = {};
    std::deque<qint64> m_refusedAt = {}; // in the last 24 h
    std::optional<qint64> m_lockedAt = {};
};

} // namespace fw::world
