#include "connectors/oauth/token_renewal.h"

#include "app/core/async.h"
#include "app/core/log.h"
#include "connectors/oauth/secret_bytes.h"

#include <algorithm>
#include <utility>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr milliseconds kStorePause{500};
constexpr milliseconds kLongestStorePause{60'000};

Failure unauthorised(const Account &account, const QString &why)
{
    return Failure({.code = ErrorCode::Unauthorised,
        .detail = u"%1; connect it again: floorwalkerctl account connect %2"_s.arg(why, account.name)});
}
} // namespace

QString vaultName(AccountId account)
{
    return u"account "_s + account.toString();
}

TokenRenewal::TokenRenewal(Account account, TokenVault &vault, HttpClient &http, const Clock &clock,
    const QString &lockFile, QObject *parent)
    : QObject(parent)
    , m_account(std::move(account))
    , m_vault(vault)
    , m_http(http)
    , m_clock(clock)
    , m_lockFile(lockFile)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &TokenRenewal::store);
}

void TokenRenewal::start()
{
    whenDone(lockAccount(m_lockFile, this), this, [this](const Result<AccountLock> &lock) {
        if (lock) {
            m_lock = *lock;
            readVault();
        } else {
            finish(Failure(lock.error()));
        }
    });
}

void TokenRenewal::readVault()
{
    whenDone(m_vault.state(), this, [this](const Result<TokenVault::State> &state) {
        if (!state) {
            finish(Failure(state.error()));
        } else if (*state == TokenVault::State::New) {
            finish(unauthorised(m_account, u"nobody is signed in"_s));
        } else {
            whenDone(m_vault.read(vaultName(m_account.id)), this,
                [this](const Result<QByteArray> &kept) { look(kept); });
        }
    });
}

void TokenRenewal::look(const Result<QByteArray> &kept)
{
    if (!kept) {
        finish(kept.error().code == ErrorCode::NotFound ? unauthorised(m_account, u"nobody is signed in"_s)
                                                        : Failure(kept.error()));
        return;
    }
    const auto tokens = tokenSetFrom(*kept);
    if (!tokens || !tokens->isSignedIn()) {
        finish(tokens ? unauthorised(m_account, u"nobody is signed in"_s) : Failure(tokens.error()));
        return;
    }
    m_tokens = *tokens;
    const auto due = renewalDue(m_tokens);
    if (due && m_clock.now() >= *due) {
        ask();
    } else if (m_tokens.isExpiredAt(m_clock.now())) {
        finish(unauthorised(m_account, u"the access token has come to its end and nothing renews it"_s));
    } else {
        finish(m_tokens);
    }
}

void TokenRenewal::ask()
{
    const auto plan = signInPlan(m_account, !m_tokens.clientSecret.isEmpty());
    if (!plan) {
        take(Failure(plan.error()));
        return;
    }
    whenDone(renew(m_http, *plan, m_tokens, m_clock), this,
        [this](const Result<TokenSet> &renewed) { take(renewed); });
}

void TokenRenewal::take(const Result<TokenSet> &renewed)
{
    const auto id = m_account.id.value;
    if (renewed) {
        log::info(log::Area::Http, "sign-in renewed", {{"account", id}});
        m_tokens = *renewed;
        store();
        return;
    }
    log::warn(log::Area::Http, "sign-in not renewed",
        {{"account", id}, {"code", log::SafeText{toString(renewed.error().code)}}});
    if (renewed.error().code == ErrorCode::Unauthorised) {
        finish(unauthorised(m_account, renewed.error().detail));
    } else if (m_tokens.isExpiredAt(m_clock.now())) {
        finish(renewed);
    } else {
        finish(m_tokens); // good for a while yet; the next caller tries again
    }
}

void TokenRenewal::store()
{
    QByteArray bytes = toBytes(m_tokens);
    const auto stored = m_vault.write(vaultName(m_account.id), bytes);
    wipe(bytes);
    whenDone(stored, this, [this](const Done &done) {
        if (done) {
            finish(m_tokens);
            return;
        }
        log::error(log::Area::Http, "renewed sign-in cannot be stored",
            {{"account", m_account.id.value}, {"code", log::SafeText{toString(done.error().code)}}});
        m_pause.start(std::min(kLongestStorePause, kStorePause * (1 << std::min(m_failedStores++, 16))));
    });
}

void TokenRenewal::finish(const Result<TokenSet> &tokens)
{
    m_lock.reset();
    Q_EMIT finished(tokens);
    deleteLater();
}

} // namespace fw
