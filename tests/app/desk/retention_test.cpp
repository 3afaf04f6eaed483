// What goes by age, and what is left of it: on both engines, on desks that had a past.
#include "app/desk/definitions/definitions.h"
#include "app/desk/retention/retention.h"
#include "app/insight/statistics.h"
#include "app/store/audit.h"
#include "app/store/hold_store.h"
#include "app/store/note_store.h"
#include "tests/app/customers/people_desk.h"
#include "tests/app/insight/history_maker.h"
#include "tests/support/seed.h"
#include "tests/support/wait_for_store.h"

#include <QSignalSpy>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto kDay = 24h;

QList<RetentionRule> everything(int days)
{
    QList<RetentionRule> rules;
    for (const RetainedKind what : allRetainedKinds()) {
        rules.append({.what = what, .days = days});
    }
    return rules;
}

void putInForce(Store &store, const QList<RetentionRule> &rules)
{
    QVERIFY(waitFor(store.write([rules](Database &db) {
        RetentionStore(db).import(rules, u"sue"_s);
        return true;
    })));
}

/// Everything that is due now; what went, by kind.
QHash<QString, qint64> run(Store &store)
{
    Retention retention(store);
    QHash<QString, qint64> gone;
    const Instant since = store.now();
    for (auto step = waitFor(retention.step(since)); step && *step; step = waitFor(retention.step(since))) {
        gone.insert(toString((*step)->what), (*step)->gone);
    }
    return gone;
}

QStringList column(Store &store, const QString &sql)
{
    return *waitFor(store.read([sql](Database &db) {
        return db.list(sql, {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    }));
}

/// Everything figures say, as text would be too long: as values.
QList<QList<FigureSummary>> allFigures(Store &store, const TimeSpan &period)
{
    QList<QList<FigureSummary>> all;
    for (const Breakdown by : {Breakdown::None, Breakdown::Day, Breakdown::Agent, Breakdown::Tag}) {
        const auto answers = *waitFor(Statistics(store).ask(
            {.terms = {.period = period, .asOf = period.to, .zone = QTimeZone("Europe/Paris")}, .by = by}));
        for (const FigureAnswer &answer : answers) {
            all.append(answer.groups);
        }
    }
    return all;
}
} // namespace

class RetentionTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFileSaysWhatGoes();
    void closedConversationsLoseTheirWordsAndNothingElse();
    void whatIsStillToBeDoneKeepsTheWords();
    void whatIsPutAsideKeepsTheCustomersRecord();
    void pastFiguresStayAndTheJournalHolds();
    void aRunGoesOnWhereItWasInterrupted();
    void moreThanAPieceGoes();
    void theWatchRunsOnceADay();
};

void RetentionTest::theFileSaysWhatGoes()
{
    const auto rulesOf = [](const char *text) {
        return retentionRulesOf({.name = u"keep.json"_s, .bytes = QByteArray(text).replace('\'', '"')});
    };
    const auto rules = rulesOf("{'retention': [{'what': 'store-visits', 'older_than_days': 90}]}");
    QVERIFY(rules);
    QCOMPARE(rules->size(), 1);
    QVERIFY(rules->first() == (RetentionRule{.what = RetainedKind::StoreVisits, .days = 90}));
    for (const char *bad : {"{'retention': [{'what': 'everything', 'older_than_days': 90}]}",
             "{'retention': [{'what': 'notes', 'older_than_days': 0}]}",
             "{'retention': [{'what': 'notes', 'older_than_days': 36501}]}",
             "{'retention': [{'what': 'notes'}]}",
             "{'retention': [{'what': 'notes', 'older_than_days': 1, 'days': 1}]}",
             "{'retention': [{'what': 'notes', 'older_than_days': 1},"
             " {'what': 'notes', 'older_than_days': 2}]}"}) {
        const auto refused = rulesOf(bad);
        QVERIFY2(!refused, bad);
        QVERIFY2(refused.error().detail.contains(u"keep.json"_s), qPrintable(refused.error().detail));
    }
}

