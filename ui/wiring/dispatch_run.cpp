#include "ui/wiring/dispatch_run.h"

#include "app/store/change_feed.h"
#include "ui/wiring/accounts.h"

namespace fw::wiring {

struct DispatchRun::Lane {
    Lane(Workplace &workplace, std::unique_ptr<Connector> ofNetwork, AccountId account)
        : connector(std::move(ofNetwork))
        , sender(workplace.store(), *connector, workplace.clock(), account)
    {
    }

    std::unique_ptr<Connector> connector;
    AccountSender sender;
};

DispatchRun::DispatchRun(Workplace &workplace, Until until)
    : m_workplace(workplace)
    , m_until(until)
    , m_lock(workplace.folder())
{
}

DispatchRun::~DispatchRun() = default;

Done DispatchRun::start(const QList<Account> &accounts)
{
    if (const Done taken = m_lock.take(); !taken) {
        return taken;
    }
    for (const Account &account : accounts) {
        auto connector = makeConnector(account, m_workplace.clock(), &m_workplace.tokens());
        if (!connector) {
            return Failure(connector.error());
        }
        auto lane = std::make_unique<Lane>(m_workplace, *std::move(connector), account.id);
        connect(&lane->sender, &AccountSender::attempted, this, &DispatchRun::attempted);
        connect(&lane->sender, &AccountSender::moderated, this, &DispatchRun::moderated);
        connect(&lane->sender, &AccountSender::waiting, this,
            [this, account](Instant until, const QString &reason) {
                if (until == Instant::max() || m_until == Until::NothingDue) {
                    ended(account.id);
                } else {
                    Q_EMIT waiting(account.name, until, reason);
                }
            });
        connect(&lane->sender, &AccountSender::stopped, this, [this, account](const Error &error) {
            Q_EMIT stopped(account.name, error);
            ended(account.id);
        });
        m_active.insert(account.id);
        m_lanes.emplace(account.id, std::move(lane));
    }
    for (const auto &[id, lane] : m_lanes) {
        lane->sender.start();
    }
    if (m_lanes.empty()) {
        QMetaObject::invokeMethod(this, &DispatchRun::finished, Qt::QueuedConnection);
    }
    return {};
}

void DispatchRun::ended(AccountId account)
{
    if (m_active.remove(account) && m_active.isEmpty()) {
        Q_EMIT finished();
    }
}

} // namespace fw::wiring
