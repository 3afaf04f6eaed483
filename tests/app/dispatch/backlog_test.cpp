#include "app/dispatch/backlog.h"

#include "tests/support/seed.h"

#include <QTest>

#include <random>

namespace fw::test {

namespace {
using namespace std::chrono_literals;

const Instant kStart = instantFromMs(1'790'000'040'000); // a whole minute

/// Everything that waits in one list.
struct Naive {
    std::map<qint64, WaitingReply> replies = {};

    [[nodiscard]] Backlog::Order ours(double weight, Instant after) const
    {
        Backlog::Order order;
        for (const auto &[id, reply] : replies) {
            if (reply.isOurs && reply.due > after && reply.weight == weight) {
                order.emplace(reply.due, reply.id);
            }
        }
        return order;
    }
    [[nodiscard]] Backlog::Order late(Instant now) const
    {
        Backlog::Order order;
        for (const auto &[id, reply] : replies) {
            if (reply.isOurs && reply.due <= now) {
                order.emplace(reply.due, reply.id);
            }
        }
        return order;
    }
    [[nodiscard]] int dueBetween(double weight, Instant now, Instant from, Instant until) const
    {
        return int(std::count_if(replies.begin(), replies.end(), [&](const auto &entry) {
            const WaitingReply &reply = entry.second;
            return reply.weight == weight && reply.due > now && reply.due >= from && reply.due < until;
        }));
    }
};
} // namespace

class BacklogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheSameAsAListOfEverything()
    {
        std::mt19937 random(printedSeed());
        const std::array weights = {9.0, 3.0, 1.0, 0.3};
        Backlog backlog;
        Naive naive;
        Instant now = kStart;
        for (int step = 0; step < 800; ++step) {
            const qint64 id = qint64(random() % 100) + 1;
            switch (random() % 4) {
            case 0:
                now += milliseconds(random() % 60'000);
                backlog.retire(now);
                break;
            case 1:
                backlog.remove({id});
                naive.replies.erase(id);
                break;
            default: {
                const WaitingReply reply{.id = {id},
                    .weight = weights[random() % weights.size()],
                    .due = now + milliseconds(qint64(random() % 7'200'000) - 600'000),
                    .isOurs = random() % 3 > 0};
                backlog.add(reply, now, true);
                naive.replies.try_emplace(id, reply);
            }
            }
            compare(backlog, naive, now, uint(random() % 120));
        }
    }

    void keepsWhatOtherDesksHaveByDueTime()
    {
        Backlog backlog;
        backlog.add({.id = {1}, .due = kStart + 2h, .isOurs = false}, kStart, true);
        backlog.add({.id = {2}, .due = kStart + 1h, .isOurs = false}, kStart, true);
        backlog.add({.id = {3}, .due = kStart + 1h}, kStart, true);
        QCOMPARE(backlog.others().size(), 2);
        QCOMPARE(backlog.others().first().id.value, 2);
        backlog.remove({3});
        QVERIFY(!backlog.hasOurs());
    }

private:
    static void compare(const Backlog &backlog, const Naive &naive, Instant now, uint minutes)
    {
        QCOMPARE(backlog.size(), int(naive.replies.size()));
        QVERIFY(backlog.late() == naive.late(now));
        double before = 1e9;
        for (const auto &[key, level] : backlog.levels()) {
            QVERIFY(level.weight < before);
            before = level.weight;
            QVERIFY(level.ours == naive.ours(level.weight, now));
            const Instant from = std::chrono::floor<std::chrono::minutes>(now);
            const Instant until = from + std::chrono::minutes(minutes);
            QCOMPARE(
                Backlog::dueBetween(level, from, until), naive.dueBetween(level.weight, now, from, until));
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::BacklogTest)
#include "backlog_test.moc"
