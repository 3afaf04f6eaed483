#include "app/dispatch/send_order.h"

#include "app/dispatch/account_budget.h"
#include "app/dispatch/planning.h"
#include "app/store/reply_store.h"

#include <QSet>

namespace fw {

namespace {
using namespace std::chrono_literals;

ClassTerms termsOf(const LimitTable &limits, ReplyClass replyClass)
{
    const auto terms = limits.classes.find(replyClass);
    return terms == limits.classes.end() ? ClassTerms{.weight = 1, .due = 1h} : terms->second;
}

/// Those that their conversation and the time to undo let leave now.
std::map<qint64, WaitingReply> waitingNow(const Plan &input, const LimitTable &limits, Operation operation)
{
    QSet<ConversationId> busy;
    std::map<qint64, WaitingReply> waiting;
    for (const QueuedReply &reply : input.queue) {
        const bool isFirst = !busy.contains(reply.conversation);
        busy.insert(reply.conversation);
        if (isFirst && !reply.isUnderWay && reply.operation == operation && reply.notBefore <= input.now) {
            const Instant due = std::min(reply.due, reply.deadline.value_or(reply.due));
            waiting.emplace(reply.id.value,
                WaitingReply{.id = reply.id, .weight = termsOf(limits, reply.replyClass).weight, .due = due});
        }
    }
    return waiting;
}
} // namespace

Choice SendOrder::choose(
    Database &db, const Account &account, const LimitTable &limits, const Plan &input, Operation operation)
{
    learnDemand(db, account, limits, input.now);
    Queue &queue = m_queues[operation];
    if (!queue.budget) {
        queue.budget = std::make_unique<CallBudget>(limits.windowsOf(operation));
    }
    readInto(*queue.budget, db, account, operation);
    tell(queue, waitingNow(input, limits, operation), input.now);
    const Choice choice = queue.scheduler.choose(*queue.budget, input.now);
    if (choice.reply) {
        // It left the scheduler's queue; if it does not leave ours, it is told again.
        queue.waiting.erase(choice.reply->value);
    }
    return choice;
}

// The first time everything of the last day.
void SendOrder::learnDemand(Database &db, const Account &account, const LimitTable &limits, Instant now)
{
    const Instant since = m_demandUntil.value_or(db.now() - 24h);
    for (const ReplyStore::Asked &asked : ReplyStore(db).askedSince(account.id, since)) {
        m_queues[asked.operation].scheduler.backlog().note(
            termsOf(limits, asked.replyClass).weight, now - (db.now() - asked.at), asked.due - asked.at);
        m_demandUntil = asked.at;
    }
    m_demandUntil = m_demandUntil.value_or(since);
}

void SendOrder::tell(Queue &queue, const std::map<qint64, WaitingReply> &waiting, Instant now)
{
    for (auto known = queue.waiting.begin(); known != queue.waiting.end();) {
        const auto still = waiting.find(known->first);
        if (still == waiting.end() || still->second.due != known->second.due) {
            queue.scheduler.remove({known->first});
            known = queue.waiting.erase(known);
        } else {
            ++known;
        }
    }
    for (const auto &[id, reply] : waiting) {
        if (queue.waiting.try_emplace(id, reply).second) {
            queue.scheduler.add(reply, now, false);
        }
    }
}

} // namespace fw
