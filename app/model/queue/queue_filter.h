#pragma once

#include "app/core/error.h"
#include "app/model/conversation.h"

namespace fw {

/// Which rows of a view are shown: every part must hold, of a list one.
struct QueueFilter {
    QList<Network> networks = {};
    QStringList accounts = {}; // by name
    QList<Lane> lanes = {};
    QStringList tags = {}; // all of them
    QList<ReplyClass> classes = {};
    QList<ConversationState> states = {};
    bool isLate = false;       // a target is past its time
    bool hasFailed = false;    // a reply failed, and nobody has seen to it
    bool isMine = false;       // assigned to the agent who looks
    bool isUnassigned = false; // to nobody
    bool operator==(const QueueFilter &) const = default;
};

/// Words with blanks between: `network:` `account:` `lane:` `tag:` `class:` `state:`, and `is:late|failed|mine|unassigned`; the same word twice is a list. Errors: Usage with
/// what could stand there.
[[nodiscard]] Result<QueueFilter> parseFilter(const QString &typed);
/// All but tags, and to whom it is assigned, which the store looks up.
[[nodiscard]] bool fits(const QueueFilter &filter, const Conversation &conversation, Instant now);

} // namespace fw