void RetentionTest::closedConversationsLoseTheirWordsAndNothingElse()
{
    PromisedDesk desk;
    const Message closed = desk.keep(desk.mention(u"71"_s, u"7"_s, u"zinnober in the rain"_s));
    const Message open = desk.keep(desk.mention(u"81"_s, u"8"_s, u"quitten in the sun"_s));
    QVERIFY(waitFor(desk.store->write([closed](Database &db) {
        return NoteStore(db).add(closed.conversation, u"a note about zinnober"_s, u"ann"_s);
    })));
    desk.answers(closed);
    QVERIFY(!desk.resolves(closed).isNull());
    desk.clock.advance(9 * kDay);
    const Message late = desk.keep(desk.mention(u"91"_s, u"9"_s, u"written today"_s));
    QVERIFY(!desk.resolves(late).isNull());
    putInForce(*desk.store, everything(8));
    const auto counted = *waitFor(Retention(*desk.store).preview(everything(8)));
    const QHash<QString, qint64> gone = run(*desk.store);
    for (const RetainedCount &count : counted) {
        if (count.rule.what != RetainedKind::Messages) { // what hangs on them goes with them
            QCOMPARE(gone.value(toString(count.rule.what)), count.rows);
        }
    }
    QVERIFY(gone.value(u"messages"_s) >= 2 && gone.value(u"notes"_s) >= 1);
    QCOMPARE(column(*desk.store, u"SELECT body FROM message WHERE body <> '' ORDER BY body"_s),
        (QStringList{u"quitten in the sun"_s, u"written today"_s}));
    QVERIFY(column(*desk.store, u"SELECT body FROM reply WHERE body <> ''"_s).isEmpty());
    QVERIFY(column(*desk.store, u"SELECT body FROM note WHERE body <> ''"_s).isEmpty());
    QCOMPARE(column(*desk.store, u"SELECT preview FROM conversation WHERE preview <> '' ORDER BY preview"_s),
        (QStringList{u"quitten in the sun"_s, u"written today"_s}));
    QCOMPARE(column(*desk.store, u"SELECT count(*) FROM message"_s), QStringList{u"4"_s}); // and our answer
    Q_UNUSED(open)
    // Once more finds nothing.
    for (const qint64 again : run(*desk.store)) {
        QCOMPARE(again, 0);
    }
    QVERIFY(desk.told(u"retention-imported"_s) == 1 && desk.told(u"retention-applied"_s) >= 3);
}

void RetentionTest::whatIsStillToBeDoneKeepsTheWords()
{
    PromisedDesk desk;
    const Message asked = desk.keep(desk.mention(u"71"_s, u"7"_s, u"still to be answered"_s));
    QVERIFY(waitFor(desk.store->write([asked](Database &db) {
        ReplyStore(db).insert({.id = db.newId<ReplyId>(),
            .account = asked.account,
            .conversation = asked.conversation,
            .parent = asked.id,
            .parentRemoteId = asked.remoteId,
            .body = u"leaves later"_s,
            .agent = u"ann"_s,
            .createdAt = db.now(),
            .due = db.now(),
            .notBefore = db.now(),
            .coversUpTo = asked.id});
        return true;
    })));
    QVERIFY(!desk.resolves(asked).isNull());
    desk.clock.advance(400 * kDay);
    putInForce(*desk.store, everything(1));
    run(*desk.store);
    QCOMPARE(column(*desk.store, u"SELECT body FROM message"_s), QStringList{u"still to be answered"_s});
    QCOMPARE(column(*desk.store, u"SELECT body FROM reply"_s), QStringList{u"leaves later"_s});
}

void RetentionTest::whatIsPutAsideKeepsTheCustomersRecord()
{
    PeopleDesk desk;
    const CustomerId ana = desk.customer(u"c1"_s, {{u"name"_s, u"Ana Martins"_s}});
    desk.order(u"FW-100001"_s, u"c1"_s);
    desk.put(ImportKind::Stock,
        {{u"product"_s, u"KL-204"_s}, {u"variant"_s, u"42"_s}, {u"title"_s, u"Boots"_s},
            {u"place"_s, u"Baixa"_s}, {u"place_kind"_s, u"store"_s}, {u"quantity"_s, 3},
            {u"as_of"_s, toMs(desk.clock.now())}});
    desk.clock.advance(30 * kDay);
    QVERIFY(waitFor(desk.store->write([ana](Database &db) {
        return HoldStore(db).add({.product = u"KL-204"_s,
            .variant = u"42"_s,
            .place = u"Baixa"_s,
            .quantity = 1,
            .customer = ana,
            .agent = u"ann"_s,
            .until = db.now() + 2 * kDay});
    })));
    putInForce(*desk.store, everything(10));
    QCOMPARE(run(*desk.store).value(u"orders"_s), 0);
    QCOMPARE(column(*desk.store, u"SELECT number FROM customer_order"_s).size(), 1);
    desk.clock.advance(3 * kDay);
    QCOMPARE(run(*desk.store).value(u"orders"_s), 1);
    QVERIFY(column(*desk.store, u"SELECT number FROM customer_order"_s).isEmpty());
    QCOMPARE(column(*desk.store, u"SELECT name FROM customer"_s), QStringList{u"Ana Martins"_s});
}

