#pragma once

#include "app/model/message.h"

#include <QAbstractListModel>
#include <QKeySequence>
#include <QPointer>

class QAction;

namespace fw::ui {

/// What the finder offers for what was typed: commands first, then messages, each under a heading. Thread: GUI.
class FinderModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FinderModel)
public:
    enum Role {
        KindRole = Qt::UserRole, // Kind, as an int
        KeyRole,                 // of a command: its first key as text
        MessageRole,             // of a message: fw::Message
    };
    enum class Kind { Heading, Command, Message };

    explicit FinderModel(QList<QAction *> commands, QObject *parent = nullptr);

    /// Offers the commands whose name holds every word typed, in any order; all of them for an empty text.
    void setTyped(const QString &typed);
    /// Offers these messages below the commands.
    void setMessages(const QList<Message> &messages);

    [[nodiscard]] QAction *commandAt(const QModelIndex &index) const;
    [[nodiscard]] ConversationId conversationAt(const QModelIndex &index) const;
    /// The first row from `row` on in the direction `by` (1 or -1) that is not a heading; -1: there is none.
    [[nodiscard]] int nextChoice(int row, int by) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        Kind kind = Kind::Heading;
        QString text = {}; // of a heading
        QPointer<QAction> command = {};
        fw::Message message = {};
    };
    [[nodiscard]] QList<Row> commandRows() const;
    void replace(int from, int count, const QList<Row> &by);

    const QList<QAction *> m_commands;
    QString m_typed;
    QList<Row> m_rows;
    int m_commandRows = 0; // how many of them are the commands' part
};

} // namespace fw::ui
