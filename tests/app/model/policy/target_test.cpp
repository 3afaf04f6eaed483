#include "app/model/policy/target.h"
#include "tests/app/model/policy/local_minutes.h"
#include "tests/support/seed.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const Instant kStart = *instantFromIso(u"2026-06-01T10:00:00Z"_s);

Promise always(milliseconds within, bool pauses = true)
{
    Promise promise;
    promise.policy.pausesWhileWaitingForCustomer = pauses;
    promise.policy.warnPercent = 25;
    for (const TargetKind kind : {TargetKind::FirstAnswer, TargetKind::NextAnswer, TargetKind::Resolution}) {
        promise.policy.targets[kind] = {.within = within, .calendar = kAlways};
    }
    return promise;
}

Wait waits(qint64 message, milliseconds after)
{
    return {.message = message, .from = kStart + after};
}

Wait answered(qint64 message, milliseconds after, qint64 answer, milliseconds until)
{
    return {.message = message,
        .from = kStart + after,
        .settlement = Settlement::Answered,
        .settledBy = answer,
        .until = kStart + until};
}

QList<Target> of(TargetKind kind, const QList<Target> &targets)
{
    QList<Target> found = targets;
    found.removeIf([kind](const Target &target) { return target.kind != kind; });
    return found;
}
} // namespace

class TargetTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void severalMessagesBeforeAnAnswerAreOneTurn()
    {
        const auto episodes = episodesOf(
            {answered(1, 0min, 9, 20min), answered(2, 5min, 9, 20min), waits(10, 30min), waits(11, 40min)},
            {});
        QCOMPARE(episodes.size(), 1);
        const auto targets = targetsFor(episodes.first(), always(1h));
        const auto first = of(TargetKind::FirstAnswer, targets);
        QCOMPARE(first.size(), 1);
        QVERIFY(first[0].startedAt == kStart && first[0].metAt == kStart + 20min);
        QVERIFY(first[0].dueAt == kStart + 1h && first[0].warnAt == kStart + 45min);
        const auto next = of(TargetKind::NextAnswer, targets);
        QCOMPARE(next.size(), 1);
        QVERIFY(next[0].startedAt == kStart + 30min && !next[0].endedAt());
        QCOMPARE(next[0].openedBy, 10);
        QVERIFY(next[0].dueAt == kStart + 90min);
    }

    void whatIsLearnedLaterMovesTheBeginningAndNotTheKey()
    {
        const auto targets
            = targetsFor(episodesOf({waits(5, 0min), waits(6, -30min)}, {}).first(), always(1h));
        QVERIFY(targets[0].startedAt == kStart - 30min);
        QCOMPARE(targets[0].openedBy, 5);
    }

    void whatTheAnswerDidNotSeeWaitsOn()
    {
        const auto targets
            = targetsFor(episodesOf({answered(1, 0min, 9, 20min), waits(2, 19min)}, {}).first(), always(1h));
        const auto next = of(TargetKind::NextAnswer, targets);
        QCOMPARE(next.size(), 1);
        QVERIFY(next[0].startedAt == kStart + 19min);
    }

    void resolvedWithoutAnAnswerIsNeitherKeptNorBroken()
    {
        Wait settled = waits(1, 0min);
        settled.settlement = Settlement::Resolved;
        settled.settledBy = 5;
        settled.until = kStart + 30min;
        const auto episodes = episodesOf({settled, waits(6, 10min)}, {{.fact = 5, .at = kStart + 30min}});
        QCOMPARE(episodes.size(), 2);
        const auto targets = targetsFor(episodes[0], always(1h));
        const auto first = of(TargetKind::FirstAnswer, targets);
        QVERIFY(first[0].droppedAt == kStart + 30min && !first[0].metAt && !first[0].breachedAt(kStart + 9h));
        QVERIFY(of(TargetKind::Resolution, targets)[0].metAt == kStart + 30min);
        // One that was posted before and comes in late reopens: its time counts from when it was posted.
        QVERIFY(episodes[1].startedAt == kStart + 10min && !episodes[1].isOver());
    }

    void timeStandsStillWhileTheCustomerIsWaitedFor()
    {
        const QList<Wait> said = {answered(1, 0min, 9, 20min), answered(10, 80min, 12, 90min)};
        auto resolution = of(TargetKind::Resolution, targetsFor(episodesOf(said, {}).first(), always(1h)))[0];
        QVERIFY(!resolution.dueAt); // waiting for the customer again, 30 minutes used
        QVERIFY(!resolution.breachedAt(kStart + 99h));
        QVERIFY(countedTime(resolution, nullptr, kStart + 99h) == 30min);

        resolution = of(TargetKind::Resolution,
            targetsFor(episodesOf(said + QList<Wait>{waits(13, 3h)}, {}).first(), always(1h)))[0];
        QVERIFY(resolution.dueAt == kStart + 3h + 30min && resolution.warnAt == kStart + 3h + 15min);

        resolution
            = of(TargetKind::Resolution, targetsFor(episodesOf(said, {}).first(), always(1h, false)))[0];
        QVERIFY(resolution.dueAt == kStart + 1h);
    }

    void whatHappensAtTheDeadlineIsInTime()
    {
        Target target{.startedAt = kStart, .dueAt = kStart + 1h};
        QVERIFY(!target.breachedAt(kStart + 1h));
        QVERIFY(target.breachedAt(kStart + 1h + 1ms) == kStart + 1h);
        target.metAt = kStart + 1h;
        QVERIFY(!target.breachedAt(kStart + 9h));
        target.metAt = kStart + 1h + 1ms;
        QVERIFY(target.breachedAt(kStart + 9h) == kStart + 1h);
    }

    void theNetworksClockMayBeAheadOfOurs()
    {
        const auto episode = episodesOf({answered(1, 5s, 9, 3s)}, {{.fact = 10, .at = kStart + 1s}}).first();
        QVERIFY(episode.turns[0].until == kStart + 5s && *episode.resolvedAt == kStart + 5s);
        for (const Target &target : targetsFor(episode, always(1h))) {
            QVERIFY(countedTime(target, nullptr, kStart + 1h) == 0ms);
            QVERIFY(explain(target, nullptr, kStart + 1h).isEmpty());
        }
    }

    /// I8: the spans are a whole, and the counted ones sum up to the value; the value is what counting minute by minute gives.
    void explainedSpansSumUpToTheValueAcrossChangesOfTheClock_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("change");
        const auto row = [](const char *zone, QDate change) {
            QTest::newRow(qPrintable(QLatin1String(zone) + u' ' + change.toString(Qt::ISODate)))
                << QByteArray(zone) << change;
        };
        row("Europe/Paris", {2026, 3, 29});
        row("Europe/Paris", {2026, 10, 25});
        row("America/New_York", {2026, 3, 8});
        row("America/New_York", {2026, 11, 1});
        row("Australia/Lord_Howe", {2026, 4, 5});
        row("Australia/Lord_Howe", {2026, 10, 4});
        row("Africa/Casablanca", {2026, 2, 15});
        row("Africa/Casablanca", {2026, 3, 22});
        row("America/St_Johns", {2026, 3, 8});
        row("America/St_Johns", {2026, 11, 1});
        row("Asia/Kathmandu", {2026, 3, 29});
        row("Pacific/Apia", {2011, 12, 30});
    }

    void explainedSpansSumUpToTheValueAcrossChangesOfTheClock()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, change);
        QRandomGenerator random(printedSeed());
        const Instant middle = instantFromMs(QDateTime(change, {12, 0}, Qt::UTC).toMSecsSinceEpoch());
        const LocalMinutes wall(zone, middle - 9 * 24h, middle + 9 * 24h);
        for (int round = 0; round < 60; ++round) {
            Calendar calendar{.name = u"shop"_s, .zone = zone};
            for (QList<Hours> &day : calendar.week) {
                const int from = int(random.bounded(0, 96)) * 15;
                day = {{.from = from, .to = int(random.bounded(0, 97)) * 15}};
            }
            calendar.holidays = {{.date = change.addDays(random.bounded(-2, 3))}};
            const OpenMinutes open(calendar, wall);
            checkEpisode(random, calendar, open, middle);
        }
    }

