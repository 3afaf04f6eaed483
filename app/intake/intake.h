#pragma once

#include "app/core/clock_timer.h"
#include "app/intake/account_walk.h"

namespace fw {

/// Walks one account again and again: `interval` after a whole walk, later and later after cut ones. Thread: the connector's.
class Intake final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Intake)
public:
    Intake(Store &store, Connector &connector, const Clock &clock, AccountId account, milliseconds interval,
        QObject *parent = nullptr);

    /// Walks every stream now, or once more when the present walk ends.
    void walkNow();

Q_SIGNALS:
    void walked(const fw::WalkReport &report);

private:
    void walk(AccountWalk::Streams streams);
    void ended(const WalkReport &report);

    Store &m_store;
    Connector &m_connector;
    const Clock &m_clock;
    AccountId m_account;
    milliseconds m_interval;
    ClockTimer m_timer;
    AccountWalk *m_walk = nullptr;
    bool m_isWantedAgain = false;
    int m_cutInARow = 0;
};

} // namespace fw
