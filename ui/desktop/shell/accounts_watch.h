#pragma once

#include "app/dispatch/outbox.h"
#include "app/network/capabilities.h"
#include "app/store/account_store.h"
#include "app/store/brake_store.h"
#include "app/store/ledger_store.h"

#include <QTimer>

namespace fw::ui {

/// How one account is doing.
struct AccountStatus {
    Account account = {};
    QList<StreamProgress> streams = {};
    QList<Gap> gaps = {};               // open ones first
    QList<Charge> charges = {};         // of today
    QList<AudienceCount> audience = {}; // newest first
    QList<WindowUse> windows = {};      // reply windows, tightest first
    bool operator==(const AccountStatus &) const = default;
};

/// Reads how the accounts and the outbox are doing, when told that they changed and every few seconds. Thread: GUI.
class AccountsWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountsWatch)
public:
    AccountsWatch(Store &store, Outbox &outbox, QObject *parent = nullptr);

    /// Many calls in a row are one reading.
    void refresh();
    [[nodiscard]] const QList<AccountStatus> &accounts() const { return m_accounts; }
    /// Those that hold.
    [[nodiscard]] const QList<Brake> &brakes() const { return m_brakes; }
    [[nodiscard]] int pendingReplies() const { return m_pending; }
    [[nodiscard]] bool isKnown() const { return m_isKnown; }

Q_SIGNALS:
    void changed();

private:
    void read();
    void readBrakes();
    void readBudgets(QList<AccountStatus> accounts);

    Store &m_store;
    Outbox &m_outbox;
    QList<AccountStatus> m_accounts;
    QList<Brake> m_brakes;
    int m_pending = 0;
    bool m_isKnown = false;
    bool m_isReading = false;
    bool m_isDirty = false;
    QTimer m_soon;
    QTimer m_regularly;
};

} // namespace fw::ui
