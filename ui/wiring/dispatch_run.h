#pragma once

#include "app/dispatch/account_sender.h"
#include "ui/wiring/sender_lock.h"
#include "ui/wiring/workplace.h"

#include <map>

namespace fw::wiring {

/// Sends from this process until there is nothing (more) to do: what `floorwalkerctl dispatch` runs. Thread: main.
class DispatchRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DispatchRun)
public:
    enum class Until { NothingDue, Empty };

    DispatchRun(Workplace &workplace, Until until);
    ~DispatchRun() override;

    /// Errors: Busy when another process sends, Usage for an account that cannot be used.
    [[nodiscard]] Done start(const QList<Account> &accounts);

Q_SIGNALS:
    void attempted(const fw::AttemptReport &report);
    void moderated(const fw::ModerationReport &report);
    /// Nothing can leave before `until`.
    void waiting(const QString &account, fw::Instant until, const QString &reason);
    /// An account needs somebody.
    void stopped(const QString &account, const fw::Error &error);
    void finished();

private:
    struct Lane;
    void ended(AccountId account);

    Workplace &m_workplace;
    Until m_until;
    SenderLock m_lock;
    std::map<AccountId, std::unique_ptr<Lane>> m_lanes;
    QSet<AccountId> m_active;
};

} // namespace fw::wiring
