#include "app/store/shape_store.h"

namespace fw {

using namespace Qt::StringLiterals;

void ShapeStore::add(const ReplyShape &shape)
{
    m_db.exec(u"INSERT INTO reply_shape (reply_id, account_id, at_ms, shape, others, has_link, is_unasked)"
              " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {shape.reply.value, shape.account.value, toMs(shape.at), shape.shape, shape.others,
            shape.hasLink ? 1 : 0, shape.isUnasked ? 1 : 0});
}

QList<ShapeStore::Known> ShapeStore::since(AccountId account, Instant since)
{
    return m_db.list(
        u"SELECT reply_id, shape FROM reply_shape WHERE account_id = ? AND at_ms > ? ORDER BY at_ms DESC"_s,
        {account.value, toMs(since)}, [](const QSqlQuery &row) {
            return Known{.reply = {row.value(0).toLongLong()}, .shape = row.value(1).toByteArray()};
        });
}

ShapeStore::Totals ShapeStore::totals(AccountId account, Instant since)
{
    return m_db
        .one(u"SELECT count(*), coalesce(sum(s.others > 0), 0), coalesce(sum(s.has_link), 0),"
             " coalesce(sum(s.is_unasked), 0) FROM reply_shape s JOIN reply r ON r.id = s.reply_id"
             " WHERE s.account_id = ? AND s.at_ms > ? AND r.state NOT IN ('withdrawn', 'rejected')"_s,
            {account.value, toMs(since)},
            [](const QSqlQuery &row) {
                return Totals{.replies = row.value(0).toInt(),
                    .repeated = row.value(1).toInt(),
                    .withLink = row.value(2).toInt(),
                    .unasked = row.value(3).toInt()};
            })
        .value_or(Totals{});
}

ShapeStore::Refusals ShapeStore::refusals(AccountId account, Instant since)
{
    return {.limited
        = int(m_db.number(u"SELECT count(*) FROM attempt a JOIN reply r ON r.id = a.reply_id"
                          " WHERE r.account_id = ? AND a.outcome = 'limited' AND a.started_at_ms > ?"_s,
            {account.value, toMs(since)})),
        .refused = int(m_db.number(
            u"SELECT count(*) FROM reply WHERE account_id = ? AND state = 'rejected' AND decided_at_ms > ?"
            " AND reason IN ('duplicate-content', 'not-summoned', 'forbidden', 'person-unreachable')"_s,
            {account.value, toMs(since)})),
        .spam = int(m_db.number(
            u"SELECT count(*) FROM journal WHERE id > ? AND fact = 'account-paused'"
            " AND account_id = ? AND (detail LIKE '%\"spam\"%' OR detail LIKE '%\"forbidden\"%')"_s,
            {IdSource::before<FactId>(since).value, account.value}))};
}

} // namespace fw
