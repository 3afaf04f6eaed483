#pragma once

#include "app/store/conversation_store.h"
#include "ui/desktop/theme/theme.h"

#include <QByteArray>

namespace fw::ui {

/// Where the window was when it was closed.
struct WindowState {
    QByteArray geometry = {};
    QByteArray splitter = {};
    ThemeMode theme = ThemeMode::System;
    View view = View::Waiting;
    ConversationId conversation = {};
    int page = 0;
    bool isCustomerShown = true;
    bool isSpellingOn = true;
};

/// Defaults for whatever is missing or unreadable. An empty name means nothing is remembered.
[[nodiscard]] WindowState readWindowState(const QString &file);
void writeWindowState(const QString &file, const WindowState &state);

} // namespace fw::ui
