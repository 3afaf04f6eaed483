#pragma once

#include "app/network/connector.h"
#include "ui/desktop/composer/composer.h"
#include "ui/desktop/conversation/bubble.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace fw::ui {

class Banner;
class ClaimStrip;
class ConversationHeader;
class FocusWatch;
class MessageDelegate;
class MessageView;
class FindBar;
class ModerationDesk;

/// The conversation being answered: header, bubbles, composer. Thread: GUI.
class ConversationPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationPane)
public:
    ConversationPane(ConversationSource source, ComposerOptions options, Store &store, Outbox &outbox,
        const Clock &clock, Theme &theme, QWidget *parent = nullptr);

    void open(const Conversation &conversation);
    /// The same conversation with newer facts; its lines are read again.
    void refresh(const Conversation &conversation);
    /// The account of the conversation and its reply windows, tightest first.
    void setAccount(const Account &account, const QList<WindowUse> &windows);
    [[nodiscard]] ConversationId conversation() const { return m_model->conversation(); }
    [[nodiscard]] AccountId account() const { return m_accountId; }
    [[nodiscard]] ConversationState state() const { return m_state; }
    [[nodiscard]] MessageModel &model() { return *m_model; }
    [[nodiscard]] ModerationDesk &moderation() { return *m_moderation; }
    [[nodiscard]] Composer &composer() { return *m_composer; }

    /// Looks for words in what was said.
    void find();
    /// Takes back the newest reply that has not left.
    void undoSend();
    /// Lets the newest reply that is held leave all the same, or queues the newest refused one again.
    void sendAgain();
    /// Opens the message that would be answered in the browser.
    void openOnNetwork();
    /// Where the menu of times to snooze until opens.
    [[nodiscard]] QPoint snoozeMenuPlace() const;

Q_SIGNALS:
    void moderationAsked(const QString &sentence); // for a toast that offers to undo it
    void resolveAsked();
    void snoozeAsked();
    void said(const QString &sentence); // for a toast
    void readFailed(const fw::Error &error);

private:
    QWidget *makeOpen(Store &store, Theme &theme);
    void act(LineAction action, int row);
    void actOnReply(LineAction action, const Reply &reply);
    void actOnMessage(LineAction action, const Message &message);
    void removeAfterAsking(const Message &message);
    void openInBrowser(const QString &permalink);
    void openAddress(const QUrl &address);
    void takeBack(const Reply &reply);
    void release(ReplyId reply);
    void retry(ReplyId reply);
    void dismiss(ReplyId reply);
    void ticked();

    Outbox &m_outbox;
    const Clock &m_clock;
    const QString m_agent;
    MessageModel *m_model;
    MessageDelegate *m_delegate;
    ConversationHeader *m_header = nullptr;
    FindBar *m_find = nullptr;
    MessageView *m_view = nullptr;
    ModerationDesk *m_moderation = nullptr;
    Banner *m_notDone = nullptr; // what was asked for and did not work
    ClaimStrip *m_claim = nullptr;
    FocusWatch *m_focus;
    Composer *m_composer = nullptr;
    QStackedWidget *m_stack = nullptr;
    AccountId m_accountId = {};
    Account m_account; // its facts; null id until they are known
    ConversationState m_state = ConversationState::WaitingForCustomer;
    QTimer m_ticks;
};

} // namespace fw::ui
