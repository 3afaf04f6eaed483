#pragma once

#include <QFrame>

class QMenu;

namespace fw::ui {

/// Mark, name, the demo's badge, and the menu.
class TopBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)
public:
    /// `badge` is empty when this is no demo.
    TopBar(const QString &badge, const QString &agent, QMenu *menu, QWidget *parent = nullptr);
};

} // namespace fw::ui
