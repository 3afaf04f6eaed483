#include "app/core/steered_clock.h"
#include "tests/ui/window_bench.h"
#include "ui/desktop/demo/demo_bar.h"
#include "ui/desktop/demo/demo_words.h"
#include "ui/desktop/demo/review_sheet.h"
#include "ui/desktop/demo/tour.h"
#include "ui/desktop/supervisor/conversations_sheet.h"
#include "ui/desktop/supervisor/tile.h"
#include "ui/desktop/widgets/labels.h"

#include <QLabel>
#include <QSignalSpy>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;
using namespace std::chrono_literals;

namespace {
/// The window of a demo whose day has a storm and an outage.
struct DemoBench {
    StaffedDesk desk;
    SteeredClock clock{desk.clock.now()};
    const wiring::DemoDay day{.begins = clock.now(),
        .ends = clock.now() + 12h,
        .moments = {{.name = u"storm"_s, .from = clock.now() + 4h, .until = clock.now() + 5h},
            {.name = u"outage"_s, .from = clock.now() + 6h, .until = clock.now() + 7h}}};
    int toursSeen = 0;
    std::unique_ptr<MainWindow> window;

    explicit DemoBench(bool isTourWanted = false)
    {
        desk.customerWrites(u"ana"_s, u"where is it?"_s);
        WindowOptions options{.isDemo = true,
            .brand = u"Harbor & Vale"_s,
            .agent = QString::fromLatin1(StaffedDesk::kAgent),
            .stage = {.clock = &clock, .day = day}};
        if (isTourWanted) {
            options.tourSeen = [this] { ++toursSeen; };
        }
        window = std::make_unique<MainWindow>(*desk.store, desk.outbox, desk.desk, clock, options);
        window->resize(1280, 800);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
        QTRY_VERIFY(window->isActiveWindow());
        QTRY_COMPARE(window->findChild<QueuePane *>()->model().rowCount(), 1);
    }
    [[nodiscard]] DemoBar &bar() { return *window->findChild<DemoBar *>(); }
    [[nodiscard]] Tour *tour() { return window->findChild<Tour *>(); }
    [[nodiscard]] QString said() { return bar().findChild<ElidedLabel *>()->accessibleName(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : window.get(), Qt::Key(key), modifiers);
    }
};

Tile *tileOf(const QWidget &sheet, const QString &name)
{
    for (auto *tile : sheet.findChildren<Tile *>()) {
        if (tile->text() == name) {
            return tile;
        }
    }
    return nullptr;
}
} // namespace

/// The demo's day in the window, the tour, and how the day went.
class DemoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWindowThatIsNoDemoHasNoBar();
    void keysAndButtonsSteerTheClock();
    void oneGoesOnFromMomentToMoment();
    void atTheEndTheClockStopsAndTheDayIsReviewed();
    void aNumberOfTheReviewOpensItsConversations();
    void theTourFramesPartAfterPartAndIsSeenOnce();
    void escapeSkipsTheTourAndTheWindowsKeysWait();
    void tabStaysOnTheToursCard();
    void theTourFitsASmallWindow();
};

void DemoTest::aWindowThatIsNoDemoHasNoBar()
{
    WindowBench bench;
    bench.start();
    QVERIFY(!bench.window->findChild<DemoBar *>());
    QVERIFY(!bench.window->findChild<Tour *>());
}

void DemoTest::keysAndButtonsSteerTheClock()
{
    DemoBench bench;
    QCOMPARE(bench.clock.speed(), 1.0);
    bench.press(Qt::Key_Plus);
    QCOMPARE(bench.clock.speed(), 5.0);
    bench.press(Qt::Key_Minus);
    bench.press(Qt::Key_Minus); // there is nothing slower
    QCOMPARE(bench.clock.speed(), 1.0);
    bench.press(Qt::Key_P);
    QVERIFY(bench.clock.isPaused());
    QPushButton *fast = buttonOf(bench.bar(), u"×60"_s);
    QVERIFY(fast);
    QTest::mouseClick(fast, Qt::LeftButton);
    QCOMPARE(bench.clock.speed(), 60.0);
    QVERIFY(!bench.clock.isPaused()); // who chooses a speed wants to go on
    QVERIFY(fast->isChecked());
    bench.press(Qt::Key_P);
    QVERIFY(bench.clock.isPaused());
    bench.press(Qt::Key_P);
    QVERIFY(!bench.clock.isPaused());
}

