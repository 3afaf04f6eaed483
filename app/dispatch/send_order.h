#pragma once

#include "app/dispatch/planner.h"
#include "app/dispatch/scheduler.h"
#include "app/model/account.h"
#include "app/network/limit_table.h"
#include "app/store/database.h"

#include <memory>

namespace fw {

/// Which of the replies that could leave now does: what the sender of one account remembers from one decision to the next, the demand of the last
/// day among it. Thread: one at a time.
class SendOrder final
{
public:
    /// Of the replies of `input` that the planner lets leave now by `operation`; or until when the room is kept for more urgent ones.
    [[nodiscard]] Choice choose(Database &db, const Account &account, const LimitTable &limits,
        const Plan &input, Operation operation);

private:
    struct Queue {
        std::unique_ptr<CallBudget> budget = {};
        Scheduler scheduler = {};
        std::map<qint64, WaitingReply> waiting = {}; // what the scheduler was told
    };

    void learnDemand(Database &db, const Account &account, const LimitTable &limits, Instant now);
    static void tell(Queue &queue, const std::map<qint64, WaitingReply> &waiting, Instant now);

    std::map<Operation, Queue> m_queues;
    std::optional<Instant> m_demandUntil = {}; // our clock
};

} // namespace fw
