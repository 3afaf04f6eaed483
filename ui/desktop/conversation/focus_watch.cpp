#include "ui/desktop/conversation/focus_watch.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace fw::ui {

FocusWatch::FocusWatch(Store &store, const Clock &clock, const QString &agent, QWidget &pane)
    : QObject(&pane)
    , m_pane(pane)
    , m_desk(store)
    , m_keeper(m_desk, clock, agent)
{
    qApp->installEventFilter(this); // whatever has the keyboard: the composer, the queue, a menu
}

void FocusWatch::open(ConversationId conversation)
{
    m_open = conversation;
    look();
    m_keeper.touch();
}

void FocusWatch::look()
{
    const bool isSeen = m_pane.isVisible() && m_pane.window()->isActiveWindow();
    m_keeper.look(isSeen ? m_open : ConversationId{});
}

bool FocusWatch::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOfPane = watched == &m_pane || watched == m_pane.window();
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        if (const auto *widget = qobject_cast<QWidget *>(watched);
            widget && widget->window() == m_pane.window()) {
            m_keeper.touch();
        }
        break;
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate:
        if (isOfPane) {
            look();
        }
        break;
    default:
        break;
    }
    return false;
}

} // namespace fw::ui
