#include "app/store/person_store.h"

#include "app/store/customer_store.h"
#include "app/store/journal_store.h"
#include "app/store/link_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLeastTrace = 5;
constexpr qsizetype kLeastMessage = 30; // what is shorter, others write, too
const QString kTheirConversations
    = u"conversation_id IN (SELECT id FROM conversation WHERE identity_id = ?)"_s;
} // namespace

/// Rows of one table. The condition has one place, for the id of the customer or of an identity.
struct PersonStore::Portion {
    QString what = {};
    bool isOfIdentity = false;
    QString table = {};
    QString condition = {};
    QString assignments = {}; // empty: rows are removed
};

/// In an order in which nothing is left that refers to something removed.
const QList<PersonStore::Portion> &PersonStore::portions()
{
    static const QList<Portion> all
        = {{u"order lines"_s, false, u"customer_order_line"_s,
               u"order_id IN (SELECT id FROM customer_order WHERE customer_id = ?)"_s},
            {u"orders"_s, false, u"customer_order"_s, u"customer_id = ?"_s},
            {u"points"_s, false, u"loyalty_event"_s, u"customer_id = ?"_s},
            {u"preferences"_s, false, u"preference"_s, u"customer_id = ?"_s},
            {u"store visits"_s, false, u"store_visit"_s, u"customer_id = ?"_s},
            {u"holds"_s, false, u"stock_hold"_s, u"customer_id = ?"_s},
            {u"consents"_s, false, u"consent"_s, u"customer_id = ?"_s},
            {u"links"_s, false, u"identity_link"_s, u"customer_id = ?"_s},
            {u"records"_s, false, u"customer"_s, u"id = ?"_s},
            {u"preferences said"_s, true, u"preference"_s, u"identity_id = ?"_s},
            {u"consents said"_s, true, u"consent"_s, u"identity_id = ?"_s},
            {u"links to others"_s, true, u"identity_link"_s, u"identity_id = ?"_s},
            {u"drafts"_s, true, u"draft"_s, kTheirConversations},
            {u"notes"_s, true, u"note"_s, kTheirConversations, u"body = ''"_s},
            {u"notices of taking over"_s, true, u"claim_notice"_s, kTheirConversations, u"why = ''"_s},
            {u"shapes of replies"_s, true, u"reply_shape"_s,
                u"reply_id IN (SELECT id FROM reply WHERE "_s + kTheirConversations + u')'},
            {u"messages"_s, true, u"message"_s, u"identity_id = ? OR "_s + kTheirConversations,
                u"body = '', permalink = '', thread = ''"_s},
            {u"replies"_s, true, u"reply"_s, kTheirConversations,
                u"body = '', detail = '', thread = '', recipient = ''"_s},
            {u"attempts"_s, true, u"attempt"_s,
                u"reply_id IN (SELECT id FROM reply WHERE "_s + kTheirConversations + u')', u"detail = ''"_s},
            {u"moderations"_s, true, u"moderation"_s, kTheirConversations, u"detail = ''"_s},
            {u"conversations"_s, true, u"conversation"_s, u"identity_id = ?"_s, u"preview = ''"_s},
            {u"accounts on networks"_s, true, u"identity"_s, u"id = ?"_s,
                u"handle = '', name = '', followers = 0, remote_id = 'erased:' || CAST(id AS TEXT)"_s}};
    return all;
}

QList<qint64> PersonStore::ids(bool areIdentities) const
{
    QList<qint64> ids;
    for (const IdentityId identity : m_identities) {
        ids.append(identity.value);
    }
    return areIdentities ? ids : QList<qint64>{m_customer.value};
}

QList<KeptKind> PersonStore::kept()
{
    QList<KeptKind> all;
    for (const Portion &portion : portions()) {
        KeptKind kind{.what = portion.what, .isRemoved = portion.assignments.isEmpty()};
        const QString sql = u"SELECT count(*) FROM %1 WHERE %2"_s.arg(portion.table, portion.condition);
        for (const qint64 id : ids(portion.isOfIdentity)) {
            kind.count += m_db.number(sql, QVariantList(portion.condition.count(u'?'), id));
        }
        all.append(kind);
    }
    all.append({.what = u"details of facts"_s, .count = facts().size(), .isRemoved = false});
    return all;
}

