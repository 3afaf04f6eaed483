#include "app/store/link_store.h"

#include "app/store/basket_store.h"
#include "app/store/journal_store.h"
#include "app/store/message_rows.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
QString selectIdentities(const QString &rest)
{
    return u"SELECT id, network, remote_id, handle, name, followers FROM identity "_s + rest;
}

Identity identityAt(const QSqlQuery &row, int column)
{
    return {.id = {row.value(column).toLongLong()},
        .network = networkFromString(row.value(column + 1).toString()).value_or(Network::Twitter),
        .remoteId = row.value(column + 2).toString(),
        .handle = row.value(column + 3).toString(),
        .name = row.value(column + 4).toString(),
        .followers = row.value(column + 5).toLongLong()};
}

// Knows the column order of selectIdentities().
Identity readIdentity(const QSqlQuery &row)
{
    return identityAt(row, 0);
}

QString selectLinks(const QString &rest)
{
    return u"SELECT i.id, i.network, i.remote_id, i.handle, i.name, i.followers, l.id, l.customer_id, "
           u"l.agent, l.reason, "
           "l.consent, l.linked_at_ms, l.unlinked_at_ms, l.unlinked_by, l.unlink_reason"
           " FROM identity_link l JOIN identity i ON i.id = l.identity_id "_s
        + rest;
}

// Knows the column order of selectLinks().
IdentityLink readLink(const QSqlQuery &row)
{
    return {.id = {row.value(6).toLongLong()},
        .identity = identityAt(row, 0),
        .customer = {row.value(7).toLongLong()},
        .agent = row.value(8).toString(),
        .reason = row.value(9).toString(),
        .consent = row.value(10).toString(),
        .linkedAt = instantOf(row.value(11)),
        .unlinkedAt = optionalInstant(row.value(12)),
        .unlinkedBy = row.value(13).toString(),
        .unlinkReason = row.value(14).toString()};
}

void tell(
    Database &db, const QString &fact, const IdentityLink &link, const QString &agent, const QString &reason)
{
    JournalStore(db).add({.fact = fact,
        .agent = agent,
        .detail = {{u"link"_s, link.id.toString()}, {u"identity"_s, link.identity.id.toString()},
            {u"customer"_s, link.customer.toString()}, {u"reason"_s, reason}, {u"consent"_s, link.consent}}});
}
} // namespace

std::optional<Identity> LinkStore::identity(IdentityId id)
{
    return m_db.one(selectIdentities(u"WHERE id = ?"_s), {id.value}, &readIdentity);
}

std::optional<Identity> LinkStore::identity(Network network, const QString &handle)
{
    for (const Identity &found : withHandle(handle, 50)) {
        if (found.network == network) {
            return found;
        }
    }
    return std::nullopt;
}

QList<Identity> LinkStore::withHandle(const QString &handle, int limit)
{
    return handle.isEmpty() ? QList<Identity>()
                            : m_db.list(selectIdentities(u"WHERE lower(handle) = ? ORDER BY id LIMIT ?"_s),
                                {handle.toLower(), limit}, &readIdentity);
}

std::optional<IdentityLink> LinkStore::byId(LinkId id)
{
    return m_db.one(selectLinks(u"WHERE l.id = ?"_s), {id.value}, &readLink);
}

std::optional<IdentityLink> LinkStore::active(IdentityId identity)
{
    return m_db.one(
        selectLinks(u"WHERE l.identity_id = ? AND l.unlinked_at_ms IS NULL"_s), {identity.value}, &readLink);
}

QList<IdentityLink> LinkStore::activeOf(CustomerId customer)
{
    return m_db.list(selectLinks(u"WHERE l.customer_id = ? AND l.unlinked_at_ms IS NULL ORDER BY l.id"_s),
        {customer.value}, &readLink);
}

QList<IdentityLink> LinkStore::history(IdentityId identity)
{
    return m_db.list(
        selectLinks(u"WHERE l.identity_id = ? ORDER BY l.id DESC"_s), {identity.value}, &readLink);
}

QList<IdentityLink> LinkStore::allOf(CustomerId customer)
{
    return m_db.list(selectLinks(u"WHERE l.customer_id = ? ORDER BY l.id"_s), {customer.value}, &readLink);
}

IdentityLink LinkStore::link(IdentityLink link)
{
    link.id = m_db.newId<LinkId>();
    link.linkedAt = m_db.now();
    m_db.exec(
        u"INSERT INTO identity_link (id, identity_id, customer_id, agent, reason, consent, linked_at_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {link.id.value, link.identity.id.value, link.customer.value, link.agent, link.reason, link.consent,
            toMs(link.linkedAt)});
    tell(m_db, u"identity-linked"_s, link, link.agent, link.reason);
    BasketStore(m_db).changedOf(link.customer); // what the identity agreed to counts for them now
    return link;
}

void LinkStore::unlink(const IdentityLink &link, const QString &agent, const QString &reason)
{
    m_db.exec(u"UPDATE identity_link SET unlinked_at_ms = ?, unlinked_by = ?, unlink_reason = ?"
              " WHERE id = ? AND unlinked_at_ms IS NULL"_s,
        {toMs(m_db.now()), agent, reason, link.id.value});
    tell(m_db, u"identity-unlinked"_s, link, agent, reason);
    BasketStore(m_db).changedOf(link.customer);
}

QList<Message> LinkStore::messagesBy(IdentityId identity, int limit)
{
    return m_db.list(
        selectMessages(u"WHERE m.conversation_id IN (SELECT c.id FROM conversation c WHERE c.identity_id = ?)"
                       " AND m.identity_id = ? AND m.direction = 'inbound'"
                       " ORDER BY m.posted_at_ms DESC, m.id DESC LIMIT ?"_s),
        {identity.value, identity.value, limit}, &readMessage);
}

} // namespace fw
