#include "ui/desktop/conversation/conversation_pane.h"
#include "ui/desktop/queue/queue_pane.h"
#include "ui/desktop/shell/account_sheet.h"
#include "ui/desktop/shell/keys_sheet.h"
#include "ui/desktop/shell/main_window.h"

#include <QAction>
#include <QMenu>

namespace fw::ui {

// What keys and the menu do. A text being written keeps plain letters to itself, so they only act outside of it.

QList<MainWindow::Command> MainWindow::queueCommands()
{
    return {
        {tr("Next person"), {Qt::Key_J, Qt::CTRL | Qt::Key_J, Qt::ALT | Qt::Key_Down},
            [this] { m_queue->step(1); }},
        {tr("Previous person"), {Qt::Key_K, Qt::CTRL | Qt::Key_K, Qt::ALT | Qt::Key_Up},
            [this] { m_queue->step(-1); }},
        {tr("Show new rows"), {Qt::Key_N}, [this] { m_queue->showHeld(); }},
        {tr("Show who is waiting"), {Qt::Key_1}, [this] { m_queue->setView(View::Waiting); }, true},
        {tr("Show replies that are leaving"), {Qt::Key_2}, [this] { m_queue->setView(View::Leaving); }},
        {tr("Show replies that were not sent"), {Qt::Key_3}, [this] { m_queue->setView(View::Failed); }},
        {tr("Show who was answered"), {Qt::Key_4}, [this] { m_queue->setView(View::Answered); }},
    };
}

QList<MainWindow::Command> MainWindow::replyCommands()
{
    return {
        {tr("Answer"), {Qt::Key_R, Qt::Key_Return, Qt::Key_Enter},
            [this] { m_conversation->composer().focusText(); }, true},
        {tr("Send"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
            [this] { m_conversation->composer().send(); }},
        {tr("Send later…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Return, Qt::CTRL | Qt::SHIFT | Qt::Key_Enter},
            [this] { m_conversation->composer().chooseLater(); }},
        {tr("Send a held or refused reply all the same"), {Qt::Key_S},
            [this] { m_conversation->sendAgain(); }},
        {tr("Public or private"), {Qt::CTRL | Qt::Key_L},
            [this] { m_conversation->composer().chooseNextLane(); }},
        {tr("Open on the network"), {Qt::Key_O}, [this] { m_conversation->openOnNetwork(); }},
        {tr("Undo send or resolve"), {Qt::Key_U}, [this] { undo(); }},
        {tr("Resolve"), {Qt::Key_E}, [this] { resolve(); }},
        {tr("Back to the list"), {Qt::Key_Escape}, [this] { m_queue->focusList(); }},
    };
}

QList<MainWindow::Command> MainWindow::windowCommands()
{
    return {
        {tr("Read every account now"), {Qt::Key_F5}, [this] { pull(); }, true},
        {tr("What the accounts can do"), {Qt::Key_A}, [this] { showAccountSheet(); }},
        {tr("Accounts…"), {Qt::CTRL | Qt::Key_Comma},
            [this] {
                if (m_options.openAccounts) {
                    m_options.openAccounts(this);
                }
            }},
        {tr("Light or dark"), {Qt::CTRL | Qt::Key_T}, [this] { m_theme.toggle(); }},
        {tr("Keys"), {Qt::Key_F1, Qt::Key_Question}, [this] { showKeys(); }},
        {tr("Quit"), {Qt::CTRL | Qt::Key_Q}, [this] { close(); }, true},
    };
}

QMenu *MainWindow::makeMenu()
{
    auto *menu = new QMenu(this);
    for (const Command &command : queueCommands() + replyCommands() + windowCommands()) {
        if (command.startsGroup) {
            menu->addSeparator();
        }
        auto *action = new QAction(command.text, this);
        action->setShortcuts(command.keys);
        connect(action, &QAction::triggered, this, command.run);
        menu->addAction(action);
        addAction(action);
    }
    return menu;
}

void MainWindow::showAccountSheet()
{
    auto *sheet = new AccountSheet(*m_accounts, m_clock, m_theme, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::showKeys()
{
    auto *sheet = new KeysSheet(actions(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

} // namespace fw::ui
