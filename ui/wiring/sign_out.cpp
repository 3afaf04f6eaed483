#include "ui/wiring/sign_out.h"

#include "app/core/async.h"
#include "app/store/account_store.h"
#include "app/store/journal_store.h"
#include "connectors/oauth/token_client.h"

#include <QPromise>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
void pauseSignedOut(Database &db, AccountId account, const QString &name)
{
    AccountStore(db).pause(account, toString(ErrorCode::Unauthorised),
        u"signed out; connect it again: floorwalkerctl account connect %1"_s.arg(name));
    JournalStore(db).add({.fact = u"account-disconnected"_s, .account = account});
}

/// One account on its way out, a function each step. Deletes itself when done.
class SignOut final : public QObject
{
public:
    SignOut(Workplace &workplace, Account account) : m_workplace(workplace), m_account(std::move(account)) { }

    /// Writes stop before anything else: what follows may take its time, or fail.
    QFuture<Result<Done>> start()
    {
        m_promise.start();
        const auto future = m_promise.future();
        const auto paused = m_workplace.store().write(
            [account = m_account](Database &db) { pauseSignedOut(db, account.id, account.name); });
        whenDone(paused, this, [this](const Done &done) {
            if (done) {
                readVault();
            } else {
                finish(Failure(done.error()));
            }
        });
        return future;
    }

private:
    void readVault()
    {
        whenDone(keptTokens(m_workplace.tokens(), m_account.id), this, [this](const Result<TokenSet> &kept) {
            if (kept) {
                tellNetwork(*kept);
            } else {
                finish(Failure(kept.error()));
            }
        });
    }

    void tellNetwork(const TokenSet &kept)
    {
        const auto plan = signInPlan(m_account, !kept.clientSecret.isEmpty());
        const auto revoked = plan && kept.isSignedIn() ? revoke(m_http, *plan, kept)
                                                       : ready(plan ? Done() : Done(Failure(plan.error())));
        whenDone(revoked, this, [this, secret = kept.clientSecret](const Done &answer) {
            m_answer = answer;
            forget(secret);
        });
    }

    /// The app's secret stays: it is needed to sign in again.
    void forget(const QByteArray &clientSecret)
    {
        TokenKeeper &keeper = m_workplace.tokens();
        const auto forgotten = clientSecret.isEmpty()
            ? keeper.forget(m_account.id)
            : keeper.keep(m_account.id, {.clientSecret = clientSecret});
        whenDone(forgotten, this, [this](const Done &gone) {
            finish(gone ? Result<Done>(m_answer) : Result<Done>(Failure(gone.error())));
        });
    }

    void finish(const Result<Done> &result)
    {
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    Workplace &m_workplace;
    const Account m_account;
    HttpClient m_http;
    Done m_answer; // the network's
    QPromise<Result<Done>> m_promise;
};
} // namespace

QFuture<Result<TokenSet>> keptTokens(TokenKeeper &keeper, AccountId account)
{
    return keeper.vaultState()
        .then([&keeper, account](const Result<TokenVault::State> &state) {
            if (!state) {
                return ready(Result<TokenSet>(Failure(state.error())));
            }
            if (*state != TokenVault::State::Ready) {
                return ready(Result<TokenSet>(Failure(
                    {.code = ErrorCode::Locked, .detail = u"the token vault wants its passphrase first"_s})));
            }
            return keeper.tokensOf(account).then([](const Result<TokenSet> &tokens) {
                const bool isNone = !tokens && tokens.error().code == ErrorCode::NotFound;
                return isNone ? Result<TokenSet>(TokenSet()) : tokens;
            });
        })
        .unwrap();
}

QFuture<Result<Done>> signOutOf(Workplace &workplace, const Account &account)
{
    return (new SignOut(workplace, account))->start();
}

} // namespace fw::wiring
