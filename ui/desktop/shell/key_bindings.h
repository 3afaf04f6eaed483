#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;

namespace fw::ui {

/// The keys of the window's commands: what we chose, or what was chosen instead and remembered. A command is known by its object name. Thread: GUI.
class KeyBindings final
{
public:
    /// The commands have the keys we chose. Remembered keys are read from `file` and given to them; an empty name remembers nothing.
    KeyBindings(QList<QAction *> commands, QString file);

    [[nodiscard]] const QList<QAction *> &commands() const { return m_commands; }
    [[nodiscard]] bool isChanged(const QAction *command) const;
    [[nodiscard]] bool isAnyChanged() const;

    /// Why `key` cannot be given to `command`.
    enum class Refusal {
        None,
        Taken,  // by another command, see holderOf()
        Typing, // some keyboards type with it: Ctrl and Alt are AltGr there
        Empty,
    };
    [[nodiscard]] Refusal check(const QAction *command, const QKeySequence &key) const;
    /// Who has `key`; null: nobody.
    [[nodiscard]] QAction *holderOf(const QKeySequence &key) const;

    /// From now on the command has this one key.
    void bind(QAction *command, const QKeySequence &key);
    /// What we chose, but for keys another command has by now.
    void reset(QAction *command);
    void resetAll();

private:
    [[nodiscard]] const QList<QKeySequence> &usualOf(const QAction *command) const;
    void remember(const QAction *command) const;

    QList<QAction *> m_commands;
    QList<QList<QKeySequence>> m_usual; // of the commands, in their order
    QString m_file;
};

} // namespace fw::ui
