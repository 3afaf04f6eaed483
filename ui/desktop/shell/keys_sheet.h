#pragma once

#include <QDialog>

class QAction;

namespace fw::ui {

/// Every key and what it does, read from the actions themselves.
class KeysSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysSheet)
public:
    KeysSheet(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace fw::ui
