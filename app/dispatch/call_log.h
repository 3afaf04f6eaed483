#pragma once

#include "app/core/clock.h"

#include <QList>

#include <vector>

namespace fw {

/// The calls of an account that its windows count, ours and those of other desks that share the account. A call counts from the moment it begins, and
/// as late as it can have reached the network: until it is settled that is now.
class CallLog final
{
public:
    /// One call, about to be made at `startedAt`.
    void begin(Instant startedAt);
    /// The one begun at `startedAt` ended, one way or another, at `endedAt`: it reached the network in between, if at all.
    void end(Instant startedAt, Instant endedAt);
    /// The one begun at `startedAt` is under way no more, and counts no more.
    void remove(Instant startedAt);
    /// One that has ended, and is not among those under way.
    void add(Instant startedAt, Instant endedAt);
    /// These are the calls there are, oldest first, all of them ended at the moment they began. Costs by what differs from before.
    void become(const QList<Instant> &calls);
    /// Forgets what no window of this length can count any more.
    void trim(Instant now, milliseconds longest);

    /// Calls that can count in a window that began at `from`.
    [[nodiscard]] int since(Instant from) const;
    /// The same of many moments, each later than the one before it.
    [[nodiscard]] std::vector<int> since(const std::vector<Instant> &moments) const;
    /// Of these, the ones that began at `startedAt` or before.
    [[nodiscard]] int sinceStartedBy(Instant from, Instant startedAt) const;
    /// When the `n`-th newest call (1: the newest) may have reached the network; nothing when there are fewer.
    [[nodiscard]] std::optional<Instant> newest(int n) const;
    [[nodiscard]] int underWay() const { return int(m_underWay.size()); }
    [[nodiscard]] std::optional<Instant> lastStart() const { return m_lastStart; }

private:
    struct Call {
        Instant latest = {};
        Instant startedAt = {};
    };
    std::vector<Call> m_ended;       // by `latest`
    std::vector<Instant> m_underWay; // by start
    std::optional<Instant> m_lastStart;
};

} // namespace fw
