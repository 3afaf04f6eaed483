#include "ui/desktop/composer/saved_reply_model.h"

namespace fw::ui {

void SavedReplyModel::show(const QList<SavedReply> &replies)
{
    if (replies == m_replies) {
        return;
    }
    if (!m_replies.isEmpty()) {
        beginRemoveRows({}, 0, int(m_replies.size()) - 1);
        m_replies.clear();
        endRemoveRows();
    }
    if (!replies.isEmpty()) {
        beginInsertRows({}, 0, int(replies.size()) - 1);
        m_replies = replies;
        endInsertRows();
    }
}

int SavedReplyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_replies.size());
}

QVariant SavedReplyModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const SavedReply &reply = m_replies.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return reply.name;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(reply.name, reply.text);
    case TextRole:
        return reply.text;
    default:
        return {};
    }
}

} // namespace fw::ui
