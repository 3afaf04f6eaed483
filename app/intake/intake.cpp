#include "app/intake/intake.h"

namespace fw {

using namespace std::chrono_literals;

namespace {
constexpr milliseconds kLongestPause = 5min;
} // namespace

Intake::Intake(Store &store, Connector &connector, const Clock &clock, AccountId account,
    milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_connector(connector)
    , m_clock(clock)
    , m_account(account)
    , m_interval(interval)
    , m_timer(clock, this)
{
    connect(&m_timer, &ClockTimer::due, this, [this] { walk(AccountWalk::Streams::Due); });
}

void Intake::walkNow()
{
    if (m_walk) {
        m_isWantedAgain = true;
    } else {
        walk(AccountWalk::Streams::All);
    }
}

void Intake::walk(AccountWalk::Streams streams)
{
    m_timer.stop();
    m_walk = new AccountWalk(m_store, m_connector, m_clock, m_account, streams, this);
    connect(m_walk, &AccountWalk::finished, this, &Intake::ended);
    m_walk->start();
}

void Intake::ended(const WalkReport &report)
{
    m_walk->deleteLater();
    m_walk = nullptr;
    // A stream that is limited must not slow down the others; the ledger keeps it from being asked too early.
    const bool isCut = report.error && report.completedStreams == 0;
    m_cutInARow = isCut ? m_cutInARow + 1 : 0;
    milliseconds pause = m_interval;
    if (isCut) {
        pause = std::min(kLongestPause, m_interval * (1 << std::min(m_cutInARow, 8)));
        pause = std::max(pause, report.error->retryAfter.value_or(0ms));
    }
    m_timer.start(pause);
    Q_EMIT walked(report);
    if (std::exchange(m_isWantedAgain, false)) {
        walkNow();
    }
}

} // namespace fw
