#pragma once

#include "app/desk/assign/auto_assign.h"
#include "app/desk/policy/deadline_watch.h"
#include "app/dispatch/account_sender.h"
#include "app/intake/intake.h"
#include "app/store/change_feed.h"

#include <QSet>
#include <QTimer>

#include <functional>
#include <map>

namespace fw {
class TokenKeeper;
}

namespace fw::wiring {

/// Intake and dispatch of every account of a store, also of accounts added later; the watch over what is promised,
/// and the rule that gives work to who is free. Lives in a thread that never draws.
class Engine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Engine)
public:
    /// `isAlone`: nobody else sends for this folder (any more); asked in this thread.
    Engine(Store &store, const Clock &clock, TokenKeeper &tokens, std::function<bool()> isAlone);
    ~Engine() override;

    void start();
    void pullNow();

private:
    struct Lane; // everything of one account

    void take(const QList<Account> &accounts);
    void refresh();
    void noticeSignIn(const Account &account);
    void takeBack();

    Store &m_store;
    const Clock &m_clock;
    TokenKeeper &m_tokens;
    QSet<AccountId> m_refused; // paused for want of a token that is taken
    std::function<bool()> m_isAlone;
    QSet<AccountId> m_replaced; // somebody else sends for these, because we stood still
    QTimer m_takeBack;
    ChangeFeed m_changes;
    DeadlineWatch m_deadlines;
    AutoAssign m_assign;
    std::map<AccountId, std::unique_ptr<Lane>> m_lanes;
};

} // namespace fw::wiring
