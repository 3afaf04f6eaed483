#include "ui/wiring/service.h"

#include "app/core/log.h"
#include "app/store/service_store.h"
#include "ui/wiring/record_sources.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSysInfo>

namespace fw::wiring {

using namespace Qt::StringLiterals;

namespace {
// So many turns in a term: one that comes late, or fails once, costs nothing.
constexpr int kTurnsInTerm = 3;
constexpr milliseconds kFresh{1000};

QString newName()
{
    return u"%1:%2:%3"_s.arg(QSysInfo::machineHostName())
        .arg(QCoreApplication::applicationPid())
        .arg(QRandomGenerator::global()->generate(), 8, 16, QChar(u'0'));
}
} // namespace

Service::Service(Workplace &workplace, TeamClock &clock, milliseconds term)
    : m_workplace(workplace)
    , m_clock(clock)
    , m_term(term)
    , m_name(newName())
    , m_engine(
          workplace.store(), workplace.clock(), workplace.tokens(), recordSources(workplace.folder()), m_name)
{
    m_turns.setInterval(term / kTurnsInTerm);
    m_patience.setSingleShot(true);
    connect(&m_turns, &QTimer::timeout, this, &Service::turn);
    connect(&m_patience, &QTimer::timeout, this, &Service::leave);
    connect(&m_engine, &Engine::closed, this, &Service::closed);
    connect(&m_engine, &Engine::stopped, this, &Service::stopped);
    connect(&m_engine, &Engine::attempted, this, [this](AccountId account, const AttemptReport &report) {
        ++m_attempts[{account, report.outcome}];
        Q_EMIT attempted(account, report);
    });
}

Service::~Service() = default;

void Service::start()
{
    m_engine.start();
    m_turns.start();
    turn();
}

bool Service::isHealthy() const
{
    return m_lastTurn.isValid() && !m_lastTurn.hasExpired(m_term.count());
}

std::optional<milliseconds> Service::sinceTurn() const
{
    return m_lastTurn.isValid() ? std::optional(milliseconds(m_lastTurn.elapsed())) : std::nullopt;
}

void Service::turn()
{
    if (m_isTurning || m_isEnding) {
        return;
    }
    m_isTurning = true;
    m_turnTime.start();
    const auto taken = m_workplace.store().write([name = m_name, term = m_term](Database &db) {
        return ServiceStore(db).turn(name, QSysInfo::machineHostName(), term);
    });
    whenDone(taken, this, [this](const Result<ServiceTurn> &turn) {
        m_isTurning = false;
        if (!turn) {
            log::warn(log::Area::Dispatch, "the database was not reached");
            m_isCutOff = true;
            Q_EMIT cutOff(turn.error());
        } else if (!m_isEnding) {
            take(*turn);
        }
    });
}

void Service::take(const ServiceTurn &turn)
{
    m_lastTurn.start();
    const bool isFresh = !m_turnTime.hasExpired(kFresh.count());
    if (isFresh
        || !m_isReady) { // an answer that lay about says an old time, and a clock set by it would hide that we stood still
        m_clock.follow(turn.now);
    }
    for (const AccountId account : turn.surplus) {
        m_closing.insert(account);
    }
    const QSet<AccountId> before = std::exchange(m_ours, QSet<AccountId>(turn.held.begin(), turn.held.end()));
    m_closing.intersect(m_ours); // what is not ours any more need not be given back
    m_engine.workFor(m_ours - m_closing);
    for (const AccountId account : QSet<AccountId>(m_closing)) {
        m_engine.close(account);
    }
    if (!std::exchange(m_isReady, true)) {
        Q_EMIT ready();
    }
    if (std::exchange(m_isCutOff, false) || m_ours != before) {
        Q_EMIT accountsChanged(
            turn.held); // after an outage also what is as it was: somebody reads that it is over
    }
}

void Service::closed(AccountId account)
{
    m_ours.remove(account);
    if (m_isEnding) {
        if (m_ours.isEmpty()) {
            leave();
        }
        return;
    }
    m_closing.remove(account);
    const auto released = m_workplace.store().write(
        [account, name = m_name](Database &db) { ServiceStore(db).release(account, name); });
    whenDone(released, this, [](const Result<void> &) {}); // if it failed: its time ends
}

void Service::stop()
{
    if (std::exchange(m_isEnding, true)) {
        return;
    }
    m_turns.stop();
    m_patience.start(m_term);
    const QSet<AccountId> open = m_ours;
    if (open.isEmpty()) {
        leave();
    }
    for (const AccountId account : open) {
        m_engine.close(account);
    }
}

void Service::leave()
{
    if (std::exchange(m_hasLeft, true)) {
        return;
    }
    m_patience.stop();
    m_engine.workFor({});
    const auto left
        = m_workplace.store().write([name = m_name](Database &db) { ServiceStore(db).leave(name); });
    whenDone(left, this, [this](const Result<void> &done) {
        if (!done) { // its accounts are free when their time is over
            log::warn(log::Area::Dispatch, "the accounts were not given back");
        }
        Q_EMIT finished();
    });
}

} // namespace fw::wiring
