#pragma once

#include "app/customers/erasure.h"
#include "app/store/message_store.h"
#include "app/store/reply_store.h"
#include "tests/app/customers/people_desk.h"

namespace fw::test {

using namespace Qt::StringLiterals;

inline const QString kWritten = u"Zinnoberrot stand ich im Regen und wartete auf mein Paket"_s;

/// Two customers who wrote, one of whom wants to be forgotten.
class TwoPeople final : public PeopleDesk
{
public:
    TwoPeople()
    {
        ana = known(u"c1"_s, u"Ana Zinnober"_s, u"FW-100001"_s);
        bea = known(u"c2"_s, u"Bea Quitten"_s, u"FW-200002"_s);
        anas = writes(u"7000001"_s, kWritten);
        beas = writes(u"7000002"_s, u"and this is what somebody else wrote about a parcel"_s);
        Q_UNUSED(link(anas, ana, u"Zinnober said so"_s))
        Q_UNUSED(link(beas, bea, u"said so"_s))
        Q_UNUSED(view(ana, {}, true))
    }

    CustomerId known(const QString &key, const QString &name, const QString &number)
    {
        const CustomerId id = customer(key,
            {{u"name"_s, name}, {u"email"_s, name.section(u' ', 1).toLower() + u"@example.org"_s},
                {u"phone"_s, u"+351 900 00%1"_s.arg(number.right(4))}, {u"address"_s, u"Shared Lane 1"_s}});
        order(number, key);
        put(ImportKind::OrderLines,
            {{u"order"_s, number}, {u"line"_s, u"1"_s}, {u"product"_s, u"boots"_s}, {u"quantity"_s, 1},
                {u"currency"_s, u"EUR"_s}});
        says(id, Purpose::Purchases, true);
        return id;
    }

    Erasure erasure() { return {*store, clock}; }
    Result<ErasureCertificate> erase()
    {
        return erasure().erase({.customer = ana, .agent = u"ann"_s, .reason = u"asked for it"_s});
    }

    QStringList traces()
    {
        return *waitFor(store->read([this](Database &db) { return PersonStore(db, ana, {anas}).traces(); }));
    }

    /// What `author` wrote, and edited since.
    Message editedBy(const QString &author, const QString &remoteId)
    {
        const MessageId id = keep(mention(remoteId, author, u"before the edit"_s)).id;
        return *waitFor(store->write([id, remoteId](Database &db) {
            MessageStore(db).setVersion(id, remoteId + u"-edited"_s, u"after the edit of "_s + remoteId);
            return *MessageStore(db).byId(id);
        }));
    }

    /// We answered it from this desk, and it arrived.
    void answer(const Message &parent, const QString &remoteId, const QString &body)
    {
        const bool hasArrived = *waitFor(store->write([this, parent, remoteId, body](Database &db) {
            const ReplyId id = db.newId<ReplyId>();
            ReplyStore(db).insert({.id = id,
                .account = account.id,
                .conversation = parent.conversation,
                .parent = parent.id,
                .parentRemoteId = parent.versionId,
                .body = body,
                .agent = u"ann"_s,
                .createdAt = db.now(),
                .due = db.now(),
                .notBefore = db.now(),
                .coversUpTo = parent.id});
            return ReplyStore(db).accept(id, remoteId, db.now());
        }));
        Q_ASSERT(hasArrived);
        Q_UNUSED(hasArrived)
    }

    /// Texts of one column, in order, those that are not empty.
    QStringList texts(const QString &column, const QString &table)
    {
        return *waitFor(store->read([column, table](Database &db) {
            return db.list(u"SELECT %1 FROM %2 WHERE %1 <> '' ORDER BY 1"_s.arg(column, table), {},
                [](const QSqlQuery &row) { return row.value(0).toString(); });
        }));
    }

    /// What figures over the past are made of.
    QStringList past()
    {
        return *waitFor(store->read([](Database &db) {
            const auto words = [](const QSqlQuery &row) {
                QStringList cells;
                for (int i = 0; i < 6; ++i) {
                    cells.append(row.value(i).toString());
                }
                return cells.join(u' ');
            };
            return db.list(u"SELECT id, account_id, state, opened_at_ms, waiting_since_ms, unanswered_count"
                           " FROM conversation ORDER BY id"_s,
                       {}, words)
                + db.list(
                    u"SELECT id, account_id, conversation_id, kind, direction, posted_at_ms FROM message"
                    " ORDER BY id"_s,
                    {}, words);
        }));
    }

    CustomerId ana = {};
    CustomerId bea = {};
    IdentityId anas = {};
    IdentityId beas = {};
};

} // namespace fw::test
