#include "ui/desktop/shell/main_window.h"

#include "app/core/drawing_thread.h"
#include "app/store/reply_store.h"
#include "ui/desktop/composer/spell_watch.h"
#include "ui/desktop/conversation/conversation_pane.h"
#include "ui/desktop/conversation/moderation_desk.h"
#include "ui/desktop/customer/customer_pane.h"
#include "ui/desktop/demo/demo_bar.h"
#include "ui/desktop/queue/queue_pane.h"
#include "ui/desktop/shell/accounts_watch.h"
#include "ui/desktop/shell/desk_acts.h"
#include "ui/desktop/shell/key_bindings.h"
#include "ui/desktop/shell/sources.h"
#include "ui/desktop/shell/status_bar.h"
#include "ui/desktop/shell/top_bar.h"
#include "ui/desktop/supervisor/floor_source.h"
#include "ui/desktop/supervisor/supervisor_page.h"
#include "ui/desktop/widgets/banner.h"
#include "ui/desktop/widgets/toast.h"
#include "ui/desktop/widgets/words.h"

#include <QAction>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMenu>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace fw::ui {

namespace {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
constexpr QSize kFrame(0, 32); // what a desktop puts around a window, about
constexpr auto kCountsDelay = 80ms;
constexpr int kQueueWidth = 332;
constexpr int kCustomerWidth = 280;
} // namespace

MainWindow::MainWindow(
    Store &store, Outbox &outbox, Desk &desk, const Clock &clock, WindowOptions options, QWidget *parent)
    : QMainWindow(parent)
    , m_store(store)
    , m_outbox(outbox)
    , m_desk(desk)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_theme(ThemeMode::System)
    , m_feed(store) // before anything is read, so that no change falls in between
{
    drawsHere();
    const WindowState state = readWindowState(m_options.stateFile);
    m_theme.setMode(m_options.theme.value_or(state.theme));
    makeParts(state.view);
    setCentralWidget(makeBody(makeMenu()));
    m_toast = new Toast(m_conversation->composer(), m_conversation);
    watch();
    watchNotices();
    restore(state);
    readCounts();
    showSaved();
    m_queue->focusList();
}

MainWindow::~MainWindow()
{
    hide(); // what goes on when the focus leaves goes on while all of it is there
}

void MainWindow::makeParts(View view)
{
    const ComposerOptions composer{.agent = m_options.agent,
        .measure = m_options.measure,
        .price = m_options.price,
        .textLimit = m_options.textLimit,
        .ownWords = m_options.stateFile.isEmpty()
            ? QString()
            : QFileInfo(m_options.stateFile).absolutePath() + u"/own-words.txt"_s,
        .fields = m_options.fields};
    m_queue = new QueuePane(queueFrom(m_store), m_theme, m_clock, view);
    m_conversation = new ConversationPane(
        conversationFrom(m_store, m_outbox), composer, m_store, m_outbox, m_clock, m_theme);
    m_accounts = new AccountsWatch(m_store, m_outbox, this);
    m_acts = new DeskActs(m_store, m_desk, m_clock, m_options.agent, this);
    m_customer = new CustomerPane(m_store, m_clock, m_options.agent);
    m_status = new StatusBar(m_theme, m_clock);
    m_floor = new SupervisorPage(floorFrom(m_store), *m_accounts, m_theme, m_clock);
    m_notice = new Banner(Banner::Tone::Warn);
    connect(m_notice, &Banner::pressed, this, &MainWindow::noticePressed);
    m_braked = new Banner(Banner::Tone::Bad);
    connect(m_braked, &Banner::pressed, this, &MainWindow::showBrakes);
    makeDemoBar();
}

QWidget *MainWindow::makeBody(QMenu *menu)
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const QString badge = m_options.isDemo ? tr("Demo · %1").arg(m_options.brand) : QString();
    m_top = new TopBar(badge, m_options.agent, findChild<QAction *>(u"find"_s), menu);
    column->addWidget(m_top);
    if (m_demo) {
        column->addWidget(m_demo);
    }
    column->addWidget(m_notice);
    column->addWidget(m_braked);
    column->addWidget(makePages(), 1);
    column->addWidget(m_status);
    return body;
}

