#pragma once

#include "ui/desktop/theme/tokens.h"

#include <QObject>

namespace fw::ui {

/// Light, dark, or of high contrast. `System` takes what the desktop's palette says when the program starts.
enum class ThemeMode { System, Light, Dark, Contrast };

[[nodiscard]] QString toString(ThemeMode mode); // "system", "light", "dark", "contrast"
[[nodiscard]] ThemeMode themeModeFromString(const QString &name);

/// The colours in use, laid over the whole application as palette, font and style sheet; sizes of text follow the desktop's. One per process, made by main. Thread: GUI.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)
public:
    /// Reads the desktop's palette; call before anything has changed the application's.
    explicit Theme(ThemeMode mode, QObject *parent = nullptr);

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] const Tokens &tokens() const;
    void setMode(ThemeMode mode);
    /// From light to dark and back.
    void toggle();
    /// To high contrast, and back to what was before.
    void toggleContrast();

Q_SIGNALS:
    void changed();

private:
    void apply();

    ThemeMode m_mode;
    ThemeMode m_before = ThemeMode::System; // high contrast was chosen
    bool m_desktopIsDark = false;
    bool m_isDark = false;
};

} // namespace fw::ui
