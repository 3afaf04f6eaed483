#include "app/dispatch/scheduler.h"

#include "tests/support/seed.h"

#include <QTest>

#include <random>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
using namespace std::chrono_literals;

const Instant kStart = instantFromMs(1'790'000'100'000);

Window windowOf(WindowKind kind, milliseconds length, int limit)
{
    return {.name = u"w%1"_s.arg(length.count()), .kind = kind, .length = length, .limit = limit};
}

struct Left {
    qint64 id = 0;
    Instant at = {};
    bool operator==(const Left &) const = default;
};

/// A scheduler with its budget, and time that passes; a call takes no time.
struct Bench {
    CallBudget budget;
    Scheduler scheduler = {};
    Instant now = kStart;
    std::vector<Left> left = {};

    explicit Bench(const QList<Window> &windows) : budget(windows) { }

    void add(qint64 id, double weight, milliseconds lead, bool isNew = true, bool isOurs = true)
    {
        scheduler.add({.id = {id}, .weight = weight, .due = now + lead, .isOurs = isOurs}, now, isNew);
    }

    /// All that leave now; then when to ask again.
    Choice leave()
    {
        while (true) {
            const Choice choice = scheduler.choose(budget, now);
            if (!choice.reply) {
                return choice;
            }
            budget.calls().add(now, now);
            left.push_back({.id = choice.reply->value, .at = now});
        }
    }

    void until(Instant end)
    {
        while (now < end) {
            const Choice choice = leave();
            now = std::clamp(choice.until, now + 1ms, end);
        }
    }

    [[nodiscard]] int count(qint64 from, qint64 to) const
    {
        return int(std::count_if(
            left.begin(), left.end(), [=](const Left &one) { return one.id >= from && one.id <= to; }));
    }
};
} // namespace

class SchedulerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void inQuietTimesEverythingLeavesAtOnceInOrderOfDueTimes()
    {
        Bench bench({windowOf(WindowKind::Slotted, 15min, 50), windowOf(WindowKind::Rolling, 24h, 1000)});
        bench.add(1, 1, 8h);
        bench.add(2, 9, 10min);
        bench.add(3, 3, 1h);
        const Choice after = bench.leave();
        QVERIFY(bench.left == (std::vector<Left>{{2, kStart}, {3, kStart}, {1, kStart}}));
        QVERIFY(after.waitsFor.isEmpty());
        QVERIFY(after.until == Instant::max());
    }

    void scarceRoomGoesToTheHeavierClass()
    {
        Bench bench({windowOf(WindowKind::Slotted, 1h, 20)});
        bench.now = std::chrono::ceil<std::chrono::hours>(kStart) + 2s;
        for (qint64 id = 1; id <= 100; ++id) {
            bench.add(id, 1, 30min, false);
            bench.add(1000 + id, 9, 40min, false);
        }
        bench.until(bench.now + 30min);
        QCOMPARE(bench.count(1001, 1100), 20);
        QCOMPARE(bench.count(1, 100), 0);
    }

    void roomIsKeptForUrgentRepliesThatAreExpected()
    {
        Bench bench({windowOf(WindowKind::Slotted, 1h, 30)});
        bench.now = std::chrono::ceil<std::chrono::hours>(kStart) + 2s;
        // Ten urgent ones an hour for half a day, and as much light work as anybody can wish.
        qint64 id = 0;
        int urgentLate = 0;
        for (int minute = 0; minute < 12 * 60; ++minute) {
            if (minute % 6 == 0) {
                bench.add(100'000 + minute, 9, 5min);
            }
            for (int i = 0; i < 3; ++i) {
                bench.add(++id, 1, 2h);
            }
            bench.until(bench.now + 1min);
        }
        for (const Left &one : bench.left) {
            const Instant pressed = kStart + std::chrono::minutes(one.id - 100'000);
            urgentLate += one.id >= 100'000 && one.at > pressed + 1h + 6min ? 1 : 0;
        }
        QVERIFY(bench.count(100'000, 200'000) >= 115);
        QCOMPARE(urgentLate, 0);
        QVERIFY2(bench.left.size() >= 12 * 30 - 30, qPrintable(QString::number(bench.left.size())));
    }

    void repliesOfOtherDesksKeepTheirRoom()
    {
        Bench bench({windowOf(WindowKind::Slotted, 1h, 10)});
        bench.now = std::chrono::ceil<std::chrono::hours>(kStart) + 2s;
        for (qint64 id = 1; id <= 10; ++id) {
            bench.add(id, 9, 30min, false, false); // fill the hour
        }
        bench.add(100, 1, 50min, false);
        QCOMPARE(bench.leave().waitsFor, u"reserve"_s);
        QVERIFY(bench.left.empty());
        for (qint64 id = 1; id <= 10; ++id) {
            bench.scheduler.remove({id}); // the other desk gave them up
        }
        bench.until(bench.now + 1min);
        QCOMPARE(bench.count(100, 100), 1);
    }

    void nobodyIsForgotten()
    {
        const quint32 seed = printedSeed();
        for (quint32 round = 0; round < 3; ++round) {
            std::mt19937 random(seed + round);
            Bench bench = drawnBench(random);
            qint64 id = 0;
            for (int step = 0; step < 200; ++step) {
                addAny(bench, random, ++id);
                bench.until(bench.now + milliseconds(random() % 120'000));
            }
            for (int hour = 0; hour < 96 && bench.scheduler.backlog().hasOurs(); ++hour) {
                bench.until(bench.now + 1h);
            }
            QVERIFY2(!bench.scheduler.backlog().hasOurs(),
                qPrintable(u"round %1: %2 left"_s.arg(round).arg(bench.scheduler.backlog().size())));
            std::set<qint64> once;
            for (const Left &one : bench.left) {
                QVERIFY(once.insert(one.id).second);
            }
        }
    }

    void howeverLongARushLastsTheOnesThatAreLateLongestLeaveInTurn()
    {
        const quint32 seed = printedSeed();
        std::mt19937 random(seed);
        Bench bench({windowOf(WindowKind::Slotted, 1h, 20)});
        for (qint64 id = 1; id <= 10; ++id) {
            bench.add(id, 0.3, milliseconds(random() % 3'600'000));
        }
        // Twice as many urgent ones as there is room for, for three days.
        qint64 urgent = 1000;
        for (int minute = 0; minute < 72 * 60; minute += 3) {
            bench.add(++urgent, 9, milliseconds(600'000 + random() % 3'600'000));
            bench.add(++urgent, 9, milliseconds(600'000 + random() % 3'600'000));
            bench.until(bench.now + 3min);
        }
        QCOMPARE(bench.count(1, 10), 10);
        for (const Left &one : bench.left) {
            // Late by six hours, and then at most every twentieth, which is one an hour: before it are at most nine, and another in its turn.
            QVERIFY2(one.id > 10 || one.at <= kStart + 1h + 6h + 11h,
                qPrintable(u"%1 after %2 h"_s.arg(one.id).arg((one.at - kStart) / 1h)));
        }
    }

    void theSameCallsGiveTheSameChoices()
    {
        const quint32 seed = printedSeed();
        std::vector<Left> first;
        for (int time = 0; time < 2; ++time) {
            std::mt19937 random(seed);
            Bench bench = drawnBench(random);
            for (qint64 id = 1; id <= 200; ++id) {
                addAny(bench, random, id);
                bench.until(bench.now + milliseconds(random() % 60'000));
            }
            QVERIFY(time == 0 || bench.left == first);
            first = bench.left;
        }
    }

    void nothingLeavesWhileBlockedAndTheReasonIsTold()
    {
        Bench bench({windowOf(WindowKind::Slotted, 1h, 10)});
        bench.add(1, 9, 5min);
        bench.budget.block(kStart + 20min, u"limited"_s);
        const Choice choice = bench.leave();
        QCOMPARE(choice.waitsFor, u"limited"_s);
        QVERIFY(choice.until == kStart + 20min);
        bench.until(kStart + 20min + 1s);
        QCOMPARE(bench.left.size(), size_t(1)); // late, and sent all the same
    }

    void aReplyToldTwiceLeavesOnce()
    {
        Bench bench({windowOf(WindowKind::Slotted, 1h, 10)});
        bench.add(1, 9, 5min);
        bench.add(1, 9, 5min);
        bench.until(kStart + 1min);
        QCOMPARE(bench.left.size(), size_t(1));
    }

private:
    static Bench drawnBench(std::mt19937 &random)
    {
        return Bench({windowOf(WindowKind::Slotted, 30min, 5 + int(random() % 20)),
            windowOf(WindowKind::Fixed, 3h, 30 + int(random() % 60)),
            windowOf(WindowKind::Rolling, 24h, 150 + int(random() % 200))});
    }
    static void addAny(Bench &bench, std::mt19937 &random, qint64 id)
    {
        const std::array weights = {9.0, 3.0, 1.0, 0.3};
        bench.add(id, weights[random() % weights.size()], milliseconds(random() % 14'400'000));
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::SchedulerTest)
#include "scheduler_test.moc"
