#pragma once

#include <QStyledItemDelegate>

#include "app/core/clock.h"

namespace fw::ui {

class Theme;

/// Draws the finder's rows: a heading, a command with its key, or who said what and when.
class FinderDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FinderDelegate)
public:
    FinderDelegate(Theme &theme, const Clock &clock, QObject *parent);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void drawMessage(QPainter &painter, const QRect &line, const QFont &font, const QModelIndex &index) const;

    Theme &m_theme;
    const Clock &m_clock;
};

} // namespace fw::ui
