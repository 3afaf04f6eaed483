#include "app/core/steered_clock.h"

#include <QTest>

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
    void letsNobodySleepThroughASteering();
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

void SteeredClockTest::letsNobodySleepThroughASteering()
{
    SteeredClock clock(kEight);
    QVERIFY(clock.realTime(2s) == 2s);
    QVERIFY(clock.realTime(1h) == SteeredClock::kLongestSleep);
    clock.setSpeed(120);
    QVERIFY(clock.realTime(1h) == SteeredClock::kLongestSleep);
    QVERIFY(clock.realTime(1min) == 500ms);
    clock.setPaused(true);
    QVERIFY(clock.realTime(2s) == 2s);
}

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SteeredClockTest)
#include "steered_clock_test.moc"
