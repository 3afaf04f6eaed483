#include "tests/ui/window_bench.h"
#include "ui/desktop/shell/rail.h"
#include "ui/desktop/supervisor/budget_card.h"
#include "ui/desktop/supervisor/conversations_sheet.h"
#include "ui/desktop/supervisor/figure_table.h"
#include "ui/desktop/supervisor/floor_source.h"
#include "ui/desktop/supervisor/page_files.h"
#include "ui/desktop/supervisor/supervisor_page.h"
#include "ui/desktop/supervisor/tile.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;
using namespace std::chrono_literals;

namespace {
Tile *tileOf(const QWidget &page, const QString &name)
{
    for (auto *tile : page.findChildren<Tile *>()) {
        if (tile->text() == name) {
            return tile;
        }
    }
    return nullptr;
}
} // namespace

class FloorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onTheWallThereAreFiguresAndNobodysName()
    {
        WindowBench bench;
        bench.desk.customerWrites(u"ana"_s, u"hello"_s);
        bench.start();
        bench.press(Qt::Key_2, Qt::ControlModifier);
        auto *page = bench.window->findChild<SupervisorPage *>();
        QTRY_VERIFY(page->isVisible());
        Tile *oldest = tileOf(*page, SupervisorPage::tr("Oldest"));
        QTRY_VERIFY(oldest->accessibleName().contains(u"ANA"_s));
        const int height = oldest->height();
        bench.press(Qt::Key_F11);
        QTRY_VERIFY(bench.window->isFullScreen());
        QTRY_VERIFY(!oldest->accessibleName().contains(u"ANA"_s));
        QTRY_VERIFY(oldest->height() > height);
        QVERIFY(!bench.window->findChild<Rail *>()->isVisible());
        QVERIFY(!page->findChild<FigureTable *>()->isVisible());
        bench.press(Qt::Key_Escape);
        QTRY_VERIFY(!bench.window->isFullScreen());
        QVERIFY(bench.window->findChild<Rail *>()->isVisible());
        QTRY_VERIFY(oldest->accessibleName().contains(u"ANA"_s));
        bench.press(Qt::Key_F11);
        QTRY_VERIFY(bench.window->isFullScreen());
        bench.press(Qt::Key_1, Qt::ControlModifier); // another page is not for the wall
        QTRY_VERIFY(!bench.window->isFullScreen());
        QVERIFY(bench.window->findChild<Rail *>()->isVisible());
    }

    void aFigureOpensTheConversationsItCounted()
    {
        WindowBench bench;
        const Conversation ana = bench.desk.customerWrites(u"ana"_s, u"hello"_s);
        bench.desk.clock.advance(5min);
        const Conversation tom = bench.desk.customerWrites(u"tom"_s, u"hi"_s);
        bench.start();
        bench.press(Qt::Key_2, Qt::ControlModifier);
        auto *page = bench.window->findChild<SupervisorPage *>();
        QTRY_VERIFY(page->isVisible());
        Tile *waiting = tileOf(*page, SupervisorPage::tr("Waiting"));
        QVERIFY(waiting);
        QTRY_VERIFY(waiting->accessibleName().contains(u"2"_s));
        waiting->setFocus();
        QTest::keyClick(waiting, Qt::Key_Return);
        QTRY_VERIFY(bench.window->findChild<ConversationsSheet *>());
        auto *table = bench.window->findChild<ConversationsSheet *>()->findChild<FigureTable *>();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(table->model()->index(0, 0).data().toString().contains(u"ANA"_s)); // who waits longest
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(bench.pane().conversation(), ana.id);
        QVERIFY(!page->isVisible()); // the desk is shown
        QVERIFY(ana.id != tom.id);
    }

    void whatArrivesIsCountedWhileThePageIsSeen()
    {
        WindowBench bench;
        bench.start();
        bench.press(Qt::Key_2, Qt::ControlModifier);
        auto *page = bench.window->findChild<SupervisorPage *>();
        Tile *waiting = tileOf(*page, SupervisorPage::tr("Waiting"));
        QTRY_VERIFY(waiting->accessibleName().contains(u"0"_s));
        bench.desk.customerWrites(u"ana"_s, u"hello"_s);
        QTRY_VERIFY(waiting->accessibleName().startsWith(u"Waiting: 1"_s));
    }

    void keysOfTheDeskDoNothingToAConversationNobodySees()
    {
        WindowBench bench;
        const Conversation ana = bench.desk.customerWrites(u"ana"_s, u"hello"_s);
        bench.start();
        QTRY_COMPARE(bench.queue().rowCount(), 1);
        bench.press(Qt::Key_J);
        QTRY_COMPARE(bench.pane().conversation(), ana.id);
        bench.press(Qt::Key_2, Qt::ControlModifier);
        bench.press(Qt::Key_E);
        QVERIFY(!bench.window->findChild<QAction *>(u"resolve"_s)->isEnabled());
        QVERIFY(bench.desk.conversation(ana.id).state == ConversationState::Waiting);
        bench.press(Qt::Key_1, Qt::ControlModifier);
        bench.press(Qt::Key_E);
        QTRY_VERIFY(bench.desk.conversation(ana.id).state == ConversationState::Resolved);
    }

    void tilesAgreeWithTheirExport()
    {
        StaffedDesk desk;
        desk.customerWrites(u"ana"_s, u"hello"_s);
        const FloorSource source = floorFrom(*desk.store);
        const Result<FloorFigures> figures = waitFor(source.figures(FloorRange::Today));
        QVERIFY2(figures, figures ? "" : qPrintable(figures.error().detail));
        QCOMPARE(figures->waiting, 1);
        QCOMPARE(std::accumulate(figures->arrived.begin(), figures->arrived.end(), 0), 1);
        const Result<QList<ConversationId>> behind = waitFor(source.conversations({.figure = u"waiting"_s}));
        QVERIFY(behind && behind->size() == 1);
        const Result<QByteArray> csv = waitFor(source.csv(FloorRange::Today));
        QVERIFY(csv);
        QVERIFY(csv->contains("\"waiting\",\"\",\"1\""));
    }

    void pageIsKeptAsAFile()
    {
        WindowBench bench;
        bench.start();
        const QTemporaryDir folder;
        auto *page = bench.window->findChild<SupervisorPage *>();
        const QString file = folder.filePath(u"floor.pdf"_s);
        QVERIFY(printTo(file, *page));
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.readAll().startsWith("%PDF"));
        QVERIFY(!keepFile(folder.filePath(u"no/such/folder.csv"_s), "x"));
    }

    void theAccountThatRunsOutFirstIsNamed()
    {
        AccountStatus calm;
        calm.windows = {WindowUse{.headroom = {}}};
        AccountStatus busy;
        busy.windows = {WindowUse{.headroom = 30.0}};
        AccountStatus busier;
        busier.windows = {WindowUse{.headroom = 10.0}};
        QVERIFY(!firstToRunOut({calm}));
        const QList<AccountStatus> all{calm, busy, busier};
        QCOMPARE(firstToRunOut(all), &all.at(2));
    }

    void tablesKeepWhoIsSelected()
    {
        FigureTable table(u"Agents"_s, {u"Agent"_s, u"Open"_s});
        const QAbstractItemModelTester tester(
            table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(table.model(), &QAbstractItemModel::modelReset);
        table.show(
            {{.key = u"ann"_s, .cells = {u"ann"_s, u"1"_s}}, {.key = u"ben"_s, .cells = {u"ben"_s, u"2"_s}}});
        table.selectRow(1);
        table.show({{.key = u"abe"_s, .cells = {u"abe"_s, u"0"_s}},
            {.key = u"ann"_s, .cells = {u"ann"_s, u"1"_s}}, {.key = u"ben"_s, .cells = {u"ben"_s, u"3"_s}}});
        QCOMPARE(table.currentIndex().row(), 2);
        QSignalSpy opened(&table, &FigureTable::rowOpened);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(opened.value(0).value(0).toString(), u"ben"_s);
        QCOMPARE(resets.size(), 0);
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::FloorTest)
#include "floor_test.moc"
