#include "tests/ui/window_bench.h"
#include "ui/desktop/notices/notice_watch.h"
#include "ui/desktop/notices/notices_sheet.h"
#include "ui/desktop/shell/desk_link.h"
#include "ui/desktop/shell/single_window.h"

#include <QCheckBox>
#include <QClipboard>
#include <QSignalSpy>

#include <thread>

#include <sys/wait.h>
#include <unistd.h>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

/// What the window has to do with the desktop around it.
class OutsideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatConcernsTheAgentIsToldUnlessTheySeeIt();
    void theTitleCountsWhoWaits();
    void noticesAreChosenInASheetAndRemembered();
    void aLinkOpensItsConversation();
    void whatIsNoLinkOpensNothing_data();
    void whatIsNoLinkOpensNothing();
    void theOpenPageIsRemembered();
    void aSecondStartOpensItsLinkInTheFirst();
    void aWindowThatWasKilledIsNoObstacle();

private:
    [[nodiscard]] NoticeWatch &notices() { return *m_bench->window->findChild<NoticeWatch *>(); }
    /// A colleague names the agent beside `conversation`.
    void mention(ConversationId conversation);

    std::unique_ptr<WindowBench> m_bench;
    Conversation m_ana;
    Conversation m_ben;
};

void OutsideTest::init()
{
    m_bench.reset();
    m_bench = std::make_unique<WindowBench>();
    m_ana = m_bench->desk.customerWrites(u"ana"_s, u"Where is <b>my</b> parcel?"_s);
    m_ben = m_bench->desk.customerWrites(u"ben"_s, u"Do you have it in blue?"_s);
    m_bench->start();
    QTRY_COMPARE(m_bench->queue().rowCount(), 2);
}

void OutsideTest::mention(ConversationId conversation)
{
    QVERIFY(waitFor(m_bench->desk.store->write([conversation](Database &db) {
        JournalStore(db).add({.fact = u"agent-mentioned"_s,
            .conversation = conversation,
            .agent = u"Bob"_s,
            .detail = {{u"agent"_s, QLatin1String(StaffedDesk::kAgent)}}});
    })));
}

void OutsideTest::whatConcernsTheAgentIsToldUnlessTheySeeIt()
{
    QSignalSpy told(&notices(), &NoticeWatch::noticed);
    m_bench->window->openLink(linkTo(m_ana.id));
    QTRY_COMPARE(m_bench->pane().conversation(), m_ana.id);
    mention(m_ana.id); // which they have before them
    mention(m_ben.id);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first().at(0).toString(), u"Bob mentioned you beside BEN"_s);
    QCOMPARE(told.first().at(1).toString(), u"Do you have it in blue?"_s);
    QCOMPARE(told.first().at(2).value<ConversationId>(), m_ben.id);
    // Without the customer's words.
    NoticeRules rules = notices().rules();
    rules.showsWords = false;
    notices().setRules(rules);
    mention(m_ben.id);
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(told.last().at(1).toString().isEmpty());
    // Not at all.
    rules.quietUntil = m_bench->desk.clock.now() + std::chrono::minutes(5);
    notices().setRules(rules);
    mention(m_ben.id);
    QTest::qWait(200);
    m_bench->desk.clock.advance(std::chrono::minutes(5));
    mention(m_ben.id);
    QTRY_COMPARE(told.size(), 3);
    QTest::qWait(100);
    QCOMPARE(told.size(), 3);
}

void OutsideTest::theTitleCountsWhoWaits()
{
    QTRY_COMPARE(m_bench->window->windowTitle(), u"(2) Floorwalker"_s);
    QVERIFY(waitFor(m_bench->desk.desk.resolve(m_ana.id, u"Bob"_s)));
    QVERIFY(waitFor(m_bench->desk.desk.resolve(m_ben.id, u"Bob"_s)));
    QTRY_COMPARE(m_bench->window->windowTitle(), u"Floorwalker"_s);
}

