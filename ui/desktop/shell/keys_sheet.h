#pragma once

#include <QDialog>
#include <QHash>

class QAction;
class QGridLayout;
class QLabel;
class QPushButton;

namespace fw::ui {

class KeyBindings;

/// Every command with its key, and a way to give it another one: press the key shown, then the new one. Thread: GUI.
class KeysSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysSheet)
public:
    KeysSheet(KeyBindings &bindings, QWidget *parent);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addRow(QGridLayout *grid, QAction *command);
    void ask(QAction *command);
    void take(const QKeySequence &key);
    void stopAsking();
    void showKeys();

    KeyBindings &m_bindings;
    QHash<QAction *, QPushButton *> m_buttons;
    QLabel *m_hint;
    QPushButton *m_reset;
    QAction *m_asked = nullptr; // the command the next key is for
};

} // namespace fw::ui
