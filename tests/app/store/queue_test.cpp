#include "app/desk/desk.h"
#include "app/dispatch/outbox.h"
#include "app/store/conversation_store.h"
#include "app/store/reply_store.h"
#include "tests/support/desk_fixture.h"

#include <QtTest>

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

    void pagesAreReadFromTheirIndexes()
    {
        DeskFixture desk;
        const auto plans = waitFor(desk.store->write([](Database &db) {
            const QString page
                = u"SELECT id FROM conversation WHERE waiting_since_ms IS NOT NULL AND pending_replies = 0"
                  " AND (waiting_since_ms, id) > (1, 1) ORDER BY waiting_since_ms, id LIMIT 50"_s;
            if (!db.place().isPostgres()) {
                return db.list(u"EXPLAIN QUERY PLAN "_s + page, {},
                    [](const QSqlQuery &row) { return row.value(3).toString(); });
            }
            // It would rather read all of a table that is as good as empty, and cannot prepare an EXPLAIN.
            db.script({u"SET LOCAL enable_seqscan = off"_s, u"SET LOCAL enable_sort = off"_s,
                u"CREATE FUNCTION plan() RETURNS SETOF text LANGUAGE plpgsql AS"
                " $$ BEGIN RETURN QUERY EXECUTE 'EXPLAIN %1'; END $$"_s.arg(page)});
            return db.list(
                u"SELECT * FROM plan()"_s, {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
        }));
        QVERIFY(plans.has_value());
        QVERIFY2(plans->join(u' ').contains(u"conversation_waiting"_s), qPrintable(plans->join(u' ')));
        QVERIFY2(!plans->join(u' ').contains(u"TEMP B-TREE"_s) && !plans->join(u' ').contains(u"Sort"_s),
            qPrintable(plans->join(u' ')));
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::QueueTest)
#include "queue_test.moc"
