#include "app/store/ledger_store.h"

#include "app/store/account_store.h"

namespace fw {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QString dayOf(Instant at)
{
    return toDateTime(at).toString(u"yyyy-MM-dd"_s);
}

void LedgerStore::add(AccountId account, Operation operation, Instant at, AttemptId attempt)
{
    m_db.exec(u"INSERT INTO ledger (account_id, operation, at_ms, attempt_id) VALUES (?, ?, ?, ?)"_s,
        {account.value, toString(operation), toMs(at), attempt.value});
    // No window is longer than a day; two days are kept.
    m_db.exec(u"DELETE FROM ledger WHERE account_id = ? AND operation = ? AND at_ms < ?"_s,
        {account.value, toString(operation), toMs(at - 48h)});
}

void LedgerStore::remove(AccountId account, Operation operation, AttemptId attempt)
{
    m_db.exec(u"DELETE FROM ledger WHERE account_id = ? AND operation = ? AND attempt_id = ?"_s,
        {account.value, toString(operation), attempt.value});
}

QList<Instant> LedgerStore::callsSince(AccountId account, Operation operation, Instant since)
{
    return m_db.list(
        u"SELECT at_ms FROM ledger WHERE account_id = ? AND operation = ? AND at_ms >= ? ORDER BY at_ms"_s,
        {account.value, toString(operation), toMs(since)},
        [](const QSqlQuery &row) { return instantOf(row.value(0)); });
}

std::optional<Instant> LedgerStore::lastWrite(AccountId account)
{
    // One step in the index for each operation; a list of them would read every call there is.
    static const QStringList each = [] {
        QStringList parts;
        for (int operation = int(Operation::Reply); operation <= int(Operation::Remove); ++operation) {
            parts << u"SELECT max(at_ms) AS at FROM ledger WHERE account_id = ? AND operation = '%1'"_s.arg(
                toString(Operation(operation)));
        }
        return parts;
    }();
    static const QString sql = u"SELECT max(at) FROM (%1) AS newest"_s.arg(each.join(u" UNION ALL "_s));
    return m_db
        .one(sql, QVariantList(each.size(), account.value),
            [](const QSqlQuery &row) { return optionalInstant(row.value(0)); })
        .value_or(std::nullopt);
}

void LedgerStore::note(const Account &account, const CallFacts &facts)
{
    milliseconds offset = account.clockOffset;
    if (facts.serverTime) {
        // Date gives whole seconds, so the middle of that second is the best guess, and less than 1.5 s is no news.
        const milliseconds seen = *facts.serverTime + 500ms - m_db.now();
        if (std::chrono::abs(seen - offset) > 1500ms) {
            offset = seen;
            AccountStore(m_db).setClockOffset(account.id, offset);
        }
    }
    const Instant readAt = m_db.now() + offset;
    for (const LimitSignal &entry : facts.limitSignals) {
        m_db.exec(
            u"INSERT INTO limit_signal (account_id, operation, header, limit_count, remaining, "
            u"reset_at_ms, read_at_ms, kind, percent, evidence)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, operation, header) DO UPDATE SET"
            " limit_count = excluded.limit_count, remaining = excluded.remaining, reset_at_ms = "
            "excluded.reset_at_ms,"
            " read_at_ms = excluded.read_at_ms, kind = excluded.kind, percent = excluded.percent,"
            " evidence = excluded.evidence"_s,
            {account.id.value, toString(entry.operation), entry.header, entry.limit, entry.remaining,
                toMs(entry.resetAt), toMs(readAt), toString(entry.kind), entry.percent, entry.evidence});
    }
    for (const Operation operation : facts.further) {
        add(account.id, operation, readAt, m_db.newId<AttemptId>());
    }
    noteCharges(account.id, facts.charges, readAt);
    if (facts.audience) {
        m_db.exec(
            u"INSERT INTO audience (account_id, day, count, at_ms) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (account_id, day) DO UPDATE SET count = excluded.count, at_ms = excluded.at_ms"_s,
            {account.id.value, dayOf(readAt), *facts.audience, toMs(readAt)});
    }
}

void LedgerStore::noteCharges(AccountId account, const QList<Charge> &charges, Instant at)
{
    for (const Charge &charge : charges) {
        m_db.exec(u"INSERT INTO charge (account_id, day, thing, count, micro_usd) VALUES (?, ?, ?, ?, ?)"
                  " ON CONFLICT (account_id, day, thing) DO UPDATE SET count = charge.count + excluded.count,"
                  " micro_usd = charge.micro_usd + excluded.micro_usd"_s,
            {account.value, dayOf(at), charge.thing, charge.count, charge.microUsd});
    }
}

QList<Charge> LedgerStore::charges(AccountId account, const QString &day)
{
    return m_db.list(
        u"SELECT thing, count, micro_usd FROM charge WHERE account_id = ? AND day = ? ORDER BY "_s
            + m_db.byBytes(u"thing"_s),
        {account.value, day}, [](const QSqlQuery &row) {
            return Charge{.thing = row.value(0).toString(),
                .count = row.value(1).toInt(),
                .microUsd = row.value(2).toLongLong()};
        });
}

QList<AudienceCount> LedgerStore::audience(AccountId account, int days)
{
    return m_db.list(u"SELECT day, count FROM audience WHERE account_id = ? ORDER BY day DESC LIMIT ?"_s,
        {account.value, days}, [](const QSqlQuery &row) {
            return AudienceCount{.day = row.value(0).toString(), .count = row.value(1).toLongLong()};
        });
}

QList<LimitSignal> LedgerStore::limitSignals(AccountId account, Operation operation)
{
    return m_db.list(u"SELECT header, limit_count, remaining, reset_at_ms, read_at_ms, kind, percent, "
                     u"evidence FROM limit_signal"
                     " WHERE account_id = ? AND operation = ?"_s,
        {account.value, toString(operation)}, [operation](const QSqlQuery &row) {
            return LimitSignal{.operation = operation,
                .header = row.value(0).toString(),
                .kind = limitKindFromString(row.value(5).toString()),
                .limit = row.value(1).toInt(),
                .remaining = row.value(2).toInt(),
                .percent = row.value(6).toInt(),
                .resetAt = instantOf(row.value(3)),
                .readAt = instantOf(row.value(4)),
                .evidence = row.value(7).toString()};
        });
}

QList<LearnedLimit> LedgerStore::learnedLimits(AccountId account, Operation operation)
{
    return m_db.list(
        u"SELECT name, limit_count, at_ms FROM learned_limit WHERE account_id = ? AND operation = ?"_s,
        {account.value, toString(operation)}, [](const QSqlQuery &row) {
            return LearnedLimit{.window = row.value(0).toString(),
                .limit = row.value(1).toInt(),
                .at = instantOf(row.value(2))};
        });
}

void LedgerStore::saveLearned(AccountId account, Operation operation, const LearnedLimit &learned)
{
    m_db.exec(
        u"INSERT INTO learned_limit (account_id, operation, name, limit_count, at_ms) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (account_id, operation, name) DO UPDATE SET limit_count = excluded.limit_count, at_ms = excluded.at_ms"_s,
        {account.value, toString(operation), learned.window, learned.limit, toMs(learned.at)});
}

void LedgerStore::forgetLearned(AccountId account, Operation operation, const QString &window)
{
    m_db.exec(u"DELETE FROM learned_limit WHERE account_id = ? AND operation = ? AND name = ?"_s,
        {account.value, toString(operation), window});
}

std::optional<Block> LedgerStore::block(AccountId account, Operation operation)
{
    return m_db.one(u"SELECT until_ms, reason, failures FROM block WHERE account_id = ? AND operation = ?"_s,
        {account.value, toString(operation)}, [operation](const QSqlQuery &row) {
            return Block{.operation = operation,
                .until = instantOf(row.value(0)),
                .reason = row.value(1).toString(),
                .failures = row.value(2).toInt()};
        });
}

void LedgerStore::saveBlock(AccountId account, const Block &block)
{
    m_db.exec(u"INSERT INTO block (account_id, operation, until_ms, reason, failures) VALUES (?, ?, ?, ?, ?)"
              " ON CONFLICT (account_id, operation) DO UPDATE SET until_ms = excluded.until_ms, reason = "
              "excluded.reason,"
              " failures = excluded.failures"_s,
        {account.value, toString(block.operation), toMs(block.until), block.reason, block.failures});
}

void LedgerStore::clearBlock(AccountId account, Operation operation)
{
    m_db.exec(
        u"DELETE FROM block WHERE account_id = ? AND operation = ?"_s, {account.value, toString(operation)});
}

QSet<AccountId> LedgerStore::clearBlocks(const QString &reason)
{
    const QList<AccountId> cleared = m_db.list(u"DELETE FROM block WHERE reason = ? RETURNING account_id"_s,
        {reason}, [](const QSqlQuery &row) { return AccountId{row.value(0).toLongLong()}; });
    return {cleared.begin(), cleared.end()};
}

} // namespace fw
