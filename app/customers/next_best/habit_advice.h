#pragma once

#include "app/model/customer.h"
#include "app/store/habit_store.h"

#include <QTimeZone>

namespace fw {

/// When to write to somebody.
struct MomentAdvice {
    QString said = {}; // what they asked for, in their words; then there are no hours
    int fromHour = 0;  // in the time zone
    int toHour = 0;    // 1 to 24
    QByteArray zone = {};
    int times = 0; // they wrote between these hours,
    int ofTimes = 0;
    bool operator==(const MomentAdvice &) const = default;
};

/// Where to write to somebody.
struct NetworkAdvice {
    Network network = Network::Twitter;
    bool isSaid = false; // they asked for it
    int written = 0;     // messages of theirs there,
    int answered = 0;    // and those of them we answered
    std::optional<Instant> lastAt = {};
    bool operator==(const NetworkAdvice &) const = default;
};

/// The zone they named in their preferences, else `otherwise`.
[[nodiscard]] QTimeZone zoneOf(const QList<Preference> &preferences, const QTimeZone &otherwise);

/// The hours they asked for, else the two hours of the day in which they write: what they wrote within one hour is one time; there have to be at least five, and their
/// least share (leastShare()) in these hours at least a quarter, three times what chance gives. Nothing where they say too little.
[[nodiscard]] std::optional<MomentAdvice> adviseMoment(
    const QList<WrittenOn> &written, const QList<Preference> &preferences, const QTimeZone &zone);

/// The network they asked for, else the one on which most of what they wrote was answered; of equals where they wrote more, then later.
[[nodiscard]] std::optional<NetworkAdvice> adviseNetwork(
    const QList<WrittenOn> &written, const QList<Preference> &preferences);

} // namespace fw
