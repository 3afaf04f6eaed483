#pragma once

#include "app/store/account_store.h"
#include "app/store/ledger_store.h"

namespace fw::cli {

/// How one account is doing, read in one snapshot: what `status` and `account show` tell.
struct AccountReport {
    Account account = {};
    QList<StreamProgress> streams = {};
    QList<Gap> gaps = {};               // open ones first
    QList<Charge> charges = {};         // of today, UTC
    QList<AudienceCount> audience = {}; // newest first
};

[[nodiscard]] AccountReport readAccountReport(Database &db, const Account &account);

/// {"account", …, "complete_up_to", "streams", "gaps", "audience", "cost_today"}
[[nodiscard]] QJsonObject toJson(const AccountReport &report);

/// Millionths of a dollar as dollars.
[[nodiscard]] double dollars(qint64 microUsd);

} // namespace fw::cli
