#pragma once

#include "app/desk/desk.h"

#include <QObject>

class QMenu;

namespace fw::ui {

/// What an agent does to a conversation apart from answering, each with its sentence and its undo. Thread: GUI.
class DeskActs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeskActs)
public:
    DeskActs(Store &store, Desk &desk, const Clock &clock, QString agent, QObject *parent);

    void resolve(ConversationId conversation);
    void waitForCustomer(ConversationId conversation);
    void archive(ConversationId conversation);
    void snooze(ConversationId conversation, Instant until);
    void wake(ConversationId conversation);
    /// The times to snooze until, for a menu; each snoozes `conversation`.
    void fillSnoozeMenu(QMenu &menu, ConversationId conversation);
    /// Whoever should be answered next by this agent; told by chosen().
    void chooseNext();

Q_SIGNALS:
    /// `fact` undoes it.
    void done(const QString &sentence, fw::FactId fact);
    void undone(const QString &sentence);
    void chosen(fw::ConversationId conversation);
    void nobodyLeft();
    void failed(const fw::Error &error);

public Q_SLOTS:
    void undo(fw::FactId fact);

private:
    void tell(const QFuture<Result<FactId>> &act, const QString &sentence);

    Store &m_store;
    Desk &m_desk;
    const Clock &m_clock;
    const QString m_agent;
};

} // namespace fw::ui
