#pragma once

#include "app/dispatch/network_clock.h"
#include "app/dispatch/scheduler.h"
#include "app/dispatch/world.h"
#include "app/store/simulation_store.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <unordered_map>

namespace fw {

/// A desk in virtual time: the product's scheduler, budget and reconciliation, with a world that somebody else plays. One send is one irreversible call; a
/// send whose end is not known is looked up before it is made again. Thread: the caller's.
class SimulatedDesk final : public WorldDesk
{
public:
    /// `store`: where it keeps its state, and meets the other desks of the account; without one it forgets everything with its end.
    explicit SimulatedDesk(std::unique_ptr<SimulationStore> store = {});
    ~SimulatedDesk() override;

    bool begin(qint64 mono, qint64 wall, const WorldInfo &info) override;
    WorldStep advance(qint64 until, qint64 wall, const QList<WorldEvent> &events) override;
    /// The store is out of order: what it was asked for last is not durable, and nothing was done.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    enum class State { Queued, Sending, Unknown };
    struct Reply {
        qint64 job = 0;
        double weight = 1;
        QString text = {};
        std::optional<milliseconds> deadline
            = {}; // monotonic, where it was pressed in this life of the process
        Instant due = {};
        State state = State::Queued;
        int attempts = 0;
        int refusals = 0;          // in a row
        bool wasUnknown = false;   // one of its attempts may have reached the network
        milliseconds endedAt = {}; // of its last attempt
    };
    struct Call {
        qint64 job = 0;
        milliseconds startedAt = {};
        Instant countedAt = {};
        qint64 kept = 0; // its row in the store
    };

    void take(const WorldJob &job);
    void take(const WorldAnswer &answer);
    void sendEnded(Reply &reply, const WorldAnswer &answer, Instant startedAt);
    void lookupEnded(Reply &reply, const WorldAnswer &answer);
    void refused(Reply &reply, const WorldAnswer &answer, Instant startedAt);
    void refusedAsDuplicate(Reply &reply);
    void accepted(Reply &reply);
    void settle(const Reply &reply, WorldAction::Kind kind);
    void releaseText(const Reply &reply);
    void becameUnknown(Reply &reply);
    void queueAgain(Reply &reply, milliseconds pause);
    void networkFailed();
    void networkAnswered();
    [[nodiscard]] QList<LimitSignal> readingsOf(const WorldAnswer &answer) const;
    void learnTime(const WorldAnswer &answer, const Call &call);

    [[nodiscard]] milliseconds textFreeIn(const Reply &reply) const;
    void act(QList<WorldAction> &actions);
    void lookUp(QList<WorldAction> &actions);
    void send(QList<WorldAction> &actions);
    [[nodiscard]] int concurrency() const;
    void run(milliseconds until, const QList<WorldEvent> &events, QList<WorldAction> &actions);
    void enqueue(const Reply &reply, bool isNew);

    // What is kept, and what other desks kept.
    void recover(qint64 wall);
    void hearNews();
    void hear(const KeptReply &kept);
    void hear(const KeptCall &kept);
    void hear(const KeptWindow &kept);
    void hear(const KeptLesson &kept);
    void endForgottenCalls();
    void keep(const Reply &reply, const QString &state);
    void keepReadings(const QList<LimitSignal> &readings, Instant startedAt);
    void keepLearned(const WindowLedger *window);
    void keepTime(qint64 wall);
    [[nodiscard]] Instant now() const { return m_clock.at(m_mono); }
    [[nodiscard]] milliseconds monotonic(Instant at) const { return m_clock.monotonicAt(at); }

    WorldInfo m_info = {};
    milliseconds m_mono = {};
    milliseconds m_nextWake = {};
    NetworkClock m_clock;
    std::unique_ptr<CallBudget> m_budget;
    Scheduler m_scheduler;
    std::unordered_map<qint64, Reply> m_replies;
    std::unordered_map<qint64, Call> m_calls;             // under way, by request
    std::set<std::pair<milliseconds, qint64>> m_toLookUp; // when, which
    std::set<std::pair<milliseconds, qint64>> m_later;    // when it may be queued again, which
    QList<WorldAction> m_settled;                         // done and dropped, to be told
    QHash<qint64, WorldAction::Kind> m_over;              // replies that are settled
    QHash<QString, Instant> m_texts;                      // when each was accepted last
    QHash<QString, qint64> m_textsUnderWay;               // and by which job it is being sent
    qint64 m_lastRequest = 0;
    int m_sending = 0;
    int m_lookingUp = 0;
    int m_failures = 0; // of the network, in a row
    int m_refusals = 0; // in a row
    milliseconds m_pausedUntil = {};
    milliseconds m_lookupsPausedUntil = {};
    std::unique_ptr<SimulationStore> m_store;
    std::unordered_map<qint64, Instant> m_othersCalls; // under way, by their row
    std::optional<milliseconds> m_wallOffset = {};
    Instant m_toldSeen = {};
    std::optional<Error> m_error = {};
};

} // namespace fw
