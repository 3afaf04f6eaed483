#include "app/store/lease_store.h"

namespace fw {

using namespace Qt::StringLiterals;

qint64 LeaseStore::take(AccountId account)
{
    m_db.exec(
        u"INSERT INTO lease (account_id, epoch, taken_at_ms) VALUES (?, 1, ?)"
        " ON CONFLICT (account_id) DO UPDATE SET epoch = lease.epoch + 1, taken_at_ms = excluded.taken_at_ms"_s,
        {account.value, toMs(m_db.now())});
    return m_db.number(u"SELECT epoch FROM lease WHERE account_id = ?"_s, {account.value});
}

std::optional<qint64> LeaseStore::takeAs(AccountId account, const QString &holder)
{
    return m_db.one(
        u"UPDATE lease SET epoch = epoch + 1, taken_at_ms = ? WHERE account_id = ? AND holder = ? RETURNING epoch"_s,
        {toMs(m_db.now()), account.value, holder},
        [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
}

bool LeaseStore::isHeld(AccountId account, qint64 epoch)
{
    return m_db.number(u"SELECT epoch FROM lease WHERE account_id = ?"_s, {account.value}) == epoch;
}

} // namespace fw
