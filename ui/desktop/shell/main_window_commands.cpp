#include "ui/desktop/composer/spell_watch.h"
#include "ui/desktop/conversation/conversation_pane.h"
#include "ui/desktop/customer/customer_pane.h"
#include "ui/desktop/customer/stock_sheet.h"
#include "ui/desktop/finder/finder.h"
#include "ui/desktop/queue/queue_pane.h"
#include "ui/desktop/shell/account_sheet.h"
#include "ui/desktop/shell/brakes_sheet.h"
#include "ui/desktop/shell/desk_acts.h"
#include "ui/desktop/shell/key_bindings.h"
#include "ui/desktop/shell/keys_sheet.h"
#include "ui/desktop/shell/main_window.h"
#include "ui/desktop/shell/sources.h"
#include "ui/desktop/widgets/toast.h"

#include <QAction>
#include <QMenu>

namespace fw::ui {

using namespace Qt::StringLiterals;

// What keys and the menu do. A text being written keeps plain letters to itself, so they only act outside of it.

QList<MainWindow::Command> MainWindow::queueCommands()
{
    return {
        {u"next-person"_s, tr("Next person"), {Qt::Key_J, Qt::CTRL | Qt::Key_J, Qt::ALT | Qt::Key_Down},
            [this] { m_queue->step(1); }},
        {u"previous-person"_s, tr("Previous person"),
            {Qt::Key_K, Qt::CTRL | Qt::SHIFT | Qt::Key_J, Qt::ALT | Qt::Key_Up},
            [this] { m_queue->step(-1); }},
        {u"take-next"_s, tr("Next for me"), {Qt::Key_M, Qt::CTRL | Qt::Key_M},
            [this] { m_acts->chooseNext(); }},
        {u"show-new"_s, tr("Show new rows"), {Qt::Key_N}, [this] { m_queue->showHeld(); }},
        {u"view-waiting"_s, tr("Show who is waiting"), {Qt::Key_1},
            [this] { m_queue->setView(View::Waiting); }, true},
        {u"view-leaving"_s, tr("Show replies that are leaving"), {Qt::Key_2},
            [this] { m_queue->setView(View::Leaving); }},
        {u"view-failed"_s, tr("Show replies that were not sent"), {Qt::Key_3},
            [this] { m_queue->setView(View::Failed); }},
        {u"view-answered"_s, tr("Show who was answered"), {Qt::Key_4},
            [this] { m_queue->setView(View::Answered); }},
        {u"view-snoozed"_s, tr("Show who is snoozed"), {Qt::Key_5},
            [this] { m_queue->setView(View::Snoozed); }},
        {u"view-archived"_s, tr("Show the archive"), {Qt::Key_6},
            [this] { m_queue->setView(View::Archived); }},
    };
}

QList<MainWindow::Command> MainWindow::replyCommands()
{
    return {
        {u"answer"_s, tr("Answer"), {Qt::Key_R, Qt::Key_Return, Qt::Key_Enter},
            [this] { m_conversation->composer().focusText(); }, true},
        {u"send"_s, tr("Send"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
            [this] { m_conversation->composer().send(); }},
        {u"send-later"_s, tr("Send later…"),
            {Qt::CTRL | Qt::SHIFT | Qt::Key_Return, Qt::CTRL | Qt::SHIFT | Qt::Key_Enter},
            [this] { m_conversation->composer().chooseLater(); }},
        {u"send-again"_s, tr("Send a held or refused reply all the same"), {Qt::Key_S},
            [this] { m_conversation->sendAgain(); }},
        {u"lane"_s, tr("Public or private"), {Qt::CTRL | Qt::Key_L},
            [this] { m_conversation->composer().chooseNextLane(); }},
        {u"private"_s, tr("Answer in private"), {Qt::CTRL | Qt::SHIFT | Qt::Key_L},
            [this] { m_conversation->composer().answerInPrivate(); }},
        {u"saved-reply"_s, tr("Saved reply…"), {Qt::CTRL | Qt::Key_R},
            [this] { m_conversation->composer().chooseSavedReply(); }},
        {u"next-misspelt"_s, tr("Next misspelt word"), {Qt::Key_F7},
            [this] {
                if (!m_conversation->composer().spelling().openNext()) {
                    m_toast->say(tr("No misspelt word."));
                }
            }},
        {u"spelling"_s, tr("Check the spelling, or not"), {Qt::SHIFT | Qt::Key_F7},
            [this] {
                SpellWatch &spelling = m_conversation->composer().spelling();
                spelling.setOn(!spelling.isOn());
                m_toast->say(
                    spelling.isOn() ? tr("Misspelt words are underlined.") : tr("Spelling is not checked."));
            }},
        {u"find-here"_s, tr("Find in this conversation"), {Qt::CTRL | Qt::Key_F},
            [this] { m_conversation->find(); }},
        {u"open-on-network"_s, tr("Open on the network"), {Qt::Key_O},
            [this] { m_conversation->openOnNetwork(); }},
        {u"copy-link"_s, tr("Copy a link to this conversation"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
            [this] { copyLink(); }},
        {u"undo"_s, tr("Undo send or resolve"), {Qt::Key_U}, [this] { undo(); }},
        {u"resolve"_s, tr("Resolve"), {Qt::Key_E}, [this] { resolve(); }},
        {u"snooze"_s, tr("Snooze or wake"), {Qt::Key_Z}, [this] { snooze(); }},
        {u"wait"_s, tr("Wait for the customer"), {Qt::Key_W},
            [this] { act({ConversationState::Waiting}, &DeskActs::waitForCustomer); }},
        {u"archive"_s, tr("Archive"), {Qt::Key_D},
            [this] { act({ConversationState::Resolved}, &DeskActs::archive); }},
        {u"note"_s, tr("Write a note"), {Qt::Key_I},
            [this] {
                m_customer->setVisible(true);
                m_customer->writeNote();
            }},
        {u"link"_s, tr("Link to a customer, or end the link"), {Qt::Key_L}, [this] { m_customer->link(); }},
        {u"look-up"_s, tr("Look the customer up again"), {Qt::SHIFT | Qt::Key_F5},
            [this] { m_customer->lookUpAgain(); }},
        {u"stock"_s, tr("Stock…"), {Qt::CTRL | Qt::Key_G}, [this] { showStock(); }},
        {u"customer"_s, tr("Show or hide the customer"), {Qt::Key_C}, [this] { toggleCustomer(); }},
        {u"to-list"_s, tr("Back to the list"), {Qt::Key_Escape}, [this] { m_queue->focusList(); }},
    };
}

QList<MainWindow::Command> MainWindow::pageCommands()
{
    return {
        {u"page-desk"_s, tr("Desk"), {Qt::CTRL | Qt::Key_1}, [this] { showPage(DeskPage); }, true},
        {u"page-floor"_s, tr("The floor"), {Qt::CTRL | Qt::Key_2}, [this] { showPage(FloorPage); }},
        {u"page-setup"_s, tr("Setup"), {Qt::CTRL | Qt::Key_3}, [this] { showPage(SetupPage); }},
        {u"wall"_s, tr("The floor on the wall, or back"), {Qt::Key_F11}, [this] { toggleWall(); }},
    };
}

QList<MainWindow::Command> MainWindow::windowCommands()
{
    return {
        {u"find"_s, tr("Find…"), {Qt::CTRL | Qt::Key_K, Qt::Key_Slash}, [this] { find(); }, true},
        {u"brakes"_s, tr("Brake…"), {Qt::CTRL | Qt::Key_B}, [this] { showBrakes(); }},
        {u"approvals"_s, tr("Approve answers of trainees…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_A},
            [this] { showApprovals(); }},
        {u"pull"_s, tr("Read every account now"), {Qt::Key_F5}, [this] { pull(); }},
        {u"account-sheet"_s, tr("What the accounts can do"), {Qt::Key_A}, [this] { showAccountSheet(); }},
        {u"accounts"_s, tr("Accounts…"), {Qt::CTRL | Qt::Key_Comma},
            [this] {
                if (m_options.openAccounts) {
                    m_options.openAccounts(this);
                }
            }},
        {u"choose-desk"_s, tr("Another desk…"), {},
            [this] {
                if (m_options.chooseDesk) {
                    m_options.chooseDesk();
                    close();
                }
            }},
        {u"notices"_s, tr("Notices…"), {}, [this] { showNotices(); }},
        {u"theme"_s, tr("Light or dark"), {Qt::CTRL | Qt::Key_T}, [this] { m_theme.toggle(); }},
        {u"contrast"_s, tr("High contrast, or not"), {}, [this] { m_theme.toggleContrast(); }},
        {u"tour"_s, tr("Guided tour"), {}, [this] { showTour(); }},
        {u"keys"_s, tr("Keys"), {Qt::Key_F1, Qt::Key_Question}, [this] { showKeys(); }},
        {u"quit"_s, tr("Quit"), {Qt::CTRL | Qt::Key_Q}, [this] { close(); }, true},
    };
}

QMenu *MainWindow::makeMenu()
{
    auto *menu = new QMenu(this);
    const auto add = [this, menu](const Command &command) {
        if (command.startsGroup) {
            menu->addSeparator();
        }
        auto *action = new QAction(command.text, this);
        action->setObjectName(command.id);
        action->setShortcuts(command.keys);
        connect(action, &QAction::triggered, this, command.run);
        menu->addAction(action);
        addAction(action);
        return action;
    };
    for (const Command &command : queueCommands()) {
        connect(add(command), &QAction::triggered, this, [this] { showPage(DeskPage); });
    }
    for (const Command &command : replyCommands()) {
        m_replyActions.append(add(command));
    }
    for (const Command &command : pageCommands() + demoCommands() + windowCommands()) {
        add(command);
    }
    m_keys = std::make_unique<KeyBindings>(actions(), m_options.stateFile);
    return menu;
}

void MainWindow::showAccountSheet()
{
    auto *sheet = new AccountSheet(*m_accounts, m_clock, m_theme, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::find()
{
    auto *finder = new Finder(m_keys->commands(), searchFrom(m_store), m_theme, m_clock, this);
    finder->setAttribute(Qt::WA_DeleteOnClose);
    connect(finder, &Finder::conversationChosen, this, &MainWindow::open);
    finder->open();
}

void MainWindow::showStock()
{
    auto *sheet = new StockSheet(m_store, m_clock,
        {.identity = m_customer->identity(),
            .agent = m_options.agent,
            .canAnswer = m_conversation->composer().isAnswerable()},
        this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &StockSheet::inserted, this,
        [this](const QString &field) { m_conversation->composer().insert(field); });
    sheet->open();
}

void MainWindow::showBrakes()
{
    auto *sheet = new BrakesSheet(m_store, *m_accounts, m_clock, m_options.agent, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::showKeys()
{
    auto *sheet = new KeysSheet(*m_keys, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

} // namespace fw::ui
