#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace fw {

// What the world of a simulation and a simulated desk say to each other: the line protocol of docs/simulation.md as values. Times are whole milliseconds. `mono` is the
// desk's monotonic clock, which begins at 0 again after a reboot; `wall` is its wall clock, which can be wrong and can step.

/// One limit of the simulated platform. All of them govern every send.
struct WorldWindow {
    enum class Kind { Fixed, Sliding }; // fixed: aligned to a phase nobody tells
    enum class Header { Count, Percent, Hidden };
    QString name = {};
    Kind kind = Kind::Fixed;
    qint64 length = 0;
    int limit = 0; // as documented; the real one can be lower for a while
    Header header = Header::Count;
    bool operator==(const WorldWindow &) const = default;
};

struct WorldInfo {
    int agent = 0; // which of `agents` desks of the same account this is
    int agents = 1;
    QList<WorldWindow> windows = {};
    bool detectsDuplicates = false; // refuses a text it has seen
    qint64 visibleLag = 10'000;     // a post can be looked up about this long after it was accepted
    qint64 timeout = 30'000;        // a call without an answer ends then
};

/// A reply an agent pressed Send on.
struct WorldJob {
    qint64 id = 0;
    int priority = 0;    // 0: the most urgent class
    double weight = 1;   // the worth of being on time
    qint64 deadline = 0; // mono
    QString text = {};
};

/// What one header of an answer says of a window: numbers, or a percentage.
struct WorldReading {
    QString name = {};
    int limit = -1;
    int remaining = -1;
    qint64 reset = -1; // the server's clock, in ms but whole seconds
    int percent = -1;
};

struct WorldAnswer {
    enum class Kind { Send, Lookup };
    Kind kind = Kind::Send;
    qint64 request = 0;
    qint64 job = 0;
    int status = 0;                  // 0: no answer came
    int code = 0;                    // the platform's own error code, 0: none
    std::optional<qint64> date = {}; // the server's clock, in ms but whole seconds
    QList<WorldReading> readings = {};
    std::optional<double> regainMinutes = {};
    std::optional<bool> found = {}; // of a look-up
};

using WorldEvent = std::variant<WorldJob, WorldAnswer>;

struct WorldAction {
    enum class Kind {
        Send,
        Lookup,
        Confirm, // "done": known to be accepted
        Drop,    // given up; the agent is told
    };
    Kind kind = Kind::Send;
    qint64 request = 0; // of a send or a look-up; unique per process life
    qint64 job = 0;
    bool operator==(const WorldAction &) const = default;
};

/// At `at`, which is never later than what was asked for, the desk does all of `actions`; none: nothing is due until then.
struct WorldStep {
    qint64 at = 0;
    QList<WorldAction> actions = {};
};

/// A desk as the world sees it. Nothing sleeps; nothing reads the machine's clock. Thread: the caller's.
class WorldDesk
{
public:
    WorldDesk() = default;
    virtual ~WorldDesk() = default;
    WorldDesk(const WorldDesk &) = delete;
    WorldDesk &operator=(const WorldDesk &) = delete;

    /// First of all, and again after a reboot. Answers whether what was there before a reboot is kept.
    virtual bool begin(qint64 mono, qint64 wall, const WorldInfo &info) = 0;
    /// With events: they happen at `until`. Without: runs the desk's own timers up to `until` and stops at the first moment at which it acts.
    virtual WorldStep advance(qint64 until, qint64 wall, const QList<WorldEvent> &events) = 0;
};

} // namespace fw
