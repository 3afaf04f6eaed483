#pragma once

#include "app/model/conversation.h"
#include "app/store/database.h"

namespace fw {

/// Which part of the desk's work a list shows.
enum class View {
    Waiting,  // we owe something, no answer is on its way, nobody snoozed it; by class, due time, then age
    Leaving,  // an answer is queued, sending or unknown; oldest first
    Failed,   // an answer was rejected and nobody has seen to it; oldest first
    Answered, // nothing owed: waiting for the customer, or resolved; newest first
    Snoozed,  // comes back by itself; who comes back first stands first
    Archived, // newest first
};

/// Position in a view: the row with this key is the last one already shown. Only Waiting has a class and a due time.
struct QueueKey {
    int classRank = 0;
    Instant due = {};
    Instant at = {};
    ConversationId id = {};
    auto operator<=>(const QueueKey &) const = default;
};

/// Counts stop here, so that they cost the same whatever the desk has seen: a figure of kMostCounted means "that many or more".
inline constexpr int kMostCounted = 10'000;

struct QueueCounts {
    int waiting = 0;
    int leaving = 0;
    int failed = 0;
    int answered = 0;
    int snoozed = 0;
    int archived = 0;
    std::optional<Instant> oldestWaiting = {};
    bool operator==(const QueueCounts &) const = default;
};

/// Does `conversation` belong in `view`?
[[nodiscard]] bool isInView(View view, const Conversation &conversation);
[[nodiscard]] QueueKey keyIn(View view, const Conversation &conversation);
/// Does `a` stand before `b` in `view`?
[[nodiscard]] bool comesBefore(View view, const QueueKey &a, const QueueKey &b);
/// "waiting", "leaving", "failed", "answered", "snoozed", "archived".
[[nodiscard]] QString toString(View view);
[[nodiscard]] std::optional<View> viewFromString(const QString &name);
/// The statement behind ConversationStore::page(): after the key's four values (two where `view` has neither class nor due time), the limit.
[[nodiscard]] QString pageSql(View view, bool isFirst);

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

    /// The conversation a message of `identity` belongs to: the one with its thread, else the open one of that identity in that lane. What was
    /// merged into another one is that one.
    [[nodiscard]] ConversationId find(
        AccountId account, IdentityId identity, Lane lane, const QString &thread);
    [[nodiscard]] ConversationId create(AccountId account, IdentityId identity, Lane lane, Instant openedAt);
    /// The one place that derives a conversation's state: from its messages, and from what people did (StateStore). Brings state, waiting time, order, preview, counters and targets in line with the messages and replies stored. Call after changing either.
    void refresh(ConversationId id);
    /// The same where only replies changed.
    void refreshReplies(ConversationId id);
    /// The same where only texts of messages changed.
    void refreshPreview(ConversationId id);

    /// Class and due time in line with tags, rules and targets. refresh() does it.
    void refreshOrder(ConversationId id);

    /// Where the messages of `id` are now: of one that was merged into another one, that one.
    [[nodiscard]] ConversationId merged(ConversationId id);

private:
    Database &m_db;
};

} // namespace fw