void RetentionTest::pastFiguresStayAndTheJournalHolds()
{
    constexpr int kCustomers = 12;
    HistoryMaker history(printedSeed(), kCustomers);
    PromisedDesk &desk = history.desk;
    desk.clock.set(*instantFromIso(u"2026-03-20T06:00:00.000Z"_s));
    desk.promise("{'name': 'all', 'first_answer': {'within': '1h', 'calendar': 'always'},"
                 " 'resolution': {'within': '8h', 'calendar': 'always'}}");
    const Instant start = desk.clock.now();
    for (int i = 0; i < 250; ++i) {
        history.step();
    }
    for (int customer = 0; customer < kCustomers; ++customer) {
        history.endWith(customer);
    }
    const TimeSpan period{.from = start, .to = desk.clock.now()};
    const auto before = allFigures(*desk.store, period);
    desk.clock.advance(5 * kDay);
    putInForce(*desk.store, everything(2));
    QVERIFY(run(*desk.store).value(u"messages"_s) > 0);
    QVERIFY(allFigures(*desk.store, period) == before);
    const auto audit = *waitFor(desk.store->read([](Database &db) { return auditJournal(db); }));
    QVERIFY2(!audit.broken, qPrintable(audit.broken ? audit.broken->detail : QString()));
}

void RetentionTest::aRunGoesOnWhereItWasInterrupted()
{
    PromisedDesk desk;
    for (int i = 0; i < 5; ++i) {
        const Message asked = desk.asks(QString::number(100 + i));
        desk.answers(asked);
        desk.resolves(asked);
    }
    desk.clock.advance(9 * kDay);
    putInForce(*desk.store, everything(1));
    const Instant since = desk.store->now();
    int steps = 0;
    while (true) {
        const auto step = waitFor(Retention(*desk.store).step(since));
        QVERIFY(step);
        if (!*step) {
            break;
        }
        ++steps;
        QVERIFY(steps < 200);
        desk.close(); // and whoever comes next goes on
        desk.open();
    }
    QVERIFY(column(*desk.store, u"SELECT body FROM message WHERE body <> ''"_s).isEmpty());
    QVERIFY(column(*desk.store, u"SELECT body FROM reply WHERE body <> ''"_s).isEmpty());
    QCOMPARE(column(*desk.store, u"SELECT what FROM retention_run WHERE ended_at_ms IS NULL"_s).size(), 0);
}

void RetentionTest::moreThanAPieceGoes()
{
    constexpr int kVisits = 2 * RetentionStore::kAtOnce + 500;
    PeopleDesk desk;
    const CustomerId ana = desk.customer(u"c1"_s, {{u"name"_s, u"Ana Martins"_s}});
    QVERIFY(waitFor(desk.store->write([ana](Database &db) {
        for (int i = 0; i < kVisits; ++i) {
            db.exec(u"INSERT INTO store_visit (id, source, external_key, customer_id, store, at_ms,"
                    " changed_at_ms) VALUES (?, 'crm', ?, ?, 'Baixa', ?, ?)"_s,
                {qint64(i + 1), QString::number(i), ana.value, toMs(db.now()), toMs(db.now())});
        }
        return true;
    })));
    desk.clock.advance(91 * kDay);
    putInForce(*desk.store, {{.what = RetainedKind::StoreVisits, .days = 90}});
    const auto counted = *waitFor(Retention(*desk.store).preview({{RetainedKind::StoreVisits, 90}}));
    QCOMPARE(counted.first().rows, kVisits);
    const auto first = *waitFor(Retention(*desk.store).step(desk.store->now()));
    QVERIFY(first && !first->endedAt);
    QCOMPARE(first->gone, RetentionStore::kAtOnce);
    QCOMPARE(run(*desk.store).value(u"store-visits"_s), kVisits);
    QCOMPARE(column(*desk.store, u"SELECT count(*) FROM store_visit"_s), QStringList{u"0"_s});
}

void RetentionTest::theWatchRunsOnceADay()
{
    PromisedDesk desk;
    const Message asked = desk.asks();
    desk.resolves(asked);
    desk.clock.advance(9 * kDay);
    putInForce(*desk.store, {{.what = RetainedKind::Messages, .days = 1}});
    RetentionWatch watch(*desk.store, desk.clock);
    QSignalSpy ended(&watch, &RetentionWatch::ended);
    const auto bodies
        = [&desk] { return column(*desk.store, u"SELECT body FROM message WHERE body <> ''"_s); };
    waitForAll(*desk.store);
    QCOMPARE(ended.size(), 0); // a day to think better of it
    QCOMPARE(bodies().size(), 1);
    desk.clock.advance(kDay);
    watch.wake();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(bodies().isEmpty());
    watch.wake();
    waitForAll(*desk.store);
    QCOMPARE(ended.size(), 1);
    desk.clock.advance(kDay);
    watch.wake();
    QTRY_COMPARE(ended.size(), 2);
}

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::RetentionTest)
#include "retention_test.moc"
