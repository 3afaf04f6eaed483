#pragma once

#include "app/core/clock.h"

#include <map>

namespace fw {

/// How many replies of one class are asked for, learned from those that were: what is going on, from the last minutes, which passes, and what is
/// usual, the median half hour of the last day, to which it returns. A rush of a few hours does not become usual.
class Demand final
{
public:
    /// One reply was asked for at `at`, due `lead` later.
    void add(Instant at, milliseconds lead);
    /// How many more are expected from `now` on.
    class Outlook
    {
    public:
        [[nodiscard]] double until(Instant until) const;

    private:
        friend class Demand;
        Instant m_now = {};
        double m_usual = 0; // per ms
        double m_more = 0;
    };
    [[nodiscard]] Outlook outlook(Instant now) const;
    [[nodiscard]] double expected(Instant now, Instant until) const { return outlook(now).until(until); }
    /// How long they usually have; zero when none was ever asked for.
    [[nodiscard]] milliseconds lead() const { return milliseconds(qint64(m_leadMs)); }

private:
    // Per ms.
    [[nodiscard]] double recentRate(Instant now) const;
    [[nodiscard]] double usualRate(Instant now) const;

    std::optional<Instant> m_first = {};
    Instant m_last = {};
    double m_recent = 0;
    std::map<qint64, int> m_halfHours = {}; // how many, by number of the half hour
    mutable qint64 m_usualOf = -1;          // the half hour for which it was computed
    mutable double m_usual = 0;
    double m_leadMs = 0;
};

} // namespace fw
