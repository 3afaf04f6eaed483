#pragma once

#include "app/core/clock.h"
#include "app/core/ids.h"

namespace fw {

using ClaimNoticeId = Id<struct ClaimNoticeTag>;

/// How long a claim lives unless it is renewed.
inline constexpr milliseconds kClaimTerm = std::chrono::minutes(2);
/// How long a conversation stays its writer's when Send was pressed there and nobody held it: long enough for a colleague's window to show the reply.
inline constexpr milliseconds kPressTerm = std::chrono::minutes(1);
/// How long somebody is taken to look at a conversation, or to write there, unless that is said again.
inline constexpr milliseconds kPresenceTerm = std::chrono::seconds(30);

/// Who claims: a person, at one of the programs running for that person.
struct Claimant {
    QString agent = {};
    QString desk = {}; // drawn by the program when it starts
    bool operator==(const Claimant &) const = default;
};

/// The temporary right to answer in a conversation. Times are the store's, see ClaimStore::now().
struct Claim {
    ConversationId conversation = {};
    Claimant holder = {};
    qint64 epoch = 0; // grows whenever the claim of this conversation is taken anew
    Instant takenAt = {};
    Instant expiresAt = {}; // from then on it is none
    bool operator==(const Claim &) const = default;
};

/// Somebody's claim was taken over; kept until that agent has read it.
struct ClaimNotice {
    ClaimNoticeId id = {};
    ConversationId conversation = {};
    QString agent = {}; // who lost it
    QString takenBy = {};
    QString why = {};
    Instant at = {};
    bool operator==(const ClaimNotice &) const = default;
};

enum class Doing { Viewing, Writing };

/// Somebody has a conversation open now.
struct Presence {
    ConversationId conversation = {};
    Claimant who = {};
    Doing doing = Doing::Viewing;
    bool operator==(const Presence &) const = default;
};

[[nodiscard]] QString toString(Doing doing); // "viewing", "writing"
[[nodiscard]] Doing doingFromString(const QString &name);

} // namespace fw
