#include "ui/wiring/engine.h"

#include "app/core/log.h"
#include "app/store/account_store.h"
#include "connectors/oauth/token_keeper.h"
#include "ui/wiring/accounts.h"

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

Engine::Engine(Store &store, const Clock &clock, TokenKeeper &tokens, std::function<bool()> isAlone)
    : m_store(store)
    , m_clock(clock)
    , m_tokens(tokens)
    , m_isAlone(std::move(isAlone))
    , m_takeBack(this)
    , m_changes(store, this)
    , m_deadlines(store, clock, this)
    , m_assign(store, clock, this)
{
    m_takeBack.setInterval(kTakeBackEvery);
    connect(&m_takeBack, &QTimer::timeout, this, &Engine::takeBack);
    connect(&m_changes, &ChangeFeed::accountsChanged, this, &Engine::refresh);
}

Engine::~Engine() = default;

void Engine::start()
{
    refresh();
}

void Engine::refresh()
{
    m_deadlines.wake(); // another process may have moved the next one
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
        if (m_lanes.contains(account.id)) {
            continue;
        }
        auto connector = makeConnector(account, m_clock, &m_tokens);
        if (!connector) {
            log::error(log::Area::Dispatch, "account cannot be used",
                {{"account", account.id.value}, {"code", log::SafeText{toString(connector.error().code)}}});
            continue;
        }
        auto lane = std::make_unique<Lane>(m_store, *std::move(connector), m_clock, account);
        lane->intake.walkNow();
        connect(&lane->sender, &AccountSender::stopped, this, [this, id = account.id](const Error &error) {
            if (error.code == ErrorCode::Busy) {
                m_replaced.insert(id);
                m_takeBack.start();
            }
        });
        lane->sender.start();
        m_lanes.emplace(account.id, std::move(lane));
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
