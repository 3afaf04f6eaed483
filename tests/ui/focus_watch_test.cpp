#include "tests/ui/staffed_desk.h"
#include "ui/desktop/conversation/focus_watch.h"

#include <QTest>
#include <QVBoxLayout>

namespace fw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace fw::ui;

/// When an agent has a conversation in front of them.
class FocusWatchTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatIsSeenInTheActiveWindowIsLookedAt();
    void keysCount();

private:
    struct Bench {
        StaffedDesk desk;
        QWidget window;
        QWidget *pane = new QWidget;
        FocusWatch *watch = nullptr;
        Conversation ana = desk.customerWrites(u"ana"_s, u"hello?"_s);

        Bench()
        {
            (new QVBoxLayout(&window))->addWidget(pane);
            watch = new FocusWatch(*desk.store, desk.clock, u"ann"_s, *pane);
            window.show();
            window.activateWindow();
        }
        [[nodiscard]] ConversationId seen() const { return watch->keeper().conversation(); }
    };
};

void FocusWatchTest::onlyWhatIsSeenInTheActiveWindowIsLookedAt()
{
    Bench bench;
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    bench.watch->open(bench.ana.id);
    QVERIFY(bench.seen() == bench.ana.id);
    bench.pane->hide(); // another page
    QVERIFY(bench.seen().isNull());
    bench.pane->show();
    QVERIFY(bench.seen() == bench.ana.id);
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QVERIFY(bench.seen().isNull());
    bench.watch->open(bench.ana.id); // as the queue goes on by itself
    QVERIFY(bench.seen().isNull());
}

void FocusWatchTest::keysCount()
{
    Bench bench;
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    bench.watch->open(bench.ana.id);
    for (int i = 0; i < 4; ++i) {
        bench.desk.clock.advance(50s);
        QTest::keyClick(bench.pane, Qt::Key_A);
    }
    bench.watch->open({});
    const auto told = [&bench] {
        const auto facts = *waitFor(
            bench.desk.store->read([](Database &db) { return JournalStore(db).after({}, 10'000); }));
        const auto fact = std::find_if(facts.begin(), facts.end(),
            [](const Fact &one) { return one.fact == "conversation-focused"_L1; });
        return fact == facts.end() ? qint64(0) : fact->detail.value(u"ms"_s).toInteger();
    };
    QTRY_COMPARE(told(), 200'000);
}

} // namespace fw::test

QTEST_MAIN(fw::test::FocusWatchTest)
#include "focus_watch_test.moc"
