#pragma once

#include "connectors/sandbox/twitter/scenario.h"
#include "connectors/sandbox/twitter/world.h"

namespace fw::sandbox::twitter {

/// Between the brand and one person.
struct DirectMessage {
    qint64 id = 0;
    qint64 sender = 0; // the person, or the brand
    qint64 person = 0;
    QString text = {};
    Instant createdAt = {};
    bool isEncrypted = false; // nothing but its existence is told
};

/// Direct messages, oldest first. Ids grow with time. Thread: the sandbox's.
class Mailbox
{
public:
    /// `message` without an id; not older than the newest.
    const DirectMessage &add(DirectMessage message);
    [[nodiscard]] const std::deque<DirectMessage> &all() const { return m_messages; }
    /// Those that can still be read, newest first; person 0: everybody's.
    [[nodiscard]] QList<const DirectMessage *> since(Instant oldest, qint64 person) const;

private:
    std::deque<DirectMessage> m_messages; // stable addresses
};

/// The messages of a scenario, with their authors added to `world`.
[[nodiscard]] Mailbox makeMailbox(const Scenario &scenario, World &world, Instant now);

/// "smaller-larger" (docs.x.com/x-api/direct-messages/lookup).
[[nodiscard]] QString conversationId(qint64 a, qint64 b);

} // namespace fw::sandbox::twitter
