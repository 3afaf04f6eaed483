#pragma once

#include "app/dispatch/send_order.h"
#include "app/model/account.h"
#include "app/network/connector.h"
#include "app/network/limit_table.h"
#include "app/store/moderation_store.h"

namespace fw {

/// What one step of a sender did to a message, as told to people.
struct ModerationReport {
    ModerationRequest request = {}; // as it is now
    int number = 0;
    QString outcome = {}; // "done", "refused", "limited", "not-sent", "unknown"
    QString reason = {};  // kebab-case ErrorCode, empty when done
    QString detail = {};
    Instant at = {}; // our clock
};

/// What is carried out next, and when: the network's clock.
struct PlannedModeration {
    ModerationRequest request = {};
    Instant at = {};
    QString waitsFor = {}; // "nothing", "gap", "block", or a window's name
};

/// The request of an account that can be carried out soonest; within an operation always the one asked for first.
[[nodiscard]] std::optional<PlannedModeration> nextModeration(
    Database &db, const Account &account, const LimitTable &limits);

/// What was on its way in a process that is no more ended unknown. Returns how many.
int recoverModerations(Database &db, const Account &account, qint64 epoch);

/// The write-ahead, as for replies. Empty when the request is not queued any more or the lease is lost.
[[nodiscard]] std::optional<ModerationAttempt> beginModeration(
    Database &db, const Account &account, ModerationId id, qint64 epoch);

/// Turns what the network answered into the request's next state, the message's traits, its limits, and a pause of the account where one is due.
/// To remove what is not there any more is done.
[[nodiscard]] ModerationReport recordModeration(Database &db, const Account &account,
    const LimitTable &limits, const ModerationAttempt &attempt, const Outcome &outcome, SendOrder &order);

} // namespace fw
