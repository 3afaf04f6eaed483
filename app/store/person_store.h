#pragma once

#include "app/model/customer.h"
#include "app/store/database.h"

namespace fw {

/// So much of one kind is kept about a person.
struct KeptKind {
    QString what = {}; // "orders", "messages", …
    qint64 count = 0;
    bool isRemoved = true; // else the row stays, for what was counted, and its words go
    bool operator==(const KeptKind &) const = default;
};

/// Everything the desk keeps of one customer and of the identities linked to them, wherever it lies. Thread: the database's.
class PersonStore final
{
public:
    PersonStore(Database &db, CustomerId customer, const QList<IdentityId> &identities)
        : m_db(db)
        , m_customer(customer)
        , m_identities(identities)
    {
    }

    /// What erase() would do now; kinds there is none of, too.
    [[nodiscard]] QList<KeptKind> kept();
    /// Removes what was imported or recorded of the customer and empties what was said with them; what figures are made of (times, states, who answered)
    /// stays. Replies of theirs that have not left would leave empty, so there must be none (pending()). The same counts as kept().
    QList<KeptKind> erase();
    /// Replies to the person that have not left, those that are only proposed among them, and what is still to be done to their messages.
    [[nodiscard]] qint64 pending();
    /// Texts by which somebody could find the person: what the record, the orders and the accounts say (at least five characters), and what they wrote
    /// (at least 30).
    [[nodiscard]] QStringList traces();
    /// The record or account of somebody else says the same, such as a household's telephone number.
    [[nodiscard]] bool isOfOthersToo(const QString &trace);

private:
    struct Portion;
    [[nodiscard]] static const QList<Portion> &portions();
    [[nodiscard]] QList<qint64> ids(bool areIdentities) const;
    [[nodiscard]] QList<FactId> facts();
    /// Brakes whose reason names the person.
    [[nodiscard]] QList<qint64> brakes();
    /// traces() without what they wrote.
    [[nodiscard]] QStringList onRecord();
    /// Of these what names nobody else, and is no mere number: by them a text is known to be about the person.
    [[nodiscard]] QStringList names();
    /// Where others wrote, too.
    [[nodiscard]] QList<ConversationId> sharedConversations();
    void forgetRefusedRows();

    Database &m_db;
    CustomerId m_customer;
    QList<IdentityId> m_identities;
};

/// Takes erased bytes out of the file too: the search index is made anew, free pages are given back, the write-ahead log is emptied. SQLite: nobody may be
/// reading or writing meanwhile, or it fails with Busy or Storage and can be done again. PostgreSQL: does nothing; the server's VACUUM does it in its time.
[[nodiscard]] Done compact(const DatabasePlace &place, const Clock &clock);

} // namespace fw
