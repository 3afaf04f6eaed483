#pragma once

#include "app/dispatch/guard/slow_release.h"
#include "app/model/reply.h"
#include "app/network/allowance.h"

#include <map>

namespace fw {

/// A reply as the planner sees it. Times are the network's clock.
struct QueuedReply {
    ReplyId id = {};
    ConversationId conversation = {};
    Operation operation = Operation::Reply;
    ReplyClass replyClass = ReplyClass::Normal;
    Instant notBefore = {};
    Instant due = {};
    std::optional<Instant> deadline = {}; // the network takes it until then
    bool isUnderWay = false; // sending or unknown: it goes nowhere, and its conversation waits for it
    bool isLater = false;    // notBefore was chosen, and is not only the time to undo
    bool isBraked = false;   // it goes nowhere until somebody releases the brake
    bool operator==(const QueuedReply &) const = default;
};

/// What governs one operation.
struct Budget {
    QList<WindowState> windows = {};
    QList<Instant> calls = {}; // our own, oldest first, as far back as the longest window
    std::optional<Block> block = {};
};

/// How close to each other the writes of an account may be.
struct Pace {
    std::optional<Instant> lastWrite = {}; // the account's newest one: the gap counts from there
    milliseconds gap = {};
    milliseconds jitter
        = {}; // up to this much more; the same reply always gets the same, so a forecast does not wobble
    QList<guard::Release> releases = {}; // of brakes: the gap is longer for a while
};

/// `gap` before the next write, as brakes that were released stretch it. It counts from the write before, which may have been long before the release.
[[nodiscard]] milliseconds stretchedGap(const Pace &pace, milliseconds gap);

/// When the next call of one operation may leave.
struct Opening {
    Instant at = {};
    QString waitsFor = {}; // "nothing", "gap", "block", or a window's name
};

/// Pure. The first moment, `from` or later, at which `reply` may leave by its operation's budget and the account's pace.
[[nodiscard]] Opening openingFor(
    ReplyId reply, const Budget &budget, const Pace &pace, int slowdown, Instant from);

/// Everything a decision depends on.
struct Plan {
    Instant now = {};
    std::map<Operation, Budget> budgets = {}; // an operation that is not in it has no limit
    Pace pace = {};
    bool isPaused = false;
    milliseconds settle = {};
    QList<QueuedReply> queue = {}; // in the order Send was pressed
};

struct PlannedReply {
    ReplyId id = {};
    Forecast forecast = {};
    bool operator==(const PlannedReply &) const = default;
};

/// When each queued reply leaves, in order of leaving; at most `limit` of them. Pure: no I/O, no clock, the same answer for the same input, so that
/// the window, the service and the tests run the same code. Each operation has a queue of its own, and of their first ones the one that can leave
/// soonest goes next; the gap is the account's. Order within an operation: what may leave now by due time, the rest by not-before time, then the order of pressing; within a conversation
/// always the order of pressing, whatever the operations. What cannot leave before its deadline takes no call from the others: it ends
/// at its deadline, waiting for "deadline". What is braked comes last, waiting for "brake". Room that the sender keeps for more urgent replies (SendOrder) is not foreseen. Cost: one sort, then a few steps per reply and operation.
[[nodiscard]] QList<PlannedReply> plan(const Plan &input, qsizetype limit);

} // namespace fw
