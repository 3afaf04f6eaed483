#include "ui/wiring/sign_in.h"

#include "app/store/account_store.h"
#include "app/store/journal_store.h"
#include "app/store/ledger_store.h"
#include "connectors/oauth/secret_bytes.h"
#include "connectors/oauth/token_answer.h"
#include "ui/wiring/sign_out.h"

#include <QFile>
#include <QPromise>

#include <utility>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
QFuture<Done> noteFact(Store &store, AccountId account, const QString &fact)
{
    return store.write(
        [account, fact](Database &db) { JournalStore(db).add({.fact = fact, .account = account}); });
}

/// What was put off for want of a passphrase has nothing to wait for any more.
void endLockedBlocks(Database &db)
{
    for (const AccountId account : LedgerStore(db).clearBlocks(toString(ErrorCode::Locked))) {
        JournalStore(db).add({.fact = u"tokens-unlocked"_s, .account = account});
    }
}

Standing standingOf(const Result<TokenSet> &tokens, Instant now)
{
    if (!tokens) {
        return {.isInVault = true};
    }
    const bool isRenewed = !tokens->refresh.isEmpty();
    const std::optional<Instant> until = isRenewed ? tokens->refreshExpiresAt : tokens->expiresAt;
    return {.isInVault = true,
        .isSignedIn = tokens->isSignedIn() && (!until || *until > now),
        .isRenewed = isRenewed,
        .hasClientSecret = !tokens->clientSecret.isEmpty(),
        .until = until};
}
} // namespace

Result<QByteArray> secretInFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure(
            {.code = ErrorCode::Io, .detail = u"cannot read %1: %2"_s.arg(name, file.errorString())});
    }
    QByteArray line = file.readLine(64 * 1024);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    return line.isEmpty() ? Result<QByteArray>(Failure(
               {.code = ErrorCode::Usage, .detail = u"the file %1 begins with an empty line"_s.arg(name)}))
                          : Result<QByteArray>(line);
}

QString usualRedirect(Network network)
{
    return network == Network::Facebook ? QString()
                                        : u"http://127.0.0.1:%1/callback"_s.arg(kUsualRedirectPort);
}

bool wantsAppSecret(Network network)
{
    return needsAppSecret(network);
}

void keepTokensOutOfCoreDumps()
{
    keepMemoryPrivate();
}

SignIns::SignIns(Workplace &workplace, QObject *parent) : QObject(parent), m_workplace(workplace) { }

SignIns::~SignIns() = default;

QFuture<Result<VaultState>> SignIns::vaultState()
{
    return m_workplace.tokens().vaultState();
}

QFuture<Result<bool>> SignIns::isPassphraseWanted()
{
    TokenKeeper &keeper = m_workplace.tokens();
    return m_workplace.store()
        .read([](Database &db) {
            const QList<Account> all = AccountStore(db).all();
            return std::any_of(
                all.begin(), all.end(), [](const Account &account) { return account.tokenFile.isEmpty(); });
        })
        .then([&keeper](const Result<bool> &hasAccount) {
            if (!hasAccount || !*hasAccount) {
                return ready(hasAccount); // a keychain that nobody needs is not asked, either
            }
            return keeper.vaultState().then([](const Result<VaultState> &found) {
                return found.map([](VaultState state) { return state == VaultState::Locked; });
            });
        })
        .unwrap();
}

QFuture<Done> SignIns::unlock(QByteArray passphrase)
{
    return m_workplace.tokens()
        .unlock(SecretBytes::take(std::move(passphrase)))
        .then([&store = m_workplace.store()](const Done &unlocked) {
            return unlocked ? store.write(&endLockedBlocks) : ready(unlocked);
        })
        .unwrap();
}

QFuture<Result<Account>> SignIns::add(const NewAccount &wanted, const QByteArray &clientSecret)
{
    const auto account = checkAccount(wanted);
    if (!account) {
        return ready(Result<Account>(Failure(account.error())));
    }
    TokenKeeper &keeper = m_workplace.tokens();
    return addAccount(m_workplace.store(), *account)
        .then([&keeper, clientSecret](const Result<Account> &added) {
            if (!added || clientSecret.isEmpty()) {
                return ready(added);
            }
            return keeper.keep(added->id, {.clientSecret = clientSecret}).then([added](const Done &kept) {
                return kept ? added : Result<Account>(Failure(kept.error()));
            });
        })
        .unwrap();
}

