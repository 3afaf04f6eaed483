#pragma once

#include "app/dispatch/planner.h"
#include "app/model/account.h"
#include "app/network/limit_table.h"
#include "app/store/database.h"

#include <array>

namespace fw {

/// By which replies leave.
inline constexpr std::array kReplyOperations
    = {Operation::Reply, Operation::PrivateReply, Operation::DirectMessage};

/// An account and its limits.
struct Limited {
    Account account = {};
    LimitTable limits = {};
};
/// Errors: NotFound, Usage.
[[nodiscard]] Result<Limited> limitedAccount(Database &db, AccountId id);

/// Reads what the planner needs of one account: every pending reply, the budgets of their operations, and those of `also`. Thread: the database's.
[[nodiscard]] Plan readPlan(
    Database &db, const Account &account, const LimitTable &limits, const QList<Operation> &also = {});
/// What governs one operation of an account now.
[[nodiscard]] Budget readBudget(
    Database &db, const Account &account, const LimitTable &limits, Operation operation);
/// Brings `budget` up to date where its calls before `knownUpTo` cannot have changed.
void readBudgetInto(Budget &budget, Database &db, const Account &account, const LimitTable &limits,
    Operation operation, Instant knownUpTo);
/// Is there still room in the windows that an account shares with the others of its app? To be asked in the transaction that takes the room: their senders
/// decide at the same time.
[[nodiscard]] bool hasRoomInApp(Database &db, const Account &account, Operation operation);
/// How close to each other an account's writes may be now.
[[nodiscard]] Pace readPace(Database &db, const Account &account, const LimitTable &limits);

/// The account's clock now: ours plus what its network's Date taught us.
[[nodiscard]] inline Instant networkNow(Database &db, const Account &account)
{
    return db.now() + account.clockOffset;
}

} // namespace fw
