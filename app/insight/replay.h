#pragma once

#include "app/store/journal_store.h"
#include "app/store/store.h"

#include <map>

namespace fw {

/// What the queue showed of a conversation.
struct PastConversation {
    QString state = {}; // as toString(ConversationState)
    std::optional<Instant> waitingSince = {};
    std::optional<Instant> snoozedUntil = {};
    QString assignee = {};
    QString team = {};
    QString workClass = {}; // empty: never told
    QStringList tags = {};  // sorted
    bool operator==(const PastConversation &) const = default;
};

/// The queue of a past instant, folded from facts in their order and from nothing else.
class Replay final
{
public:
    void apply(const Fact &fact);
    [[nodiscard]] const std::map<ConversationId, PastConversation> &conversations() const { return m_queue; }

private:
    std::map<ConversationId, PastConversation> m_queue;
};

/// The queue as it was after the last fact before `instant`. Cost: the journal up to there, a page at a time.
[[nodiscard]] QFuture<Result<std::map<ConversationId, PastConversation>>> queueAt(
    Store &store, Instant instant);

} // namespace fw