void SignIns::start(const Account &account, const Wish &wish)
{
    cancel();
    m_account = account;
    m_wish = wish;
    if (!account.tokenFile.isEmpty()) {
        fail({.code = ErrorCode::Usage,
            .detail = u"the token of %1 is in a file of yours: put the new one there"_s.arg(account.name)});
        return;
    }
    whenDone(keptTokens(m_workplace.tokens(), account.id), this,
        [this, run = m_run](const Result<TokenSet> &kept) {
            if (run != m_run) {
                return;
            }
            if (kept) {
                begin(*kept);
            } else {
                fail(kept.error());
            }
        });
}

void SignIns::begin(const TokenSet &kept)
{
    const auto plan = signInPlan(m_account, !kept.clientSecret.isEmpty());
    if (!plan) {
        fail(plan.error());
        return;
    }
    m_job = std::make_unique<SignInJob>(
        *plan, kept.clientSecret, SignInJob::Wish{.page = m_wish.page, .pages = m_wish.pages}, m_clock);
    connect(m_job.get(), &SignInJob::finished, this, &SignIns::take);
    if (const auto url = m_job->start(); url) {
        Q_EMIT browserWanted(*url);
    } else {
        fail(url.error());
    }
}

void SignIns::take(const Result<TokenSet> &tokens)
{
    m_job.release()->deleteLater(); // it is the one that calls
    if (!tokens) {
        fail(tokens.error());
        return;
    }
    whenDone(m_workplace.tokens().keep(m_account.id, *tokens), this, [this, run = m_run](const Done &kept) {
        if (run != m_run) {
            return;
        }
        if (kept) {
            welcome();
        } else {
            fail(kept.error());
        }
    });
}

void SignIns::welcome()
{
    whenDone(noteFact(m_workplace.store(), m_account.id, u"account-connected"_s), this,
        [this, run = m_run](const Done &) {
            whenDone(identify(m_workplace, m_account), this, [this, run](const Result<Profile> &profile) {
                if (run != m_run) {
                    return;
                }
                if (profile) {
                    Q_EMIT signedIn(m_account, *profile);
                } else {
                    fail(profile.error());
                }
            });
        });
}

void SignIns::fail(const Error &error)
{
    m_job.reset();
    Q_EMIT failed(m_account, error);
}

void SignIns::cancel()
{
    ++m_run;
    m_job.reset();
}

QFuture<Result<Profile>> SignIns::paste(const Account &account, const QByteArray &token)
{
    const QByteArray trimmed = token.trimmed();
    if (!isPlainToken(trimmed) || !account.tokenFile.isEmpty()) {
        return ready(Result<Profile>(Failure({.code = ErrorCode::Usage,
            .detail = account.tokenFile.isEmpty()
                ? u"that is not one token: a token has no spaces and no line breaks"_s
                : u"the token of %1 is in a file of yours: put the new one there"_s.arg(account.name)})));
    }
    TokenKeeper &keeper = m_workplace.tokens();
    Workplace &workplace = m_workplace;
    const Instant now = m_clock.now();
    auto kept = keptTokens(keeper, account.id)
                    .then([&keeper, account, trimmed, now](const Result<TokenSet> &before) {
                        if (!before) {
                            return ready(Done(Failure(before.error())));
                        }
                        return keeper.keep(account.id,
                            {.access = trimmed, .clientSecret = before->clientSecret, .issuedAt = now});
                    })
                    .unwrap();
    // The network is asked in this thread, which has the event loop that the connector needs.
    auto promise = std::make_shared<QPromise<Result<Profile>>>(); // finished by whichever step is the last
    promise->start();
    const auto finish = [promise](const Result<Profile> &result) {
        promise->addResult(result);
        promise->finish();
    };
    whenDone(kept, this, [this, finish, &workplace, account](const Done &done) {
        if (done) {
            whenDone(identify(workplace, account), this, finish);
        } else {
            finish(Failure(done.error()));
        }
    });
    return promise->future();
}

QFuture<Result<Done>> SignIns::signOut(const Account &account)
{
    return signOutOf(m_workplace, account);
}

QFuture<Standing> SignIns::standing(const Account &account)
{
    if (!account.tokenFile.isEmpty()) {
        return ready(Standing{.isSignedIn = true});
    }
    return keptTokens(m_workplace.tokens(), account.id)
        .then([now = m_clock.now()](const Result<TokenSet> &tokens) { return standingOf(tokens, now); });
}

} // namespace fw::wiring
