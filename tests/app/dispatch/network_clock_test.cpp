#include "app/dispatch/network_clock.h"

#include "tests/support/seed.h"

#include <QTest>

#include <random>

namespace fw::test {

namespace {
using namespace std::chrono_literals;

const Instant kZero = instantFromMs(1'790'000'000'345); // the network's clock when ours shows 0

/// One call that begins at `startedAt` and takes up to `most`; the network reads its clock on the way.
bool ask(NetworkClock &clock, std::mt19937 &random, milliseconds startedAt, int most, Instant zero = kZero)
{
    const milliseconds there(random() % uint(most));
    const milliseconds back(random() % uint(most));
    const Instant date = std::chrono::floor<std::chrono::seconds>(zero + startedAt + there);
    return clock.learn(date, startedAt, startedAt + there + back);
}

milliseconds errorOf(const NetworkClock &clock, Instant zero = kZero)
{
    return std::chrono::abs(clock.at(0ms) - zero);
}
} // namespace

class NetworkClockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAGuessUntilTheFirstAnswer()
    {
        const NetworkClock clock(kZero + 90s);
        QVERIFY(!clock.isKnown());
        QVERIFY(clock.at(1min) == kZero + 150s);
        QVERIFY(clock.monotonicAt(kZero + 90s) == 0ms);
    }

    void oneAnswerTellsTheTimeWithinItsLatencyAndASecond()
    {
        std::mt19937 random(printedSeed());
        for (int round = 0; round < 500; ++round) {
            NetworkClock clock(kZero + milliseconds(qint64(random() % 200'000) - 100'000));
            const milliseconds before = errorOf(clock);
            const bool moved = ask(clock, random, milliseconds(random() % 100'000), 500);
            QVERIFY(clock.isKnown());
            QVERIFY(errorOf(clock) <= 1s);
            QVERIFY(moved || before < 3s);
        }
    }

    void manyAnswersTellItWithinAFractionHoweverSlowTheyAre()
    {
        std::mt19937 random(printedSeed());
        for (int round = 0; round < 50; ++round) {
            NetworkClock clock;
            for (int call = 0; call < 60; ++call) {
                ask(clock, random, milliseconds(call * 7'300 + int(random() % 5'000)), 4'000);
            }
            QVERIFY2(errorOf(clock) <= 600ms, qPrintable(QString::number(errorOf(clock).count())));
        }
    }

    void aStepOfTheNetworksClockIsFollowedAtOnce()
    {
        std::mt19937 random(printedSeed());
        NetworkClock clock(kZero);
        for (int call = 0; call < 20; ++call) {
            ask(clock, random, milliseconds(call * 5'000), 800);
        }
        const Instant stepped = kZero + 10s;
        QVERIFY(ask(clock, random, 200s, 800, stepped));
        QVERIFY(errorOf(clock, stepped) <= 1300ms);
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::NetworkClockTest)
#include "network_clock_test.moc"
