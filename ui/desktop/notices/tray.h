#pragma once

#include "app/core/clock.h"
#include "app/core/ids.h"

#include <QSystemTrayIcon>

class QMenu;

namespace fw::ui {

class NoticeWatch;

/// The desk among the desktop's small icons: how many wait, notices, do not disturb. Where a desktop has no such place, nothing of it is there, and notices make
/// the window's entry in the list of programs blink. Thread: GUI.
class Tray final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tray)
public:
    Tray(NoticeWatch &watch, const Clock &clock, QWidget &window);
    ~Tray() override;

    void setWaiting(int count);

Q_SIGNALS:
    void opened(); // the window is wanted
    void conversationChosen(fw::ConversationId conversation);
    void rulesAsked();

private:
    void say(const QString &title, const QString &words, ConversationId conversation);
    void fillMenu();

    NoticeWatch &m_watch;
    const Clock &m_clock;
    QWidget &m_window;
    std::unique_ptr<QMenu> m_menu;
    QSystemTrayIcon m_icon;
    ConversationId m_last = {}; // of the newest notice
    int m_waiting = -1;
};

} // namespace fw::ui
