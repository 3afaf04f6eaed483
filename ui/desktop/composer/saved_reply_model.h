#pragma once

#include "app/model/saved_reply.h"

#include <QAbstractListModel>

namespace fw::ui {

/// Saved replies that answer what was typed, best first. Thread: GUI.
class SavedReplyModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SavedReplyModel)
public:
    enum Role { TextRole = Qt::UserRole }; // the words, with their fields

    explicit SavedReplyModel(QObject *parent = nullptr) : QAbstractListModel(parent) { }

    void show(const QList<SavedReply> &replies);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<SavedReply> m_replies;
};

} // namespace fw::ui
