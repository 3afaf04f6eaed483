#pragma once

#include "app/dispatch/send_order.h"
#include "app/model/reply.h"
#include "app/network/connector.h"
#include "app/network/limit_table.h"
#include "app/store/database.h"

namespace fw {

/// What one step of a sender did, as told to people.
struct AttemptReport {
    Reply reply = {}; // as it is now
    int number = 0;
    QString outcome
        = {}; // "accepted", "rejected", "held", "limited", "not-sent", "unknown", "found", "not-found"
    QString reason = {}; // kebab-case ErrorCode, of a held one the Hold; empty when accepted
    QString detail = {};
    Instant at = {}; // our clock
};

/// Replies left in `sending` by a process that is no more become `unknown`: they are looked up before anything else. Returns how many.
int recoverReplies(Database &db, const Account &account, qint64 epoch);

/// What became of the wish to send one reply now.
struct Begun {
    std::optional<Attempt> attempt = {}; // empty: nothing is sent
    Outgoing outgoing = {};
    std::optional<AttemptReport> refused
        = {}; // not sent: it would come too late and is rejected, or something changed and it is held
};

/// The write-ahead: the attempt, its ledger row and `sending`, in one transaction that is durable before the first byte leaves. A reply whose
/// deadline has passed is rejected instead, and one whose conversation went on since Send was pressed is held. Nothing of both when the reply is not queued any more or the lease is lost.
[[nodiscard]] Begun beginAttempt(Database &db, const Account &account, ReplyId reply, qint64 epoch);
/// Rejects a queued reply whose deadline has passed, under the lease. Empty when there is nothing to reject (any more).
[[nodiscard]] std::optional<AttemptReport> rejectLate(
    Database &db, const Account &account, ReplyId reply, qint64 epoch);

/// Turns what the network answered into the reply's next state, its cost, its limits, and a pause of the account where one is due. A refusal that is about
/// the account (spam, a refused token, an empty balance) never costs the reply: it stays queued. `order` learns from it.
[[nodiscard]] AttemptReport recordOutcome(Database &db, const Account &account, const LimitTable &limits,
    const Attempt &attempt, const Outcome &outcome, SendOrder &order);

/// Turns a look-up of an unknown reply into its next state: accepted when one of `found` is ours and not already another reply's; when nothing is there
/// and the reply has had time to appear, queued again (or rejected, when the network refused it as a duplicate or attempts ran out).
/// Empty when nothing can be concluded yet.
[[nodiscard]] std::optional<AttemptReport> recordLookup(Database &db, const Account &account,
    const LimitTable &limits, ReplyId reply, const QList<Post> &found, Instant lookedAt);

/// A look-up that failed teaches nothing about the reply, but it may be limited or refused itself.
void recordLookupFailed(
    Database &db, const Account &account, const LimitTable &limits, Operation lookedBy, const Error &error);
/// What a look-up of a reply counts against.
[[nodiscard]] Operation lookupOperation(Operation reply);

} // namespace fw
