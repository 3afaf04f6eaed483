#include "app/store/service_store.h"

#include "app/store/claim_store.h"
#include "app/store/conversation_store.h"
#include "app/store/journal_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
// A service that was not heard of for so many terms is forgotten.
constexpr int kForgottenAfter = 20;

AccountId readAccountId(const QSqlQuery &row)
{
    return {row.value(0).toLongLong()};
}
} // namespace

ServiceTurn ServiceStore::turn(const QString &name, const QString &host, milliseconds term)
{
    const Instant now = ClaimStore(m_db).now();
    ServiceTurn turn{.now = now, .until = now + term};
    m_db.exec(u"INSERT INTO service (name, host, started_at_ms, until_ms) VALUES (?, ?, ?, ?)"
              " ON CONFLICT (name) DO UPDATE SET until_ms = excluded.until_ms"_s,
        {name, host, toMs(now), toMs(turn.until)});
    m_db.exec(u"DELETE FROM service WHERE until_ms < ?"_s, {toMs(now - kForgottenAfter * term)});
    m_db.exec(u"UPDATE lease SET until_ms = ? WHERE holder = ?"_s, {toMs(turn.until), name});
    turn.held = heldBy(name);
    turn.services = int(m_db.number(u"SELECT count(*) FROM service WHERE until_ms > ?"_s, {toMs(now)}));
    const qsizetype accounts = m_db.number(u"SELECT count(*) FROM account"_s);
    const qsizetype share = (accounts + turn.services - 1) / std::max(1, turn.services);
    for (const AccountId account : freeAt(now)) {
        if (turn.held.size() >= share) {
            break;
        }
        take(account, name, turn.until);
        turn.held.append(account);
    }
    turn.surplus = turn.held.mid(std::min(share, turn.held.size()));
    return turn;
}

QList<AccountId> ServiceStore::heldBy(const QString &name)
{
    return m_db.list(
        u"SELECT account_id FROM lease WHERE holder = ? ORDER BY account_id"_s, {name}, &readAccountId);
}

QList<AccountId> ServiceStore::freeAt(Instant now)
{
    return m_db.list(u"SELECT a.id FROM account a LEFT JOIN lease l ON l.account_id = a.id"
                     " WHERE l.account_id IS NULL OR l.until_ms <= ? ORDER BY a.id"_s,
        {toMs(now)}, &readAccountId);
}

void ServiceStore::take(AccountId account, const QString &name, Instant until)
{
    const auto epoch = m_db.one(
        u"INSERT INTO lease (account_id, epoch, taken_at_ms, holder, until_ms) VALUES (?, 1, ?, ?, ?)"
        " ON CONFLICT (account_id) DO UPDATE SET epoch = lease.epoch + 1, taken_at_ms = excluded.taken_at_ms,"
        " holder = excluded.holder, until_ms = excluded.until_ms RETURNING epoch"_s,
        {account.value, toMs(m_db.now()), name, toMs(until)},
        [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    JournalStore(m_db).add({.fact = u"lease-taken"_s,
        .account = account,
        .detail = {{u"holder"_s, name}, {u"epoch"_s, epoch.value_or(0)}}});
}

void ServiceStore::release(AccountId account, const QString &name)
{
    const qint64 released
        = m_db.exec(u"UPDATE lease SET holder = '', until_ms = 0 WHERE account_id = ? AND holder = ?"_s,
            {account.value, name});
    if (released > 0) {
        JournalStore(m_db).add(
            {.fact = u"lease-released"_s, .account = account, .detail = {{u"holder"_s, name}}});
    }
}

void ServiceStore::leave(const QString &name)
{
    for (const AccountId account : heldBy(name)) {
        release(account, name);
    }
    m_db.exec(u"DELETE FROM service WHERE name = ?"_s, {name});
}

ServiceFigures ServiceStore::figures()
{
    ServiceFigures figures{.waiting = ConversationStore(m_db).counts().waiting};
    const auto count = [&figures](const QSqlQuery &row) {
        figures.outbox[row.value(0).toString()] += row.value(1).toLongLong();
        return 0;
    };
    for (const QString &state :
        {u"proposed"_s, u"queued"_s, u"sending"_s, u"unknown"_s, u"held"_s, u"rejected"_s}) {
        figures.outbox.insert(state, 0);
    }
    // Each through an index of its own: what is at its end without trouble is not counted, for there is ever more of it.
    m_db.list(u"SELECT CASE WHEN hold <> '' THEN 'held' ELSE state END, count(*) FROM reply"
              " WHERE state IN ('queued', 'sending', 'unknown') GROUP BY 1"_s,
        {}, count);
    m_db.list(u"SELECT state, count(*) FROM reply WHERE state = 'proposed' GROUP BY state"_s, {}, count);
    m_db.list(u"SELECT state, count(*) FROM reply WHERE state = 'rejected' AND handled = 0 GROUP BY state"_s,
        {}, count);
    figures.leases
        = m_db.list(u"SELECT a.name, coalesce(l.holder, ''), coalesce(l.epoch, 0), coalesce(l.until_ms, 0)"
                    " FROM account a LEFT JOIN lease l ON l.account_id = a.id ORDER BY a.id"_s,
            {}, [](const QSqlQuery &row) {
                return HeldLease{.account = row.value(0).toString(),
                    .holder = row.value(1).toString(),
                    .epoch = row.value(2).toLongLong(),
                    .until = instantOf(row.value(3))};
            });
    figures.completeness = m_db.list(u"SELECT a.name, s.name, s.complete_up_to_ms FROM stream s"
                                     " JOIN account a ON a.id = s.account_id ORDER BY a.id, s.name"_s,
        {}, [](const QSqlQuery &row) {
            return ServiceFigures::Completeness{.account = row.value(0).toString(),
                .stream = row.value(1).toString(),
                .upTo = optionalInstant(row.value(2))};
        });
    figures.services = int(
        m_db.number(u"SELECT count(*) FROM service WHERE until_ms > ?"_s, {toMs(ClaimStore(m_db).now())}));
    return figures;
}

} // namespace fw
