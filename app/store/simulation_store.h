#pragma once

#include "app/store/database.h"

#include <set>

namespace fw {

/// A reply of a simulation as it is kept. Times are the network's clock.
struct KeptReply {
    int agent = 0;
    qint64 job = 0;
    double weight = 1;
    Instant due = {};
    QString text = {};
    QString state = {}; // "queued", "sending", "unknown", "accepted", "dropped"
    int attempts = 0;
    bool wasUnknown = false;
    std::optional<Instant> acceptedAt = {};
};

/// One send, written before it is made.
struct KeptCall {
    qint64 id = 0;
    int agent = 0;
    Instant startedAt = {};
    std::optional<Instant> endedAt = {}; // empty: under way, as far as anybody knows
};

/// What is known of one window beside its calls.
struct KeptWindow {
    QString name = {};
    int limit = -1;
    int remaining = -1;
    int percent = -1;
    Instant resetAt = {};
    Instant startedAt = {}; // of the call whose answer told
};

/// What refusals taught of one window.
struct KeptLesson {
    QString name = {};
    double limit = 0;
    Instant at = {};
    std::optional<Instant> boundaryFrom = {};
    std::optional<Instant> boundaryUntil = {};
};

struct KeptChanges {
    QList<KeptReply> replies = {};
    QList<KeptCall> calls = {};
    QList<KeptWindow> windows = {};
    QList<KeptLesson> lessons = {};
    Instant blockedUntil = {};
    QString blockReason = {};
};

/// The durable state of simulated desks: one file for all desks of an account. Everything between begin() and commit() is kept as a whole, whatever is killed.
/// Thread: the one that opened it.
class SimulationStore final
{
public:
    /// Opens `folder`/simulation.db, and makes it when it is not there. Errors: Storage.
    [[nodiscard]] static Result<std::unique_ptr<SimulationStore>> open(const QString &folder);

    /// Takes the write lock.
    void begin();
    [[nodiscard]] Done commit();

    /// What changed since the last time; the first time everything. `agent`: left out when it is news that agent wrote itself.
    [[nodiscard]] KeptChanges news(int agent);
    void save(const KeptReply &reply);
    /// Returns its id.
    qint64 save(const KeptCall &call);
    void end(qint64 call, Instant startedAt, Instant endedAt);
    /// Unless a later call has told already.
    void save(const KeptWindow &window);
    void save(const KeptLesson &lesson);
    /// Unless there is a longer one.
    void saveBlock(Instant until, const QString &reason);
    /// Calls of this agent that an earlier life left under way.
    void endAll(int agent, Instant at);
    /// How far the network's clock is ahead of this agent's wall clock.
    void saveWallOffset(int agent, milliseconds offset);
    [[nodiscard]] std::optional<milliseconds> wallOffset(int agent);
    /// The newest moment of the network's clock that any desk was sure of.
    void saveSeen(Instant at);
    [[nodiscard]] std::optional<Instant> seen();

private:
    struct Source;
    explicit SimulationStore(std::unique_ptr<Source> source);
    [[nodiscard]] qint64 nextChange();

    std::unique_ptr<Source> m_source;
    qint64 m_change = 0; // of this transaction
    qint64 m_seenChange = 0;
    bool m_isFirst = true;

public:
    ~SimulationStore();
};

} // namespace fw