void MainWindow::watch()
{
    m_countsTimer.setSingleShot(true);
    m_countsTimer.setInterval(kCountsDelay);
    connect(&m_countsTimer, &QTimer::timeout, this, &MainWindow::readCounts);
    connect(&m_feed, &ChangeFeed::conversationsChanged, this, &MainWindow::conversationsChanged);
    connect(&m_feed, &ChangeFeed::accountsChanged, m_accounts, &AccountsWatch::refresh);
    connect(m_accounts, &AccountsWatch::changed, this, &MainWindow::showAccounts);
    connect(m_queue, &QueuePane::conversationSelected, this, &MainWindow::select);
    connect(m_queue, &QueuePane::viewChanged, this, [this] { m_queue->showSelected(m_selected); });
    connect(&m_queue->model(), &QueueModel::readFailed, this, &MainWindow::complain);
    connect(m_conversation, &ConversationPane::resolveAsked, this, &MainWindow::resolve);
    connect(m_conversation, &ConversationPane::snoozeAsked, this, &MainWindow::snooze);
    watchActs();
    connect(m_conversation, &ConversationPane::said, this,
        [this](const QString &sentence) { m_toast->say(sentence); });
    connect(m_conversation, &ConversationPane::readFailed, this, &MainWindow::complain);
    connect(m_toast, &Toast::actionPressed, this, &MainWindow::takeBack);
    connect(m_conversation, &ConversationPane::moderationAsked, this, [this](const QString &sentence) {
        offerUndo(sentence, [this] { m_conversation->moderation().undo(); });
    });
    connect(&m_feed, &ChangeFeed::conversationsChanged, m_floor, &SupervisorPage::refresh);
    connect(m_floor, &SupervisorPage::conversationsFound, this, &MainWindow::showFigure);
    connect(m_floor, &SupervisorPage::accountsAsked, this, &MainWindow::showAccountSheet);
    connect(m_floor, &SupervisorPage::approvalsAsked, this, &MainWindow::showApprovals);
    auto *floorToast = new Toast(m_conversation->composer(), m_floor); // which is not on that page
    connect(m_floor, &SupervisorPage::said, floorToast,
        [floorToast](const QString &sentence) { floorToast->say(sentence); });
    DraftKeeper &drafts = m_conversation->composer().drafts();
    connect(&drafts, &DraftKeeper::savedChanged, this, &MainWindow::showSaved);
    connect(&drafts, &DraftKeeper::conversationsChanged, this,
        [this, &drafts] { m_queue->model().setDrafts(drafts.conversations()); });
}

/// Says `sentence`, with a way to take it back where there is one.
void MainWindow::offerUndo(const QString &sentence, const std::function<void()> &undo)
{
    m_undo = undo;
    m_toast->say(sentence, undo ? tr("Undo") : QString());
}

/// What was offered to be undone.
void MainWindow::takeBack()
{
    if (const auto undo = std::exchange(m_undo, {})) {
        undo();
    }
}

void MainWindow::watchActs()
{
    connect(m_acts, &DeskActs::done, this, [this](const QString &sentence, FactId fact) {
        offerUndo(sentence, [this, fact] { m_acts->undo(fact); });
    });
    connect(m_acts, &DeskActs::undone, this, [this](const QString &sentence) { m_toast->say(sentence); });
    connect(m_acts, &DeskActs::chosen, this, &MainWindow::open);
    connect(m_acts, &DeskActs::nobodyLeft, this,
        [this] { m_toast->say(tr("Nobody waits whom somebody else has not taken.")); });
    connect(m_acts, &DeskActs::failed, this, &MainWindow::complain);
    connect(m_customer, &CustomerPane::said, this,
        [this](const QString &sentence, const std::function<void()> &undo) { offerUndo(sentence, undo); });
    connect(&m_feed, &ChangeFeed::told, m_customer, &CustomerPane::told);
}

void MainWindow::restore(const WindowState &state)
{
    m_isCustomerWanted = state.isCustomerShown;
    showCustomerWithin(
        screen()->availableSize().width()); // or it would hold the window wider than the screen
    if (!restoreGeometry(state.geometry)) {
        resize(QSize(1280, 800).boundedTo(screen()->availableSize() - kFrame));
    }
    if (!m_splitter->restoreState(state.splitter)) {
        m_splitter->setSizes({kQueueWidth, 1280 - kQueueWidth - kCustomerWidth, kCustomerWidth});
    }
    m_splitter->setHandleWidth(1);
    if (!state.conversation.isNull()) {
        open(state.conversation);
    }
    m_conversation->composer().spelling().setOn(state.isSpellingOn);
    showPage(std::clamp(state.page, int(DeskPage), m_pages->count() - 1));
}

void MainWindow::select(ConversationId id)
{
    m_selected = id;
    const QModelIndex index = m_queue->model().index(m_queue->model().rowOf(id));
    if (index.isValid()) {
        m_conversation->open(index.data(QueueModel::ConversationRole).value<Conversation>());
        showAccounts();
    }
    readOpen();
}

/// Opens a conversation wherever it is: its row is selected where there is one.
void MainWindow::open(ConversationId id)
{
    showPage(DeskPage);
    m_queue->showSelected(id);
    select(id);
}

