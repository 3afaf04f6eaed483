#pragma once

#include "ui/desktop/theme/tokens.h"

#include <QObject>

namespace fw::ui {

/// Light or dark. `System` takes what the desktop's palette says when the program starts.
enum class ThemeMode { System, Light, Dark };

[[nodiscard]] QString toString(ThemeMode mode); // "system", "light", "dark"
[[nodiscard]] ThemeMode themeModeFromString(const QString &name);

/// The colours in use, laid over the whole application as palette, font and style sheet. One per process, made by main. Thread: GUI.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)
public:
    /// Reads the desktop's palette; call before anything has changed the application's.
    explicit Theme(ThemeMode mode, QObject *parent = nullptr);

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] const Tokens &tokens() const { return m_isDark ? darkTokens() : lightTokens(); }
    void setMode(ThemeMode mode);
    /// From light to dark and back.
    void toggle();

Q_SIGNALS:
    void changed();

private:
    void apply();

    ThemeMode m_mode;
    bool m_desktopIsDark = false;
    bool m_isDark = false;
};

} // namespace fw::ui
