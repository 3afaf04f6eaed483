#include "app/store/person_store.h"

#include "app/store/conversation_store.h"
#include "app/store/customer_store.h"
#include "app/store/journal_store.h"
#include "app/store/link_store.h"

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLeastTrace = 5;
constexpr qsizetype kLeastMessage = 30; // what is shorter, others write, too
// Conversations can be merged, so what was said goes by who said it, and what we said by whom it answered. What belongs to a conversation as a whole
// goes where the person took part.
const QString kTheirMessages = u"(SELECT id FROM message WHERE identity_id = ?)"_s;
const QString kTheirReplies = u"(SELECT id FROM reply WHERE parent_id IN "_s + kTheirMessages + u')';
const QString kTheirConversations
    = u"(SELECT id FROM conversation WHERE identity_id = ? UNION SELECT conversation_id FROM message"
      " WHERE identity_id = ? AND conversation_id IS NOT NULL)"_s;
const QString kInTheirConversations = u"conversation_id IN "_s + kTheirConversations;
// Of ours in the network: what answers them or stands in their private thread, and what stands in their own conversation and answers nobody else.
const QString kOurAnswers
    = u"(SELECT o.id FROM message q JOIN message o ON o.account_id = q.account_id AND o.direction = "
      u"'outbound'"
      " AND (o.in_reply_to = q.remote_id OR (o.lane = 'private' AND q.lane = 'private' AND o.thread = "
      "q.thread))"
      " WHERE q.identity_id = ?"
      " UNION SELECT o.id FROM conversation c JOIN message o ON o.conversation_id = c.id AND o.direction = "
      "'outbound'"
      " WHERE c.identity_id = ? AND NOT EXISTS (SELECT 1 FROM message q WHERE q.account_id = o.account_id"
      " AND q.direction = 'inbound' AND q.identity_id <> ? AND (q.remote_id = o.in_reply_to"
      " OR (o.lane = 'private' AND q.lane = 'private' AND q.thread = o.thread))))"_s;
} // namespace

/// Rows of one table. Each place in the condition is for the id of the customer or of an identity.
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
    static const QList<Portion> all = {
        {u"order lines"_s, false, u"customer_order_line"_s,
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
        {u"drafts"_s, true, u"draft"_s, kInTheirConversations},
        {u"notes"_s, true, u"note"_s, kInTheirConversations, u"body = ''"_s},
        {u"notices of taking over"_s, true, u"claim_notice"_s, kInTheirConversations, u"why = ''"_s},
        {u"reasons of assignments"_s, true, u"assignment"_s, kInTheirConversations, u"why = ''"_s},
        {u"shapes of replies"_s, true, u"reply_shape"_s, u"reply_id IN "_s + kTheirReplies},
        {u"messages"_s, true, u"message"_s, u"identity_id = ? OR id IN "_s + kOurAnswers,
            u"body = '', permalink = '', thread = ''"_s},
        {u"replies"_s, true, u"reply"_s, u"parent_id IN "_s + kTheirMessages,
            u"body = '', detail = '', thread = '', recipient = ''"_s},
        {u"attempts"_s, true, u"attempt"_s, u"reply_id IN "_s + kTheirReplies, u"detail = ''"_s},
        {u"attempts of moderations"_s, true, u"moderation_attempt"_s,
            u"moderation_id IN (SELECT id FROM moderation WHERE message_id IN "_s + kTheirMessages + u')',
            u"detail = ''"_s},
        {u"moderations"_s, true, u"moderation"_s, u"message_id IN "_s + kTheirMessages, u"detail = ''"_s},
        {u"conversations"_s, true, u"conversation"_s, u"id IN "_s + kTheirConversations, u"preview = ''"_s},
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
    const QList<ConversationId> shared = sharedConversations();
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
    for (const ConversationId conversation : shared) {
        ConversationStore(m_db).refresh(conversation); // what the others said last
    }
    return all;
}

QList<ConversationId> PersonStore::sharedConversations()
{
    QList<ConversationId> shared;
    for (const IdentityId identity : m_identities) {
        shared += m_db.list(
            u"SELECT DISTINCT m.conversation_id FROM message m JOIN conversation c ON c.id = "
            u"m.conversation_id"
            " WHERE m.identity_id = ? AND EXISTS (SELECT 1 FROM message o WHERE o.conversation_id = c.id"
            " AND o.direction = 'inbound' AND o.identity_id <> ?) ORDER BY m.conversation_id"_s,
            {identity.value, identity.value},
            [](const QSqlQuery &row) { return ConversationId{row.value(0).toLongLong()}; });
    }
    return shared;
}

qint64 PersonStore::pending()
{
    static const QList<QString> questions{
        u"SELECT count(*) FROM reply WHERE state IN ('proposed', 'queued', 'sending', 'unknown') AND id IN "_s
            + kTheirReplies,
        u"SELECT count(*) FROM moderation WHERE state IN ('queued', 'sending', 'unknown') AND message_id IN "_s
            + kTheirMessages};
    qint64 count = 0;
    for (const IdentityId identity : m_identities) {
        for (const QString &question : questions) {
            count += m_db.number(question, {identity.value});
        }
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
        const QList<FactId> ofThem = m_db.list(select
                + u"(detail LIKE ? OR conversation_id IN (SELECT id FROM conversation WHERE identity_id = ?)"
                  " OR message_id IN "_s
                + kTheirMessages + u" OR reply_id IN "_s + kTheirReplies + u") ORDER BY id"_s,
            {named, identity.value, identity.value, identity.value}, read);
        for (const FactId fact : ofThem) {
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
        all << customer->name << customer->email << customer->phone << customer->address << customer->key;
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
        u"INSERT INTO identity_words (identity_words) VALUES ('rebuild')"_s, u"VACUUM"_s});
    // Answers with 1 where somebody still reads older pages; they stay in the log then.
    const bool isBusy = (*database)->number(u"PRAGMA wal_checkpoint(TRUNCATE)"_s) != 0;
    if (const auto &error = (*database)->error()) {
        return Failure(*error);
    }
    return isBusy ? Done(Failure({.code = ErrorCode::Busy,
               .detail = u"another program is reading %1, so older pages stay in its write-ahead log; "
                         "close it and clean up again"_s.arg(place.shown())}))
                  : Done();
}

} // namespace fw
