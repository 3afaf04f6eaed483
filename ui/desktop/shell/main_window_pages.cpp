// The pages of the window, and what belongs to none of them.
#include "app/dispatch/guard/brakes.h"
#include "ui/desktop/conversation/conversation_pane.h"
#include "ui/desktop/customer/customer_pane.h"
#include "ui/desktop/demo/demo_bar.h"
#include "ui/desktop/queue/queue_pane.h"
#include "ui/desktop/setup/definitions_page.h"
#include "ui/desktop/shell/accounts_watch.h"
#include "ui/desktop/shell/main_window.h"
#include "ui/desktop/shell/rail.h"
#include "ui/desktop/shell/status_bar.h"
#include "ui/desktop/supervisor/approvals_sheet.h"
#include "ui/desktop/supervisor/conversations_sheet.h"
#include "ui/desktop/supervisor/supervisor_page.h"
#include "ui/desktop/widgets/banner.h"
#include "ui/desktop/widgets/toast.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>

namespace fw::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRoomForCustomer = 1120;
}

void MainWindow::showPage(int page)
{
    if (page != FloorPage) {
        setOnWall(false);
    }
    m_pages->setCurrentIndex(page);
    m_rail->setCurrent(page);
    for (QAction *action : std::as_const(m_replyActions)) {
        action->setEnabled(page == DeskPage);
    }
}

void MainWindow::toggleWall()
{
    showPage(FloorPage);
    setOnWall(!m_floor->isOnWall());
}

/// Nothing but the floor, over the whole screen.
void MainWindow::setOnWall(bool isOnWall)
{
    if (isOnWall == m_floor->isOnWall()) {
        return;
    }
    m_floor->setOnWall(isOnWall);
    for (QWidget *around : QList<QWidget *>{m_top, m_rail, m_status, m_demo}) {
        if (around) {
            around->setVisible(!isOnWall);
        }
    }
    setWindowState(isOnWall ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    if (isOnWall) {
        setFocus(); // Escape leads back, whatever had the keyboard
    }
}

/// The conversations a figure counted, to choose from.
void MainWindow::showFigure(const QString &title, const QList<ConversationId> &conversations)
{
    auto shown = m_store.read(
        [ids = conversations.first(std::min<qsizetype>(conversations.size(), ConversationsSheet::kMost))](
            Database &db) { return ConversationStore(db).byIds(ids); });
    auto *sheet = new ConversationsSheet(title, conversations.size(), shown, m_clock, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ConversationsSheet::conversationChosen, this, &MainWindow::open);
    sheet->open();
}

void MainWindow::showApprovals()
{
    auto *sheet = new ApprovalsSheet(m_store, m_clock, m_options.agent, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_feed, &ChangeFeed::conversationsChanged, sheet, &ApprovalsSheet::refresh);
    connect(sheet, &ApprovalsSheet::conversationChosen, this, &MainWindow::open);
    sheet->open();
}

/// What is braked is told all the time: who writes then wonders why nothing leaves.
void MainWindow::showBraked()
{
    const QList<Brake> &brakes = m_accounts->brakes();
    if (brakes.isEmpty()) {
        m_braked->say({});
        return;
    }
    const Brake &newest = brakes.first();
    QString what = tr("tag %1").arg(newest.tag);
    for (const AccountStatus &status : m_accounts->accounts()) {
        if (status.account.id == newest.account) {
            what = status.account.name;
        }
    }
    const QString more
        = brakes.size() > 1 ? u' ' + tr("And %n more.", nullptr, int(brakes.size() - 1)) : QString();
    m_braked->say(
        tr("Braked by %1: %2. “%3” Replies wait.%4").arg(newest.agent, what, newest.why, more), tr("Brakes"));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    showCustomerWithin(width());
}

void MainWindow::showCustomerWithin(int room)
{
    m_customer->setVisible(m_isCustomerWanted && room >= kRoomForCustomer);
}

void MainWindow::toggleCustomer()
{
    m_isCustomerWanted = !m_customer->isVisible();
    m_customer->setVisible(m_isCustomerWanted);
}

QWidget *MainWindow::makePages()
{
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_queue);
    m_splitter->addWidget(m_conversation);
    m_splitter->addWidget(m_customer);
    m_splitter->setStretchFactor(1, 1);
    m_pages = new QStackedWidget;
    m_pages->insertWidget(DeskPage, m_splitter);
    m_pages->insertWidget(FloorPage, m_floor);
    m_definitions = new DefinitionsPage(m_store, m_clock, m_options.agent);
    auto *toast = new Toast(m_conversation->composer(), m_definitions);
    connect(m_definitions, &DefinitionsPage::said, this,
        [this, toast](const QString &sentence, const std::function<void()> &undo) {
            m_undo = undo;
            toast->say(sentence, undo ? tr("Undo") : QString());
        });
    connect(toast, &Toast::actionPressed, this, &MainWindow::takeBack);
    m_pages->insertWidget(SetupPage, m_definitions);
    m_rail = new Rail;
    m_rail->addPage(*findChild<QAction *>(u"page-desk"_s), u"☰"_s);
    m_rail->addPage(*findChild<QAction *>(u"page-floor"_s), u"▤"_s);
    m_rail->addPage(*findChild<QAction *>(u"page-setup"_s), u"⛭"_s);
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_pages, 1);
    return both;
}

} // namespace fw::ui
