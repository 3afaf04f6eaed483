#pragma once

#include "app/store/database.h"

namespace fw {

/// Who may send for an account: the holder of its newest epoch. A sender that was replaced while it slept finds its epoch old in the very
/// transaction that would have started an attempt. Thread: the database's.
class LeaseStore final
{
public:
    explicit LeaseStore(Database &db) : m_db(db) { }

    /// Starts a new epoch and returns it; every earlier one is over.
    [[nodiscard]] qint64 take(AccountId account);
    /// The same for a service that has the account for a time (ServiceStore). Nothing: it has not, and the epoch stays.
    [[nodiscard]] std::optional<qint64> takeAs(AccountId account, const QString &holder);
    [[nodiscard]] bool isHeld(AccountId account, qint64 epoch);

private:
    Database &m_db;
};

} // namespace fw
