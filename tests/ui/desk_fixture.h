#pragma once

#include "app/desk/desk.h"
#include "app/dispatch/outbox.h"
#include "app/model/conversation.h"
#include "app/store/store.h"
#include "tests/support/fake_clock.h"

#include <QTemporaryDir>

namespace fw::test {

/// A desk with one Twitter account on a real SQLite file in a temporary folder, and no network.
class DeskFixture final
{
    Q_DISABLE_COPY_MOVE(DeskFixture)
public:
    DeskFixture();

    /// A customer writes; returns the conversation it belongs to.
    Conversation customerWrites(const QString &handle, const QString &text);
    [[nodiscard]] Conversation conversation(ConversationId id);
    [[nodiscard]] QString draft(ConversationId conversation);
    [[nodiscard]] QList<Reply> replies(ConversationId conversation);
    /// The network refused the newest reply of `conversation`.
    void refuseNewest(ConversationId conversation, ErrorCode code);
    /// The reply's first call begins: too late to take it back.
    void startSending(ReplyId reply);
    void pauseAccount(ErrorCode code);
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    FakeClock clock;

private:
    QTemporaryDir m_folder;
    IdSource m_ids;
    std::unique_ptr<Store> m_store;
    AccountId m_account = {};
    int m_posts = 0;

public:
    Store &store;
    Outbox outbox;
    Desk desk;
    static constexpr const char *kAgent = "Mina";
};

} // namespace fw::test
