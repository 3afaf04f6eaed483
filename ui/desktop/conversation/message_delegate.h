#pragma once

#include "ui/desktop/conversation/bubble.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace fw::ui {

class Theme;

/// Paints the lines of a conversation as bubbles. Heights are kept per line and width.
class MessageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageDelegate)
public:
    MessageDelegate(Theme &theme, const Clock &clock, QString agent, QObject *parent = nullptr);

    void setNetwork(Network network) { m_network = network; }
    /// The line that is framed; invalid: none.
    void setFound(const QModelIndex &line) { m_found = line; }
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What a click at `position` means for the line shown in `area`.
    [[nodiscard]] LineAction actionAt(
        const QModelIndex &index, const QRect &area, const QPoint &position, const QFont &font) const;
    /// The address shown at `position`.
    [[nodiscard]] std::optional<TextLink> linkAt(
        const QModelIndex &index, const QRect &area, const QPoint &position, const QFont &font) const;
    [[nodiscard]] BubbleWords wordsOf(const Line &line) const;

private:
    struct Measured {
        int width = 0;
        Line line = {};
        QString meta = {};
        int height = 0;
    };
    void drawBubble(QPainter &painter, const QRect &bubble, const Line &line) const;

    Theme &m_theme;
    const Clock &m_clock;
    QString m_agent;
    Network m_network = Network::Twitter;
    QPersistentModelIndex m_found = {};
    mutable QHash<qint64, Measured>
        m_measured; // by message or reply id; both come from one source and never meet
};

} // namespace fw::ui
