#include "app/store/assignment_store.h"
#include "app/store/roster_store.h"
#include "app/store/view_store.h"
#include "tests/app/store/promised_desk.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
FilteredPage pageOf(
    DeskFixture &desk, const QString &filter, const std::optional<QueueKey> &after = {}, int limit = 50)
{
    return *waitFor(desk.store->read([=](Database &db) {
        return ViewStore(db).page(View::Waiting, *parseFilter(filter), after, limit, u"ann"_s);
    }));
}

std::optional<NextConversation> nextFor(DeskFixture &desk, const QString &agent)
{
    return *waitFor(desk.store->read([agent](Database &db) { return ViewStore(db).nextFor(agent); }));
}

ConversationState stateOf(DeskFixture &desk, ConversationId id)
{
    return waitFor(desk.store->read([id](Database &db) { return ConversationStore(db).byId(id); }))
        ->value_or(Conversation{})
        .state;
}
} // namespace

class ViewTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFilterShowsWhatFitsInTheOrderOfTheQueue()
    {
        PromisedDesk desk;
        QList<ConversationId> tagged;
        for (int i = 0; i < 23; ++i) {
            const Message asked = desk.asks(QString::number(100 + i));
            desk.clock.advance(1s);
            if (i % 3 == 0) {
                desk.tags(asked, u"parcel"_s);
                tagged.append(asked.conversation);
            }
        }
        QList<ConversationId> seen;
        FilteredPage page;
        do {
            page = pageOf(desk, u"tag:parcel network:twitter"_s, page.next, 3);
            for (const Conversation &row : page.rows) {
                seen.append(row.id);
            }
        } while (page.next);
        QCOMPARE(seen, tagged);
        QVERIFY(pageOf(desk, u"network:facebook"_s).rows.isEmpty());
        QVERIFY(pageOf(desk, u"is:late"_s).rows.isEmpty());
    }

    void whatIsNoFilterIsRefused()
    {
        for (const QString &typed :
            {u"colour:red"_s, u"class:huge"_s, u"state:gone"_s, u"is:nice"_s, u"parcel"_s}) {
            const auto filter = parseFilter(typed);
            QVERIFY(!filter && filter.error().code == ErrorCode::Usage);
            QVERIFY(filter.error().detail.contains(typed));
        }
    }

    void savedViewsAreSeenByThoseTheyAreFor()
    {
        DeskFixture desk;
        const SavedView mine{
            .name = u"mine"_s, .scope = u"person"_s, .owner = u"ann"_s, .filter = u"is:late"_s};
        const SavedView all{.name = u"all"_s, .scope = u"all"_s, .view = View::Failed};
        for (const SavedView &view : {mine, all}) {
            QVERIFY(*waitFor(desk.store->write(
                [&view](Database &db) { return ViewStore(db).save(view, u"ann"_s).has_value(); })));
        }
        const auto viewsOf = [&desk](const QString &agent) {
            return *waitFor(desk.store->read([agent](Database &db) { return ViewStore(db).viewsOf(agent); }));
        };
        QVERIFY(viewsOf(u"ann"_s) == (QList{all, mine}));
        QVERIFY(viewsOf(u"bob"_s) == QList{all});
        SavedView broken = all;
        broken.filter = u"colour:red"_s;
        QVERIFY(!*waitFor(desk.store->write(
            [&broken](Database &db) { return ViewStore(db).save(broken, u"ann"_s).has_value(); })));
        QVERIFY(viewsOf(u"bob"_s) == QList{all});
        QVERIFY(*waitFor(
            desk.store->write([&all](Database &db) { return ViewStore(db).remove(all, u"ann"_s); })));
        QVERIFY(viewsOf(u"bob"_s).isEmpty());
    }

    void whoWokeThenWhoIsOursThenTheOrderComesNext()
    {
        PromisedDesk desk;
        QVERIFY(!nextFor(desk, u"ann"_s));
        const Message first = desk.asks(u"5"_s);
        desk.clock.advance(1s);
        const Message ours = desk.asks(u"6"_s);
        desk.clock.advance(1s);
        const Message snoozed = desk.asks(u"7"_s);
        QCOMPARE(nextFor(desk, u"ann"_s)->conversation.id, first.conversation);
        QCOMPARE(nextFor(desk, u"ann"_s)->why, u"next"_s);
        desk.answers(ours);
        desk.clock.advance(1s);
        desk.asks(u"6"_s); // writes again
        QCOMPARE(nextFor(desk, u"ann"_s)->conversation.id, ours.conversation);
        QCOMPARE(nextFor(desk, u"bob"_s)->conversation.id, first.conversation);
        QVERIFY(waitFor(Desk(*desk.store).act([&](StateStore &states) {
            return states.snooze(snoozed.conversation, desk.clock.now() + 1h, u"ann"_s);
        })));
        desk.clock.advance(1h);
        QVERIFY(*waitFor(desk.store->write([](Database &db) { return StateStore(db).wakeDue(9) == 1; })));
        QCOMPARE(nextFor(desk, u"ann"_s)->conversation.id, snoozed.conversation);
        QCOMPARE(nextFor(desk, u"ann"_s)->why, u"woken"_s);
        QCOMPARE(nextFor(desk, u"bob"_s)->conversation.id, first.conversation);
    }

    void whoHasItDecidesWhoComesNext()
    {
        PromisedDesk desk;
        const ConversationId first = desk.asks(u"5"_s).conversation;
        desk.clock.advance(1s);
        const ConversationId second = desk.asks(u"6"_s).conversation;
        QVERIFY(waitFor(desk.store->write([&](Database &db) -> Result<Assignment> {
            RosterStore roster(db);
            roster.import({.agents = {{.name = u"ann"_s}, {.name = u"ben"_s}}}, u"sue"_s);
            if (const auto online = roster.setState(u"ann"_s, AgentState::Online, {}); !online) {
                return Failure(online.error());
            }
            return AssignmentStore(db).assign(second, {.agent = u"ann"_s}, {}, u"sue"_s);
        })));
        QCOMPARE(nextFor(desk, u"ann"_s)->conversation.id, second);
        QCOMPARE(nextFor(desk, u"ann"_s)->why, u"assigned"_s);
        QCOMPARE(nextFor(desk, u"ben"_s)->conversation.id, first);
        QCOMPARE(pageOf(desk, u"is:mine"_s).rows.size(), 1);
        QCOMPARE(pageOf(desk, u"is:mine"_s).rows.first().id, second);
        QCOMPARE(pageOf(desk, u"is:unassigned"_s).rows.size(), 1);
        QVERIFY(waitFor(desk.store->write(
            [&](Database &db) { return ClaimStore(db).take(first, {.agent = u"ben"_s, .desk = u"1"_s}); })));
        QVERIFY(!nextFor(desk, u"cleo"_s)); // one is being answered, the other is somebody's
        QCOMPARE(nextFor(desk, u"ben"_s)->conversation.id, first);
    }

    void oneUndoTakesABulkBack()
    {
        PromisedDesk desk;
        Desk people(*desk.store);
        QList<ConversationId> ids;
        for (int i = 0; i < 5; ++i) {
            ids.append(desk.asks(QString::number(100 + i)).conversation);
        }
        const auto part = waitFor(people.bulk({}, ids.mid(0, 2), u"ann"_s));
        QVERIFY(part.has_value());
        const auto report = waitFor(
            people.bulk({}, ids.mid(2) + QList{ConversationId{4711}, ids[0]}, u"ann"_s, part->fact));
        QCOMPARE(report->lines.size(), 5);
        QVERIFY(report->lines[3].error->code == ErrorCode::NotFound);
        QVERIFY(report->lines[4].error->code == ErrorCode::Usage); // resolved already
        for (const ConversationId id : ids) {
            QVERIFY(stateOf(desk, id) == ConversationState::Resolved);
        }
        QVERIFY(waitFor(people.undo(report->fact, u"ann"_s)));
        for (const ConversationId id : ids) {
            QVERIFY(stateOf(desk, id) == ConversationState::Waiting);
        }
        QVERIFY(!waitFor(people.undo(report->fact, u"ann"_s)));
        QVERIFY(!waitFor(people.bulk({}, {}, u"ann"_s)));
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::ViewTest)
#include "view_test.moc"
