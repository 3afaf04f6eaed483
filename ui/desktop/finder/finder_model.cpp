#include "ui/desktop/finder/finder_model.h"

#include "ui/desktop/widgets/words.h"

#include <QAction>

namespace fw::ui {

using namespace Qt::StringLiterals;

namespace {
/// For comparing what people type: without case and accents.
QString folded(const QString &text)
{
    QString base;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark()) {
            base += c.toCaseFolded();
        }
    }
    return base;
}

bool holdsAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word); });
}
} // namespace

FinderModel::FinderModel(QList<QAction *> commands, QObject *parent)
    : QAbstractListModel(parent)
    , m_commands(std::move(commands))
{
    setTyped({});
}

QList<FinderModel::Row> FinderModel::commandRows() const
{
    const QStringList words = folded(m_typed).split(u' ', Qt::SkipEmptyParts);
    QList<Row> rows;
    for (QAction *command : m_commands) {
        if (command->isEnabled() && holdsAll(folded(command->text()), words)) {
            rows.append({.kind = Kind::Command, .command = command});
        }
    }
    if (!rows.isEmpty()) {
        rows.prepend({.kind = Kind::Heading, .text = tr("Commands")});
    }
    return rows;
}

void FinderModel::setTyped(const QString &typed)
{
    m_typed = typed;
    const QList<Row> rows = commandRows();
    replace(0, m_commandRows, rows);
    m_commandRows = int(rows.size());
}

void FinderModel::setMessages(const QList<Message> &messages)
{
    QList<Row> rows;
    for (const Message &message : messages) {
        if (!message.conversation.isNull()) { // a post of ours to nobody leads nowhere
            rows.append({.kind = Kind::Message, .message = message});
        }
    }
    if (!rows.isEmpty()) {
        rows.prepend({.kind = Kind::Heading, .text = tr("Messages")});
    }
    replace(m_commandRows, int(m_rows.size()) - m_commandRows, rows);
}

void FinderModel::replace(int from, int count, const QList<Row> &by)
{
    if (count > 0) {
        beginRemoveRows({}, from, from + count - 1);
        m_rows.remove(from, count);
        endRemoveRows();
    }
    if (!by.isEmpty()) {
        beginInsertRows({}, from, from + int(by.size()) - 1);
        for (qsizetype i = 0; i < by.size(); ++i) {
            m_rows.insert(from + i, by.at(i));
        }
        endInsertRows();
    }
}

QAction *FinderModel::commandAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).command.data() : nullptr;
}

ConversationId FinderModel::conversationAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).message.conversation : ConversationId{};
}

int FinderModel::nextChoice(int row, int by) const
{
    while (row >= 0 && row < m_rows.size() && m_rows.at(row).kind == Kind::Heading) {
        row += by;
    }
    return row >= 0 && row < m_rows.size() ? row : -1;
}

int FinderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FinderModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (row.kind == Kind::Message) {
            return tr("%1: %2").arg(Words::nameOf(row.message.author), Words::said(row.message));
        }
        return row.kind == Kind::Heading ? row.text : row.command ? row.command->text() : QString();
    case KindRole:
        return static_cast<int>(row.kind);
    case KeyRole:
        return row.command ? row.command->shortcut().toString(QKeySequence::NativeText) : QString();
    case MessageRole:
        return QVariant::fromValue(row.message);
    default:
        return {};
    }
}

Qt::ItemFlags FinderModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const bool isChoice = m_rows.at(index.row()).kind != Kind::Heading;
    return isChoice ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                    : Qt::ItemNeverHasChildren;
}

} // namespace fw::ui
