#include "app/dispatch/planner.h"

#include <QSet>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
struct Candidate {
    QueuedReply reply = {};
    Instant from = {};
    int turn = 0; // its place among the candidates of its conversation
    bool waitsForConversation = false;
};

/// Takes the later of two moments, and the reason with it.
void delayTo(Forecast &forecast, Instant at, const QString &reason)
{
    if (at > forecast.leavesAt) {
        forecast.leavesAt = at;
        forecast.waitsFor = reason;
    }
}

milliseconds gapBefore(const Pace &pace, ReplyId reply)
{
    milliseconds gap = pace.gap;
    if (pace.jitter.count() > 0) {
        const quint64 mixed = quint64(reply.value) * 0x9E3779B97F4A7C15ULL;
        gap += milliseconds(qint64((mixed >> 33) % quint64(pace.jitter.count())));
    }
    return gap;
}

QList<Candidate> inOrder(const Plan &input)
{
    QHash<ConversationId, Instant> notBefore;
    QHash<ConversationId, int> turns;
    QSet<ConversationId> busy;
    QList<Candidate> candidates;
    for (const QueuedReply &reply : input.queue) {
        if (reply.isBraked) { // and so is all of its conversation that is queued
            continue;
        }
        if (reply.isUnderWay) {
            busy.insert(reply.conversation);
            continue;
        }
        Candidate candidate{.reply = reply, .from = reply.notBefore, .turn = turns[reply.conversation]++};
        candidate.from = std::max(candidate.from, notBefore.value(reply.conversation, candidate.from));
        if (busy.contains(reply.conversation)) {
            // It is not known how the one before it ends; it has ended when it is settled at the latest.
            candidate.waitsForConversation = true;
            candidate.from = std::max(candidate.from, input.now + input.settle);
        }
        notBefore.insert(reply.conversation, candidate.from);
        candidates.append(candidate);
    }
    const auto key = [&input](const Candidate &candidate) {
        return std::pair(std::max(candidate.from, input.now), candidate.reply.due);
    };
    std::stable_sort(candidates.begin(), candidates.end(),
        [&key](const Candidate &a, const Candidate &b) { return key(a) < key(b); });
    return candidates;
}

/// The queues of one account, and what has been planned of them.
class Planning final
{
public:
    explicit Planning(const Plan &input) : m_input(input), m_pace(input.pace)
    {
        for (const Candidate &candidate : inOrder(input)) {
            Queue &queue = m_queues[candidate.reply.operation];
            queue.candidates.append(candidate);
        }
        for (auto &[operation, queue] : m_queues) {
            if (const auto found = input.budgets.find(operation); found != input.budgets.end()) {
                queue.budget = found->second;
            }
            queue.slowdown = slowdown(queue.budget.windows, input.now);
        }
        for (const auto &[operation, budget] : input.budgets) {
            if (!budget.calls.isEmpty()) {
                m_pace.lastWrite
                    = std::max(m_pace.lastWrite.value_or(budget.calls.last()), budget.calls.last());
            }
        }
    }

    /// The reply that leaves next; nothing when none is left.
    std::optional<PlannedReply> next()
    {
        Queue *chosen = nullptr;
        Forecast soonest;
        for (auto &[operation, queue] : m_queues) {
            if (!moveToFree(queue)) {
                continue;
            }
            const Forecast forecast = forecastOf(queue);
            if (chosen == nullptr || forecast.leavesAt < soonest.leavesAt) {
                chosen = &queue;
                soonest = forecast;
            }
        }
        return chosen == nullptr ? std::nullopt : std::optional(take(*chosen, soonest));
    }

private:
    struct Queue {
        QList<Candidate> candidates = {};
        qsizetype first = 0; // everything before it is planned
        Budget budget = {};
        int slowdown = 1;
    };

