#pragma once

#include "app/dispatch/call_log.h"
#include "app/model/limits.h"

namespace fw {

/// One window of an account as we know it: its table's limit, what headers told, what refusals taught, and what others use of it.
///
/// Counted windows: a fixed one is counted from its last known reset, and like a rolling one while no reset is known, which is safe for any phase. A header's
/// limit replaces the table's. Windows told in per cent: as counted ones when their capacity is known; else full while the network says so.
/// A refusal that no header explains lowers the learned limit at once. It is believed for a while and then raised step by
/// step, until the next refusal or to the table's. All times are the network's clock. Not durable by itself: it is told again from the store. Cost of each
/// function: a binary search in the calls.
class WindowLedger final
{
public:
    /// What refusals taught.
    struct Learned {
        double limit = 0;
        Instant at = {}; // when it was last seen to hold
        // Of a fixed window that no header speaks of: a period ended in here.
        std::optional<Instant> boundaryFrom = {};
        std::optional<Instant> boundaryUntil = {};
    };

    explicit WindowLedger(Window window);

    /// What an answer said of this window; the call was begun at `startedAt`.
    void read(const LimitSignal &reading, const CallLog &calls, Instant startedAt, Instant now);
    /// A call was refused at `now`, and no header tells why: what was counted was too much. Until reopened() it is not known how many of the calls counted were
    /// in its period.
    void lower(const CallLog &calls, Instant now);
    /// After lower() at `loweredAt` calls are let through again: the period ended between `refusedAt`, when a call was refused for the last time, and `now`. Tells how
    /// many calls there were in it.
    void reopened(const CallLog &calls, Instant loweredAt, Instant refusedAt, Instant now);
    /// How full it was by what reopened() would tell, as a share of its limit at `loweredAt`.
    [[nodiscard]] double shareBefore(const CallLog &calls, Instant loweredAt, Instant now) const;
    /// It was refused in what should have been a new period: when periods begin is not known after all.
    void forgetPeriods();
    /// What was learned, as it was kept.
    void learn(const std::optional<Learned> &learned) { m_learned = learned; }
    [[nodiscard]] const std::optional<Learned> &learned() const { return m_learned; }

    [[nodiscard]] const Window &window() const { return m_window; }
    [[nodiscard]] bool isHidden() const { return m_window.header.isEmpty(); }
    [[nodiscard]] Evidence evidence(Instant now) const;
    /// In calls; of a share without capacity: INT_MAX.
    [[nodiscard]] int limit(Instant now) const;
    /// Ours and others', as far as known.
    [[nodiscard]] int used(const CallLog &calls, Instant now) const;
    /// How many more calls fit now; at most 0 when none.
    [[nodiscard]] int room(const CallLog &calls, Instant now) const;
    /// Is the only room there is that of a call which asks how much others use by now?
    [[nodiscard]] bool isAsking(const CallLog &calls, Instant now) const;
    /// The first moment, `now` or later, at which one call may fit.
    [[nodiscard]] Instant opensAt(const CallLog &calls, Instant now) const;
    /// When what is used now begins to come back: the reset, or when the oldest call leaves.
    [[nodiscard]] std::optional<Instant> resetAt(Instant now) const;
    /// Share of the limit that the network told last, in per cent; -1: never told.
    [[nodiscard]] int percent() const { return m_percent; }

    // For planning ahead.
    [[nodiscard]] bool isPhased() const;                  // its periods are known
    [[nodiscard]] Instant periodStart(Instant at) const;  // of a phased one
    [[nodiscard]] double othersPerPeriod() const;         // what others are expected to use of a whole period
    [[nodiscard]] double othersNow(Instant now) const;    // what they use now
    [[nodiscard]] Instant countedFrom(Instant now) const; // calls since then count now

private:
    void readCounted(double atLeast, double atMost, const CallLog &calls, Instant startedAt);
    [[nodiscard]] std::optional<Instant> boundary() const;
    [[nodiscard]] int countedRoom(const CallLog &calls, Instant now) const;
    [[nodiscard]] bool mayAsk(const CallLog &calls, Instant now) const;

    Window m_window;
    int m_base = 0; // calls allowed, as the table or a header says
    Evidence m_baseEvidence = Evidence::Documented;
    std::optional<Instant> m_boundary = {}; // a moment at which a period ends
    std::optional<Instant> m_readAt = {};   // the start of the newest call whose answer spoke of it
    int m_percent = -1;
    double m_others = 0;      // used by others at m_readAt
    double m_couldBeMore = 0; // than that, for all the header tells
    double m_othersRate = 0;  // per ms
    std::optional<Learned> m_learned = {};
};

} // namespace fw
