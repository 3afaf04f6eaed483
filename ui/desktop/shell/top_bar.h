#pragma once

#include <QFrame>

class QAction;
class QMenu;

namespace fw::ui {

/// Mark, name, the demo's badge, the way to the finder, and the menu.
class TopBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)
public:
    /// `badge` is empty when this is no demo.
    /// `find` opens the finder; its key is shown.
    TopBar(const QString &badge, const QString &agent, QAction *find, QMenu *menu, QWidget *parent = nullptr);
};

} // namespace fw::ui
