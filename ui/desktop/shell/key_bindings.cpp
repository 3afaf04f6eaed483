#include "ui/desktop/shell/key_bindings.h"

#include <QAction>
#include <QSettings>

namespace fw::ui {

using namespace Qt::StringLiterals;

namespace {
QString settingOf(const QAction *command)
{
    return u"keys/"_s + command->objectName();
}
} // namespace

KeyBindings::KeyBindings(QList<QAction *> commands, QString file)
    : m_commands(std::move(commands))
    , m_file(std::move(file))
{
    for (const QAction *command : m_commands) {
        m_usual.append(command->shortcuts());
    }
    if (m_file.isEmpty()) {
        return;
    }
    const QSettings settings(m_file, QSettings::IniFormat);
    for (QAction *command : m_commands) {
        const QKeySequence key(settings.value(settingOf(command)).toString(), QKeySequence::PortableText);
        // What was remembered may be of another version, or edited by hand.
        if (check(command, key) == Refusal::None) {
            command->setShortcut(key);
        }
    }
}

const QList<QKeySequence> &KeyBindings::usualOf(const QAction *command) const
{
    return m_usual.at(std::find(m_commands.begin(), m_commands.end(), command) - m_commands.begin());
}

bool KeyBindings::isChanged(const QAction *command) const
{
    return command->shortcuts() != usualOf(command);
}

bool KeyBindings::isAnyChanged() const
{
    return std::any_of(
        m_commands.begin(), m_commands.end(), [this](const QAction *command) { return isChanged(command); });
}

KeyBindings::Refusal KeyBindings::check(const QAction *command, const QKeySequence &key) const
{
    if (key.isEmpty()) {
        return Refusal::Empty;
    }
    const Qt::KeyboardModifiers modifiers = key[0].keyboardModifiers();
    if (modifiers.testFlag(Qt::ControlModifier) && modifiers.testFlag(Qt::AltModifier)) {
        return Refusal::Typing;
    }
    const QAction *holder = holderOf(key);
    return holder == nullptr || holder == command ? Refusal::None : Refusal::Taken;
}

QAction *KeyBindings::holderOf(const QKeySequence &key) const
{
    for (QAction *command : m_commands) {
        if (command->shortcuts().contains(key)) {
            return command;
        }
    }
    return nullptr;
}

void KeyBindings::bind(QAction *command, const QKeySequence &key)
{
    command->setShortcut(key);
    remember(command);
}

void KeyBindings::reset(QAction *command)
{
    QList<QKeySequence> keys = usualOf(command);
    keys.removeIf([&](const QKeySequence &key) { return check(command, key) != Refusal::None; });
    command->setShortcuts(keys);
    remember(command);
}

void KeyBindings::resetAll()
{
    for (QAction *command : std::as_const(m_commands)) {
        command->setShortcuts(usualOf(command));
        remember(command);
    }
}

void KeyBindings::remember(const QAction *command) const
{
    if (m_file.isEmpty()) {
        return;
    }
    QSettings settings(m_file, QSettings::IniFormat);
    if (isChanged(command)) {
        settings.setValue(settingOf(command), command->shortcut().toString(QKeySequence::PortableText));
    } else {
        settings.remove(settingOf(command));
    }
}

} // namespace fw::ui
