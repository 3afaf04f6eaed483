#pragma once

#include "app/dispatch/planner.h"
#include "app/model/account.h"
#include "app/network/limit_table.h"
#include "app/store/database.h"

namespace fw {

/// Reads what the planner needs of one account. Thread: the database's.
[[nodiscard]] Plan readPlan(Database &db, const Account &account, const LimitTable &limits);

/// The account's clock now: ours plus what its network's Date taught us.
[[nodiscard]] inline Instant networkNow(Database &db, const Account &account)
{
    return db.now() + account.clockOffset;
}

} // namespace fw