    /// Puts the first reply whose conversation is not waiting for another operation at the head.
    bool moveToFree(Queue &queue) const
    {
        const auto head = queue.candidates.begin() + queue.first;
        const auto found = std::find_if(head, queue.candidates.end(), [this](const Candidate &candidate) {
            return m_turns.value(candidate.reply.conversation) == candidate.turn;
        });
        if (found == queue.candidates.end()) {
            return false;
        }
        std::rotate(head, found, found + 1);
        return true;
    }

    [[nodiscard]] Forecast forecastOf(const Queue &queue) const
    {
        const Candidate &candidate = queue.candidates[queue.first];
        Forecast forecast{.leavesAt = m_input.now,
            .ahead = m_planned,
            .waitsFor = u"nothing"_s,
            .deadline = candidate.reply.deadline};
        delayTo(forecast, candidate.from,
            candidate.waitsForConversation ? u"conversation"_s
                : candidate.reply.isLater  ? u"later"_s
                                           : u"undo"_s);
        const Opening opening
            = openingFor(candidate.reply.id, queue.budget, m_pace, queue.slowdown, forecast.leavesAt);
        delayTo(forecast, opening.at, opening.waitsFor);
        if (forecast.deadline && forecast.leavesAt >= *forecast.deadline) {
            forecast.leavesAt = std::max(m_input.now, *forecast.deadline);
            forecast.waitsFor = u"deadline"_s;
        }
        return forecast;
    }

    PlannedReply take(Queue &queue, Forecast forecast)
    {
        const QueuedReply &reply = queue.candidates[queue.first].reply;
        ++queue.first;
        ++m_planned;
        ++m_turns[reply.conversation];
        if (forecast.waitsFor != u"deadline"_s) {
            queue.budget.calls.append(forecast.leavesAt);
            m_pace.lastWrite = forecast.leavesAt;
        }
        if (m_input.isPaused) {
            forecast.waitsFor = u"paused"_s;
        }
        return {.id = reply.id, .forecast = forecast};
    }

    const Plan &m_input;
    std::map<Operation, Queue> m_queues;
    QHash<ConversationId, int> m_turns; // how many of each conversation are planned
    Pace m_pace;
    int m_planned = 0;
};
} // namespace

milliseconds stretchedGap(const Pace &pace, milliseconds gap)
{
    milliseconds stretched = gap;
    for (const guard::Release &release : pace.releases) {
        const Instant since = std::max(pace.lastWrite.value_or(release.from), release.from);
        stretched = std::max(stretched, guard::stretchedGap(gap, since, release));
    }
    return stretched;
}

Opening openingFor(ReplyId reply, const Budget &budget, const Pace &pace, int slowdown, Instant from)
{
    Opening opening{.at = from, .waitsFor = u"nothing"_s};
    const auto delayTo = [&opening](Instant at, const QString &reason) {
        if (at > opening.at) {
            opening = {.at = at, .waitsFor = reason};
        }
    };
    if (pace.lastWrite) {
        delayTo(*pace.lastWrite + stretchedGap(pace, gapBefore(pace, reply)) * slowdown, u"gap"_s);
    }
    if (budget.block) {
        delayTo(budget.block->until, u"block"_s);
    }
    const Allowance allowance = earliestCall(budget.windows, budget.calls, opening.at);
    delayTo(allowance.at, allowance.window);
    return opening;
}

QList<PlannedReply> plan(const Plan &input, qsizetype limit)
{
    Planning planning(input);
    QList<PlannedReply> planned;
    while (planned.size() < limit) {
        const auto next = planning.next();
        if (!next) {
            break;
        }
        planned.append(*next);
    }
    const int before = int(planned.size());
    for (const QueuedReply &reply : input.queue) {
        if (reply.isBraked && planned.size() < limit) {
            planned.append({.id = reply.id,
                .forecast = {.leavesAt = input.now,
                    .ahead = before,
                    .waitsFor = u"brake"_s,
                    .deadline = reply.deadline}});
        }
    }
    return planned;
}

} // namespace fw
