#include "app/store/claim_store.h"

#include "app/store/journal_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString select(const QString &rest)
{
    return u"SELECT conversation_id, agent, desk, epoch, taken_at_ms, expires_at_ms FROM claim "_s + rest;
}

// Knows the column order of select().
Claim readClaim(const QSqlQuery &row)
{
    return {.conversation = {row.value(0).toLongLong()},
        .holder = {.agent = row.value(1).toString(), .desk = row.value(2).toString()},
        .epoch = row.value(3).toLongLong(),
        .takenAt = instantOf(row.value(4)),
        .expiresAt = instantOf(row.value(5))};
}

Error claimedBy(const Claim &claim, Instant now)
{
    return {.code = ErrorCode::Claimed,
        .detail
        = u"%1 has conversation %2 until %3, unless it is given back sooner or kept longer; to take it: claim %2 take-over --why TEXT"_s
              .arg(claim.holder.agent, claim.conversation.toString(), toIso(claim.expiresAt)),
        .retryAfter = claim.expiresAt - now};
}
} // namespace

Instant ClaimStore::now()
{
    if (!m_db.place().isPostgres()) {
        return m_db.now();
    }
    return instantFromMs(
        m_db.number(u"SELECT CAST(floor(extract(epoch FROM statement_timestamp()) * 1000) AS BIGINT)"_s));
}

void ClaimStore::decideAlone()
{
    // The first fact of a connection opens a chain and ties it to others, which is for one at a time.
    if (m_db.place().isPostgres() && m_db.chainHead().writer != 0) {
        m_db.script({u"SET TRANSACTION ISOLATION LEVEL READ COMMITTED"_s});
    }
}

std::optional<Claim> ClaimStore::row(ConversationId conversation)
{
    return m_db.one(select(u"WHERE conversation_id = ?"_s), {conversation.value}, &readClaim);
}

Result<Claim> ClaimStore::hold(
    ConversationId conversation, const Claimant &claimant, milliseconds term, const QString &why)
{
    auto before = row(conversation);
    if (!before
        && m_db.number(u"SELECT count(*) FROM conversation WHERE id = ?"_s, {conversation.value}) == 0) {
        return Failure({.code = ErrorCode::NotFound,
            .detail
            = u"no conversation %1; see: floorwalkerctl --data DIR queue"_s.arg(conversation.toString())});
    }
    const Instant at = now();
    for (;;) {
        const bool isKept = before && before->holder == claimant && before->expiresAt > at;
        if (const auto held = put(conversation, claimant, at, at + term, isKept ? before : std::nullopt)) {
            if (!isKept) {
                tell(u"claim-taken"_s, *held, {{u"why"_s, why}});
            }
            return *held;
        }
        const auto there = row(conversation);
        if (there == before) {
            return Failure(claimedBy(before.value_or(Claim{.conversation = conversation}), at));
        }
        before = there; // it changed hands in between
    }
}

/// `kept`: the claim it goes on with. Decides by itself, whatever was looked at before; nothing: somebody else has it, or `kept` is no more.
std::optional<Claim> ClaimStore::put(ConversationId conversation, const Claimant &claimant, Instant at,
    Instant until, const std::optional<Claim> &kept)
{
    const int anew = kept ? 0 : 1;
    return m_db.one(
        u"INSERT INTO claim (conversation_id, agent, desk, epoch, taken_at_ms, expires_at_ms)"
        " VALUES (?, ?, ?, 1, ?, ?) ON CONFLICT (conversation_id) DO UPDATE SET"
        " epoch = claim.epoch + ?, taken_at_ms = CASE WHEN ? = 0 THEN claim.taken_at_ms"
        " ELSE excluded.taken_at_ms END, agent = excluded.agent, desk = excluded.desk,"
        " expires_at_ms = CASE WHEN ? = 0 AND claim.expires_at_ms > excluded.expires_at_ms"
        " THEN claim.expires_at_ms ELSE excluded.expires_at_ms END"
        " WHERE (claim.expires_at_ms <= ? OR claim.agent = excluded.agent) AND (? = 1 OR claim.epoch = ?)"
        " RETURNING conversation_id, agent, desk, epoch, taken_at_ms, expires_at_ms"_s,
        {conversation.value, claimant.agent, claimant.desk, toMs(at), toMs(until), anew, anew, anew, toMs(at),
            anew, kept ? kept->epoch : 0},
        &readClaim);
}

Result<Claim> ClaimStore::take(ConversationId conversation, const Claimant &claimant, milliseconds term)
{
    return hold(conversation, claimant, term, u"asked"_s);
}

Result<Claim> ClaimStore::holdForSending(ConversationId conversation, const QString &agent, milliseconds term)
{
    // Whichever of the agent's desks has it keeps it.
    const auto held = live(conversation);
    const Claimant claimant = held && held->holder.agent == agent ? held->holder : Claimant{.agent = agent};
    return hold(conversation, claimant, term, u"press"_s);
}

std::optional<Claim> ClaimStore::renew(const Claim &held, milliseconds term)
{
    const Instant at = now();
    return m_db.one(
        u"UPDATE claim SET expires_at_ms = CASE WHEN expires_at_ms > ? THEN expires_at_ms ELSE ? END"
        " WHERE conversation_id = ? AND epoch = ? AND agent = ? AND desk = ? AND expires_at_ms > ?"
        " RETURNING conversation_id, agent, desk, epoch, taken_at_ms, expires_at_ms"_s,
        {toMs(at + term), toMs(at + term), held.conversation.value, held.epoch, held.holder.agent,
            held.holder.desk, toMs(at)},
        &readClaim);
}

