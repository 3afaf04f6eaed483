#include "app/dispatch/outbox.h"
#include "app/store/class_store.h"
#include "app/store/conversation_store.h"
#include "app/store/reply_store.h"
#include "tests/app/store/promised_desk.h"

#include <QtTest>

#include <algorithm>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
QList<Conversation> pageOf(
    DeskFixture &desk, View view, const std::optional<QueueKey> &after = {}, int limit = 50)
{
    return *waitFor(
        desk.store->read([=](Database &db) { return ConversationStore(db).page(view, after, limit); }));
}

Conversation conversationOf(DeskFixture &desk, ConversationId id)
{
    return **waitFor(desk.store->read([id](Database &db) { return ConversationStore(db).byId(id); }));
}
} // namespace

class QueueTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void longestWaitingComesFirst()
    {
        DeskFixture desk;
        const Message first = desk.keep(desk.mention(u"10"_s, u"5"_s));
        desk.clock.advance(1min);
        const Message second = desk.keep(desk.mention(u"11"_s, u"6"_s));
        desk.clock.advance(1min);
        desk.keep(desk.mention(u"12"_s, u"5"_s)); // the first customer writes again: keeps the place
        const auto rows = pageOf(desk, View::Waiting);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].id, first.conversation);
        QCOMPARE(rows[0].unansweredCount, 2);
        QCOMPARE(rows[1].id, second.conversation);
    }

    void keysetPagesCoverTheViewOnceInEveryView()
    {
        DeskFixture desk;
        QSet<ConversationId> all;
        for (int i = 0; i < 57; ++i) {
            all.insert(
                desk.keep(desk.mention(QString::number(100 + i), QString::number(5 + i))).conversation);
            desk.clock.advance(milliseconds(i % 3)); // some at the same moment
        }
        QSet<ConversationId> seen;
        std::optional<QueueKey> after;
        for (QList<Conversation> page = pageOf(desk, View::Waiting, after, 10); !page.isEmpty();
             page = pageOf(desk, View::Waiting, after, 10)) {
            for (const Conversation &row : page) {
                QVERIFY(!seen.contains(row.id));
                QVERIFY(!after || comesBefore(View::Waiting, *after, keyIn(View::Waiting, row)));
                seen.insert(row.id);
                after = keyIn(View::Waiting, row);
            }
        }
        QCOMPARE(seen, all);
    }

    void queuedReplyTakesTheConversationOutOfWaitingAndWithdrawingPutsItBack()
    {
        DeskFixture desk;
        Outbox outbox(*desk.store);
        const ConversationId id = desk.keep(desk.mention(u"10"_s, u"5"_s)).conversation;
        const auto pressed = waitFor(outbox.press({.conversation = id, .body = u"hi"_s}));
        QVERIFY(pressed.has_value());
        QVERIFY(pageOf(desk, View::Waiting).isEmpty());
        QCOMPARE(pageOf(desk, View::Leaving).size(), 1);
        QVERIFY(*waitFor(outbox.withdraw(pressed->id)));
        QCOMPARE(pageOf(desk, View::Waiting).size(), 1);
        QVERIFY(pageOf(desk, View::Leaving).isEmpty());
    }

    void resolveSettlesAndUndoBringsItBack()
    {
        DeskFixture desk;
        Desk people(*desk.store);
        const ConversationId id = desk.keep(desk.mention(u"10"_s, u"5"_s)).conversation;
        const auto fact = waitFor(people.resolve(id, u"ann"_s));
        QVERIFY(fact.has_value());
        QVERIFY(conversationOf(desk, id).state == ConversationState::Resolved);
        QCOMPARE(pageOf(desk, View::Answered).size(), 1);
        QVERIFY(waitFor(people.undoResolve(id, *fact, u"ann"_s)));
        QVERIFY(conversationOf(desk, id).state == ConversationState::Waiting);
        QCOMPARE(pageOf(desk, View::Waiting).size(), 1);
    }

    void customerMessageReopensWhatWasResolved()
    {
        DeskFixture desk;
        Desk people(*desk.store);
        const ConversationId id = desk.keep(desk.mention(u"10"_s, u"5"_s)).conversation;
        QVERIFY(waitFor(people.resolve(id, u"ann"_s)));
        desk.clock.advance(1min);
        Post again = desk.mention(u"11"_s, u"5"_s);
        again.thread = u"10"_s;
        QCOMPARE(desk.keep(again).conversation, id);
        QVERIFY(conversationOf(desk, id).state == ConversationState::Waiting);
        QCOMPARE(conversationOf(desk, id).unansweredCount, 1);
    }

    void countsEqualTheRowsTheyOpen()
    {
        DeskFixture desk;
        Outbox outbox(*desk.store);
        for (int i = 0; i < 9; ++i) {
            const ConversationId id
                = desk.keep(desk.mention(QString::number(100 + i), QString::number(5 + i))).conversation;
            if (i % 3 == 0) {
                QVERIFY(waitFor(outbox.press({.conversation = id, .body = u"hi"_s})));
            }
        }
        const auto counts
            = waitFor(desk.store->read([](Database &db) { return ConversationStore(db).counts(); }));
        QCOMPARE(counts->waiting, pageOf(desk, View::Waiting).size());
        QCOMPARE(counts->leaving, pageOf(desk, View::Leaving).size());
        QCOMPARE(counts->failed, pageOf(desk, View::Failed).size());
        QCOMPARE(counts->answered, pageOf(desk, View::Answered).size());
    }

    void classThenDueTimeThenAgeMakeTheOrder()
    {
        PromisedDesk desk;
        desk.importRules("{'rules': [{'name': 'danger', 'class': 'urgent', 'words': ['fire']},"
                         " {'name': 'praise', 'class': 'low', 'tags': ['thanks']}]}");
        const Message plain = desk.asks(u"5"_s);
        desk.clock.advance(1min);
        const Message thanks = desk.asks(u"6"_s);
        desk.tags(thanks, u"thanks"_s);
        desk.clock.advance(1min);
        desk.promise("{'name': 'vip', 'when': {'lanes': ['public']}, 'first_answer': {'within': '1h',"
                     " 'calendar': 'always'}}");
        const Message promised = desk.asks(u"7"_s);
        desk.clock.advance(1min);
        const Message burning = desk.keep(desk.mention(u"99"_s, u"8"_s, u"It is on FIRE!"_s));
        QList<ConversationId> order;
        for (const Conversation &row : pageOf(desk, View::Waiting)) {
            order.append(row.id);
        }
        QCOMPARE(order,
            (QList{burning.conversation, promised.conversation, plain.conversation, thanks.conversation}));
        const auto reasons = *waitFor(
            desk.store->read([&](Database &db) { return ClassStore(db).explain(burning.conversation); }));
        QCOMPARE(reasons.first().rule, u"danger"_s);
        QVERIFY(reasons.first().counts && reasons.first().why.contains(u"fire"_s));
        QCOMPARE(int(std::count_if(
                     reasons.begin(), reasons.end(), [](const auto &reason) { return reason.counts; })),
            1);
    }

    void pagesAreReadFromTheirIndexes_data()
    {
        QTest::addColumn<View>("view");
        for (const View view :
            {View::Waiting, View::Leaving, View::Failed, View::Answered, View::Snoozed, View::Archived}) {
            QTest::newRow(qPrintable(toString(view))) << view;
        }
    }

    void pagesAreReadFromTheirIndexes()
    {
        QFETCH(const View, view);
        DeskFixture desk;
        const auto plans = waitFor(desk.store->write([view](Database &db) {
            const QString page = pageSql(view, false).replace(u'?', u'1');
            if (!db.place().isPostgres()) {
                return db.list(u"EXPLAIN QUERY PLAN "_s + page, {},
                    [](const QSqlQuery &row) { return row.value(3).toString(); });
            }
            // It would rather read all of a table that is as good as empty, and cannot prepare an EXPLAIN.
            db.script({u"SET LOCAL enable_seqscan = off"_s, u"SET LOCAL enable_sort = off"_s,
                u"SET LOCAL enable_hashjoin = off"_s, u"SET LOCAL enable_mergejoin = off"_s,
                u"SET LOCAL enable_bitmapscan = off"_s,
                u"CREATE OR REPLACE FUNCTION plan() RETURNS SETOF text LANGUAGE plpgsql AS"
                " $$ BEGIN RETURN QUERY EXECUTE 'EXPLAIN %1'; END $$"_s.arg(page)});
            return db.list(
                u"SELECT * FROM plan()"_s, {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
        }));
        QVERIFY(plans.has_value());
        const QString plan = plans->join(u' ');
        QVERIFY2(plan.contains(u"conversation_"_s + toString(view)), qPrintable(plan));
        QVERIFY2(!plan.contains(u"SCAN"_s) && !plan.contains(u"Seq Scan"_s), qPrintable(plan));
        QVERIFY2(!plan.contains(u"TEMP B-TREE"_s) && !plan.contains(u"Sort"_s), qPrintable(plan));
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::QueueTest)
#include "queue_test.moc"
