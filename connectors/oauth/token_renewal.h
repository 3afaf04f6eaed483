#pragma once

#include "app/model/account.h"
#include "connectors/oauth/account_lock.h"
#include "connectors/oauth/token_client.h"
#include "connectors/oauth/token_vault.h"

#include <QTimer>

namespace fw {

/// The name under which the vault keeps an account's tokens.
[[nodiscard]] QString vaultName(AccountId account);

/// Brings the tokens of one account up to date, once. In this order: lock out other processes, read the vault (one of them may have renewed
/// already), ask the network, store the answer durably, and only then hand it out. A kill between any two steps leaves either the old tokens,
/// still good, or the new ones in the vault; only a kill between the network's answer and the vault's takes a sign-in to heal, because the
/// network then knows a token that nobody else does.
/// A new pair that cannot be stored is not handed out; storing is tried until it works.
/// Deletes itself when done. Thread: that of `vault` and `http`, which outlive it.
class TokenRenewal final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenRenewal)
public:
    TokenRenewal(Account account, TokenVault &vault, HttpClient &http, const Clock &clock,
        const QString &lockFile, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// Once. Tokens that may be used now; renewed if that was due and could be done.
    /// Errors: Unauthorised (nobody is signed in, or the network wants nobody of ours any more), Locked, Busy (another process holds the
    /// account), and those of renew() and TokenVault once the old token is past its end.
    void finished(const fw::Result<fw::TokenSet> &tokens);

private:
    void readVault();
    void look(const Result<QByteArray> &kept);
    void ask();
    void take(const Result<TokenSet> &renewed);
    void store();
    void finish(const Result<TokenSet> &tokens);

    const Account m_account;
    TokenVault &m_vault;
    HttpClient &m_http;
    const Clock &m_clock;
    const QString m_lockFile;
    AccountLock m_lock;
    QTimer m_pause;
    int m_failedStores = 0;
    TokenSet m_tokens;
};

} // namespace fw
