#pragma once

#include "app/model/conversation.h"
#include "app/store/conversation_store.h"
#include "ui/desktop/theme/paint.h"

#include <QStyledItemDelegate>

namespace fw::ui {

class Theme;

/// Paints a row of the queue: who, what they said, how long they have waited. Every row is equally high.
class QueueDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueDelegate)
public:
    QueueDelegate(Theme &theme, const Clock &clock, QObject *parent = nullptr);

    void setView(View view) { m_view = view; }
    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where a row at `row` shows its time: what has to be painted again when only time has passed.
    [[nodiscard]] static QRect timeArea(const QRect &row, const QFont &base);

private:
    struct Canvas;
    void drawFirstLine(const Canvas &canvas) const;
    void drawPills(const Canvas &canvas) const;
    struct Time;
    [[nodiscard]] Time timeOf(const Canvas &canvas) const;

    Theme &m_theme;
    const Clock &m_clock;
    View m_view = View::Waiting;
};

} // namespace fw::ui
