#pragma once

#include "app/model/account.h"
#include "connectors/http/token_source.h"
#include "connectors/oauth/token_set.h"
#include "connectors/oauth/token_vault.h"

#include <QThread>

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace fw {

/// The tokens of one desk's accounts: out of the vault, renewed in time, one renewal at a time for each account whatever the number of readers
/// and of processes. Lives in a thread of its own, started by the first call. Thread: any, unless stated; futures finish in its own.
class TokenKeeper final
{
    Q_DISABLE_COPY_MOVE(TokenKeeper)
public:
    /// How long a reader waits for a renewal that cannot be put off.
    static constexpr milliseconds kPatience{30'000};
    using AskPassphrase = std::function<Result<SecretBytes>()>;

    /// `folder`: for locks shared with other processes. `clock` outlives this and must go on over restarts and sleep, as wall clocks do.
    TokenKeeper(std::unique_ptr<TokenVault> vault, const QString &folder, const Clock &clock);
    ~TokenKeeper();

    /// Whom sourceFor() asks when the vault is locked. In the thread of the caller. Set before anything else is called.
    void setAskPassphrase(AskPassphrase ask) { m_ask = std::move(ask); }

    /// The account's access token at each call. Returns at once while one is good, and renews it beside when that is due; waits up to kPatience
    /// where none is. Not to be called in this object's own thread, nor once it is gone.
    /// Errors: Unauthorised (connect the account again), Locked, Busy (being renewed), else why it could not be renewed.
    [[nodiscard]] TokenSource sourceFor(const Account &account);
    /// The secret of the customer's app, for networks that want a proof of it with each call. Empty where there is none.
    [[nodiscard]] TokenSource appSecretFor(const Account &account);

    [[nodiscard]] QFuture<Result<TokenVault::State>> vaultState();
    [[nodiscard]] QFuture<Done> unlock(SecretBytes passphrase);
    /// As they stand in the vault, not renewed. Errors: NotFound, those of TokenVault.
    [[nodiscard]] QFuture<Result<TokenSet>> tokensOf(AccountId account);
    /// From now on these are the account's tokens. Finishes when they are stored.
    [[nodiscard]] QFuture<Done> keep(AccountId account, const TokenSet &tokens);
    [[nodiscard]] QFuture<Done> forget(AccountId account);
    /// Reads the vault again before the next use: another process may have signed in.
    void reload();

private:
    class Room; // what lives in the thread
    struct Held {
        Account account = {};
        std::optional<TokenSet> tokens = {};
        std::optional<Error> failure = {}; // of the last attempt
        Instant tryAgainAt = {};           // not before
        bool isWorking = false;
    };

    [[nodiscard]] Result<QByteArray> secretOf(AccountId account, QByteArray TokenSet::*which);
    void hold(const Account &account);
    void openVault();
    void startRenewal(Held &held);
    void renewed(AccountId account, const Result<TokenSet> &tokens);
    void drop(AccountId account);
    [[nodiscard]] QString lockFile(AccountId account) const;
    [[nodiscard]] QFuture<Done> changeVault(
        AccountId account, std::function<QFuture<Done>(TokenVault &)> change);
    Room &room();
    template <typename T, typename Task>
    [[nodiscard]] QFuture<T> inRoom(Task task);

    std::unique_ptr<TokenVault> m_vault;
    const QString m_folder;
    const Clock &m_clock;
    AskPassphrase m_ask;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<AccountId, Held> m_held;
    std::mutex m_roomMutex;
    QThread m_thread;
    std::unique_ptr<Room> m_room;
};

} // namespace fw
