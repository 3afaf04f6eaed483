#pragma once

#include "app/dispatch/planning.h"

namespace fw {

/// What `StoreT` holds as on its way in a process that is no more (an attempt of another epoch than ours) ended unknown. Returns how much.
template <typename StoreT, typename State>
int recoverSent(Database &db, const Account &account, qint64 epoch, State sending)
{
    const QString detail = QStringLiteral("Floorwalker was ended while it was on its way");
    StoreT store(db);
    int recovered = 0;
    for (const auto &item : store.pending(account.id)) {
        const auto attempt = store.lastAttempt(item.id);
        if (item.state != sending || (attempt && attempt->epoch == epoch)) {
            continue;
        }
        if (attempt) {
            store.finishAttempt(attempt->id, QStringLiteral("unknown"), 0, detail, networkNow(db, account));
        }
        recovered += store.markUnknown(item.id, toString(ErrorCode::UnknownOutcome), detail) ? 1 : 0;
    }
    return recovered;
}

} // namespace fw
