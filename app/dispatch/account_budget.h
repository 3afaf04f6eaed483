#pragma once

#include "app/dispatch/call_budget.h"
#include "app/model/account.h"
#include "app/network/limit_table.h"
#include "app/store/database.h"

namespace fw {

/// The windows of one operation of an account with all that is kept about them: calls, readings, what refusals taught, and the block. `budget`
/// keeps what it learned by itself since it was read last. `calls`: those of its longest window, oldest first. Thread: the database's.
void readInto(CallBudget &budget, Database &db, const Account &account, Operation operation,
    const QList<Instant> &calls);

/// The call begun at `startedAt` was refused for a limit. If no header explains it, the fullest window that none speaks of is taken to be lower than we
/// thought. When a call is worth a try again; nothing where a header explains the refusal. What it taught is kept.
[[nodiscard]] std::optional<Instant> learnFromRefusal(
    Database &db, const Account &account, Operation operation, CallBudget &budget, Instant startedAt);
/// After that the call begun at `startedAt` was let through, which tells more about the window.
void learnFromSuccess(
    Database &db, const Account &account, Operation operation, CallBudget &budget, Instant startedAt);

} // namespace fw
