#pragma once

#include "app/model/conversation.h"
#include "app/store/journal_store.h"

namespace fw {

/// What a merge did.
struct Merged {
    FactId fact = {};
    bool areDifferentPeople = false; // as far as the networks tell
    bool operator==(const Merged &) const = default;
};

/// Conversations that are one matter, or two. Thread: the database's.
///
/// What is moved is messages; replies and what is asked of messages follow the message they belong to, targets the message that opened them. Tags, notes and
/// drafts of a merged conversation are shown in the other one, and stay its own.
class MergeStore final
{
public:
    explicit MergeStore(Database &db) : m_db(db) { }

    /// `from` becomes an archived pointer to `into`, and so does whatever is written in its threads, or by its customer, from now on. Errors: NotFound;
    /// Usage when they are one already, or of two accounts.
    Result<Merged> merge(ConversationId from, ConversationId into, const QString &agent);
    /// These messages of one conversation become a new one. Errors: NotFound, Usage when it is none or all of them.
    Result<Merged> split(const QList<MessageId> &messages, const QString &agent);
    /// Takes a merge or a split back, as if it had not been: what came since goes where it would have gone, by thread and by person; what was answered only
    /// because both were one waits again. Resolutions made since stay. Errors: Usage when it was taken back already.
    Result<FactId> undo(const Fact &fact, const QString &agent);
    /// The conversation a split made.
    [[nodiscard]] ConversationId madeBy(FactId split);

private:
    struct Relocation;

    void move(const QList<qint64> &messages, ConversationId to);
    void moveWhatBelongs(ConversationId from);
    QJsonObject share(ConversationId from, ConversationId into);
    void unshare(ConversationId into, const QJsonObject &shared);
    [[nodiscard]] std::optional<Relocation> relocationOf(FactId fact);
    [[nodiscard]] QList<qint64> ownOf(const Relocation &merge);
    void restoreActs(ConversationId id, const QJsonObject &acts, FactId since);
    void settleAgain(ConversationId id, ConversationId other);
    [[nodiscard]] QJsonObject actsOf(ConversationId id);

    Database &m_db;
};

} // namespace fw
