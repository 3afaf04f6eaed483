// Invariant I7: a figure is the brute-force count over what it opens. Random histories on a real desk, every figure under every breakdown,
// compared with an oracle that knows only what was done.
#include "app/insight/statistics.h"
#include "app/store/figure_store.h"
#include "tests/app/insight/figure_oracle.h"
#include "tests/support/seed.h"

#include <QSet>
#include <QTest>

namespace fw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr int kCustomers = 14;
const QList<Breakdown> kAll{Breakdown::None, Breakdown::Hour, Breakdown::Day, Breakdown::Agent,
    Breakdown::Team, Breakdown::Network, Breakdown::Account, Breakdown::Tag};

const char *const kPromise = "{'name': 'all', 'first_answer': {'within': '1h', 'calendar': 'always'},"
                             " 'next_answer': {'within': '2h', 'calendar': 'always'},"
                             " 'resolution': {'within': '8h', 'calendar': 'always'},"
                             " 'pauses_while_waiting_for_customer': false}";

QString shown(const Spread &spread)
{
    const auto ms = [](const std::optional<milliseconds> &value) {
        return value ? QString::number(value->count()) : u"-"_s;
    };
    return u"n %1 median %2 p90 %3 mean %4 longest %5 zeros %6"_s.arg(spread.count)
        .arg(ms(spread.median), ms(spread.p90), ms(spread.mean), ms(spread.longest))
        .arg(spread.zeros);
}

QString shown(const QList<FigureSummary> &summaries)
{
    QString text;
    for (const FigureSummary &one : summaries) {
        text += u"\n  [%1] %2 of %3 conversations, %4 customers; H %5; B %6; hits %7; running %8"_s
                    .arg(one.key)
                    .arg(one.count)
                    .arg(one.conversations)
                    .arg(one.customers)
                    .arg(shown(one.calendar), shown(one.business))
                    .arg(one.hits.value_or(-1))
                    .arg(one.running);
    }
    return text;
}
} // namespace

class FiguresTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFigureIsTheCountByHand_data();
    void everyFigureIsTheCountByHand();
    void aLateShortPeriodIsCountedFromFewConversations();
    void businessHoursFollowTheCalendarInForce();
    void noPercentileOfFewValues();
    void everyFigureHasANameAndADefinition();

private:
    void compare(HistoryMaker &history, int customers, const FigureOracle::Terms &terms,
        const QString &calendar, const QList<Breakdown> &breakdowns = kAll);

    QSet<QString> m_counted; // figures that had something to count
};

void FiguresTest::compare(HistoryMaker &history, int customers, const FigureOracle::Terms &terms,
    const QString &calendar, const QList<Breakdown> &breakdowns)
{
    const FigureOracle oracle(history.deeds, customers, terms);
    for (const Breakdown by : breakdowns) {
        const auto answers = waitFor(Statistics(*history.desk.store)
                                         .ask({.terms = {.period = {.from = terms.from, .to = terms.to},
                                                   .asOf = terms.asOf,
                                                   .zone = terms.zone,
                                                   .reopenWithin = milliseconds(terms.reopenMs)},
                                             .calendar = calendar,
                                             .by = by}));
        QVERIFY(answers);
        QCOMPARE(answers->size(), allFigures().size());
        for (const FigureAnswer &answer : *answers) {
            const QList<FigureSummary> expected = oracle.summaries(answer.figure, by);
            if (!expected.isEmpty()) {
                m_counted.insert(toString(answer.figure));
            }
            QVERIFY2(answer.groups == expected,
                qPrintable(u"%1 by %2:%3\nby hand:%4"_s.arg(
                    toString(answer.figure), toString(by), shown(answer.groups), shown(expected))));
            for (const FigureSummary &group : answer.groups) {
                QCOMPARE(opened(answer, group.key, by, terms.zone).size(), group.count + group.running);
            }
        }
    }
}

void FiguresTest::everyFigureIsTheCountByHand_data()
{
    QTest::addColumn<quint32>("seed"); // 0: another one each time
    QTest::newRow("a history in which each figure has something to count") << 1U;
    QTest::newRow("any history") << 0U;
}

