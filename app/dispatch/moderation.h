#pragma once

#include "app/network/connector.h"
#include "app/store/moderation_store.h"
#include "app/store/store.h"

namespace fw {

/// The people's side of what is done to messages apart from answering: hide, like, remove, and taking the first two back. Everything durable
/// before it is announced; the account's sender carries it out. Doing it twice is the same as doing it once, so what ended unknown may be
/// asked for again, by people, never by itself. Thread: any.
class Moderations final
{
public:
    explicit Moderations(Store &store) : m_store(store) { }

    /// Queues it. The same thing asked for while it is queued or on its way is that one; a refused or unknown one of the same kind counts as
    /// seen to. Errors: NotFound, Usage (done already, nothing to take back, not offered), Forbidden.
    [[nodiscard]] QFuture<Result<ModerationRequest>> ask(
        MessageId message, Moderation what, const QString &agent);
    /// Takes a queued one back. false: too late, it is on its way or done.
    [[nodiscard]] QFuture<Result<bool>> withdraw(ModerationId id);
    /// Somebody has seen to a refused or unknown one.
    [[nodiscard]] QFuture<Result<bool>> markHandled(ModerationId id);
    /// Queued, sending, and refused or unknown ones nobody has seen to; oldest first.
    [[nodiscard]] QFuture<Result<QList<ModerationRequest>>> ofConversation(ConversationId conversation);
    /// The same of the whole desk.
    [[nodiscard]] QFuture<Result<QList<ModerationRequest>>> open();

private:
    Store &m_store;
};

} // namespace fw
