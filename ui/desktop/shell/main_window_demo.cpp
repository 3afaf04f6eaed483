// The window as a place to learn: the demo's day, the tour, and how the day went.
#include "app/core/steered_clock.h"
#include "ui/desktop/conversation/conversation_pane.h"
#include "ui/desktop/customer/customer_pane.h"
#include "ui/desktop/demo/demo_bar.h"
#include "ui/desktop/demo/review_sheet.h"
#include "ui/desktop/demo/tour.h"
#include "ui/desktop/queue/queue_pane.h"
#include "ui/desktop/shell/main_window.h"
#include "ui/desktop/shell/rail.h"
#include "ui/desktop/shell/status_bar.h"

#include <QStackedWidget>

namespace fw::ui {

using namespace Qt::StringLiterals;

void MainWindow::makeDemoBar()
{
    if (!m_options.stage.clock) {
        return;
    }
    m_demo = new DemoBar(*m_options.stage.clock, m_options.stage.day);
    connect(m_demo, &DemoBar::tourAsked, this, &MainWindow::showTour);
    connect(m_demo, &DemoBar::reviewAsked, this, &MainWindow::showReview);
    connect(m_demo, &DemoBar::dayEnded, this, &MainWindow::showReview);
}

QList<MainWindow::Command> MainWindow::demoCommands()
{
    if (!m_demo) {
        return {};
    }
    return {
        {u"demo-pause"_s, tr("Pause the day, or go on"), {Qt::Key_P}, [this] { m_demo->togglePause(); },
            true},
        {u"demo-next"_s, tr("On to what happens next"), {Qt::Key_F8}, [this] { m_demo->jump(); }},
        {u"demo-faster"_s, tr("Let the day go faster"), {Qt::Key_Plus}, [this] { m_demo->changeSpeed(1); }},
        {u"demo-slower"_s, tr("Let the day go slower"), {Qt::Key_Minus}, [this] { m_demo->changeSpeed(-1); }},
        {u"demo-review"_s, tr("How did the day go?"), {}, [this] { showReview(); }},
    };
}

/// The first time somebody sees the window with a tour to offer.
void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (m_options.tourSeen) {
        QMetaObject::invokeMethod(this, &MainWindow::showTour, Qt::QueuedConnection); // laid out by then
    }
}

void MainWindow::showTour()
{
    if (findChild<Tour *>()) {
        return;
    }
    const auto onDesk = [this](QWidget *part) {
        return [this, part] {
            showPage(DeskPage);
            if (m_selected.isNull() && part != m_queue) {
                m_queue->step(1); // something to look at
            }
            return part;
        };
    };
    QList<TourStep> steps{
        {onDesk(m_queue), tr("Who waits"),
            tr("Everybody who waits for an answer, from every network, the most urgent first. "
               "J and K go down and up; M takes the next one for you.")},
        {onDesk(m_conversation), tr("What was said, and your answer"),
            tr("R begins an answer, / puts in a saved reply, Ctrl+Enter sends. "
               "Beside Send stands when it will leave. U takes it back as long as it has not.")},
        {onDesk(m_customer), tr("Who it is"),
            tr("Orders, points and likes, as far as the customer agreed. Ctrl+G looks up the stock. "
               "Notes here are for the team only. C shows and hides it.")},
        {[this]() -> QWidget * { return m_status; }, tr("What the networks still take"),
            tr("Each account with its tightest limit, what waits in the outbox, and up to when "
               "everything was read. Nothing is sent twice, and no limit is broken.")},
        {[this]() -> QWidget * { return m_rail; }, tr("Desk, floor and setup"),
            tr("Ctrl+2 shows how the day goes: every figure opens the conversations behind it. "
               "Ctrl+3 is where hours, people, promises and saved replies are set up.")}};
    if (m_demo) {
        steps.append({[this]() -> QWidget * { return m_demo; }, tr("A day to try it on"),
            tr("A department store's day, from eight to eight. Let it go faster, stop it with P, or go on "
               "to the storm, the outage or the lowered limit with F8. Nothing leaves this computer.")});
    } else {
        steps.append({[this] { return findChild<QWidget *>(u"find-box"_s); }, tr("Find anything"),
            tr("Ctrl+K finds people, words of all history, and every command with its key.")});
    }
    SteeredClock *clock = m_options.stage.clock;
    const bool isRunning = clock && !clock->isPaused();
    if (isRunning) {
        clock->setPaused(true); // nothing is missed
    }
    auto *tour = new Tour(steps, m_theme, this);
    connect(tour, &Tour::ended, this, [this, clock, isRunning] {
        if (isRunning) {
            clock->setPaused(false);
        }
        if (const auto seen = std::exchange(m_options.tourSeen, {})) {
            seen();
        }
    });
}

/// Of the day as far as it is over.
void MainWindow::showReview()
{
    const Instant now = m_clock.now();
    const wiring::DemoDay &day = m_options.stage.day;
    auto *sheet = new ReviewSheet(m_store, {.from = day.begins, .to = std::min(now, day.ends)}, now, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ReviewSheet::conversationsFound, this, &MainWindow::showFigure);
    sheet->open();
}

} // namespace fw::ui
