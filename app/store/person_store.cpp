#include "app/store/person_store.h"

#include "app/model/customer_keys.h"
#include "app/store/basket_store.h"
#include "app/store/conversation_store.h"
#include "app/store/customer_store.h"
#include "app/store/journal_store.h"
#include "app/store/link_store.h"
#include "app/store/person_rows.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace fw {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLeastTrace = 5;
constexpr qsizetype kLeastMessage = 30; // what is shorter, others write, too
/// What a row of an import that was refused says of the person.
struct Named {
    QString source = {};
    QStringList texts = {};    // wherever they stand
    QStringList accounts = {}; // as a whole cell, of any source
    QStringList keys = {};     // as a whole cell, of their own source

    [[nodiscard]] bool isIn(const QString &record, const QString &from) const
    {
        if (std::any_of(texts.begin(), texts.end(),
                [&record](const QString &text) { return record.contains(text); })) {
            return true;
        }
        static const QRegularExpression between(
            u"[,;|\\t\\r\\n\"{}\\[\\]]"_s); // as CSV, JSON and keys have it
        const QStringList cells = record.split(between, Qt::SkipEmptyParts);
        return std::any_of(cells.begin(), cells.end(), [&](const QString &cell) {
            return accounts.contains(handleKey(cell))
                || (from == source && keys.contains(cell.trimmed(), Qt::CaseInsensitive));
        });
    }
};
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
        {u"products counted in baskets"_s, false, u"basket"_s,
            u"order_id IN (SELECT id FROM customer_order WHERE customer_id = ?)"_s},
        {u"order lines"_s, false, u"customer_order_line"_s,
            u"order_id IN (SELECT id FROM customer_order WHERE customer_id = ?)"_s},
        {u"orders"_s, false, u"customer_order"_s, u"customer_id = ?"_s},
        {u"points"_s, false, u"loyalty_event"_s, u"customer_id = ?"_s},
        {u"preferences"_s, false, u"preference"_s, u"customer_id = ?"_s},
        {u"store visits"_s, false, u"store_visit"_s, u"customer_id = ?"_s},
        {u"holds"_s, false, u"stock_hold"_s, u"customer_id = ?"_s},
        {u"consents"_s, false, u"consent"_s, u"customer_id = ?"_s},
        {u"links"_s, false, u"identity_link"_s, u"customer_id = ?"_s},
        {u"refreshes"_s, false, u"customer_refresh"_s, u"customer_id = ?"_s},
        {u"records"_s, false, u"customer"_s, u"id = ?"_s},
        {u"preferences said"_s, true, u"preference"_s, u"identity_id = ?"_s},
        {u"consents said"_s, true, u"consent"_s, u"identity_id = ?"_s},
        {u"links to others"_s, true, u"identity_link"_s, u"identity_id = ?"_s},
        {u"drafts"_s, true, u"draft"_s, draftsAboutThem()},
        {u"notes"_s, true, u"note"_s, inTheirConversations(), u"body = ''"_s},
        {u"notices of taking over"_s, true, u"claim_notice"_s, inTheirConversations(), u"why = ''"_s},
        {u"reasons of assignments"_s, true, u"assignment"_s, inTheirConversations(), u"why = ''"_s},
        {u"shapes of replies"_s, true, u"reply_shape"_s, u"reply_id IN "_s + theirReplies()},
        {u"messages"_s, true, u"message"_s, u"identity_id = ? OR id IN "_s + ourAnswers(),
            u"body = '', permalink = '', thread = ''"_s},
        {u"replies"_s, true, u"reply"_s, u"parent_id IN "_s + theirMessages(),
            u"body = '', detail = '', thread = '', recipient = ''"_s},
        {u"attempts"_s, true, u"attempt"_s, u"reply_id IN "_s + theirReplies(), u"detail = ''"_s},
        {u"attempts of moderations"_s, true, u"moderation_attempt"_s,
            u"moderation_id IN (SELECT id FROM moderation WHERE message_id IN "_s + theirMessages() + u')',
            u"detail = ''"_s},
        {u"moderations"_s, true, u"moderation"_s, u"message_id IN "_s + theirMessages(), u"detail = ''"_s},
        {u"conversations"_s, true, u"conversation"_s, u"id IN "_s + theirConversations(), u"preview = ''"_s},
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
    all.append({.what = u"reasons of brakes"_s, .count = brakes().size(), .isRemoved = false});
    all.append({.what = u"details of facts"_s, .count = facts().size(), .isRemoved = false});
    return all;
}

