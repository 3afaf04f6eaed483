#include "connectors/oauth/token_keeper.h"

#include "app/core/async.h"
#include "connectors/oauth/token_renewal.h"

#include <QPromise>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr milliseconds kTryAgain{30'000};

Error beingRenewed()
{
    return {.code = ErrorCode::Busy,
        .detail = u"the sign-in is being renewed"_s,
        .retryAfter = milliseconds(5000)};
}
} // namespace

class TokenKeeper::Room final : public QObject
{
public:
    explicit Room(TokenVault &ofDesk) : vault(ofDesk) { }

    /// Made in the thread that uses it.
    HttpClient &http()
    {
        if (!m_http) {
            m_http = std::make_unique<HttpClient>();
        }
        return *m_http;
    }

    TokenVault &vault;

private:
    std::unique_ptr<HttpClient> m_http;
};

TokenKeeper::TokenKeeper(std::unique_ptr<TokenVault> vault, const QString &folder, const Clock &clock)
    : m_vault(std::move(vault))
    , m_folder(folder)
    , m_clock(clock)
{
    m_thread.setObjectName(u"tokens"_s);
}

TokenKeeper::~TokenKeeper()
{
    if (m_room) {
        QMetaObject::invokeMethod(
            m_room.get(), [this] { m_room.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
}

TokenKeeper::Room &TokenKeeper::room()
{
    const std::lock_guard lock(m_roomMutex);
    if (!m_room) {
        m_room = std::make_unique<Room>(*m_vault);
        m_room->moveToThread(&m_thread);
        m_thread.start();
    }
    return *m_room;
}

/// Runs `task`, which returns a future, in the room.
template <typename T, typename Task>
QFuture<T> TokenKeeper::inRoom(Task task)
{
    // Shared with the lambda that is copied into the event.
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    Room &room = this->room();
    QMetaObject::invokeMethod(&room, [&room, promise, task = std::move(task)] {
        whenDone(task(room), &room, [promise](const T &result) {
            promise->addResult(result);
            promise->finish();
        });
    });
    return promise->future();
}

void TokenKeeper::openVault()
{
    if (!m_ask) {
        return;
    }
    auto state = vaultState();
    state.waitForFinished();
    if (state.resultCount() == 0 || state.result() != TokenVault::State::Locked) {
        return;
    }
    if (auto passphrase = m_ask(); passphrase) {
        unlock(*std::move(passphrase))
            .waitForFinished(); // a wrong one leaves it locked, which the first use says
    }
}

void TokenKeeper::hold(const Account &account)
{
    const std::lock_guard lock(m_mutex);
    m_held[account.id].account = account;
}

TokenSource TokenKeeper::sourceFor(const Account &account)
{
    openVault();
    hold(account);
    return [this, id = account.id] { return secretOf(id, &TokenSet::access); };
}

TokenSource TokenKeeper::appSecretFor(const Account &account)
{
    hold(account);
    return [this, id = account.id] { return secretOf(id, &TokenSet::clientSecret); };
}

Result<QByteArray> TokenKeeper::secretOf(AccountId account, QByteArray TokenSet::*which)
{
    const auto end = std::chrono::steady_clock::now() + kPatience;
    std::unique_lock lock(m_mutex);
    for (;;) {
        Held &held = m_held[account];
        const Instant now = m_clock.now();
        const bool mayTry = !held.isWorking && now >= held.tryAgainAt;
        if (held.tokens && !held.tokens->isExpiredAt(now)) {
            const auto due = renewalDue(*held.tokens);
            if (due && now >= *due && mayTry) {
                startRenewal(held);
            }
            return (*held.tokens).*which;
        }
        if (held.failure && !held.isWorking
            && (held.failure->code == ErrorCode::Unauthorised || now < held.tryAgainAt)) {
            return Failure(*held.failure);
        }
        if (!held.isWorking) {
            startRenewal(held);
        }
        if (m_changed.wait_until(lock, end) == std::cv_status::timeout) {
            return Failure(beingRenewed());
        }
    }
}

void TokenKeeper::startRenewal(Held &held)
{
    held.isWorking = true;
    Room &theRoom = room();
    QMetaObject::invokeMethod(&theRoom, [this, &theRoom, account = held.account] {
        const QString lockFile = u"%1/tokens-%2.lock"_s.arg(m_folder, account.id.toString());
        auto *renewal = new TokenRenewal(account, theRoom.vault, theRoom.http(), m_clock, lockFile, &theRoom);
        QObject::connect(renewal, &TokenRenewal::finished, &theRoom,
            [this, id = account.id](const Result<TokenSet> &tokens) { renewed(id, tokens); });
        renewal->start();
    });
}

void TokenKeeper::renewed(AccountId account, const Result<TokenSet> &tokens)
{
    const std::lock_guard lock(m_mutex);
    Held &held = m_held[account];
    held.isWorking = false;
    held.tokens = tokens ? std::optional(*tokens) : std::nullopt;
    held.failure = tokens ? std::nullopt : std::optional(tokens.error());
    held.tryAgainAt = m_clock.now() + kTryAgain; // matters when there was a failure, or renewal is still due
    m_changed.notify_all();
}

QFuture<Result<TokenVault::State>> TokenKeeper::vaultState()
{
    return inRoom<Result<TokenVault::State>>([](Room &room) { return room.vault.state(); });
}

QFuture<Done> TokenKeeper::unlock(SecretBytes passphrase)
{
    auto shared = std::make_shared<SecretBytes>(std::move(passphrase)); // events are copied, secrets are not
    return inRoom<Done>([this, shared](Room &room) {
        const Done unlocked = room.vault.unlock(std::move(*shared));
        if (unlocked) {
            reload();
        }
        return ready(unlocked);
    });
}

QFuture<Result<TokenSet>> TokenKeeper::tokensOf(AccountId account)
{
    return inRoom<Result<TokenSet>>([account](Room &room) {
        return room.vault.read(vaultName(account)).then([](const Result<QByteArray> &kept) {
            return kept.and_then(&tokenSetFrom);
        });
    });
}

QString TokenKeeper::lockFile(AccountId account) const
{
    return u"%1/tokens-%2.lock"_s.arg(m_folder, account.toString());
}

/// Runs `change` while nobody renews the tokens: a renewal under way would write the old sign-in over the new one.
QFuture<Done> TokenKeeper::changeVault(AccountId account, std::function<QFuture<Done>(TokenVault &)> change)
{
    return inRoom<Done>([this, account, change = std::move(change)](Room &room) {
        return lockAccount(lockFile(account), &room)
            .then([this, account, change, &room](const Result<AccountLock> &lock) {
                if (!lock) {
                    return ready(Done(Failure(lock.error())));
                }
                return change(room.vault).then([this, account, held = *lock](const Done &done) {
                    drop(account);
                    return done;
                });
            })
            .unwrap();
    });
}

QFuture<Done> TokenKeeper::keep(AccountId account, const TokenSet &tokens)
{
    return changeVault(account, [account, tokens](TokenVault &vault) {
        QByteArray bytes = toBytes(tokens);
        auto stored = vault.write(vaultName(account), bytes);
        wipe(bytes);
        return stored;
    });
}

QFuture<Done> TokenKeeper::forget(AccountId account)
{
    return changeVault(account, [account](TokenVault &vault) { return vault.remove(vaultName(account)); });
}

void TokenKeeper::drop(AccountId account)
{
    const std::lock_guard lock(m_mutex);
    Held &held = m_held[account];
    held.tokens.reset();
    held.failure.reset();
    held.tryAgainAt = {};
}

void TokenKeeper::reload()
{
    const std::lock_guard lock(m_mutex);
    for (auto &entry : m_held) {
        entry.second.tokens.reset();
        entry.second.failure.reset();
        entry.second.tryAgainAt = {};
    }
}

} // namespace fw