void DemoTest::oneGoesOnFromMomentToMoment()
{
    DemoBench bench;
    bench.clock.setPaused(true);
    QVERIFY(bench.said().contains(u"ordinary"_s));
    bench.press(Qt::Key_F8);
    QVERIFY(bench.clock.now() == bench.day.moments.at(0).from);
    QVERIFY(bench.said().contains(u"storm"_s));
    bench.press(Qt::Key_F8);
    QVERIFY(bench.clock.now() == bench.day.moments.at(1).from);
    QVERIFY(bench.said().contains(u"outage"_s));
    QCOMPARE(nextMoment(bench.day, bench.clock.now()), nullptr);
}

void DemoTest::atTheEndTheClockStopsAndTheDayIsReviewed()
{
    DemoBench bench;
    QSignalSpy ended(&bench.bar(), &DemoBar::dayEnded);
    bench.clock.leapTo(bench.day.ends);
    QTRY_VERIFY(bench.window->findChild<ReviewSheet *>());
    QVERIFY(bench.clock.isPaused());
    bench.bar().togglePause();
    QVERIFY(bench.clock.isPaused()); // there is no more of this day
    QCOMPARE(ended.size(), 1);       // though the bar looked at the clock again
}

void DemoTest::aNumberOfTheReviewOpensItsConversations()
{
    DemoBench bench;
    bench.clock.leapTo(bench.day.begins + 3h);
    auto *action = bench.window->findChild<QAction *>(u"demo-review"_s);
    QVERIFY(action);
    action->trigger();
    auto *sheet = bench.window->findChild<ReviewSheet *>();
    QVERIFY(sheet);
    Tile *waiting = tileOf(*sheet, ReviewSheet::tr("Still waiting"));
    QVERIFY(waiting);
    QTRY_VERIFY(waiting->isEnabled());
    QVERIFY(waiting->accessibleName().contains(u"1"_s));
    QVERIFY(!tileOf(*sheet, ReviewSheet::tr("Leaked"))->isEnabled());
    QTest::mouseClick(waiting, Qt::LeftButton);
    QTRY_VERIFY(bench.window->findChild<ConversationsSheet *>());
}

void DemoTest::theTourFramesPartAfterPartAndIsSeenOnce()
{
    DemoBench bench(true);
    QTRY_VERIFY(bench.tour());
    QVERIFY(bench.clock.isPaused()); // nothing is missed
    QCOMPARE(bench.toursSeen, 0);
    QList<QRect> frames;
    for (int step = 0; step < 6; ++step) {
        QCOMPARE(bench.tour()->step(), step);
        QTRY_VERIFY(!bench.tour()->framed().isEmpty());
        QVERIFY(bench.window->rect().contains(bench.tour()->framed()));
        QVERIFY(!frames.contains(bench.tour()->framed()));
        frames.append(bench.tour()->framed());
        bench.tour()->next();
    }
    QTRY_VERIFY(!bench.tour());
    QCOMPARE(bench.toursSeen, 1);
    QVERIFY(!bench.clock.isPaused());
    bench.window->hide();
    bench.window->show();
    QCoreApplication::sendPostedEvents(bench.window.get());
    QVERIFY(!bench.tour()); // once
    bench.window->findChild<QAction *>(u"tour"_s)->trigger();
    QVERIFY(bench.tour()); // and whenever it is asked for
}

void DemoTest::escapeSkipsTheTourAndTheWindowsKeysWait()
{
    DemoBench bench(true);
    QTRY_VERIFY(bench.tour());
    const auto theme = bench.window->findChild<QAction *>(u"theme"_s);
    QSignalSpy triggered(theme, &QAction::triggered);
    bench.press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(triggered.size(), 0);
    bench.press(Qt::Key_Return); // "Next" has the focus
    QTRY_COMPARE(bench.tour()->step(), 1);
    bench.press(Qt::Key_Backspace);
    QCOMPARE(bench.tour()->step(), 0);
    bench.press(Qt::Key_Escape);
    QTRY_VERIFY(!bench.tour());
    QCOMPARE(bench.toursSeen, 1);
    bench.press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(triggered.size(), 1);
}

void DemoTest::tabStaysOnTheToursCard()
{
    DemoBench bench(true);
    QTRY_VERIFY(bench.tour());
    for (int i = 0; i < 5; ++i) {
        bench.press(Qt::Key_Tab);
        QVERIFY(bench.tour()->isAncestorOf(QApplication::focusWidget()));
    }
}

void DemoTest::theTourFitsASmallWindow()
{
    DemoBench bench(true);
    QTRY_VERIFY(bench.tour());
    bench.window->resize(860, 540);
    QTRY_COMPARE(bench.tour()->size(), bench.window->size());
    for (int step = 0; step < 6; ++step) {
        const QRect card = bench.tour()->findChild<QFrame *>()->geometry();
        QVERIFY(bench.tour()->rect().contains(card));
        bench.tour()->next();
    }
}

} // namespace fw::test

QTEST_MAIN(fw::test::DemoTest)
#include "demo_test.moc"
