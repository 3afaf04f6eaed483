#include "app/dispatch/planner.h"

#include <QSet>

#include <algorithm>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
/// The same reply always gets the same jitter, so a forecast does not wobble.
milliseconds gapBefore(const Plan &input, ReplyId reply)
{
    if (input.jitter.count() <= 0) {
        return input.gap;
    }
    const quint64 mixed = quint64(reply.value) * 0x9E3779B97F4A7C15ULL;
    return input.gap + milliseconds(qint64((mixed >> 33) % quint64(input.jitter.count())));
}

struct Candidate {
    QueuedReply reply = {};
    Instant from = {};
    bool waitsForConversation = false;
};

QList<Candidate> inOrder(const Plan &input)
{
    QHash<ConversationId, Instant> notBefore;
    QSet<ConversationId> busy;
    QList<Candidate> candidates;
    for (const QueuedReply &reply : input.queue) {
        if (reply.isUnderWay) {
            busy.insert(reply.conversation);
            continue;
        }
        Candidate candidate{.reply = reply, .from = reply.notBefore};
        candidate.from = std::max(candidate.from, notBefore.value(reply.conversation, candidate.from));
        if (busy.contains(reply.conversation)) {
            // It is not known how the one before it ends; it has ended when it is settled at the latest.
            candidate.waitsForConversation = true;
            candidate.from = std::max(candidate.from, input.now + input.settle);
        }
        notBefore.insert(reply.conversation, candidate.from);
        candidates.append(candidate);
    }
    std::stable_sort(candidates.begin(), candidates.end(),
        [](const Candidate &a, const Candidate &b) { return a.from < b.from; });
    return candidates;
}

/// Takes the later of two moments, and the reason with it.
void delayTo(Forecast &forecast, Instant at, const QString &reason)
{
    if (at > forecast.leavesAt) {
        forecast.leavesAt = at;
        forecast.waitsFor = reason;
    }
}
} // namespace

QList<PlannedReply> plan(const Plan &input, qsizetype limit)
{
    QList<PlannedReply> planned;
    QList<Instant> calls = input.calls;
    for (const Candidate &candidate : inOrder(input)) {
        if (planned.size() >= limit) {
            break;
        }
        Forecast forecast{.leavesAt = input.now, .ahead = int(planned.size()), .waitsFor = u"nothing"_s};
        delayTo(forecast, candidate.from, candidate.waitsForConversation ? u"conversation"_s : u"undo"_s);
        if (!calls.isEmpty()) {
            delayTo(forecast, calls.last() + gapBefore(input, candidate.reply.id), u"gap"_s);
        }
        if (input.block) {
            delayTo(forecast, input.block->until, u"block"_s);
        }
        const Allowance allowance = earliestCall(input.windows, calls, forecast.leavesAt);
        delayTo(forecast, allowance.at, allowance.window);
        calls.append(forecast.leavesAt);
        if (input.isPaused) {
            forecast.waitsFor = u"paused"_s;
        }
        planned.append({.id = candidate.reply.id, .forecast = forecast});
    }
    return planned;
}

} // namespace fw