void OutsideTest::noticesAreChosenInASheetAndRemembered()
{
    const QString file = m_bench->desk.database.folder().path() + u"/window.ini"_s;
    {
        NoticesSheet sheet(notices(), m_bench->desk.clock, m_bench->window.get());
        sheet.show();
        QVERIFY(QTest::qWaitForWindowExposed(&sheet));
        const auto boxes = sheet.findChildren<QCheckBox *>();
        QCOMPARE(boxes.size(), allNoticeKinds().size() + 2);
        QTest::keyClick(boxes.first(), Qt::Key_Space);
        QVERIFY(!notices().rules().wanted.contains(allNoticeKinds().first()));
        QTest::keyClick(boxes.last(), Qt::Key_Space);
        QVERIFY(notices().rules().isQuiet(m_bench->desk.clock.now()));
        QSignalSpy told(&notices(), &NoticeWatch::noticed);
        QTest::mouseClick(buttonOf(sheet, u"Try it"_s), Qt::LeftButton);
        QCOMPARE(told.size(), 1); // also while nothing is to disturb
    }
    QVERIFY(readNoticeRules(file) == notices().rules());
    QVERIFY(readNoticeRules({}).wanted.size() == allNoticeKinds().size());
}

void OutsideTest::aLinkOpensItsConversation()
{
    m_bench->press(Qt::Key_Down);
    QTRY_VERIFY(!m_bench->pane().conversation().isNull());
    const ConversationId copied = m_bench->pane().conversation();
    m_bench->press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString link = QGuiApplication::clipboard()->text();
    QCOMPARE(link, linkTo(copied));
    m_bench->window->openLink(linkTo(copied == m_ana.id ? m_ben.id : m_ana.id));
    QTRY_VERIFY(m_bench->pane().conversation() != copied);
    m_bench->window->openLink(link);
    QTRY_COMPARE(m_bench->pane().conversation(), copied);
    m_bench->window->openLink(linkTo({4711}));
    QTRY_VERIFY(m_bench->toast().isVisible());
    QCOMPARE(m_bench->pane().conversation(), copied);
}

void OutsideTest::whatIsNoLinkOpensNothing_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("another scheme") << u"https://conversation/4"_s;
    QTest::newRow("another thing") << u"floorwalker://reply/4"_s;
    QTest::newRow("no number") << u"floorwalker://conversation/four"_s;
    QTest::newRow("nothing") << u"floorwalker://conversation//"_s;
    QTest::newRow("nobody's number") << u"floorwalker://conversation/0"_s;
    QTest::newRow("more than a number") << u"floorwalker://conversation/99999999999999999999"_s;
    QTest::newRow("something after it") << u"floorwalker://conversation/4 --data x"_s;
    QTest::newRow("a line after it") << u"floorwalker://conversation/4\nquit"_s;
}

void OutsideTest::whatIsNoLinkOpensNothing()
{
    QFETCH(QString, link);
    const auto read = conversationIn(link);
    QVERIFY(!read && read.error().code == ErrorCode::Usage);
    QVERIFY(!read.error().detail.contains(link));
}

void OutsideTest::theOpenPageIsRemembered()
{
    m_bench->press(Qt::Key_2, Qt::ControlModifier);
    m_bench->window->close();
    m_bench->start();
    QVERIFY(!m_bench->pane().isVisible());
}

void OutsideTest::aSecondStartOpensItsLinkInTheFirst()
{
    const QString desk = u"desk %1"_s.arg(QCoreApplication::applicationPid());
    SingleWindow first(desk);
    QVERIFY(first.take({}));
    QSignalSpy asked(&first, &SingleWindow::asked);
    bool isFirst = true;
    std::thread second(
        [&desk, &isFirst] { isFirst = SingleWindow(desk).take(u"floorwalker://conversation/4"_s); });
    QTRY_COMPARE(asked.size(), 1);
    second.join();
    QVERIFY(!isFirst);
    QCOMPARE(asked.first().first().toString(), u"floorwalker://conversation/4"_s);
    SingleWindow other(desk + u"'s neighbour"_s);
    QVERIFY(other.take({}));
}

void OutsideTest::aWindowThatWasKilledIsNoObstacle()
{
    const QString desk = u"killed %1"_s.arg(QCoreApplication::applicationPid());
    const pid_t killed = fork();
    if (killed == 0) {
        SingleWindow first(desk);
        _exit(first.take({}) ? 0 : 1); // its socket stays
    }
    int status = 1;
    QCOMPARE(waitpid(killed, &status, 0), killed);
    QCOMPARE(status, 0);
    SingleWindow second(desk);
    QVERIFY(second.take({}));
    QSignalSpy asked(&second, &SingleWindow::asked);
    std::thread third([&desk] { (void)SingleWindow(desk).take({}); });
    QTRY_COMPARE(asked.size(), 1);
    third.join();
}

} // namespace fw::test

QTEST_MAIN(fw::test::OutsideTest)
#include "outside_test.moc"
