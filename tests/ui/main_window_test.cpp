#include "tests/ui/window_bench.h"
#include "ui/desktop/conversation/message_view.h"
#include "ui/desktop/widgets/banner.h"

#include <QAbstractButton>
#include <QDesktopServices>
#include <QLabel>
#include <QListView>
#include <QScreen>
#include <QSignalSpy>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

/// Stands in for the desktop's browser.
class Browser final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Browser)
public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressInAMessageIsOpenedByClickAndFromItsMenu()
    {
        Browser browser;
        WindowBench bench;
        bench.desk.customerWrites(u"ana"_s, u"https://example.org/a?b=1 is broken"_s);
        bench.start();
        QTRY_COMPARE(bench.queue().rowCount(), 1);
        bench.press(Qt::Key_J);
        auto *view = bench.pane().findChild<MessageView *>();
        QTRY_COMPARE(view->model()->rowCount(), 1);
        const QRect line = view->visualRect(view->model()->index(0, 0));
        std::optional<QPoint> place;
        for (int y = line.top(); y < line.bottom() && !place; y += 4) {
            QTest::mouseMove(view->viewport(), {line.left() + 40, y});
            if (view->viewport()->cursor().shape() == Qt::PointingHandCursor) {
                place = QPoint(line.left() + 40, y);
            }
        }
        QVERIFY(place);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, *place);
        QCOMPARE(browser.opened, QList<QUrl>{QUrl(u"https://example.org/a?b=1"_s)});
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {line.left() + 40, line.bottom() - 16});
        QCOMPARE(browser.opened.size(), 1);
    }

    void theWindowFitsTheScreen()
    {
        WindowBench bench;
        bench.start();
        const QSize room = bench.window->screen()->availableSize();
        QVERIFY2(bench.window->width() <= room.width() && bench.window->height() <= room.height(),
            qPrintable(u"%1 of %2"_s.arg(bench.window->width()).arg(room.width())));
    }

    void answersAPersonByKeysAlone()
    {
        WindowBench bench;
        const Conversation ana = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        const Conversation tom = bench.desk.customerWrites(u"tom"_s, u"hi"_s);
        bench.start();
        QTRY_COMPARE(bench.queue().rowCount(), 2);
        QSignalSpy resets(&bench.queue(), &QAbstractItemModel::modelReset);
        bench.press(Qt::Key_J);
        QTRY_COMPARE(bench.pane().conversation(), ana.id);
        QTRY_COMPARE(bench.pane().model().rowCount(), 1);
        bench.press(Qt::Key_R);
        QVERIFY(bench.edit().hasFocus());
        QTest::keyClicks(&bench.edit(), u"jere ku 12?"_s); // letters that are keys elsewhere stay text here
        QCOMPARE(bench.edit().toPlainText(), u"jere ku 12?"_s);
        QCOMPARE(bench.pane().conversation(), ana.id);
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(bench.edit().toPlainText(), QString());
        QVERIFY(bench.edit().hasFocus());
        QCOMPARE(bench.desk.replies(ana.id).size(), 1);
        QTRY_VERIFY(bench.queue().index(0).data(QueueModel::IsSettledRole).toBool());
        QCOMPARE(bench.queue().rowOf(ana.id), 0); // answered, but still where it was
        bench.press(Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(bench.pane().conversation(), tom.id);
        QTRY_COMPARE(bench.queue().rowOf(ana.id), -1);
        bench.press(Qt::Key_Escape);
        QVERIFY(!bench.edit().hasFocus());
        QCOMPARE(resets.size(), 0);
    }

    void showsWhatOthersChangeByItself()
    {
        WindowBench bench;
        bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.start();
        QTRY_COMPARE(bench.queue().rowCount(), 1);
        bench.desk.customerWrites(u"tom"_s, u"hi"_s);
        QTRY_COMPARE(bench.queue().rowCount(), 2);
        bench.press(Qt::Key_J);
        QTRY_COMPARE(bench.pane().model().rowCount(), 1);
        bench.desk.customerWrites(u"ana"_s, u"are you there?"_s);
        QTRY_COMPARE(bench.pane().model().rowCount(), 2);
    }

    void resolveCanBeUndone()
    {
        WindowBench bench;
        const Conversation ana = bench.desk.customerWrites(u"ana"_s, u"thanks!"_s);
        bench.start();
        QTRY_COMPARE(bench.queue().rowCount(), 1);
        bench.press(Qt::Key_J);
        QTRY_VERIFY(bench.pane().state() == ConversationState::Waiting);
        bench.press(Qt::Key_E);
        QTRY_VERIFY(bench.toast().offersAction());
        QVERIFY(bench.desk.conversation(ana.id).state == ConversationState::Resolved);
        bench.press(Qt::Key_U);
        QTRY_VERIFY(bench.desk.conversation(ana.id).state == ConversationState::Waiting);
    }

    void closedAndReopenedItIsAtTheSamePlaceWithTheSameDraft()
    {
        WindowBench bench;
        bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        const Conversation tom = bench.desk.customerWrites(u"tom"_s, u"hi"_s);
        bench.start();
        QTRY_COMPARE(bench.queue().rowCount(), 2);
        bench.window->resize(1111, 700);
        bench.press(Qt::Key_J);
        bench.press(Qt::Key_J);
        QTRY_COMPARE(bench.pane().conversation(), tom.id);
        bench.press(Qt::Key_T, Qt::ControlModifier);
        const QColor dark = QApplication::palette().color(QPalette::Window);
        bench.press(Qt::Key_R);
        QTest::keyClicks(&bench.edit(), u"half a thou"_s);
        bench.window->close();
        // What closing the store waits for.
        QTRY_COMPARE(bench.desk.draft(tom.id), u"half a thou"_s);
        bench.start();
        QTRY_COMPARE(bench.pane().conversation(), tom.id);
        QTRY_COMPARE(bench.edit().toPlainText(), u"half a thou"_s);
        QCOMPARE(bench.window->width(), 1111);
        QCOMPARE(QApplication::palette().color(QPalette::Window), dark);
        auto *list = bench.window->findChild<QueuePane *>()->findChild<QListView *>();
        QTRY_COMPARE(list->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(bench.queue().idAt(list->currentIndex().row()), tom.id);
    }

    void aPausedAccountStopsSendingAndSaysWhy()
    {
        WindowBench bench;
        bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.desk.pauseAccount(ErrorCode::Unauthorised);
        bench.start();
        QTRY_COMPARE(bench.queue().rowCount(), 1);
        bench.press(Qt::Key_J);
        QTRY_COMPARE(bench.pane().model().rowCount(), 1);
        const auto says = [&bench](const QString &text) {
            for (const Banner *banner : bench.pane().findChildren<Banner *>()) {
                if (banner->isVisible() && banner->text().contains(text)) {
                    return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(says(u"token"_s));
        bench.edit().setPlainText(u"Hello"_s);
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.edit().toPlainText(), u"Hello"_s);
    }

    void anEmptyDeskSaysWhatToDo()
    {
        WindowBench bench;
        bench.start();
        const auto labels = bench.window->findChildren<QLabel *>();
        QTRY_VERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(u"Nobody is waiting"_s);
        }));
    }

    void everyLabelIsPlainTextAndEveryButtonHasAName()
    {
        WindowBench bench;
        bench.desk.customerWrites(u"ana"_s, u"<img src='http://127.0.0.1/x.png'>"_s);
        bench.start();
        QTRY_COMPARE(bench.queue().rowCount(), 1);
        bench.press(Qt::Key_J);
        QTRY_COMPARE(bench.pane().model().rowCount(), 1);
        for (const QLabel *label : bench.window->findChildren<QLabel *>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        }
        for (const QAbstractButton *button : bench.window->findChildren<QAbstractButton *>()) {
            QVERIFY(!button->isVisible() || !button->text().isEmpty() || !button->accessibleName().isEmpty());
        }
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::MainWindowTest)
#include "main_window_test.moc"
