#include "app/insight/what_if.h"
#include "tests/app/store/promised_desk.h"
#include "tests/support/seed.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

namespace fw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
const TimeSpan &period()
{
    static const Instant from = *instantFromIso(u"2026-05-04T08:00:00Z"_s);
    static const TimeSpan span{.from = from, .to = from + 10h};
    return span;
}

/// A turn of somebody new, `after` the day's beginning.
DayTurn asked(milliseconds after, std::optional<milliseconds> handle = {})
{
    static qint64 last = 0;
    const Instant at = period().from + after;
    return {.conversation = {++last},
        .openedBy = last,
        .isFirst = true,
        .startedAt = at,
        .from = at,
        .handle = handle};
}

Shifts allDay(int agents)
{
    return Shifts(agents, {period()});
}

DayFigures figuresOf(const PastDay &day, const Scenario &scenario)
{
    const auto figures = played(day, scenario);
    Q_ASSERT(figures);
    return *figures;
}

PastDay randomDay(quint32 seed, int turns)
{
    std::mt19937 random(seed);
    PastDay day{.period = period()};
    for (int i = 0; i < turns; ++i) {
        day.turns.append(asked(milliseconds(random() % 32'000'000), milliseconds(random() % 600'000)));
    }
    std::sort(day.turns.begin(), day.turns.end(),
        [](const DayTurn &a, const DayTurn &b) { return a.from < b.from; });
    return day;
}
} // namespace

class WhatIfTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDayIsReadAsItWas();
    void focusBelongsToTheTurnItWasFor();
    void aDayPlayedAsItWasIsTheSameDay();
    void theQueueGoesByClassDueTimeAndAge();
    void moreAgentsNeverMakeAnybodyWaitLonger();
    void nobodyWorksOutsideTheShiftButFinishes();
    void agentsComeAndGo();
    void aTighterTargetIsBrokenMoreOften();
    void limitsHoldAnswersBack();
    void drawnHandleTimesFollowSeedAndTurn();
    void withoutHandleTimesThereIsNothingToPlay();
};

void WhatIfTest::aDayIsReadAsItWas()
{
    PromisedDesk desk;
    desk.promise("{'name': 'all', 'first_answer': {'within': '1h', 'calendar': 'always'}}");
    const Instant start = desk.clock.now();
    const Message before = desk.asks(u"7"_s); // waits when the day begins
    desk.clock.advance(30min);
    const Instant from = desk.clock.now();
    desk.clock.advance(10min);
    desk.answers(before, {}, u"ann"_s);
    const Instant answered = desk.clock.now();
    const Message resolved = desk.asks(u"8"_s);
    desk.clock.advance(5min);
    desk.resolves(resolved);
    const Message open = desk.asks(u"9"_s);
    desk.clock.advance(1h);
    const Instant to = desk.clock.now();
    desk.answers(open, {}, u"bob"_s); // the next day
    const auto day = waitFor(pastDay(*desk.store, {.from = from, .to = to}));
    QVERIFY(day);
    QCOMPARE(day->turns.size(), 3);
    const DayTurn &first = day->turns[0];
    QVERIFY(first.conversation == before.conversation && first.isFirst && first.startedAt == start);
    QVERIFY(first.until == answered && first.isAnswered && first.dueAt == start + 1h);
    QCOMPARE(first.agent, u"ann"_s);
    QVERIFY(day->turns[1].until && !day->turns[1].isAnswered);
    QVERIFY(!day->turns[2].until && day->turns[2].agent.isEmpty());
    const DayFigures was = asItWas(*day, allDay(1));
    QCOMPARE(was.firstAnswer.count, 1);
    QVERIFY(was.firstAnswer.mean == 40min);
    QCOMPARE(was.kept, 1);
    QCOMPARE(was.broken, 0);
    QCOMPARE(was.backlog, 1);
    QCOMPARE(was.running, 1);  // due where the day ends
    QVERIFY(!was.utilisation); // nothing was recorded
}

void WhatIfTest::focusBelongsToTheTurnItWasFor()
{
    const Instant from = period().from;
    ConversationPast past{.id = {1},
        .waits = {{.message = 1,
                      .from = from,
                      .settlement = Settlement::Answered,
                      .settledBy = 10,
                      .until = from + 10min},
            {.message = 2,
                .from = from + 20min,
                .settlement = Settlement::Answered,
                .settledBy = 20,
                .until = from + 30min}},
        .writers = {{10, u"ann"_s}, {20, u"bob"_s}},
        .focus = {{.from = from + 8min, .span = 3min}, // went on a little after the first answer
            {.from = from + 23min, .span = 2min}, {.from = from + 29min + 30s, .span = 90s},
            {.from = from + 45min, .span = 5min}}}; // looked at again: for no answer
    const QList<DayTurn> turns = turnsOf(past, period());
    QCOMPARE(turns.size(), 2);
    QVERIFY(turns[0].handle == 3min);
    QVERIFY(turns[1].handle == 210s);
    QVERIFY(turns[0].isFirst && !turns[1].isFirst);
    QVERIFY(turns[1].handledInPeriod == 210s);
    const QList<DayTurn> late = turnsOf(past, {.from = from + 25min, .to = period().to});
    QCOMPARE(late.size(), 1);
    QVERIFY(late[0].handle == 210s && late[0].handledInPeriod == 90s);
    const Shifts seen = seenShifts({.period = period(), .turns = turns});
    QCOMPARE(seen.size(), 2);
    QVERIFY(seen[0] == QList<TimeSpan>({{.from = from + 7min, .to = from + 10min}}));
}

// One agent, first come first served, recorded exactly: the played day has nothing left to differ by.
void WhatIfTest::aDayPlayedAsItWasIsTheSameDay()
{
    PastDay day = randomDay(printedSeed(), 90);
    Instant free = period().from;
    for (DayTurn &turn : day.turns) {
        free = std::max(free, turn.from) + *turn.handle;
        if (free < period().to) {
            turn.until = free;
        }
    }
    const DayFigures was = asItWas(day, allDay(1));
    const DayFigures simulated = figuresOf(day, {.shifts = allDay(1)});
    QVERIFY(was.firstAnswer == simulated.firstAnswer);
    QVERIFY(was.firstAnswer.median && was.firstAnswer.p90);
    QCOMPARE(was.backlog, simulated.backlog);
    QVERIFY(simulated == figuresOf(day, {.shifts = allDay(1)}));
}

void WhatIfTest::theQueueGoesByClassDueTimeAndAge()
{
    PastDay day{.period = period(),
        .turns = {asked(0s, 10min), asked(1s, 10min), asked(2s, 10min), asked(3s, 10min)}};
    day.turns[2].dueAt = period().from + 5h; // before who has no promise
    day.turns[3].workClass = ReplyClass::Urgent;
    const Scenario scenario{.shifts = allDay(1), .departures = [&](const QList<ReadyReply> &ready) {
                                QList<qint64> order;
                                QList<std::optional<Instant>> left;
                                for (const ReadyReply &reply : ready) {
                                    order.append(reply.conversation.value - day.turns[0].conversation.value);
                                    left.append(reply.at);
                                }
                                Q_ASSERT(order == QList<qint64>({0, 3, 2, 1}));
                                return left;
                            }};
    QCOMPARE(figuresOf(day, scenario).answers.count, 4);
}

void WhatIfTest::moreAgentsNeverMakeAnybodyWaitLonger()
{
    const quint32 seed = printedSeed();
    for (quint32 turn = 0; turn < 20; ++turn) {
        const PastDay day = randomDay(seed + turn, 150);
        std::optional<DayFigures> before;
        for (int agents = 1; agents <= 6; ++agents) {
            const DayFigures now = figuresOf(day, {.shifts = allDay(agents)});
            QVERIFY(now.utilisation && *now.utilisation <= 1.0);
            QVERIFY(!before || now.backlog <= before->backlog);
            // Fewer are answered by fewer agents, so only whole days compare.
            QVERIFY(!before || before->backlog > 0 || *now.answers.mean <= *before->answers.mean);
            before = now;
        }
    }
}

void WhatIfTest::nobodyWorksOutsideTheShiftButFinishes()
{
    const Instant from = period().from;
    const PastDay day{
        .period = period(), .turns = {asked(0s, 10min), asked(55min, 30min), asked(56min, 30min)}};
    const Shifts shifts{{{.from = from + 30min, .to = from + 60min}, {.from = from + 3h, .to = from + 4h}}};
    const DayFigures figures = figuresOf(day, {.shifts = shifts});
    QCOMPARE(figures.answers.count, 3);
    QVERIFY(figures.answers.longest == 3h + 30min - 56min);
    QVERIFY(figures.busy == 70min);
    QVERIFY(figures.staffed == 90min + 25min); // 25 minutes over
}

void WhatIfTest::agentsComeAndGo()
{
    const Shifts shifts{{{.from = period().from, .to = period().from + 1h}}, {period()}};
    QCOMPARE(staffedWith(shifts, 1, period()).size(), 1);
    QVERIFY(staffedWith(shifts, 3, period())[2] == shifts[0]);
    QVERIFY(staffedWith({}, 2, period()) == allDay(2));
    QVERIFY(staffedWith(shifts, 0, period()).isEmpty());
    const DayFigures nobody = figuresOf({.period = period(), .turns = {asked(0s, 1min)}}, {});
    QCOMPARE(nobody.backlog, 1);
    QVERIFY(!nobody.utilisation);
    Calendar office{.name = u"office"_s, .zone = "UTC"};
    office.week.fill({{.from = 9 * 60, .to = 12 * 60}});
    const Shifts roster
        = rosterShifts({{.name = u"ann"_s, .calendar = u"office"_s}, {.name = u"bob"_s}}, {office}, period());
    QVERIFY(roster[0] == QList<TimeSpan>({{.from = period().from + 1h, .to = period().from + 4h}}));
    QVERIFY(roster[1] == QList<TimeSpan>{period()});
}

void WhatIfTest::aTighterTargetIsBrokenMoreOften()
{
    PastDay day = randomDay(3, 150);
    for (DayTurn &turn : day.turns) {
        turn.dueAt = turn.from + 8h;
    }
    Scenario scenario{.shifts = allDay(2)};
    const DayFigures wide = figuresOf(day, scenario);
    scenario.target = {.within = 1min};
    const DayFigures tight = figuresOf(day, scenario);
    QVERIFY(tight.broken > wide.broken);
    QCOMPARE(tight.kept + tight.broken + tight.running, 150);
    Calendar closed{.name = u"late"_s, .zone = "UTC"};
    closed.week.fill({{.from = 22 * 60, .to = 23 * 60}});
    scenario.target = {.within = 1min, .calendar = closed};
    QCOMPARE(figuresOf(day, scenario).broken, 0); // nobody is promised anything before 22:01
}

void WhatIfTest::limitsHoldAnswersBack()
{
    const PastDay day{.period = period(), .turns = {asked(0s, 10min), asked(1h, 10min), asked(2h, 10min)}};
    Scenario scenario{.shifts = allDay(1)};
    scenario.departures = [](const QList<ReadyReply> &ready) {
        QList<std::optional<Instant>> left;
        for (qsizetype i = 0; i < ready.size(); ++i) {
            left.append(i < 2 ? std::optional(ready[i].at + 5h) : std::nullopt);
        }
        return left;
    };
    const DayFigures figures = figuresOf(day, scenario);
    QCOMPARE(figures.backlog, 1);
    QVERIFY(figures.answers.mean == 5h + 10min);
    QVERIFY(figures.busy == 30min); // the agents' part was done
}

void WhatIfTest::drawnHandleTimesFollowSeedAndTurn()
{
    PastDay day = randomDay(11, 200);
    for (qsizetype i = 0; i < day.turns.size(); i += 2) {
        day.turns[i].handle.reset();
    }
    const auto busy = [&day](const Scenario &scenario) { return figuresOf(day, scenario).busy; };
    QVERIFY(busy({.shifts = allDay(9), .seed = 1}) == busy({.shifts = allDay(10), .seed = 1}));
    QVERIFY(busy({.shifts = allDay(9), .seed = 1}) != busy({.shifts = allDay(9), .seed = 2}));
    // 200 exponential times of a mean of 2 minutes: 400 minutes, give or take 4 standard deviations.
    const auto minutes = std::chrono::duration<double, std::ratio<60>>(
        busy({.shifts = allDay(30), .handle = 2min, .seed = 5}));
    QVERIFY(std::abs(minutes.count() - 400) < 4 * 2 * std::sqrt(200.0));
}

void WhatIfTest::withoutHandleTimesThereIsNothingToPlay()
{
    const PastDay day{.period = period(), .turns = {asked(0s)}};
    const auto refused = played(day, {.shifts = allDay(1)});
    QVERIFY(!refused && refused.error().code == ErrorCode::Usage);
    QVERIFY(played(day, {.shifts = allDay(1), .handle = 4min}));
    QVERIFY(played({.period = period()}, {.shifts = allDay(1)})); // nor is there anything to do
}

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::WhatIfTest)
#include "what_if_test.moc"
