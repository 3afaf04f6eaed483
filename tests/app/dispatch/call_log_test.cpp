#include "app/dispatch/call_log.h"

#include "tests/support/seed.h"

#include <QTest>

#include <random>

namespace fw::test {

namespace {
Instant at(qint64 ms)
{
    return instantFromMs(1'790'000'000'000 + ms);
}

struct Call {
    Instant startedAt = {};
    std::optional<Instant> endedAt = {};
};
} // namespace

class CallLogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsACallFromItsBeginningUntilItsEndLeavesTheWindow()
    {
        CallLog log;
        log.begin(at(1000));
        QCOMPARE(log.since(at(5000)), 1); // under way: it can reach the network any time
        log.end(at(1000), at(3000));
        QCOMPARE(log.since(at(3000)), 1);
        QCOMPARE(log.since(at(3001)), 0);
    }

    void keepsTheOtherCallOfTheSameMomentUnderWay()
    {
        CallLog log;
        log.begin(at(1000));
        log.begin(at(1000));
        log.remove(at(1000));
        log.add(at(1000), at(1200));
        QCOMPARE(log.underWay(), 1);
        QCOMPARE(log.since(at(1100)), 2);
    }

    void countsLikeAListOfAllCalls()
    {
        std::mt19937 random(printedSeed());
        CallLog log;
        std::vector<Call> calls;
        std::vector<size_t> underWay;
        const milliseconds longest(60'000);
        qint64 now = 0;
        for (int step = 0; step < 1000; ++step) {
            now += qint64(random() % 200);
            if (underWay.empty() || random() % 2 == 0) {
                log.begin(at(now));
                underWay.push_back(calls.size());
                calls.push_back({.startedAt = at(now)});
            } else {
                std::swap(underWay[random() % underWay.size()], underWay.back());
                Call &call = calls[underWay.back()];
                underWay.pop_back();
                if (random() % 8 == 0) {
                    log.remove(call.startedAt);
                    calls.erase(calls.begin() + (&call - calls.data()));
                    underWay.clear();
                    for (size_t i = 0; i < calls.size(); ++i) {
                        if (!calls[i].endedAt) {
                            underWay.push_back(i);
                        }
                    }
                } else {
                    call.endedAt = at(now);
                    log.end(call.startedAt, at(now));
                }
            }
            log.trim(at(now), longest);
            compare(log, calls, now - qint64(random() % 60'000), now - qint64(random() % 3000));
        }
    }

    void becomesAnotherListLikeOneMadeOfIt()
    {
        std::mt19937 random(printedSeed());
        CallLog log;
        QList<Instant> calls;
        qint64 now = 0;
        for (int step = 0; step < 500; ++step) {
            for (auto added = random() % 4; added > 0; --added) {
                now += qint64(random() % 300);
                calls.append(at(now));
            }
            if (random() % 5 == 0 && !calls.isEmpty()) {
                calls.removeLast(); // it was not carried out
            }
            if (random() % 50 == 0 && !calls.isEmpty()) {
                calls.removeAt(qsizetype(random() % quint64(calls.size())));
            }
            if (calls.size() > 40) {
                calls.remove(0, qsizetype(random() % 20));
            }
            log.become(calls);
            std::vector<Call> expected;
            for (const Instant call : std::as_const(calls)) {
                expected.push_back({.startedAt = call, .endedAt = call});
            }
            compare(log, expected, now - qint64(random() % 10'000), now);
            QVERIFY(log.lastStart() == (calls.isEmpty() ? std::nullopt : std::optional(calls.last())));
        }
    }

private:
    void compare(const CallLog &log, const std::vector<Call> &calls, qint64 from, qint64 startedBy)
    {
        int since = 0;
        int sinceStartedBy = 0;
        std::vector<Instant> latest;
        for (const Call &call : calls) {
            const bool counts = !call.endedAt || *call.endedAt >= at(from);
            since += counts ? 1 : 0;
            sinceStartedBy += counts && call.startedAt <= at(startedBy) ? 1 : 0;
            if (call.endedAt) {
                latest.push_back(*call.endedAt);
            }
        }
        QCOMPARE(log.since(at(from)), since);
        if (from <= startedBy) {
            QCOMPARE(log.sinceStartedBy(at(from), at(startedBy)), sinceStartedBy);
        }
        const std::vector<int> many = log.since({at(from), at(from + 500), at(from + 9'000)});
        QVERIFY(many == (std::vector{since, log.since(at(from + 500)), log.since(at(from + 9'000))}));
        std::sort(latest.rbegin(), latest.rend());
        for (size_t i = 0; i < std::min<size_t>(latest.size(), 20); ++i) {
            QVERIFY(log.newest(log.underWay() + int(i) + 1) == latest[i]);
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::CallLogTest)
#include "call_log_test.moc"