bool ClaimStore::release(ConversationId conversation, const Claimant &claimant)
{
    const Instant at = now();
    const auto held = m_db.one(u"UPDATE claim SET expires_at_ms = ?"
                               " WHERE conversation_id = ? AND agent = ? AND desk = ? AND expires_at_ms > ?"
                               " RETURNING conversation_id, agent, desk, epoch, taken_at_ms, expires_at_ms"_s,
        {toMs(at), conversation.value, claimant.agent, claimant.desk, toMs(at)}, &readClaim);
    if (held) {
        tell(u"claim-released"_s, *held);
    }
    return held.has_value();
}

Result<Claim> ClaimStore::takeOver(
    ConversationId conversation, const Claimant &claimant, const QString &why, milliseconds term)
{
    if (why.trimmed().isEmpty()) {
        return Failure({.code = ErrorCode::Usage,
            .detail = u"say why you take it over; whoever has it is told: --why TEXT"_s});
    }
    const auto before = live(conversation);
    if (!before || before->holder.agent == claimant.agent) {
        return take(conversation, claimant, term);
    }
    const Instant at = now();
    m_db.exec(u"UPDATE claim SET agent = ?, desk = ?, epoch = epoch + 1, taken_at_ms = ?, expires_at_ms = ?"
              " WHERE conversation_id = ? AND epoch = ?"_s,
        {claimant.agent, claimant.desk, toMs(at), toMs(at + term), conversation.value, before->epoch});
    m_db.exec(u"INSERT INTO claim_notice (id, conversation_id, agent, taken_by, why, at_ms)"
              " VALUES (?, ?, ?, ?, ?, ?)"_s,
        {m_db.newId<ClaimNoticeId>().value, conversation.value, before->holder.agent, claimant.agent,
            why.trimmed(), toMs(at)});
    const Claim taken{.conversation = conversation,
        .holder = claimant,
        .epoch = before->epoch + 1,
        .takenAt = at,
        .expiresAt = at + term};
    tell(u"claim-taken-over"_s, taken, {{u"from"_s, before->holder.agent}, {u"why"_s, why.trimmed()}});
    return taken;
}

std::optional<Claim> ClaimStore::live(ConversationId conversation)
{
    return m_db.one(select(u"WHERE conversation_id = ? AND expires_at_ms > ?"_s),
        {conversation.value, toMs(now())}, &readClaim);
}

QList<Claim> ClaimStore::allLive(const QString &agent)
{
    return m_db.list(
        select(
            u"WHERE expires_at_ms > ? AND (agent = ? OR ? = '') ORDER BY expires_at_ms, conversation_id"_s),
        {toMs(now()), agent, agent}, &readClaim);
}

QList<ClaimNotice> ClaimStore::unreadNotices(const QString &agent)
{
    return m_db.list(u"SELECT id, conversation_id, agent, taken_by, why, at_ms FROM claim_notice"
                     " WHERE agent = ? AND read_at_ms IS NULL ORDER BY id"_s,
        {agent}, [](const QSqlQuery &row) {
            return ClaimNotice{.id = {row.value(0).toLongLong()},
                .conversation = {row.value(1).toLongLong()},
                .agent = row.value(2).toString(),
                .takenBy = row.value(3).toString(),
                .why = row.value(4).toString(),
                .at = instantOf(row.value(5))};
        });
}

int ClaimStore::markNoticesRead(const QString &agent, ClaimNoticeId upTo)
{
    return int(m_db.exec(
        u"UPDATE claim_notice SET read_at_ms = ? WHERE agent = ? AND id <= ? AND read_at_ms IS NULL"_s,
        {toMs(now()), agent, upTo.value}));
}

void ClaimStore::tell(const QString &fact, const Claim &claim, const QJsonObject &more)
{
    QJsonObject detail = more;
    detail.insert(u"epoch"_s, claim.epoch);
    JournalStore(m_db).add(
        {.fact = fact, .conversation = claim.conversation, .agent = claim.holder.agent, .detail = detail});
}

void PresenceStore::say(const Presence &presence, milliseconds term)
{
    m_db.exec(
        u"INSERT INTO presence (conversation_id, agent, desk, doing, expires_at_ms) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (conversation_id, agent, desk) DO UPDATE SET doing = excluded.doing,"
        " expires_at_ms = excluded.expires_at_ms"_s,
        {presence.conversation.value, presence.who.agent, presence.who.desk, toString(presence.doing),
            toMs(ClaimStore(m_db).now() + term)});
}

void PresenceStore::leave(ConversationId conversation, const Claimant &who)
{
    m_db.exec(u"DELETE FROM presence WHERE conversation_id = ? AND agent = ? AND desk = ?"_s,
        {conversation.value, who.agent, who.desk});
}

QList<Presence> PresenceStore::in(ConversationId conversation)
{
    return m_db.list(
        u"SELECT agent, desk, doing FROM presence WHERE conversation_id = ? AND expires_at_ms > ?"
        " ORDER BY agent, desk"_s,
        {conversation.value, toMs(ClaimStore(m_db).now())}, [conversation](const QSqlQuery &row) {
            return Presence{.conversation = conversation,
                .who = {.agent = row.value(0).toString(), .desk = row.value(1).toString()},
                .doing = doingFromString(row.value(2).toString())};
        });
}

void PresenceStore::sweep()
{
    m_db.exec(u"DELETE FROM presence WHERE expires_at_ms <= ?"_s, {toMs(ClaimStore(m_db).now())});
}

} // namespace fw