void FiguresTest::everyFigureIsTheCountByHand()
{
    QFETCH(quint32, seed);
    m_counted.clear();
    HistoryMaker history(seed != 0 ? seed : printedSeed(), kCustomers);
    PromisedDesk &desk = history.desk;
    desk.clock.set(*instantFromIso(u"2026-03-27T06:00:00.000Z"_s)); // the clocks change on the 29th
    desk.opens(u"office"_s, "Europe/Paris", {{.from = 9 * 60, .to = 17 * 60}});
    desk.promise(kPromise);
    const Instant start = desk.clock.now();
    for (int i = 0; i < 300; ++i) {
        history.step();
    }
    desk.opens(u"office"_s, "Europe/Paris", {{.from = 8 * 60, .to = 18 * 60}});
    const Instant changed = desk.clock.now();
    for (int i = 0; i < 150; ++i) {
        history.step();
    }
    FigureOracle::Terms terms{.from = start + 26h,
        .to = desk.clock.now() - 30h,
        .asOf = desk.clock.now(),
        .zone = QTimeZone("Europe/Paris"),
        .openZone = QTimeZone("Europe/Paris"),
        .open = {{.fromHour = 9, .toHour = 17}, {.fromHour = 8, .toHour = 18, .since = changed}},
        .reopenMs = std::chrono::milliseconds(20h).count(),
        .firstMs = std::chrono::milliseconds(1h).count(),
        .nextMs = std::chrono::milliseconds(2h).count(),
        .resolvedMs = std::chrono::milliseconds(8h).count()};
    compare(history, kCustomers, terms, u"office"_s);
    // Up to now, in another zone, without a calendar.
    terms.from = start;
    terms.to = desk.clock.now() + 5h;
    terms.zone = QTimeZone("America/New_York");
    terms.open.clear();
    compare(history, kCustomers, terms, {});
    if (seed != 0) { // chance leaves one out now and then
        QCOMPARE(m_counted.size(), allFigures().size());
    }
}

// Customers come and go, so that a period has few of them: what is not read must not have been missed.
void FiguresTest::aLateShortPeriodIsCountedFromFewConversations()
{
    constexpr int kMany = 60;
    constexpr int kAtATime = 6;
    constexpr int kStepsEach = 10;
    HistoryMaker history(printedSeed(), kMany);
    PromisedDesk &desk = history.desk;
    desk.clock.set(*instantFromIso(u"2026-06-01T06:00:00.000Z"_s));
    desk.promise(kPromise);
    const Instant start = desk.clock.now();
    for (int first = 0; first + kAtATime <= kMany; ++first) {
        for (int i = 0; i < kStepsEach; ++i) {
            history.stepAmong(first, kAtATime);
        }
        history.endWith(first);
    }
    const auto minutes = int(std::chrono::floor<std::chrono::minutes>(desk.clock.now() - start).count());
    qsizetype read = 0;
    constexpr int kPeriods = 16;
    for (int i = 0; i < kPeriods; ++i) {
        const Instant from = start + std::chrono::minutes(minutes / 3 + history.pick(2 * minutes / 3));
        const FigureOracle::Terms terms{.from = from,
            .to = from + std::chrono::minutes(1 + history.pick(12 * 60)),
            .asOf = desk.clock.now(),
            .zone = QTimeZone("Europe/Paris"),
            .reopenMs = std::chrono::milliseconds(20h).count(),
            .firstMs = std::chrono::milliseconds(1h).count(),
            .nextMs = std::chrono::milliseconds(2h).count(),
            .resolvedMs = std::chrono::milliseconds(8h).count()};
        compare(history, kMany, terms, {}, {Breakdown::Day, Breakdown::Tag});
        read += *waitFor(desk.store->read([&terms](Database &db) {
            return FigureStore(db).eachPast(
                {.from = terms.from, .to = terms.to}, terms.asOf, [](const ConversationPast &) {});
        }));
    }
    QVERIFY2(read < kPeriods * kMany * 2 / 3, qPrintable(QString::number(read)));
}

void FiguresTest::businessHoursFollowTheCalendarInForce()
{
    Calendar early{.name = u"office"_s, .version = 1, .zone = "UTC"};
    early.week.fill({{.from = 9 * 60, .to = 10 * 60}});
    Calendar late = early;
    late.version = 2;
    late.week.fill({{.from = 9 * 60, .to = 12 * 60}});
    const Instant from = *instantFromIso(u"2026-03-02T00:00:00.000Z"_s);
    const BusinessHours hours{
        .versions = {{.calendar = early, .since = from + 1h}, {.calendar = late, .since = from + 24h}}};
    QVERIFY(hours.between(from, from + 48h) == milliseconds(4h));
    QVERIFY(hours.between(from + 10h, from + 20h) == milliseconds(0)); // closed: zero, not absent
    QVERIFY(!BusinessHours{}.between(from, from + 48h));
}

void FiguresTest::noPercentileOfFewValues()
{
    QList<milliseconds> values;
    for (int i = 1; i < kFewestForPercentiles; ++i) {
        values.append(milliseconds(i));
    }
    QVERIFY(!spreadOf(values).median);
    QVERIFY(spreadOf(values).mean == 10ms);
    values.append(20ms);
    QVERIFY(spreadOf(values).median == 10ms);
    QVERIFY(spreadOf(values).p90 == 18ms);
}

void FiguresTest::everyFigureHasANameAndADefinition()
{
    for (const Figure figure : allFigures()) {
        QVERIFY(figureFromString(toString(figure)) == figure);
        QVERIFY(!definitionOf(figure).isEmpty());
    }
    QVERIFY(!figureFromString(u"happiness"_s));
}

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::FiguresTest)
#include "figures_test.moc"
