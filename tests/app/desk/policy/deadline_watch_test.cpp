#include "app/desk/policy/deadline_watch.h"
#include "tests/app/store/promised_desk.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QByteArray kHour = "{'name': 'all', 'first_answer': {'within': '1h', 'calendar': 'always'},"
                         " 'warn_before': '15m'}";
} // namespace

class DeadlineWatchTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWarningThenABreachAreToldInTheirTime()
    {
        PromisedDesk desk;
        desk.promise(kHour);
        DeadlineWatch watch(*desk.store, desk.clock);
        desk.asks();
        desk.clock.advance(45min);
        watch.wake();
        QTRY_COMPARE(desk.told(u"target-warned"_s), 1);
        QCOMPARE(desk.told(u"target-breached"_s), 0);
        desk.clock.advance(15min + 1ms);
        watch.wake();
        QTRY_COMPARE(desk.told(u"target-breached"_s), 1);
        QVERIFY(!desk.nextAt());
    }

    void aDeadlineWakesItWithoutAnybodysHelp()
    {
        PromisedDesk desk;
        desk.promise("{'name': 'all', 'first_answer': {'within': '1s', 'calendar': 'always'}}");
        const FastClock fast(desk.clock.now(), 20);
        DeadlineWatch watch(*desk.store, fast);
        QSignalSpy told(&watch, &DeadlineWatch::told);
        desk.asks(); // the commit wakes it: it sleeps till the deadline
        desk.clock.advance(2s);
        QVERIFY(told.wait(20'000));
        QCOMPARE(desk.told(u"target-breached"_s), 1);
    }

    void whatFellDueWhileNobodyWatchedIsToldAtTheStart()
    {
        PromisedDesk desk;
        desk.promise(kHour);
        const Message question = desk.asks();
        desk.clock.advance(9h);
        desk.close();
        desk.open();
        DeadlineWatch watch(*desk.store, desk.clock);
        QTRY_COMPARE(desk.told(u"target-breached"_s), 1);
        QCOMPARE(desk.told(u"target-warned"_s), 0);
        desk.close(); // and again: nothing new
        desk.open();
        DeadlineWatch again(*desk.store, desk.clock);
        QCOMPARE(desk.tellDue(), 0);
        QVERIFY(desk.targets(question, TargetKind::FirstAnswer)[0].isBreachTold);
    }

    void twoDesksOnOneDatabaseTellEachOnce()
    {
        PromisedDesk desk;
        desk.promise(kHour);
        constexpr int kCustomers = 40;
        for (int i = 0; i < kCustomers; ++i) {
            desk.asks(QString::number(100 + i));
        }
        desk.clock.advance(2h);
        IdSource otherIds(desk.clock);
        const auto other = *Store::open(desk.place(), desk.clock, otherIds);
        DeadlineWatch here(*desk.store, desk.clock);
        DeadlineWatch there(*other, desk.clock);
        QTRY_COMPARE(desk.told(u"target-breached"_s), kCustomers);
        QCOMPARE(desk.tellDue(), 0);
        QVERIFY(!desk.nextAt());
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::DeadlineWatchTest)
#include "deadline_watch_test.moc"
