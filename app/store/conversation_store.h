#pragma once

#include "app/model/conversation.h"
#include "app/store/database.h"

namespace fw {

/// Which part of the desk's work a list shows.
enum class View {
    Waiting,  // we owe an answer and none is on its way; longest waiting first
    Leaving,  // an answer is queued, sending or unknown; oldest first
    Failed,   // an answer was rejected and nobody has seen to it; oldest first
    Answered, // nothing owed: waiting for the customer, or resolved; newest first
};

/// Position in a view: the row with this key is the last one already shown.
struct QueueKey {
    Instant at = {};
    ConversationId id = {};
    bool operator==(const QueueKey &) const = default;
};

struct QueueCounts {
    int waiting = 0;
    int leaving = 0;
    int failed = 0;
    int answered = 0;
    std::optional<Instant> oldestWaiting = {};
    bool operator==(const QueueCounts &) const = default;
};

/// Does `conversation` belong in `view`?
[[nodiscard]] bool isInView(View view, const Conversation &conversation);
[[nodiscard]] QueueKey keyIn(View view, const Conversation &conversation);
/// Does `a` stand before `b` in `view`?
[[nodiscard]] bool comesBefore(View view, const QueueKey &a, const QueueKey &b);

/// Conversations and the queue's order. Thread: the database's.
class ConversationStore final
{
public:
    explicit ConversationStore(Database &db) : m_db(db) { }

    /// Rows after `after` (from the top without it), at most `limit`; fewer means the end. Cost: one index range.
    [[nodiscard]] QList<Conversation> page(View view, const std::optional<QueueKey> &after, int limit);
    [[nodiscard]] std::optional<Conversation> byId(ConversationId id);
    [[nodiscard]] QList<Conversation> byIds(const QList<ConversationId> &ids);
    [[nodiscard]] QueueCounts counts();

    /// The conversation a message of `identity` belongs to: the one with its thread, else the open one of that identity in that lane.
    [[nodiscard]] ConversationId find(
        AccountId account, IdentityId identity, Lane lane, const QString &thread);
    [[nodiscard]] ConversationId create(AccountId account, IdentityId identity, Lane lane, Instant openedAt);
    /// Brings state, waiting time, preview, counters and targets in line with the messages and replies stored. Call after changing either.
    void refresh(ConversationId id);
    /// The same where only replies changed.
    void refreshReplies(ConversationId id);

    /// Everything customers said until now needs no answer (more). Returns how many messages that settled.
    int resolve(ConversationId id, FactId by);
    /// Takes back what `by` settled.
    void reopen(ConversationId id, FactId by);

private:
    void refreshPreview(ConversationId id);

    Database &m_db;
};

} // namespace fw
