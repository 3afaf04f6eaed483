#include "app/dispatch/send_order.h"

#include "app/dispatch/account_budget.h"
#include "app/dispatch/planning.h"

namespace fw {

Result<LimitTable> SendOrder::limitsOf(const Account &account)
{
    if (m_settings != account.settings) {
        auto limits = limitTableFor(account);
        if (!limits) {
            return limits;
        }
        m_limits = *std::move(limits);
        m_settings = account.settings;
        m_governed.clear();
    }
    return m_limits;
}

void SendOrder::refresh(Database &db, const Account &account, const LimitTable &limits)
{
    m_queue.refresh(db, account, limits, db.now());
    for (auto &[operation, governed] : m_governed) {
        governed.isFresh = false;
    }
}

const Budget &SendOrder::budget(
    Database &db, const Account &account, const LimitTable &limits, Operation operation)
{
    Governed &governed = m_governed[operation];
    if (!governed.isFresh) {
        // Only this sender calls, one call at a time: nothing before the newest call changes, as long as the network's clock is read the same way.
        const QList<Instant> &calls = governed.budget.calls;
        const bool isSameClock = governed.offset == account.clockOffset && !calls.isEmpty();
        readBudgetInto(
            governed.budget, db, account, limits, operation, isSameClock ? calls.last() : Instant{});
        governed.offset = account.clockOffset;
        governed.isFresh = true;
    }
    return governed.budget;
}

CallBudget &SendOrder::callsNow(
    Database &db, const Account &account, const LimitTable &limits, Operation operation)
{
    m_governed[operation].isFresh = false;
    return calls(db, account, limits, operation);
}

CallBudget &SendOrder::calls(
    Database &db, const Account &account, const LimitTable &limits, Operation operation)
{
    const Budget &known = budget(db, account, limits, operation);
    Governed &governed = m_governed[operation];
    if (!governed.calls) {
        governed.calls = std::make_unique<CallBudget>(limits.windowsOf(operation));
    }
    readInto(*governed.calls, db, account, operation, known.calls);
    return *governed.calls;
}

bool SendOrder::isRefused(Operation operation) const
{
    const auto governed = m_governed.find(operation);
    return governed != m_governed.end() && governed->second.calls && governed->second.calls->isRefused();
}

Choice SendOrder::choose(Database &db, const Account &account, const LimitTable &limits, Operation operation)
{
    const Choice choice = m_queue.lanes()[operation].scheduler.choose(
        calls(db, account, limits, operation), networkNow(db, account));
    if (choice.reply) {
        m_queue.chosen(*choice.reply, operation);
    }
    return choice;
}

} // namespace fw
