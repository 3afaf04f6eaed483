#pragma once

#include <QFrame>

class QAction;
class QButtonGroup;

namespace fw::ui {

/// The way from page to page, at the left edge. Thread: GUI.
class Rail final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Rail)
public:
    explicit Rail(QWidget *parent = nullptr);
    /// The pages are numbered in the order they are added. `action` shows the page; `sign` is one character.
    void addPage(QAction &action, const QString &sign);
    void setCurrent(int page);

private:
    QButtonGroup *m_pages;
};

} // namespace fw::ui
