#pragma once

#include "app/dispatch/moderation.h"

#include <QObject>

namespace fw::ui {

/// Asks for things to be done to messages, takes them back, and tells what did not work, for the conversation that is open. Thread: GUI.
class ModerationDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ModerationDesk)
public:
    ModerationDesk(Store &store, QString agent, QObject *parent = nullptr);

    void ask(const Message &message, Moderation what);
    /// Takes the newest thing asked for back: before it leaves, or by asking for its opposite. A deletion that left cannot be.
    void undo();
    /// Reads what did not work in this conversation; call when it is opened or has changed.
    void read(ConversationId conversation);
    /// Somebody has seen to what did not work.
    void dismiss();

Q_SIGNALS:
    void asked(const QString &sentence); // can be undone
    void said(const QString &sentence);
    void failed(const QString &sentence); // empty: nothing is wrong (any more)

private:
    void withdrawn(bool isTaken, const Message &message, Moderation what);

    Moderations m_moderations;
    QString m_agent;
    ConversationId m_conversation = {};
    ModerationId m_failure = {};
    ModerationId m_newest = {};
    Message m_newestMessage;
    Moderation m_newestWhat = Moderation::Hide;
};

} // namespace fw::ui
