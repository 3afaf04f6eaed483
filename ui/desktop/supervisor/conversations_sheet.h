#pragma once

#include "app/core/async.h"
#include "app/core/clock.h"
#include "app/model/conversation.h"

#include <QDialog>

namespace fw::ui {

class FigureTable;

/// The conversations a figure counted. Return opens one. Thread: GUI.
class ConversationsSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationsSheet)
public:
    static constexpr int kMost = 500; // shown

    ConversationsSheet(const QString &title, qsizetype count,
        const QFuture<Result<QList<Conversation>>> &shown, const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void conversationChosen(fw::ConversationId conversation);

private:
    void show(const QList<Conversation> &conversations, Instant now);

    FigureTable *m_table;
};

} // namespace fw::ui
