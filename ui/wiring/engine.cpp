#include "ui/wiring/engine.h"

#include "app/core/log.h"
#include "app/store/account_store.h"
#include "connectors/oauth/token_keeper.h"
#include "ui/wiring/accounts.h"

#include <algorithm>

namespace fw::wiring {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr milliseconds kPullEvery = 15s;
constexpr milliseconds kTakeBackEvery = 30s;

milliseconds pullInterval(const Account &account)
{
    return milliseconds(account.settings.value(u"pull_every_ms"_s).toInteger(kPullEvery.count()));
}
} // namespace

struct Engine::Lane {
    Lane(Store &store, std::unique_ptr<Connector> ofNetwork, const Clock &clock, const Account &account)
        : connector(std::move(ofNetwork))
        , intake(store, *connector, clock, account.id, pullInterval(account))
        , sender(store, *connector, clock, account.id)
    {
    }

    std::unique_ptr<Connector> connector; // outlives those who call it
    Intake intake;
    AccountSender sender;
};

Engine::Engine(
    Store &store, const Clock &clock, TokenKeeper &tokens, AskSource askSource, std::function<bool()> isAlone)
    : Engine(store, clock, tokens, std::move(askSource), std::move(isAlone), QString())
{
}

Engine::Engine(
    Store &store, const Clock &clock, TokenKeeper &tokens, AskSource askSource, const QString &service)
    : Engine(
        store, clock, tokens, std::move(askSource), [] { return false; }, service)
{
}

Engine::Engine(Store &store, const Clock &clock, TokenKeeper &tokens, AskSource askSource,
    std::function<bool()> isAlone, const QString &service)
    : m_store(store)
    , m_clock(clock)
    , m_tokens(tokens)
    , m_isAlone(std::move(isAlone))
    , m_service(service)
    , m_takeBack(this)
    , m_changes(store, this)
    , m_deadlines(store, clock, this)
    , m_retention(store, clock, this)
    , m_assign(store, clock, this)
    , m_refreshes(store, std::move(askSource), this)
{
    m_takeBack.setInterval(kTakeBackEvery);
    connect(&m_takeBack, &QTimer::timeout, this, &Engine::takeBack);
    connect(&m_changes, &ChangeFeed::accountsChanged, this, &Engine::refresh);
    connect(&m_changes, &ChangeFeed::told, this, [this](const QList<Fact> &facts) {
        if (std::any_of(facts.begin(), facts.end(),
                [](const Fact &fact) { return fact.fact == "refresh-wanted"_L1; })) {
            m_refreshes.wake();
        }
    });
}

Engine::~Engine() = default;

void Engine::start()
{
    refresh();
}

void Engine::refresh()
{
    m_deadlines.wake(); // another process may have moved the next one
    m_retention.wake();
    m_assign.wake();
    for (const auto &[id, lane] : m_lanes) {
        lane->sender.wake();
    }
    whenDone(m_store.read([](Database &db) { return AccountStore(db).all(); }), this,
        [this](const Result<QList<Account>> &accounts) {
            if (accounts) {
                take(*accounts);
            }
        });
}

void Engine::take(const QList<Account> &accounts)
{
    for (const Account &account : accounts) {
        noticeSignIn(account);
        if (isOurs(account.id) && !m_lanes.contains(account.id)) {
            open(account);
        }
    }
}

bool Engine::isOurs(AccountId account) const
{
    return m_service.isEmpty() || m_ours.contains(account);
}

void Engine::open(const Account &account)
{
    auto connector = makeConnector(account, m_clock, &m_tokens);
    if (!connector) {
        log::error(log::Area::Dispatch, "account cannot be used",
            {{"account", account.id.value}, {"code", log::SafeText{toString(connector.error().code)}}});
        return;
    }
    auto lane = std::make_unique<Lane>(m_store, *std::move(connector), m_clock, account);
    AccountSender &sender = lane->sender;
    sender.setHolder(m_service);
    connect(&sender, &AccountSender::attempted, this,
        [this, id = account.id](const AttemptReport &report) { Q_EMIT attempted(id, report); });
    // Later, as the sender may be deleted for it.
    connect(
        &sender, &AccountSender::stopped, this,
        [this, id = account.id](const Error &error) { senderStopped(id, error); }, Qt::QueuedConnection);
    connect(
        &sender, &AccountSender::finished, this,
        [this, id = account.id] {
            if (m_closing.remove(id)) {
                m_lanes.erase(id);
                Q_EMIT closed(id);
            }
        },
        Qt::QueuedConnection);
    lane->intake.walkNow();
    sender.start();
    m_lanes.emplace(account.id, std::move(lane));
}

void Engine::senderStopped(AccountId account, const Error &error)
{
    Q_EMIT stopped(account, error);
    if (error.code != ErrorCode::Busy || !m_lanes.contains(account) || m_closing.contains(account)) {
        return;
    }
    if (!m_service.isEmpty()) {
        m_lanes.erase(account); // if it is ours after all, the next workFor() begins anew
        return;
    }
    m_replaced.insert(account);
    m_takeBack.start();
}

void Engine::workFor(const QSet<AccountId> &accounts)
{
    m_ours = accounts;
    for (auto lane = m_lanes.begin(); lane != m_lanes.end();) {
        const AccountId account = lane->first;
        if (m_ours.contains(account)) {
            ++lane;
            continue;
        }
        lane = m_lanes.erase(lane);
        if (m_closing.remove(account)) {
            Q_EMIT closed(account);
        }
    }
    refresh();
}

void Engine::close(AccountId account)
{
    m_ours.remove(account);
    const auto lane = m_lanes.find(account);
    if (lane == m_lanes.end()) {
        Q_EMIT closed(account);
        return;
    }
    if (!m_closing.contains(account)) {
        m_closing.insert(account);
        lane->second->sender.finish();
    }
}

/// Another program may have signed in; its tokens are in the vault.
void Engine::noticeSignIn(const Account &account)
{
    if (account.pausedReason == toString(ErrorCode::Unauthorised)) {
        m_refused.insert(account.id);
    } else if (m_refused.remove(account.id)) {
        m_tokens.reload();
    }
}

/// Whoever sent in our stead may be gone.
void Engine::takeBack()
{
    if (!m_isAlone()) {
        return;
    }
    m_takeBack.stop();
    for (const AccountId account : std::exchange(m_replaced, {})) {
        m_lanes.at(account)->sender.start();
    }
}

void Engine::pullNow()
{
    for (const auto &[id, lane] : m_lanes) {
        lane->intake.walkNow();
    }
}

} // namespace fw::wiring
