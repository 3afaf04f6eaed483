#pragma once

#include "ui/wiring/engine.h"
#include "ui/wiring/team_clock.h"
#include "ui/wiring/workplace.h"

#include <QElapsedTimer>

namespace fw {
struct ServiceTurn;
}

namespace fw::wiring {

/// Reads and sends for a team's database, unattended: what `floorwalkerctl serve` runs. Any number of services may run on one database, on any machines
/// that have the tokens; they share its accounts by leases with a term. Whoever is killed, stands still or is cut off from the database for longer than
/// that is replaced, and can begin no attempt any more. Thread: main.
class Service final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Service)
public:
    static constexpr std::chrono::seconds kTerm{30};

    /// `clock` is the workplace's.
    Service(Workplace &workplace, TeamClock &clock, milliseconds term = kTerm);
    ~Service() override;

    void start();
    /// Begins nothing more, ends and records the calls under way, gives the accounts back; then finished(). Takes no longer than a term.
    void stop();

    /// Unique among services: host, process, and a random part.
    [[nodiscard]] QString name() const { return m_name; }
    /// The database was reached within the last term.
    [[nodiscard]] bool isHealthy() const;
    /// Since the database was reached; nothing: it never was.
    [[nodiscard]] std::optional<milliseconds> sinceTurn() const;
    /// Attempts of this process by account (its id) and outcome, as in AttemptReport.
    using Attempts = std::map<std::pair<AccountId, QString>, qint64>;
    [[nodiscard]] const Attempts &attempts() const { return m_attempts; }

Q_SIGNALS:
    /// The database was reached for the first time.
    void ready();
    /// The accounts this service works for are others than before.
    void accountsChanged(const QList<fw::AccountId> &accounts);
    void attempted(fw::AccountId account, const fw::AttemptReport &report);
    /// An account needs somebody.
    void stopped(fw::AccountId account, const fw::Error &error);
    /// The database was not reached. It is tried again.
    void cutOff(const fw::Error &error);
    void finished();

private:
    void turn();
    void take(const ServiceTurn &turn);
    void closed(AccountId account);
    void leave();

    Workplace &m_workplace;
    TeamClock &m_clock;
    milliseconds m_term;
    QString m_name;
    Engine m_engine;
    QTimer m_turns;
    bool m_isCutOff = false;
    QTimer m_patience; // while it stops
    QElapsedTimer m_lastTurn;
    QElapsedTimer m_turnTime; // of the turn under way
    QSet<AccountId> m_ours;
    QSet<AccountId> m_closing;
    Attempts m_attempts;
    bool m_isTurning = false;
    bool m_isReady = false;
    bool m_isEnding = false;
    bool m_hasLeft = false;
};

} // namespace fw::wiring
