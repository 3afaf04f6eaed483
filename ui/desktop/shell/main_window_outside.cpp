// What the window has to do with the desktop around it: its title, the tray, notices, links.
#include "ui/desktop/conversation/conversation_pane.h"
#include "ui/desktop/notices/notice_watch.h"
#include "ui/desktop/notices/notices_sheet.h"
#include "ui/desktop/notices/tray.h"
#include "ui/desktop/shell/desk_link.h"
#include "ui/desktop/shell/main_window.h"
#include "ui/desktop/widgets/toast.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStackedWidget>

namespace fw::ui {

void MainWindow::watchNotices()
{
    const auto isSeen = [this](ConversationId conversation) {
        return isActiveWindow() && m_pages->currentIndex() == DeskPage && conversation == m_selected;
    };
    m_notices = new NoticeWatch(m_store, m_clock, m_options.agent, m_options.stateFile, isSeen, this);
    m_tray = new Tray(*m_notices, m_clock, *this);
    connect(&m_feed, &ChangeFeed::told, m_notices, &NoticeWatch::look);
    connect(m_tray, &Tray::opened, this, &MainWindow::come);
    connect(m_tray, &Tray::conversationChosen, this, &MainWindow::open);
    connect(m_tray, &Tray::rulesAsked, this, [this] {
        come();
        showNotices();
    });
    showWaiting(0);
}

void MainWindow::showWaiting(int count)
{
    const QString name = m_options.isDemo ? tr("Floorwalker (demo)") : tr("Floorwalker");
    setWindowTitle(count > 0 ? QStringLiteral("(%1) %2").arg(count).arg(name) : name);
    m_tray->setWaiting(count);
}

void MainWindow::showNotices()
{
    auto *sheet = new NoticesSheet(*m_notices, m_clock, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::copyLink()
{
    if (!m_selected.isNull()) {
        QGuiApplication::clipboard()->setText(linkTo(m_selected));
        m_toast->say(tr("The link is copied. It opens this conversation for whoever has this desk."));
    }
}

void MainWindow::come()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::openLink(const QString &link)
{
    come();
    if (link.isEmpty()) {
        return;
    }
    const auto conversation = conversationIn(link);
    if (!conversation) {
        m_toast->say(tr("That is no link to a conversation."));
        return;
    }
    const auto known
        = m_store.read([id = *conversation](Database &db) { return ConversationStore(db).byId(id); });
    whenDone(known, this, [this, id = *conversation](const Result<std::optional<Conversation>> &found) {
        if (found && *found) {
            open(id);
        } else {
            m_toast->say(tr("The conversation of that link is not on this desk."));
        }
    });
}

} // namespace fw::ui
