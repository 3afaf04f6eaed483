#pragma once

#include "app/desk/desk.h"
#include "app/dispatch/outbox.h"
#include "app/model/conversation.h"
#include "tests/support/desk_fixture.h"

namespace fw::test {

/// A desk with an agent at it, and no network.
class StaffedDesk final : public DeskFixture
{
public:
    static constexpr const char *kAgent = "Mina";

    /// A customer writes; returns the conversation it belongs to.
    Conversation customerWrites(const QString &handle, const QString &text);
    [[nodiscard]] Conversation conversation(ConversationId id);
    [[nodiscard]] QString draft(ConversationId conversation);
    [[nodiscard]] QList<Reply> replies(ConversationId conversation);
    /// The network refused the newest reply of `conversation`.
    void refuseNewest(ConversationId conversation, ErrorCode code);
    /// The reply's first call begins: too late to take it back.
    void startSending(ReplyId reply);
    /// The reply's turn comes; what changed since Send was pressed holds it.
    void leave(ReplyId reply);
    void pauseAccount(ErrorCode code);

    Outbox outbox{*store};
    Desk desk{*store};

private:
    int m_posts = 0;
};

} // namespace fw::test
