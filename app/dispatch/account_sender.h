#pragma once

#include "app/core/clock_timer.h"
#include "app/dispatch/decision.h"
#include "app/dispatch/moderation_step.h"
#include "app/dispatch/record_outcome.h"
#include "app/store/store.h"

namespace fw {

/// Sends the replies of one account and carries out what else is asked to be done to messages, one call at a time: decides by the planner, writes
/// ahead, makes the one call, records what came of it; looks up what is unknown before anything else. Holds the account's lease under `epoch`; ends for good when somebody else took it. Thread: the
/// connector's.
class AccountSender final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountSender)
public:
    AccountSender(
        Store &store, Connector &connector, const Clock &clock, AccountId account, QObject *parent = nullptr);

    /// It sends for a service that has the account for a time (ServiceStore): without that it does not start. Call before start().
    void setHolder(const QString &name) { m_holder = name; }

    /// Takes the lease, recovers what an earlier process left, and begins.
    void start();
    /// Something may be due: look again.
    void wake();
    /// Begins nothing more: the call under way is ended and recorded, then finished(). For good.
    void finish();

Q_SIGNALS:
    void attempted(const fw::AttemptReport &report);
    void moderated(const fw::ModerationReport &report);
    /// Nothing can be done before `until` (our clock); Instant::max() when nothing is queued at all.
    void waiting(fw::Instant until, const QString &reason);
    /// Nothing is sent until somebody acts: the account is paused, the lease lost, or the store out of order.
    void stopped(const fw::Error &error);
    /// After finish(): nothing is under way, nothing will be.
    void finished();

private:
    enum class State { Stopped, Idle, Deciding, Sending, LookingUp };
    using Reported = Result<std::optional<AttemptReport>>;

    void decide();
    void act(const Decision &decision);
    void send(const Decision &decision);
    [[nodiscard]] bool hasStoodStill(const Decision &decision, Instant startedAt) const;
    void rejectLate(const Decision &decision);
    void moderate(const Decision &decision);
    void recordModerated(const Decision &decision, const ModerationAttempt &attempt, const Outcome &outcome);
    void lookUp(const Decision &decision);
    void record(const Decision &decision, const Attempt &attempt, const Outcome &outcome);
    void recordFound(const Decision &decision, const Answer<QList<Post>> &answer, Instant lookedAt);
    void waitUntil(Instant until, const QString &reason);
    void stop(const Error &error);
    void storeFailed(const Error &error);
    void startAgain(const Error &error);
    void again();
    void end();

    Store &m_store;
    Connector &m_connector;
    const Clock &m_clock;
    AccountId m_account;
    qint64 m_epoch = 0;
    State m_state = State::Stopped;
    bool m_isWoken = false;
    bool m_isEnding = false;
    QString m_holder;                   // empty: this program sends for all accounts of its desk
    QHash<ReplyId, Instant> m_lookedUp; // the network's clock
    std::shared_ptr<SendOrder> m_order = std::make_shared<SendOrder>();
    ClockTimer m_timer;
};

} // namespace fw
