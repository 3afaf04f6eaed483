#pragma once

#include "app/core/ids.h"
#include "app/dispatch/demand.h"

#include <QList>

#include <map>
#include <set>
#include <unordered_map>

namespace fw {

/// A reply that may leave now, as far as its own conversation is concerned. Times are the network's clock.
struct WaitingReply {
    ReplyId id = {};
    double weight = 1; // the worth of being on time
    Instant due = {};
    bool isOurs = true; // else another desk's: it needs room, but we do not send it
};

/// The replies that wait, sorted for the scheduler: classes of about equal weight, each by due time, and the ones that are late already. Costs grow with
/// the logarithm of the number of replies.
class Backlog final
{
public:
    using Order = std::set<std::pair<Instant, ReplyId>>;

    struct Level {
        double weight = 1;
        Order ours = {};
        std::vector<int> perMinute = {}; // ours and others', by minute of their due time, round and round
        int count = 0;
        Demand demand = {};
    };
    // Heaviest first; by the logarithm of the weight.
    using Levels = std::map<int, Level, std::greater<>>;

    /// `isNew`: it was asked for now, and says something of the demand.
    void add(const WaitingReply &reply, Instant now, bool isNew);
    /// One was asked for that does not wait here (any more): it only tells of the demand.
    void note(double weight, Instant at, milliseconds lead);
    void remove(ReplyId id);
    [[nodiscard]] bool contains(ReplyId id) const { return m_replies.contains(id.value); }
    [[nodiscard]] const WaitingReply *find(ReplyId id) const;
    /// Other desks', by due time.
    [[nodiscard]] QList<WaitingReply> others() const;
    [[nodiscard]] int size() const { return int(m_replies.size()); }
    /// Ours only.
    [[nodiscard]] bool hasOurs() const;

    /// Puts those that are due before `now` among the late ones.
    void retire(Instant now);
    [[nodiscard]] const Levels &levels() const { return m_levels; }
    /// Ours, the ones due first first.
    [[nodiscard]] const Order &late() const { return m_late; }
    /// How many of a level are due in [from, until), both whole minutes.
    [[nodiscard]] static int dueBetween(const Level &level, Instant from, Instant until);
    [[nodiscard]] static int levelOf(double weight);

private:
    [[nodiscard]] Level &levelFor(double weight);
    void count(const WaitingReply &reply, int by);

    struct Kept {
        WaitingReply reply = {};
        bool isLate = false;
    };
    std::unordered_map<qint64, Kept> m_replies;
    Levels m_levels;
    Order m_late;
    Order m_othersByDue;
};

} // namespace fw
