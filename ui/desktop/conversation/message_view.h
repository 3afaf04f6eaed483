#pragma once

#include "ui/desktop/conversation/bubble.h"

#include <QListView>
#include <QPersistentModelIndex>

class QMenu;

namespace fw::ui {

class MessageDelegate;

/// The bubbles. Stays at the newest line while it is there; otherwise the line at the top of the view stays where it is, whatever comes
/// above or below it. Asks for older lines near the top. Thread: GUI.
class MessageView final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageView)
public:
    MessageView(MessageModel &model, MessageDelegate &delegate, QWidget *parent = nullptr);

    /// What the menu of a line offers beside what stands in its bubble.
    using Menu = std::function<QList<std::pair<LineAction, QString>>(const Line &line)>;
    void setMenu(Menu menu) { m_menu = std::move(menu); }
    void scrollToNewest();
    /// Frames a line and brings it into view; invalid: none is framed.
    void showFound(const QModelIndex &line);
    void doItemsLayout() override;

Q_SIGNALS:
    /// Somebody chose `action` for the line in `row`.
    void actionChosen(fw::ui::LineAction action, int row);
    /// Somebody wants to see what an address in a text leads to.
    void linkChosen(const QUrl &target);

protected:
    bool viewportEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] LineAction actionAt(const QPoint &position) const;
    [[nodiscard]] std::optional<TextLink> linkAt(const QPoint &position) const;
    void addLinks(QMenu &menu, const QString &text);
    void scrolled();
    void askForOlder();

    MessageModel &m_model;
    MessageDelegate &m_delegate;
    Menu m_menu;
    QPersistentModelIndex m_anchor;
    int m_anchorTop = 0;
    bool m_isAtNewest = true;
    bool m_isLayingOut = false;
};

} // namespace fw::ui