private:
    static void checkEpisode(
        QRandomGenerator &random, const Calendar &calendar, const OpenMinutes &open, Instant middle)
    {
        Promise promise{.calendars = {{calendar.name, calendar}}};
        for (const TargetKind kind :
            {TargetKind::FirstAnswer, TargetKind::NextAnswer, TargetKind::Resolution}) {
            promise.policy.targets[kind]
                = {.within = std::chrono::minutes(random.bounded(1, 1500)), .calendar = calendar.name};
        }
        Instant time = middle - 3 * 24h;
        const auto pass = [&] { return time += std::chrono::minutes(random.bounded(0, 900)); };
        QList<Wait> said;
        for (qint64 id = 1; id <= 8; id += 2) {
            Wait wait{.message = id, .from = pass()};
            if (id < 7 || random.bounded(2) == 0) {
                wait.settlement = Settlement::Answered;
                wait.settledBy = id + 1;
                wait.until = pass();
            }
            said.append(wait);
        }
        const Instant now = pass();
        for (const Target &target : targetsFor(episodesOf(said, {}).first(), promise)) {
            checkTarget(target, calendar, open, now);
        }
    }

    static void checkTarget(
        const Target &target, const Calendar &calendar, const OpenMinutes &open, Instant now)
    {
        milliseconds counted{};
        Instant reached = target.startedAt;
        for (const ExplainedSpan &span : explain(target, &calendar, now)) {
            QVERIFY(span.from == reached && span.from < span.to);
            reached = span.to;
            const milliseconds length = span.to - span.from;
            if (span.counting == Counting::Counted) {
                QVERIFY(open.between(span.from, span.to) == length);
                counted += length;
            } else if (span.counting == Counting::Closed) {
                QVERIFY(open.between(span.from, span.to) == 0ms);
            }
        }
        const Instant last = target.endedAt().value_or(now);
        QVERIFY(reached == last);
        QVERIFY(counted == countedTime(target, &calendar, now));
        milliseconds byMinutes = open.between(target.startedAt, last);
        for (const TimeSpan &pause : target.pausedSpans) {
            byMinutes -= open.between(std::min(pause.from, last), std::min(pause.to, last));
        }
        QVERIFY(counted == byMinutes);
        if (target.dueAt) { // the value is the promised time exactly then, and less before
            Target running = target;
            running.metAt = running.droppedAt = std::nullopt;
            QVERIFY(countedTime(running, &calendar, *target.dueAt) == target.terms.within);
            QVERIFY(countedTime(running, &calendar, *target.dueAt - 1ms) < target.terms.within);
        }
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::TargetTest)
#include "target_test.moc"
