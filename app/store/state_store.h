#pragma once

#include "app/model/conversation.h"
#include "app/store/journal_store.h"

namespace fw {

/// What people do to the state of a conversation: snooze, wake, wait for the customer, resolve, archive, give it a class. Each call is a journal fact,
/// which undo() takes back. ConversationStore::refresh() makes the state of it. Errors of all: NotFound, and Usage where the state does not allow it.
/// Thread: the database's.
class StateStore final
{
public:
    explicit StateStore(Database &db) : m_db(db) { }

    /// Out of the waiting view until then, or until the customer writes. Targets run on.
    Result<FactId> snooze(ConversationId id, Instant until, const QString &agent);
    Result<FactId> wake(ConversationId id, const QString &agent);
    /// What customers said until now was seen to in another place; whatever comes next is up to them.
    Result<FactId> waitForCustomer(ConversationId id, const QString &agent);
    /// Everything customers said until now needs no answer (more).
    Result<FactId> resolve(ConversationId id, const QString &agent);
    /// Takes back the resolution it has, however long ago that was.
    Result<FactId> reopen(ConversationId id, const QString &agent);
    /// Of a resolved one.
    Result<FactId> archive(ConversationId id, const QString &agent);
    /// Whatever the rules say; nothing: what they say.
    Result<FactId> setClass(ConversationId id, std::optional<ReplyClass> to, const QString &agent);

    /// Takes back what the fact did. What was done or written since stays. Usage when it is none of the above, or was taken back.
    Result<FactId> undo(const Fact &fact, const QString &agent);

    /// A snooze the customer ended, a wake we answered. For ConversationStore::refresh().
    void endWhatIsOver(ConversationId id);
    /// When the next snooze ends. Cost: one index read.
    [[nodiscard]] std::optional<Instant> nextWake();
    /// Wakes who is due, each exactly once whoever else does so too, at most `limit`. Returns how many.
    int wakeDue(int limit);

private:
    struct Acts;
    struct Act;

    [[nodiscard]] std::optional<Acts> actsOf(ConversationId id);
    void write(ConversationId id, const Acts &acts, FactId by);
    Result<FactId> perform(ConversationId id, const QString &agent, const Act &act);
    void settle(ConversationId id, FactId by);
    [[nodiscard]] static QJsonObject detailOfUndo(const Fact &fact, const Acts &after);
    [[nodiscard]] bool isUndone(const Fact &fact);

    Database &m_db;
};

} // namespace fw
