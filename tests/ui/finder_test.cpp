#include "tests/ui/window_bench.h"
#include "ui/desktop/finder/finder.h"
#include "ui/desktop/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

namespace {
Finder *openFinder(WindowBench &bench)
{
    bench.press(Qt::Key_K, Qt::ControlModifier);
    auto *finder = bench.window->findChild<Finder *>();
    return finder && QTest::qWaitFor([=] { return finder->isActiveWindow(); }) ? finder : nullptr;
}

QStringList rowsOf(const Finder &finder)
{
    const QAbstractItemModel &model = *finder.findChild<QListView *>()->model();
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        rows.append(model.index(row, 0).data().toString());
    }
    return rows;
}

QString hintOf(const Finder &finder)
{
    return finder.findChild<QLabel *>()->text();
}

Message messageOf(qint64 conversation, const QString &text)
{
    Message message;
    message.conversation = {conversation};
    message.body = text;
    message.author.name = u"Ana"_s;
    return message;
}
} // namespace

class FinderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelHoldsWhatViewsExpectOfOne()
    {
        QAction resolve(u"Résoudre"_s);
        QAction answer(u"Answer"_s);
        FinderModel model({&resolve, &answer});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QCOMPARE(model.rowCount(), 3);
        model.setTyped(u"RESO"_s);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.commandAt(model.index(1)), &resolve);
        model.setMessages({messageOf(7, u"resolve this"_s), messageOf(0, u"ours, to nobody"_s)});
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.conversationAt(model.index(3)).value, 7);
        model.setTyped(u"nothing of the kind"_s);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.nextChoice(0, 1), 1);
        QCOMPARE(model.nextChoice(0, -1), -1);
        QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
        QCOMPARE(resets.size(), 0);
    }

    void commandsAreRunByTheirNames()
    {
        WindowBench bench;
        bench.start();
        Finder *finder = openFinder(bench);
        QVERIFY(finder);
        QTest::keyClicks(finder->findChild<QLineEdit *>(), u"show answered"_s);
        QTRY_COMPARE(rowsOf(*finder).size(), 2);
        bench.press(Qt::Key_Return);
        QVERIFY(bench.window->findChild<QueuePane *>()->view() == View::Answered);
        QTRY_VERIFY(!bench.window->findChild<Finder *>());
    }

    void messagesAreFoundAndOpenedWhateverTheQueueShows()
    {
        WindowBench bench;
        const Conversation ana = bench.desk.customerWrites(u"ana"_s, u"where are the bottines?"_s);
        const Conversation tom = bench.desk.customerWrites(u"tom"_s, u"hi"_s);
        bench.start();
        bench.press(Qt::Key_4); // nobody was answered: the list is empty
        Finder *finder = openFinder(bench);
        QVERIFY(finder);
        QTest::keyClicks(finder->findChild<QLineEdit *>(), u"bottin"_s); // the word goes on
        QTRY_VERIFY(rowsOf(*finder).size() == 2);
        QVERIFY(rowsOf(*finder).last().contains(u"where are the bottines?"_s));
        bench.press(Qt::Key_Return);
        QTRY_COMPARE(bench.pane().conversation(), ana.id);
        QVERIFY(ana.id != tom.id);
    }

    void whatCannotBeReadIsToldWithAnExample()
    {
        WindowBench bench;
        bench.desk.customerWrites(u"ana"_s, u"hello"_s);
        bench.start();
        Finder *finder = openFinder(bench);
        QVERIFY(finder);
        QTest::keyClicks(finder->findChild<QLineEdit *>(), u"before:yesterday"_s);
        QTRY_VERIFY(hintOf(*finder).contains(u"before:2026-11-22"_s));
        finder->findChild<QLineEdit *>()->clear();
        QTest::keyClicks(finder->findChild<QLineEdit *>(), u"zzzz"_s);
        QTRY_COMPARE(hintOf(*finder), Finder::tr("Nothing found."));
    }

    void customersTextStaysText()
    {
        WindowBench bench;
        bench.desk.customerWrites(u"ana"_s, u"<img src='file:///etc/passwd'> hello"_s);
        bench.start();
        Finder *finder = openFinder(bench);
        QVERIFY(finder);
        QTest::keyClicks(finder->findChild<QLineEdit *>(), u"hello"_s);
        QTRY_VERIFY(!rowsOf(*finder).isEmpty() && rowsOf(*finder).last().contains(u"<img src="_s));
    }

    void arrowsSkipHeadings()
    {
        WindowBench bench;
        bench.desk.customerWrites(u"ana"_s, u"please answer"_s);
        bench.start();
        Finder *finder = openFinder(bench);
        QVERIFY(finder);
        auto *list = finder->findChild<QListView *>();
        QTest::keyClicks(finder->findChild<QLineEdit *>(), u"answer"_s);
        QTRY_VERIFY(rowsOf(*finder).last().contains(u"please answer"_s));
        const int rows = list->model()->rowCount();
        for (int i = 0; i < rows + 2; ++i) {
            QVERIFY(list->currentIndex().flags().testFlag(Qt::ItemIsSelectable));
            bench.press(Qt::Key_Down);
        }
        QCOMPARE(list->currentIndex().row(), rows - 1);
        for (int i = 0; i < rows + 2; ++i) {
            bench.press(Qt::Key_Up);
        }
        QCOMPARE(list->currentIndex().row(), 1);
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::FinderTest)
#include "finder_test.moc"