QList<KeptKind> PersonStore::erase()
{
    const QList<KeptKind> all = kept();
    const QList<ConversationId> shared = sharedConversations();
    forgetRefusedRows();
    BasketStore(m_db).forget(m_customer);
    for (const qint64 brake : brakes()) {
        m_db.exec(u"UPDATE brake SET why = '' WHERE id = ?"_s, {brake});
    }
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
            + theirReplies(),
        u"SELECT count(*) FROM moderation WHERE state IN ('queued', 'sending', 'unknown') AND message_id IN "_s
            + theirMessages()};
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
    QList<FactId> found;
    const auto add = [this, &found](const QString &condition, const QVariantList &values) {
        const QList<FactId> some = m_db.list(select + condition + u" ORDER BY id"_s, values,
            [](const QSqlQuery &row) { return FactId{row.value(0).toLongLong()}; });
        std::copy_if(some.begin(), some.end(), std::back_inserter(found),
            [&found](FactId fact) { return !found.contains(fact); });
    };
    add(u"detail LIKE ?"_s, {u"%\"customer\":\"%1\"%"_s.arg(m_customer.toString())});
    for (const IdentityId identity : m_identities) {
        const qint64 id = identity.value;
        // In a conversation they share with others only what people of ours wrote about it.
        add(u"(detail LIKE ? OR conversation_id IN (SELECT id FROM conversation WHERE identity_id = ?)"
            " OR message_id IN "_s
                + theirMessages() + u" OR reply_id IN "_s + theirReplies() + u" OR (detail LIKE ? AND "_s
                + inTheirConversations() + u"))"_s,
            {u"%\"identity\":\"%1\"%"_s.arg(identity.toString()), id, id, id, u"%\"why\":%"_s, id, id});
    }
    for (const QString &name : names()) {
        add(u"replace(detail, ?, '') <> detail"_s, {name});
    }
    return found;
}

QList<qint64> PersonStore::brakes()
{
    QList<qint64> found;
    for (const QString &name : names()) {
        for (const qint64 brake : m_db.list(u"SELECT id FROM brake WHERE replace(why, ?, '') <> why"_s,
                 {name}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); })) {
            if (!found.contains(brake)) {
                found.append(brake);
            }
        }
    }
    return found;
}

QStringList PersonStore::onRecord()
{
    QStringList all;
    if (const auto customer = CustomerStore(m_db).byId(m_customer)) {
        all << customer->name << customer->email << customer->phone << customer->address << customer->key
            << customer->twitter << customer->facebook << customer->pinterest;
    }
    for (const QString &column : {u"number"_s, u"tracking"_s}) {
        all += m_db.list(u"SELECT %1 FROM customer_order WHERE customer_id = ?"_s.arg(column),
            {m_customer.value}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    }
    for (const IdentityId id : m_identities) {
        if (const auto identity = LinkStore(m_db).identity(id)) {
            all << identity->handle << identity->name << identity->remoteId;
        }
    }
    all.removeIf([](const QString &text) { return text.size() < kLeastTrace; });
    all.removeDuplicates();
    return all;
}

QStringList PersonStore::names()
{
    QStringList all = onRecord();
    all.removeIf([this](const QString &text) {
        const bool isNumber = std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
        return isNumber || isOfOthersToo(text);
    });
    return all;
}

QStringList PersonStore::traces()
{
    QStringList all = onRecord();
    for (const IdentityId id : m_identities) {
        all += m_db.list(
            u"SELECT body FROM message WHERE identity_id = ? AND direction = 'inbound' AND length(body) >= ?"_s,
            {id.value, kLeastMessage}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    }
    all.removeDuplicates();
    return all;
}

bool PersonStore::isOfOthersToo(const QString &trace)
{
    if (m_db.number(u"SELECT count(*) FROM customer WHERE id <> ? AND ? IN (name, email, phone, address)"_s,
            {m_customer.value, trace})
        > 0) {
        return true;
    }
    const QList<IdentityId> called = m_db.list(u"SELECT id FROM identity WHERE ? IN (name, handle)"_s,
        {trace}, [](const QSqlQuery &row) { return IdentityId{row.value(0).toLongLong()}; });
    return std::any_of(
        called.begin(), called.end(), [this](IdentityId id) { return !m_identities.contains(id); });
}

void PersonStore::forgetRefusedRows()
{
    const auto words = [](const QSqlQuery &row) { return row.value(0).toString(); };
    Named named{.texts = traces()};
    if (const auto customer = CustomerStore(m_db).byId(m_customer)) {
        named.source = customer->source;
        named.keys << customer->key;
        named.accounts << handleKey(customer->twitter) << handleKey(customer->facebook)
                       << handleKey(customer->pinterest);
    }
    for (const QString &column : {u"external_key"_s, u"number"_s, u"tracking"_s}) {
        named.keys += m_db.list(
            u"SELECT %1 FROM customer_order WHERE customer_id = ?"_s.arg(column), {m_customer.value}, words);
    }
    for (const IdentityId id : m_identities) {
        const Identity identity = LinkStore(m_db).identity(id).value_or(Identity{});
        named.accounts << handleKey(identity.handle) << handleKey(identity.remoteId);
    }
    named.accounts.removeAll({});
    named.keys.removeAll({});
    struct Row {
        qint64 run = 0;
        qint64 line = 0;
        QString source = {};
        QString record = {};
    };
    const QList<Row> rows = m_db.list(u"SELECT j.import_id, j.line, r.source, j.record FROM import_reject j"
                                      " JOIN import_run r ON r.id = j.import_id WHERE j.record <> ''"_s,
        {}, [](const QSqlQuery &row) {
            return Row{.run = row.value(0).toLongLong(),
                .line = row.value(1).toLongLong(),
                .source = row.value(2).toString(),
                .record = row.value(3).toString()};
        });
    for (const Row &row : rows) {
        if (named.isIn(row.record, row.source)) {
            m_db.exec(u"UPDATE import_reject SET record = '', reason = '' WHERE import_id = ? AND line = ?"_s,
                {row.run, row.line});
        }
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
