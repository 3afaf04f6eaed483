#pragma once

#include "app/model/saved_reply.h"
#include "app/store/database.h"

namespace fw {

/// Words prepared, in every version there was. Fact: "saved-replies-imported" {saved_replies, changed}. Thread: the database's.
class SavedReplyStore final
{
public:
    explicit SavedReplyStore(Database &db) : m_db(db) { }

    /// These from now on, and no others; what says something else than before is a new version. Returns how many are new or changed.
    int import(const QList<SavedReply> &replies, const QString &by);
    /// Those in force, by name.
    [[nodiscard]] QList<SavedReply> all();
    /// Errors: NotFound.
    [[nodiscard]] Result<SavedReply> byName(const QString &name);
    /// Every version, oldest first; those no longer in force too.
    [[nodiscard]] QList<SavedReply> versions(const QString &name);
    /// Those that are offered and answer what was typed: names that begin with it first, then what this agent uses most. Cost: grows with the number of saved
    /// replies.
    [[nodiscard]] QList<SavedReply> find(const QString &typed, const WordsContext &context);
    /// Counts a use.
    void used(const QString &name, const QString &agent);

private:
    Database &m_db;
};

} // namespace fw
