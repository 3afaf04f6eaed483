#pragma once

#include "app/dispatch/scheduler.h"
#include "app/model/account.h"
#include "app/model/reply.h"
#include "app/network/limit_table.h"
#include "app/store/database.h"

#include <QSet>

#include <map>
#include <set>

namespace fw {

/// The replies of one account that have not left, as its sender remembers them: which of each conversation is the first, which of those could leave now, and
/// what the scheduler of their operation was told. It reads only what changed, so a decision costs by that and not by what waits.
/// Thread: one at a time.
class SendQueue final
{
public:
    using ByTime = std::set<std::pair<Instant, ReplyId>>;

    /// What one operation has: its ready replies stand in `scheduler` as well.
    struct Lane {
        Scheduler scheduler = {};
        ByTime ready = {}; // by due time; only the conversation's first, and its time to undo is over
        ByTime later = {}; // by the time before which they do not leave; also only firsts
    };

    /// Brings it up to date. `now`: our clock, as all times here but the scheduler's, which are the network's.
    void refresh(Database &db, const Account &account, const LimitTable &limits, Instant now);

    [[nodiscard]] std::map<Operation, Lane> &lanes() { return m_lanes; }
    /// Those whose end is unknown.
    [[nodiscard]] const std::set<ReplyId> &unknown() const { return m_unknown; }
    /// Those the network takes only for a time, by its end.
    [[nodiscard]] const ByTime &deadlines() const { return m_deadlines; }
    [[nodiscard]] bool isLater(ReplyId id) const;
    /// Is there any that could leave at some time?
    [[nodiscard]] bool hasQueued() const { return m_queued > 0; }
    /// Does a tag's brake stop any of them?
    [[nodiscard]] bool isStopped() const { return !m_stopped.isEmpty(); }
    /// The scheduler chose it, so it left the scheduler's queue. If it does not leave ours, the scheduler is told of it again.
    void chosen(ReplyId id, Operation by);

private:
    /// What there is to know of a reply to decide about it.
    struct Known {
        ReplyId id = {};
        ConversationId conversation = {};
        Operation operation = Operation::Reply;
        double weight = 1;
        Instant due = {};
        Instant notBefore = {};
        std::optional<Instant> deadline = {};
        bool isLater = false;
        bool isQueued = true; // else it is on its way
    };

    void read(Database &db, const Account &account);
    void readStopped(Database &db, const Account &account);
    void extendDeadlines(Database &db, const Account &account);
    void take(Database &db, const Account &account, const Reply &reply);
    void forget(ReplyId id);
    void place(ReplyId id);
    void displace(ReplyId id);
    void makeReady(const Known &known);
    void learnDemand(Database &db, const Account &account, Instant now);
    [[nodiscard]] ReplyId firstOf(ConversationId conversation) const;
    [[nodiscard]] double weightOf(ReplyClass replyClass) const;

    std::map<ReplyId, Known> m_known;
    std::map<ConversationId, std::set<ReplyId>> m_conversations;
    std::map<Operation, Lane> m_lanes;
    std::map<ReplyClass, double> m_weights;
    QSet<ConversationId> m_stopped; // by brakes of their tags
    std::set<ReplyId> m_unknown;
    ByTime m_deadlines;
    int m_queued = 0;
    std::optional<ReplyId> m_chosen;
    Operation m_chosenBy = Operation::Reply;
    std::optional<qint64> m_revision; // of the outbox, as far as it is known here
    milliseconds m_offset = {};       // the network's clock minus ours
    Instant m_now = {};
    std::optional<Instant> m_demandUntil = {};
};

} // namespace fw
