#include "app/store/shape_store.h"

#include "app/store/reply_store.h"

namespace fw {

using namespace Qt::StringLiterals;

void ShapeStore::add(const ReplyShape &shape)
{
    m_db.exec(u"INSERT INTO reply_shape (reply_id, account_id, at_ms, shape, others, has_link, is_unasked)"
              " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {shape.reply.value, shape.account.value, toMs(shape.at), shape.shape, shape.others,
            shape.hasLink ? 1 : 0, shape.isUnasked ? 1 : 0});
}

ShapeStore::Changes ShapeStore::changedSince(AccountId account, qint64 revision, Instant from)
{
    const QString columns
        = u"SELECT s.reply_id, s.account_id, s.at_ms, s.shape, s.others, s.has_link, s.is_unasked,"
          " r.state NOT IN ('withdrawn', 'rejected') "_s;
    // All of a time lies together in one index, what changed in another.
    const auto read = [this](const QString &sql, qint64 first, qint64 second) {
        return m_db.list(sql, {first, second}, [](const QSqlQuery &row) {
            return ReplyShape{.reply = {row.value(0).toLongLong()},
                .account = {row.value(1).toLongLong()},
                .at = instantOf(row.value(2)),
                .shape = row.value(3).toByteArray(),
                .others = row.value(4).toInt(),
                .hasLink = row.value(5).toInt() != 0,
                .isUnasked = row.value(6).toInt() != 0,
                .isOut = row.value(7).toBool()};
        });
    };
    Changes changes{.revision = ReplyStore(m_db).revision(account)};
    if (revision == 0) {
        changes.shapes = read(columns
                + u"FROM reply_shape s JOIN reply r ON r.id = s.reply_id"
                  " WHERE s.account_id = ? AND s.at_ms > ? ORDER BY s.at_ms"_s,
            account.value, toMs(from));
    } else if (changes.revision != revision) {
        changes.shapes = read(columns
                + u"FROM reply r JOIN reply_shape s ON s.reply_id = r.id"
                  " WHERE r.account_id = ? AND r.revision > ? ORDER BY s.at_ms"_s,
            account.value, revision);
    }
    return changes;
}

ShapeStore::Totals ShapeStore::totals(AccountId account, Instant since)
{
    return m_db
        .one(u"SELECT count(*), count(*) FILTER (WHERE s.others > 0), count(*) FILTER (WHERE s.has_link > 0),"
             " count(*) FILTER (WHERE s.is_unasked > 0) FROM reply_shape s JOIN reply r ON r.id = s.reply_id"
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
