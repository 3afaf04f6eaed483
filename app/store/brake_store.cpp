#include "app/store/brake_store.h"

#include "app/store/journal_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString select(const QString &rest)
{
    return u"SELECT b.id, b.account_id, b.tag, b.agent, b.why, b.at_ms, b.released_at_ms, b.release_over_ms FROM brake b "_s
        + rest;
}

// Knows the column order of select().
Brake readBrake(const QSqlQuery &row)
{
    return {.id = {row.value(0).toLongLong()},
        .account = {row.value(1).toLongLong()},
        .tag = row.value(2).toString(),
        .agent = row.value(3).toString(),
        .why = row.value(4).toString(),
        .at = instantOf(row.value(5)),
        .releasedAt = optionalInstant(row.value(6)),
        .releaseOver = milliseconds(row.value(7).toLongLong())};
}

// An account's brake has no tag, a tag's has no account.
const QString kThis = u"b.released_at_ms IS NULL AND b.tag = ? AND coalesce(b.account_id, 0) = ?"_s;
} // namespace

Brake BrakeStore::set(const Brake &brake)
{
    if (const auto holds
        = m_db.one(select(u"WHERE "_s + kThis), {brake.tag, brake.account.value}, &readBrake)) {
        return *holds;
    }
    Brake made = brake;
    made.id = m_db.newId<BrakeId>();
    made.at = m_db.now();
    m_db.exec(u"INSERT INTO brake (id, account_id, tag, agent, why, at_ms) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {made.id.value, toColumn(made.account), made.tag, made.agent, made.why, toMs(made.at)});
    // The release of an earlier one is over: this one's counts.
    m_db.exec(
        u"UPDATE brake SET release_over_ms = 0 WHERE id <> ? AND tag = ? AND coalesce(account_id, 0) = ?"_s,
        {made.id.value, made.tag, made.account.value});
    tell(u"brake-set"_s, made, made.agent);
    return made;
}

std::optional<Brake> BrakeStore::release(
    AccountId account, const QString &tag, milliseconds over, const QString &agent)
{
    auto held = m_db.one(select(u"WHERE "_s + kThis), {tag, account.value}, &readBrake);
    if (!held) {
        return std::nullopt;
    }
    held->releasedAt = m_db.now();
    held->releaseOver = over;
    m_db.exec(u"UPDATE brake SET released_at_ms = ?, release_over_ms = ? WHERE id = ?"_s,
        {toMs(*held->releasedAt), qint64(over.count()), held->id.value});
    tell(u"brake-released"_s, *held, agent);
    return held;
}

QList<Brake> BrakeStore::current(Instant now)
{
    return m_db.list(
        select(
            u"WHERE b.released_at_ms IS NULL OR b.released_at_ms + b.release_over_ms > ? ORDER BY b.id DESC"_s),
        {toMs(now)}, &readBrake);
}

std::optional<Brake> BrakeStore::holding(AccountId account, ConversationId conversation)
{
    return m_db.one(
        select(
            u"WHERE b.released_at_ms IS NULL AND (b.account_id = ?"
            " OR b.tag IN (SELECT t.tag FROM conversation_tag t WHERE t.conversation_id = ?)) ORDER BY b.id"_s),
        {account.value, conversation.value}, &readBrake);
}

QSet<ConversationId> BrakeStore::stoppedByTags(AccountId account)
{
    // In this order: there is hardly ever a brake, and there are many replies.
    const auto stopped = m_db.list(
        u"SELECT DISTINCT r.conversation_id FROM brake b CROSS JOIN conversation_tag t CROSS JOIN reply r"
        " WHERE b.released_at_ms IS NULL AND b.tag <> '' AND t.tag = b.tag"
        " AND r.conversation_id = t.conversation_id AND r.account_id = ?"
        " AND r.state IN ('queued', 'sending', 'unknown')"_s,
        {account.value}, [](const QSqlQuery &row) { return ConversationId{row.value(0).toLongLong()}; });
    return {stopped.begin(), stopped.end()};
}

QList<Brake> BrakeStore::releasing(AccountId account, Instant now)
{
    return m_db.list(
        select(u"WHERE b.released_at_ms + b.release_over_ms > ? AND (b.account_id = ? OR b.tag IN"
               " (SELECT t.tag FROM conversation_tag t JOIN reply r ON r.conversation_id = t.conversation_id"
               " WHERE r.account_id = ? AND r.state IN ('queued', 'sending', 'unknown')))"_s),
        {toMs(now), account.value, account.value}, &readBrake);
}

void BrakeStore::tell(const QString &fact, const Brake &brake, const QString &agent)
{
    QJsonObject detail{{u"brake"_s, brake.id.toString()}};
    if (!brake.tag.isEmpty()) {
        detail.insert(u"tag"_s, brake.tag);
    }
    if (brake.releasedAt) {
        detail.insert(u"over_ms"_s, qint64(brake.releaseOver.count()));
    } else {
        detail.insert(u"why"_s, brake.why);
    }
    JournalStore(m_db).add({.fact = fact, .account = brake.account, .agent = agent, .detail = detail});
}

} // namespace fw
