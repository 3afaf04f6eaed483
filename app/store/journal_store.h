#pragma once

#include "app/store/database.h"

#include <QJsonObject>

namespace fw {

/// One thing that happened. Facts are only ever added, in the transaction of the change they tell.
struct Fact {
    FactId id = {};
    Instant at = {};
    QString fact = {}; // "message-stored", "reply-queued", "reply-accepted", …
    AccountId account = {};
    ConversationId conversation = {};
    MessageId message = {};
    ReplyId reply = {};
    QString agent = {}; // empty: the desk itself
    QJsonObject detail = {};
};

/// The append-only record. Each fact's hash covers the one its writer added before; auditJournal() (audit.h) reads them back. Thread: the database's.
class JournalStore final
{
public:
    explicit JournalStore(Database &db) : m_db(db) { }

    /// id and at are filled in.
    FactId add(Fact fact);
    /// Facts with an id above `after`, oldest first, at most `limit`.
    [[nodiscard]] QList<Fact> after(FactId after, int limit);
    /// The same, with ids from `first` to `last`.
    [[nodiscard]] QList<Fact> between(FactId first, FactId last, int limit);
    /// The last one of this name. Cost: reads backwards as far as that.
    [[nodiscard]] std::optional<Fact> newest(const QString &fact);
    /// All of this name in [from, to), oldest first. Cost: the facts of that time.
    [[nodiscard]] QList<Fact> named(const QString &fact, Instant from, Instant to);
    /// A person's data has to go: what the fact tells beside its columns is lost, that it was there is not. The chain holds; an audit counts it as erased.
    void blank(FactId fact);

private:
    Database &m_db;
};

} // namespace fw
