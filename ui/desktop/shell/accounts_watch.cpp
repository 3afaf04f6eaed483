#include "ui/desktop/shell/accounts_watch.h"

namespace fw::ui {

namespace {
using namespace std::chrono_literals;

bool isPending(const OutboxEntry &entry)
{
    const ReplyState state = entry.reply.state;
    return state == ReplyState::Queued || state == ReplyState::Sending || state == ReplyState::Unknown;
}

constexpr int kGaps = 10;
constexpr int kAudienceDays = 30;
} // namespace

AccountsWatch::AccountsWatch(Store &store, Outbox &outbox, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_outbox(outbox)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    m_regularly.setInterval(5s); // windows free themselves without anything being written
    connect(&m_soon, &QTimer::timeout, this, &AccountsWatch::read);
    connect(&m_regularly, &QTimer::timeout, this, &AccountsWatch::refresh);
    m_regularly.start();
    read();
}

void AccountsWatch::refresh()
{
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void AccountsWatch::read()
{
    if (m_isReading) {
        m_isDirty = true;
        return;
    }
    m_isReading = true;
    readBrakes();
    auto accounts = m_store.read([](Database &db) {
        AccountStore store(db);
        QList<AccountStatus> all;
        for (const Account &account : store.all()) {
            all.append({.account = account,
                .streams = store.progress(account.id),
                .gaps = store.gaps(account.id, kGaps),
                .charges = LedgerStore(db).charges(account.id, dayOf(db.now() + account.clockOffset)),
                .audience = LedgerStore(db).audience(account.id, kAudienceDays)});
        }
        return all;
    });
    whenDone(accounts, this,
        [this](const Result<QList<AccountStatus>> &all) { readBudgets(all ? *all : m_accounts); });
}

void AccountsWatch::readBrakes()
{
    auto brakes = m_store.read([](Database &db) { return BrakeStore(db).current(db.now()); });
    whenDone(brakes, this, [this](const Result<QList<Brake>> &current) {
        if (current) {
            m_brakes = *current;
            m_brakes.removeIf([](const Brake &brake) { return brake.releasedAt.has_value(); });
        }
    });
}

void AccountsWatch::readBudgets(QList<AccountStatus> accounts)
{
    // The reading thread answers in the order it is asked, so the outbox's answer is the last one.
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        whenDone(m_outbox.budget(accounts.at(i).account.id), this,
            [this, id = accounts.at(i).account.id](const Result<QList<WindowUse>> &windows) {
                for (AccountStatus &status : m_accounts) {
                    if (status.account.id == id && windows) {
                        status.windows = *windows;
                    }
                }
                Q_EMIT changed();
            });
        for (const AccountStatus &before : std::as_const(m_accounts)) {
            if (before.account.id == accounts.at(i).account.id) {
                accounts[i].windows = before.windows;
            }
        }
    }
    m_accounts = std::move(accounts);
    m_isKnown = true;
    whenDone(m_outbox.entries(0), this, [this](const Result<QList<OutboxEntry>> &entries) {
        if (entries) {
            m_pending = static_cast<int>(std::count_if(entries->begin(), entries->end(), &isPending));
        }
        m_isReading = false;
        Q_EMIT changed();
        if (std::exchange(m_isDirty, false)) {
            refresh();
        }
    });
}

} // namespace fw::ui
