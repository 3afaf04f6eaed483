#pragma once

#include "app/dispatch/allocation.h"
#include "app/dispatch/backlog.h"
#include "app/dispatch/call_budget.h"

namespace fw {

/// What to do now: send a reply, or wait.
struct Choice {
    std::optional<ReplyId> reply = {};
    Instant until = Instant::max(); // of a wait: nothing changes by itself before that
    QString waitsFor
        = {}; // of a wait: a window's name, "reserve", or why calls are blocked; empty: nothing is queued
};

/// Which of the waiting replies leaves next, and when, so that the most of their worth is on time.
///
/// It plans ahead by the classic rule for rationed capacity: the heaviest class first, each reply as late as its due time allows, what is still
/// expected of a class right after what is already there (Littlewood's protection levels: the more a class outweighs the next one, the more than
/// the mean is kept for it). What that leaves of the present moment belongs to whatever is due first. So in quiet times everything
/// leaves at once, and in a rush the room goes to those for whom it makes a difference. Late replies take what nobody needs; and however long a rush lasts, of twenty replies
/// that leave one is the one that is late longest, once it is late by more than six hours.
///
/// No clock and no I/O: the same calls give the same choices. Cost of a choice: a few binary searches per class; once every few seconds
/// a plan, which costs by classes and spans of time, not by replies.
class Scheduler final
{
public:
    [[nodiscard]] Backlog &backlog() { return m_backlog; }
    [[nodiscard]] const Backlog &backlog() const { return m_backlog; }

    /// A reply joins the queue; `isNew`: Send was pressed now.
    void add(const WaitingReply &reply, Instant now, bool isNew);
    /// It leaves the queue in another way than by being chosen.
    void remove(ReplyId id);
    /// What was chosen last did not leave after all: its room is free again.
    void notSent() { m_allocation.reset(); }
    /// Something else changed: plan anew when asked next.
    void planAnew() { m_isStale = true; }

    /// The reply to send now, which has left the queue with that.
    [[nodiscard]] Choice choose(const CallBudget &budget, Instant now);

private:
    struct Accepted {
        int level = 0;
        std::vector<double> amount = {}; // of each span: how many of those due in it have room
        std::vector<int> earliest = {};  // the first span their room is in
        double open = 0;          // room now that neither they nor heavier ones need, those expected included
        Instant sharedUntil = {}; // until when room is the same room as now
    };
    struct Candidate {
        WaitingReply reply = {};
        size_t level = 0;
        int span = 0;
    };

    void plan(const CallBudget &budget, Instant now);
    void keepBuffers(const CallBudget &budget, Instant now);
    void expect(const Backlog::Level &level, double nextWeight, Instant now);
    [[nodiscard]] bool isPlanUsable(Instant now, int room) const;
    [[nodiscard]] std::optional<Candidate> firstOf(size_t level) const;
    [[nodiscard]] ReplyId heaviest() const;
    [[nodiscard]] bool isTurnOfLate(Instant now) const;
    [[nodiscard]] Choice chosen(ReplyId reply);
    [[nodiscard]] bool moveToNow(const Candidate &candidate);

    Backlog m_backlog;
    std::optional<Allocation> m_allocation;
    std::vector<Accepted> m_accepted; // by falling weight
    std::vector<double> m_buffers;    // of each level, and of the late ones
    Instant m_plannedAt = {};
    int m_expectedRoom = 0;
    int m_turnsSinceLate = 0; // replies that left since the one that was late longest did
    bool m_isStale = true;
};

} // namespace fw