QList<KeptKind> PersonStore::erase()
{
    const QList<KeptKind> all = kept();
    forgetRefusedRows();
    for (const FactId fact : facts()) {
        JournalStore(m_db).blank(fact);
    }
    for (const Portion &portion : portions()) {
        const QString sql = portion.assignments.isEmpty()
            ? u"DELETE FROM %1 WHERE %2"_s.arg(portion.table, portion.condition)
            : u"UPDATE %1 SET %3 WHERE %2"_s.arg(portion.table, portion.condition, portion.assignments);
        for (const qint64 id : ids(portion.isOfIdentity)) {
            m_db.exec(sql, QVariantList(portion.condition.count(u'?'), id));
        }
    }
    return all;
}

qint64 PersonStore::pending()
{
    qint64 count = 0;
    for (const IdentityId identity : m_identities) {
        count += m_db.number(
            u"SELECT count(*) FROM reply WHERE state IN ('queued', 'sending', 'unknown') AND "_s
                + kTheirConversations,
            {identity.value});
    }
    return count;
}

QList<FactId> PersonStore::facts()
{
    // Of what figures and past queues are made of, no detail is about a person.
    static const QString select
        = u"SELECT id FROM journal WHERE detail <> '{}' AND detail <> '' AND fact NOT IN"
          " ('conversation-assigned', 'conversation-focused', 'conversation-reopened', "
          "'conversation-resolved', 'conversation-state-changed', 'tag-added', 'tag-removed') AND "_s;
    const auto read = [](const QSqlQuery &row) { return FactId{row.value(0).toLongLong()}; };
    QList<FactId> found = m_db.list(select + u"detail LIKE ? ORDER BY id"_s,
        {u"%\"customer\":\"%1\"%"_s.arg(m_customer.toString())}, read);
    for (const IdentityId identity : m_identities) {
        const QString named = u"%\"identity\":\"%1\"%"_s.arg(identity.toString());
        for (const FactId fact : m_db.list(select + u"(detail LIKE ? OR "_s + kTheirConversations
                     + u" OR message_id IN (SELECT id FROM message WHERE identity_id = ?)) ORDER BY id"_s,
                 {named, identity.value, identity.value}, read)) {
            if (!found.contains(fact)) {
                found.append(fact);
            }
        }
    }
    return found;
}

QStringList PersonStore::traces()
{
    QStringList all;
    if (const auto customer = CustomerStore(m_db).byId(m_customer)) {
        all << customer->name << customer->email << customer->phone << customer->address;
    }
    all += m_db.list(u"SELECT number FROM customer_order WHERE customer_id = ?"_s, {m_customer.value},
        [](const QSqlQuery &row) { return row.value(0).toString(); });
    for (const IdentityId id : m_identities) {
        if (const auto identity = LinkStore(m_db).identity(id)) {
            all << identity->handle << identity->name << identity->remoteId;
        }
        all += m_db.list(
            u"SELECT body FROM message WHERE identity_id = ? AND direction = 'inbound' AND length(body) >= ?"_s,
            {id.value, kLeastMessage}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    }
    all.removeIf([](const QString &text) { return text.size() < kLeastTrace; });
    all.removeDuplicates();
    return all;
}

bool PersonStore::isOfOthersToo(const QString &trace)
{
    return m_db.number(
               u"SELECT count(*) FROM customer WHERE id <> ? AND ? IN (name, email, phone, address)"_s,
               {m_customer.value, trace})
        + m_db.number(u"SELECT count(*) FROM identity WHERE ? IN (name, handle)"_s, {trace})
        > 0;
}

void PersonStore::forgetRefusedRows()
{
    for (const QString &trace : traces()) {
        m_db.exec(
            u"UPDATE import_reject SET record = '', reason = '' WHERE replace(record, ?, '') <> record"_s,
            {trace});
    }
}

Done compact(const DatabasePlace &place, const Clock &clock)
{
    if (place.isPostgres()) {
        return {};
    }
    IdSource ids(clock); // none is made
    auto database = Database::open(place, Database::Access::ReadWrite, clock, ids);
    if (!database) {
        return Failure(database.error());
    }
    (*database)->script({u"INSERT INTO message_words (message_words) VALUES ('rebuild')"_s,
        u"INSERT INTO identity_words (identity_words) VALUES ('rebuild')"_s, u"VACUUM"_s,
        u"PRAGMA wal_checkpoint(TRUNCATE)"_s});
    const auto &error = (*database)->error();
    return error ? Done(Failure(*error)) : Done{};
}

} // namespace fw
