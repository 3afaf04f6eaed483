#pragma once

#include "app/customers/refresh/refresh_watch.h"
#include "app/desk/assign/auto_assign.h"
#include "app/desk/policy/deadline_watch.h"
#include "app/desk/retention/retention.h"
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

/// Intake and dispatch of every account of a store, also of accounts added later, or, in a service, of those it has for a time; the watch over what
/// is promised and over what is kept too long, the rule that gives work to who is free, and the look-up of customers somebody opened. Lives in a thread that never draws.
class Engine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Engine)
public:
    /// `isAlone`: nobody else sends for this folder (any more); asked in this thread.
    Engine(Store &store, const Clock &clock, TokenKeeper &tokens, AskSource askSource,
        std::function<bool()> isAlone);
    /// In a service of this name: works for no account before workFor() says which.
    Engine(
        Store &store, const Clock &clock, TokenKeeper &tokens, AskSource askSource, const QString &service);
    ~Engine() override;

    void start();
    void pullNow();
    /// In a service: these accounts are ours now, and no others are. What was begun for one that is not any more is nobody's business: the new holder
    /// looks it up.
    void workFor(const QSet<AccountId> &accounts);
    /// In a service: begins nothing more for the account; the call under way is ended and recorded, then closed().
    void close(AccountId account);

Q_SIGNALS:
    void attempted(fw::AccountId account, const fw::AttemptReport &report);
    /// An account needs somebody.
    void stopped(fw::AccountId account, const fw::Error &error);
    void closed(fw::AccountId account);

private:
    struct Lane; // everything of one account

    Engine(Store &store, const Clock &clock, TokenKeeper &tokens, AskSource askSource,
        std::function<bool()> isAlone, const QString &service);
    [[nodiscard]] bool isOurs(AccountId account) const;
    void open(const Account &account);
    void senderStopped(AccountId account, const Error &error);

    void take(const QList<Account> &accounts);
    void refresh();
    void noticeSignIn(const Account &account);
    void takeBack();

    Store &m_store;
    const Clock &m_clock;
    TokenKeeper &m_tokens;
    QSet<AccountId> m_refused; // paused for want of a token that is taken
    std::function<bool()> m_isAlone;
    QString m_service; // empty: this program works for all accounts
    QSet<AccountId> m_ours;
    QSet<AccountId> m_closing;
    QSet<AccountId> m_replaced; // somebody else sends for these, because we stood still
    QTimer m_takeBack;
    ChangeFeed m_changes;
    DeadlineWatch m_deadlines;
    RetentionWatch m_retention;
    AutoAssign m_assign;
    RefreshWatch m_refreshes;
    std::map<AccountId, std::unique_ptr<Lane>> m_lanes;
};

} // namespace fw::wiring
