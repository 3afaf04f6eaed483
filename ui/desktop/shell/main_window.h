#pragma once

#include "app/desk/desk.h"
#include "app/dispatch/outbox.h"
#include "app/store/change_feed.h"
#include "ui/desktop/composer/composer.h"
#include "ui/desktop/shell/window_state.h"
#include "ui/wiring/demo_day.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace fw {
class SteeredClock;
}

namespace fw::ui {

class AccountsWatch;
class Banner;
class ConversationPane;
class CustomerPane;
class DefinitionsPage;
class DemoBar;
class DeskActs;
class KeyBindings;
class NoticeWatch;
class QueuePane;
class Rail;
class StatusBar;
class SupervisorPage;
class Toast;
class Tray;

/// The demo's day, and the clock that one steers through it.
struct DemoStage {
    SteeredClock *clock = nullptr; // null: no such day
    wiring::DemoDay day = {};
};

struct WindowOptions {
    bool isDemo = false;
    QString brand = {};                 // shown in the demo's badge
    QString stateFile = {};             // where the window's place is remembered; empty: nowhere
    QString agent = {};                 // who sits here
    TextMeasure measure = nullptr;      // null: characters
    TextPrice price = nullptr;          // null: nothing costs anything
    int textLimit = 0;                  // of an account that has not told what it can do; 0: none
    QList<FieldSource> fields = {};     // what saved replies are filled from
    std::function<bool()> pullNow = {}; // walks every account now; false: another program does that
    std::function<void(QWidget *)> openAccounts = {}; // shows how the accounts are signed in
    std::function<void()> chooseDesk = {};            // starts the program anew, asking which desk
    DemoStage stage = {};
    std::function<void()> tourSeen
        = {}; // set: the tour is shown at the start, and this called when it was seen
    std::optional<ThemeMode> theme = {}; // asked for on the command line; else the remembered one
};

/// The window: queue, conversation, composer, kept up to date by the store's change feed. Never waits for anything. Thread: GUI.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    MainWindow(Store &store, Outbox &outbox, Desk &desk, const Clock &clock, WindowOptions options,
        QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Something to know all the time, for instance that another program sends, with one thing to do about it. Empty: nothing any more.
    void setNotice(const QString &text, const QString &action = {});
    /// To the front, and the conversation of a link (desk_link.h) open. Empty: to the front only. What is no link is said to be none.
    void openLink(const QString &link);

Q_SIGNALS:
    void noticePressed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Command {
        QString id = {}; // by which its key is remembered
        QString text = {};
        QList<QKeySequence> keys = {};
        std::function<void()> run = {};
        bool startsGroup = false;
    };
    enum Page { DeskPage, FloorPage, SetupPage };
    void makeParts(View view);
    QWidget *makeBody(QMenu *menu);
    QWidget *makePages();
    QMenu *makeMenu();
    [[nodiscard]] QList<Command> queueCommands();
    [[nodiscard]] QList<Command> replyCommands();
    [[nodiscard]] QList<Command> pageCommands();
    [[nodiscard]] QList<Command> windowCommands();
    [[nodiscard]] QList<Command> demoCommands();
    void watch();
    void watchActs();
    void watchNotices();
    void restore(const WindowState &state);

    void select(ConversationId id);
    void readOpen();
    void conversationsChanged(const QList<ConversationId> &ids);
    void readCounts();
    void showAccounts();
    void showBraked();
    void showSaved();
    void act(std::initializer_list<ConversationState> states, void (DeskActs::*what)(ConversationId));
    void resolve();
    void snooze();
    void offerUndo(const QString &sentence, const std::function<void()> &undo);
    void undo();
    void takeBack();
    void showCustomerWithin(int room);
    void toggleCustomer();
    void pull();
    void showAccountSheet();
    void showKeys();
    void find();
    void showBrakes();
    void showStock();
    void showApprovals();
    void showNotices();
    void copyLink();
    void makeDemoBar();
    void showTour();
    void showReview();
    void showWaiting(int count);
    void come();
    void open(ConversationId id);
    void showPage(int page);
    void toggleWall();
    void setOnWall(bool isOnWall);
    void showFigure(const QString &title, const QList<ConversationId> &conversations);
    void complain(const Error &error);

    Store &m_store;
    Outbox &m_outbox;
    Desk &m_desk;
    const Clock &m_clock;
    WindowOptions m_options;
    Theme m_theme;
    ChangeFeed m_feed;
    QTimer m_countsTimer;
    std::unique_ptr<KeyBindings> m_keys;
    QList<QAction *> m_replyActions; // mean the open conversation: nothing on another page
    AccountsWatch *m_accounts = nullptr;
    DeskActs *m_acts = nullptr;
    QueuePane *m_queue = nullptr;
    ConversationPane *m_conversation = nullptr;
    StatusBar *m_status = nullptr;
    QSplitter *m_splitter = nullptr;
    QWidget *m_top = nullptr;
    QStackedWidget *m_pages = nullptr;
    Rail *m_rail = nullptr;
    CustomerPane *m_customer = nullptr;
    bool m_isCustomerWanted = true;
    SupervisorPage *m_floor = nullptr;
    DefinitionsPage *m_definitions = nullptr;
    Toast *m_toast = nullptr;
    NoticeWatch *m_notices = nullptr;
    Tray *m_tray = nullptr;
    DemoBar *m_demo = nullptr; // there is one in the demo
    Banner *m_notice = nullptr;
    Banner *m_braked = nullptr;
    ConversationId m_selected = {};
    std::function<void()> m_undo; // what the toast's Undo does
};

} // namespace fw::ui
