#include "app/core/clock_timer.h"
#include "app/core/steered_clock.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <functional>

Q_DECLARE_METATYPE(std::function<void(fw::SteeredClock &)>)

namespace fw::test {

using namespace std::chrono_literals;

/// A clock that is steered while it runs.
class SteeredClockTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsFasterThanTheWall();
    void standsStillWhilePaused();
    void keepsItsSpeedOverAPause();
    void leapsOnButNeverBack();
    void losesNothingWhenItsSpeedChanges();
    void tellsRealTimeAtItsSpeed();
    void whoSleepsIsWokenByTheClock_data();
    void whoSleepsIsWokenByTheClock();
    void aTimerOfAClockNobodySteersIsAnOrdinaryOne();
};

namespace {
const Instant kEight = instantFromMs(1'763'539'200'000);
} // namespace

void SteeredClockTest::runsFasterThanTheWall()
{
    SteeredClock clock(kEight);
    clock.setSpeed(1'000'000);
    QTRY_VERIFY(clock.now() > kEight + 10min);
}

void SteeredClockTest::standsStillWhilePaused()
{
    SteeredClock clock(kEight);
    clock.setSpeed(1'000'000);
    clock.setPaused(true);
    QVERIFY(clock.isPaused());
    const Instant then = clock.now();
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(clock.now() == then);
    }
    clock.leapTo(then + 1h); // one can go on by leaps
    QVERIFY(clock.now() == then + 1h);
}

void SteeredClockTest::keepsItsSpeedOverAPause()
{
    SteeredClock clock(kEight);
    clock.setPaused(true);
    clock.setSpeed(120);
    clock.setPaused(false);
    QCOMPARE(clock.speed(), 120.0);
    QVERIFY(clock.realTime(60s) == 500ms);
}

void SteeredClockTest::leapsOnButNeverBack()
{
    SteeredClock clock(kEight);
    clock.leapTo(kEight + 4h);
    QVERIFY(clock.now() >= kEight + 4h);
    clock.leapTo(kEight);
    QVERIFY(clock.now() >= kEight + 4h);
}

void SteeredClockTest::losesNothingWhenItsSpeedChanges()
{
    SteeredClock clock(kEight);
    Instant last = clock.now();
    for (const double speed : {120.0, 1.0, 30.0, 10.0, 120.0}) {
        clock.setSpeed(speed);
        QVERIFY(clock.now() >= last);
        last = clock.now();
    }
}

void SteeredClockTest::tellsRealTimeAtItsSpeed()
{
    SteeredClock clock(kEight);
    QVERIFY(clock.realTime(1h) == 1h);
    clock.setSpeed(120);
    QVERIFY(clock.realTime(1min) == 500ms);
    clock.setPaused(true);
    QVERIFY(clock.realTime(2s) == 2s);
}

void SteeredClockTest::whoSleepsIsWokenByTheClock_data()
{
    using Steer = std::function<void(SteeredClock &)>;
    QTest::addColumn<Steer>("steer");
    QTest::newRow("faster") << Steer([](SteeredClock &clock) { clock.setSpeed(1'000'000); });
    QTest::newRow("a leap") << Steer([](SteeredClock &clock) { clock.leapTo(clock.now() + 2h); });
    QTest::newRow("a leap in a pause") << Steer([](SteeredClock &clock) {
        clock.setPaused(true);
        clock.leapTo(clock.now() + 2h);
    });
}

/// In a thread of its own, as the engine is.
void SteeredClockTest::whoSleepsIsWokenByTheClock()
{
    QFETCH(const std::function<void(SteeredClock &)>, steer);
    SteeredClock clock(kEight);
    QThread thread;
    auto *timer = new ClockTimer(clock);
    timer->moveToThread(&thread);
    connect(&thread, &QThread::finished, timer, &QObject::deleteLater);
    thread.start();
    std::atomic<int> woken = 0;
    connect(
        timer, &ClockTimer::due, timer, [&woken] { ++woken; }, Qt::DirectConnection);
    QMetaObject::invokeMethod(
        timer, [timer] { timer->start(1h); }, Qt::BlockingQueuedConnection);
    QCOMPARE(woken.load(), 0);
    steer(clock);
    QTRY_COMPARE(woken.load(), 1);
    steer(clock); // it sleeps no more
    QMetaObject::invokeMethod(
        timer, [] {}, Qt::BlockingQueuedConnection);
    QCOMPARE(woken.load(), 1);
    thread.quit();
    thread.wait();
}

void SteeredClockTest::aTimerOfAClockNobodySteersIsAnOrdinaryOne()
{
    const SystemClock clock;
    ClockTimer timer(clock);
    QSignalSpy due(&timer, &ClockTimer::due);
    timer.start(20ms);
    QVERIFY(timer.isActive());
    QTRY_COMPARE(due.size(), 1);
    timer.start(1h);
    timer.stop();
    QVERIFY(!timer.isActive());
    QCOMPARE(due.size(), 1);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SteeredClockTest)
#include "steered_clock_test.moc"
