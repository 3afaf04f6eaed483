#pragma once

#include "app/dispatch/send_order.h"

namespace fw {

/// How many times in a row `reason` has kept this operation away, this time included.
[[nodiscard]] int failuresInARow(
    Database &db, const Account &account, Operation operation, const QString &reason);
/// No calls of `operation` for `span`.
void keepAway(Database &db, const Account &account, Operation operation, const QString &reason,
    milliseconds span, int failures);
/// Nothing is sent until somebody looked. Told once, in the log and the journal.
void pauseAccount(Database &db, const Account &account, const Error &error);

/// Is this refusal about the account, so that trying again changes nothing until a person acted?
[[nodiscard]] bool needsSomebody(const Error &error);
/// Is it about this one message or person, so that everything else may go on?
[[nodiscard]] bool concernsOnlyThis(const Error &error);
/// A limit with an end, which passes by waiting.
[[nodiscard]] bool isLimit(const Error &error);

/// A call that was refused, or not carried out.
struct Refusal {
    Operation operation = Operation::Reply;
    AttemptId attempt = {};
    Instant startedAt = {}; // the network's clock
    Error error = {};
};

/// A call that was not carried out: keeps away for as long as the network says, as what is learned of its limits promises, or as the table has it; or pauses the account
/// when waiting does not help; takes the call out of the ledger unless it met a limit, since some networks count refused calls. The word for its attempt: "limited" or
/// "not-sent".
[[nodiscard]] QString noteNotCarriedOut(
    Database &db, const Account &account, const LimitTable &limits, SendOrder &order, const Refusal &refusal);
/// The network let a call through: what kept it away is over.
void noteLetThrough(Database &db, const Account &account, const LimitTable &limits, SendOrder &order,
    Operation operation, Instant startedAt);
/// The network refused this one message or person, and so it answers and knows us. What is not offered was not asked for, and so takes no room.
void noteRefused(
    Database &db, const Account &account, Operation operation, AttemptId attempt, const Error &error);
/// A call whose answer was lost. One is an accident; three in a row are an outage, and hammering helps nobody.
void noteLost(Database &db, const Account &account, const LimitTable &limits, Operation operation);

} // namespace fw
