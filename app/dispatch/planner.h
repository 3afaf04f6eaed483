#pragma once

#include "app/model/reply.h"
#include "app/network/allowance.h"

namespace fw {

/// A reply as the planner sees it. Times are the network's clock.
struct QueuedReply {
    ReplyId id = {};
    ConversationId conversation = {};
    Instant notBefore = {};
    bool isUnderWay = false; // sending or unknown: it goes nowhere, and its conversation waits for it
    bool operator==(const QueuedReply &) const = default;
};

/// Everything a decision depends on.
struct Plan {
    Instant now = {};
    QList<WindowState> windows = {};
    QList<Instant> calls = {}; // our own, oldest first, as far back as the longest window
    std::optional<Block> block = {};
    bool isPaused = false;
    milliseconds gap = {};
    milliseconds jitter = {};
    milliseconds settle = {};
    QList<QueuedReply> queue = {}; // in the order Send was pressed
};

struct PlannedReply {
    ReplyId id = {};
    Forecast forecast = {};
    bool operator==(const PlannedReply &) const = default;
};

/// When each queued reply leaves, in order of leaving; at most `limit` of them. Pure: no I/O, no clock, the same answer for the same input, so that
/// the window, the service and the tests run the same code. Order: not-before time, then the order of pressing; within a conversation
/// always the order of pressing. Cost: one sort, then a few steps per reply.
[[nodiscard]] QList<PlannedReply> plan(const Plan &input, qsizetype limit);

} // namespace fw
