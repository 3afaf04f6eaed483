#pragma once

#include "app/core/clock.h"

#include <optional>

namespace fw {

// Erlang's formulas: Poisson arrivals, exponential handle times, so many agents, whoever waits does so until their turn.
// Sources: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges", Elektroteknikeren 13
// (1917); R. B. Cooper, "Introduction to Queueing Theory", 2nd ed. (1981), sections 3.3 (loss) and 3.4 (delay). Pure.

/// What there is to do.
struct Load {
    double perHour = 0;       // arrivals
    milliseconds handle = {}; // of one, mean
    /// In erlangs: how many agents would be busy all the time.
    [[nodiscard]] double offered() const;
};

/// Erlang B: the share of arrivals that find all agents busy where nobody can wait. agents >= 0.
[[nodiscard]] double erlangB(int agents, double offered);
/// Erlang C: the share that has to wait. 1 where the agents are too few to keep up.
[[nodiscard]] double erlangC(int agents, double offered);
/// The mean wait of all, those who need not wait among them. Nothing where the agents are too few.
[[nodiscard]] std::optional<milliseconds> meanWait(int agents, const Load &load);
/// P(wait <= t), 0 where the agents are too few.
[[nodiscard]] double shareWithin(int agents, const Load &load, milliseconds t);
/// The fewest agents that keep a promise: shareWithin() >= share. 0 <= share < 1; Nothing where more than kMostAgents would be needed.
inline constexpr int kMostAgents = 100'000;
[[nodiscard]] std::optional<int> agentsNeeded(const Load &load, milliseconds t, double share);

} // namespace fw
