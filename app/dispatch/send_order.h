#pragma once

#include "app/dispatch/planner.h"
#include "app/dispatch/send_queue.h"

#include <memory>

namespace fw {

/// Which of the replies that could leave now does: what the sender of one account remembers from one decision to the next. Thread: one at a time.
class SendOrder final
{
public:
    /// The account's limits; read again only when its settings changed. Errors: Usage.
    [[nodiscard]] Result<LimitTable> limitsOf(const Account &account);
    /// Brings the queue up to date, and forgets what was known of budgets in the decision before.
    void refresh(Database &db, const Account &account, const LimitTable &limits);
    [[nodiscard]] SendQueue &queue() { return m_queue; }
    [[nodiscard]] const SendQueue &queue() const { return m_queue; }

    /// What governs `operation` now. Reads the calls that may have changed, not those of the whole day.
    [[nodiscard]] const Budget &budget(
        Database &db, const Account &account, const LimitTable &limits, Operation operation);
    /// The same with what calls that were refused or let through taught, the newest call included.
    [[nodiscard]] CallBudget &callsNow(
        Database &db, const Account &account, const LimitTable &limits, Operation operation);
    /// Is `operation` refused over a limit that no header explains, as far as this sender knows?
    [[nodiscard]] bool isRefused(Operation operation) const;
    /// Of the replies that could leave now by `operation`; or until when the room is kept for more urgent ones.
    [[nodiscard]] Choice choose(
        Database &db, const Account &account, const LimitTable &limits, Operation operation);

private:
    [[nodiscard]] CallBudget &calls(
        Database &db, const Account &account, const LimitTable &limits, Operation operation);

    struct Governed {
        Budget budget = {};
        std::unique_ptr<CallBudget> calls = {}; // the same, as the scheduler sees it
        milliseconds offset = {};               // of the network's clock when it was read
        bool isFresh = false;
    };

    SendQueue m_queue;
    std::map<Operation, Governed> m_governed;
    std::optional<QJsonObject> m_settings;
    LimitTable m_limits;
};

} // namespace fw