/// Reads the selected conversation itself: its row may be of another view, or not loaded.
void MainWindow::readOpen()
{
    auto read = m_store.read([id = m_selected](Database &db) { return ConversationStore(db).byId(id); });
    whenDone(read, this, [this, id = m_selected](const Result<std::optional<Conversation>> &conversation) {
        if (!conversation) {
            complain(conversation.error());
        } else if (*conversation && id == m_selected) {
            if (m_conversation->conversation() == id) {
                m_conversation->refresh(**conversation);
            } else {
                m_conversation->open(**conversation);
                showAccounts();
            }
            m_customer->show(**conversation);
        }
    });
}

void MainWindow::conversationsChanged(const QList<ConversationId> &ids)
{
    m_queue->model().refresh(ids);
    if (!m_countsTimer.isActive()) {
        m_countsTimer.start();
    }
    if (!m_selected.isNull() && ids.contains(m_selected)) {
        readOpen();
    }
}

void MainWindow::readCounts()
{
    auto counts = m_store.read([](Database &db) { return ConversationStore(db).counts(); });
    whenDone(counts, this, [this](const Result<QueueCounts> &read) {
        if (read) {
            m_queue->setCounts(*read);
            showWaiting(int(read->waiting));
        }
    });
    auto proposed = m_store.read([](Database &db) { return ReplyStore(db).proposed().size(); });
    whenDone(proposed, this, [this](const Result<qsizetype> &count) {
        m_floor->setProposals(static_cast<int>(count.value_or(0)));
    });
}

void MainWindow::showAccounts()
{
    m_status->showAccounts(m_accounts->accounts());
    for (const AccountStatus &status : m_accounts->accounts()) {
        if (status.account.id == m_conversation->account()) {
            m_conversation->setAccount(status.account, status.windows);
        }
    }
    const bool hasNone = m_accounts->isKnown() && m_accounts->accounts().isEmpty();
    const QString folder = QFileInfo(m_store.place().file).absolutePath();
    const QString hint = m_options.openAccounts
        ? tr("No account yet.\n\nPress Ctrl+, to add one.")
        : tr("No account yet. Add one:\n\nfloorwalkerctl --data %1 account add "
             "twitter --name care --token-file FILE")
              .arg(folder);
    m_queue->setEmptyHint(hasNone ? hint : QString());
    showBraked();
    showSaved();
}

void MainWindow::showSaved()
{
    m_status->showOutbox(m_accounts->pendingReplies(), m_conversation->composer().drafts().isSaved());
}

/// `what` on the conversation that is open, in one of `states`.
void MainWindow::act(std::initializer_list<ConversationState> states, void (DeskActs::*what)(ConversationId))
{
    const bool isFitting = std::find(states.begin(), states.end(), m_conversation->state()) != states.end();
    if (!m_selected.isNull() && isFitting) {
        (m_acts->*what)(m_selected);
    }
}

void MainWindow::resolve()
{
    act({ConversationState::Waiting, ConversationState::Snoozed}, &DeskActs::resolve);
}

void MainWindow::snooze()
{
    if (m_conversation->state() == ConversationState::Snoozed) {
        act({ConversationState::Snoozed}, &DeskActs::wake);
    } else if (m_conversation->state() == ConversationState::Waiting && !m_selected.isNull()) {
        QMenu menu(this);
        m_acts->fillSnoozeMenu(menu, m_selected);
        menu.setActiveAction(menu.actions().first());
        menu.exec(m_conversation->snoozeMenuPlace());
    }
}

/// The newest thing that can be taken back: what the toast speaks of while it is there, else a reply that has not left.
void MainWindow::undo()
{
    if (m_toast->offersAction()) {
        m_toast->press();
    } else {
        m_conversation->undoSend();
    }
}

void MainWindow::pull()
{
    if (m_options.pullNow && m_options.pullNow()) {
        m_toast->say(tr("Reading every account now."));
    } else {
        m_toast->say(tr("Another program reads the accounts of this desk."));
    }
}

void MainWindow::setNotice(const QString &text, const QString &action)
{
    m_notice->say(text, action);
}

void MainWindow::complain(const Error &error)
{
    m_toast->say(tr("%1.").arg(Words::reason(toString(error.code))));
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_floor->isOnWall()) {
        setOnWall(false);
        return;
    }
    // Arrow keys nobody else wanted: the list and texts take their own.
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        m_queue->step(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_conversation->composer().finish();
    writeWindowState(m_options.stateFile,
        {.geometry = saveGeometry(),
            .splitter = m_splitter->saveState(),
            .theme = m_theme.mode(),
            .view = m_queue->view(),
            .conversation = m_selected,
            .page = m_pages->currentIndex(),
            .isCustomerShown = m_isCustomerWanted,
            .isSpellingOn = m_conversation->composer().spelling().isOn()});
    QMainWindow::closeEvent(event);
}

} // namespace fw::ui
