#pragma once

#include "app/model/policy/calendar.h"

namespace fw {

/// How what a customer wrote stopped waiting.
enum class Settlement {
    None,     // it waits
    Answered, // by a reply the network accepted, from here or elsewhere
    Resolved, // with the conversation, without an answer
    Dropped,  // without an answer: deleted, for one
};

/// What one customer message did to our time. Ids are in the order in which the desk learned of things, times the network's.
struct Wait {
    qint64 message = 0;
    Instant from = {}; // when it was posted
    Settlement settlement = Settlement::None;
    qint64 settledBy = 0; // the id of the answer, the resolution, …; one answer can settle several
    Instant until = {};   // when that was; not of None
};

/// A conversation was resolved, and nobody took it back.
struct ResolvedAt {
    qint64 fact = 0;
    Instant at = {};
};

/// Customer messages that one answer is for, or would be.
struct Turn {
    qint64 openedBy = 0; // the first of them the desk learned of
    Instant from = {};   // the oldest of them
    Settlement settlement = Settlement::None;
    Instant until = {}; // not before `from`; not of None
    bool operator==(const Turn &) const = default;
};

/// From opening or reopening to resolution.
struct Episode {
    qint64 openedBy = 0;    // the first customer message the desk learned of
    Instant startedAt = {}; // t0: the oldest customer message
    QList<Turn> turns = {}; // by their end; those that wait last
    std::optional<Instant> resolvedAt = {};
    bool operator==(const Episode &) const = default;
    [[nodiscard]] bool isOver() const { return resolvedAt.has_value(); }
};

/// The episodes of a conversation, oldest first. A message belongs to the first episode that was resolved after the desk learned of it: one
/// that comes in late reopens the conversation, and begins an episode with the time it was posted at.
[[nodiscard]] QList<Episode> episodesOf(const QList<Wait> &waits, const QList<ResolvedAt> &resolutions);

/// Stretches of the episode in which nothing waited for us, up to its end; the last one up to Instant::max() while it is not over.
[[nodiscard]] QList<TimeSpan> waitingForCustomer(const Episode &episode);

} // namespace fw
