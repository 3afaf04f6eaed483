#include "app/desk/assign/auto_assign.h"
#include "app/desk/claims/claims.h"
#include "app/desk/desk.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "app/store/policy_store.h"
#include "app/store/tag_store.h"
#include "tests/support/desk_fixture.h"
#include "tests/support/seed.h"

#include <QtTest>

#include <random>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
Agent agent(const QString &name, int capacity)
{
    return {.name = name, .capacity = capacity};
}

struct Staffed : DeskFixture {
    Assignments assignments{*store};

    void staff(const Roster &roster, bool areOnline = true)
    {
        const auto done = waitFor(store->write([&](Database &db) {
            RosterStore kept(db);
            kept.import(roster, u"sue"_s);
            for (const Agent &one : roster.agents) {
                if (areOnline) {
                    (void)kept.setState(one.name, AgentState::Online, {});
                }
            }
        }));
        Q_ASSERT(done);
        Q_UNUSED(done)
    }

    ConversationId asks()
    {
        clock.advance(1s);
        ++posts;
        return keep(mention(QString::number(posts), QString::number(posts))).conversation;
    }

    void is(const QString &name, AgentState state, const QString &reason = {})
    {
        const auto changed = waitFor(assignments.setState(name, state, reason));
        Q_ASSERT(changed);
        Q_UNUSED(changed)
    }

    /// The rule, once.
    int run() { return *waitFor(assignments.carryOut(*waitFor(assignments.plan()))); }

    QString has(ConversationId id)
    {
        const auto found = *waitFor(assignments.of(id));
        return found ? found->agent : QString();
    }

    qint64 number(const QString &sql)
    {
        return *waitFor(store->read([sql](Database &db) { return db.number(sql); }));
    }

    QList<Fact> facts(const QString &name)
    {
        auto all = *waitFor(store->read([](Database &db) { return JournalStore(db).after({}, 100'000); }));
        all.removeIf([&name](const Fact &fact) { return fact.fact != name; });
        return all;
    }

    void tag(ConversationId id, const QString &word)
    {
        const auto tagged
            = waitFor(store->write([&](Database &db) { return TagStore(db).add(id, word, u"sue"_s); }));
        Q_ASSERT(tagged);
        Q_UNUSED(tagged)
    }

    int posts = 100;
};
} // namespace

class AssignmentStoreTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoWaitedLongestIsFirstWhenSomebodyBecomesFree()
    {
        Staffed desk;
        desk.staff({.agents = {agent(u"ann"_s, 1)}});
        const auto first = desk.asks();
        const auto second = desk.asks();
        const auto third = desk.asks();
        QCOMPARE(desk.run(), 1);
        QCOMPARE(desk.has(first), u"ann"_s);
        QCOMPARE(desk.run(), 0);
        QVERIFY(waitFor(Desk(*desk.store).resolve(first, u"ann"_s)));
        QCOMPARE(desk.run(), 1);
        QCOMPARE(desk.has(second), u"ann"_s);
        QVERIFY(desk.has(third).isEmpty());
        const auto told = desk.facts(u"conversation-assigned"_s);
        QCOMPARE(told.size(), 2);
        QCOMPARE(told[0].detail[u"to"_s].toString(), u"ann"_s);
        QCOMPARE(told[0].detail[u"by"_s].toString(), u"rule"_s);
        QVERIFY(told[0].detail[u"why"_s].toString().contains(u"had 0 of 1"_s));
    }

    void languagesSkillsAndTeamsAreAskedFor()
    {
        Staffed desk;
        Agent ann = agent(u"ann"_s, 5);
        ann.languages = QStringList{u"fr"_s};
        Agent ben = agent(u"ben"_s, 5);
        ben.skills = QStringList{u"billing"_s};
        ben.teams = QStringList{u"returns"_s};
        desk.staff({.agents = {ann, ben},
            .rules = {{.when = {.tags = {u"french"_s}}, .needs = {.language = u"fr"_s}},
                {.when = {.tags = {u"invoice"_s}}, .needs = {.skills = {u"billing"_s}}}}});
        const auto french = desk.asks();
        const auto invoice = desk.asks();
        const auto both = desk.asks();
        const auto returned = desk.asks();
        desk.tag(french, u"french"_s);
        desk.tag(invoice, u"invoice"_s);
        desk.tag(both, u"french"_s);
        desk.tag(both, u"invoice"_s);
        QVERIFY(waitFor(desk.assignments.assign(returned, {.team = u"returns"_s}, {}, u"sue"_s)));
        QCOMPARE(desk.run(), 3);
        QCOMPARE(desk.has(french), u"ann"_s);
        QCOMPARE(desk.has(invoice), u"ben"_s);
        QVERIFY(desk.has(both).isEmpty());
        QCOMPARE(desk.has(returned), u"ben"_s);
        QCOMPARE((*waitFor(desk.assignments.of(returned)))->team, u"returns"_s);
    }

    void whatWaitsForWhoGoesAwayGoesBackUnlessItIsClaimed()
    {
        Staffed desk;
        desk.staff({.agents = {agent(u"ann"_s, 5)}});
        const auto free = desk.asks();
        const auto claimed = desk.asks();
        QCOMPARE(desk.run(), 2);
        QVERIFY(waitFor(Claims(*desk.store).take(claimed, claimantFor(u"ann"_s))));
        QVERIFY(waitFor(desk.assignments.setState(u"ann"_s, AgentState::Away, {})).error().code
            == ErrorCode::Usage);
        desk.is(u"ann"_s, AgentState::Away, u"lunch"_s);
        QCOMPARE(desk.run(), 1);
        QVERIFY(desk.has(free).isEmpty());
        QCOMPARE(desk.has(claimed), u"ann"_s);
        const auto told = desk.facts(u"conversation-unassigned"_s);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0].detail[u"from"_s].toString(), u"ann"_s);
        QCOMPARE(told[0].detail[u"why"_s].toString(), u"away: lunch"_s);
        desk.letClaimsRunOut();
        QCOMPARE(desk.run(), 1);
        desk.is(u"ann"_s, AgentState::Online);
        QCOMPARE(desk.run(), 2);
        QCOMPARE(desk.facts(u"agent-state-changed"_s).last().detail[u"state"_s].toString(), u"online"_s);
    }

    void aShiftBeginsAndEndsByItsCalendar()
    {
        Staffed desk; // 14:00 UTC
        Calendar early{.name = u"early"_s, .zone = "UTC"};
        early.week.fill({{.from = 6 * 60, .to = 15 * 60}});
        QVERIFY(waitFor(desk.store->write(
            [early](Database &db) { return PolicyStore(db).importCalendars({early}, u"sue"_s).size(); })));
        Agent ann = agent(u"ann"_s, 5);
        ann.calendar = u"early"_s;
        desk.staff({.agents = {ann}});
        const auto question = desk.asks();
        QCOMPARE(desk.run(), 1);
        desk.clock.advance(1h);
        QCOMPARE(desk.run(), 1);
        QVERIFY(desk.has(question).isEmpty());
        QCOMPARE(desk.facts(u"conversation-unassigned"_s).last().detail[u"why"_s].toString(), u"off shift"_s);
        desk.clock.advance(16h);
        QCOMPARE(desk.run(), 1);
    }

    void whatSomebodyAnswersNowIsNotGivenToAnother()
    {
        Staffed desk;
        desk.staff({.agents = {agent(u"ann"_s, 5)}});
        const auto question = desk.asks();
        QVERIFY(waitFor(Claims(*desk.store).take(question, claimantFor(u"ben"_s))));
        QCOMPARE(desk.run(), 0);
        desk.letClaimsRunOut();
        QCOMPARE(desk.run(), 1);
    }

    void aPlanThatIsOldDoesNoHarm()
    {
        Staffed desk;
        desk.staff({.agents = {agent(u"ann"_s, 1), agent(u"ben"_s, 0)}});
        const auto first = desk.asks();
        const auto plan = *waitFor(desk.assignments.plan());
        QCOMPARE(plan.picks.size(), 1);
        QVERIFY(waitFor(desk.assignments.assign(first, {.agent = u"ben"_s}, {}, u"sue"_s)));
        QCOMPARE(*waitFor(desk.assignments.carryOut(plan)), 0);
        QCOMPARE(desk.has(first), u"ben"_s);
        const auto second = desk.asks();
        const auto another = *waitFor(desk.assignments.plan());
        desk.is(u"ann"_s, AgentState::Offline);
        QCOMPARE(*waitFor(desk.assignments.carryOut(another)), 0);
        QVERIFY(desk.has(second).isEmpty());
    }

    void itChangesHandsWithAReason()
    {
        Staffed desk;
        desk.staff({.agents = {agent(u"ann"_s, 0), agent(u"ben"_s, 0), agent(u"cy"_s, 0)}});
        desk.is(u"cy"_s, AgentState::Offline);
        const auto id = desk.asks();
        const auto assign = [&](const Assignee &to, const QString &why) {
            return waitFor(desk.assignments.assign(id, to, why, u"ann"_s));
        };
        QVERIFY(assign({}, {}).error().code == ErrorCode::Usage);
        QVERIFY(assign({.agent = u"zoe"_s}, {}).error().code == ErrorCode::NotFound);
        QVERIFY(assign({.team = u"none"_s}, {}).error().code == ErrorCode::NotFound);
        QVERIFY(assign({.agent = u"cy"_s}, {}).error().code == ErrorCode::Usage);
        QVERIFY(assign({.agent = u"ann"_s}, {}));
        QVERIFY(assign({.agent = u"ben"_s}, {}).error().code == ErrorCode::Usage);
        QVERIFY(assign({.agent = u"ben"_s}, u"knows the order"_s));
        const Fact told = desk.facts(u"conversation-assigned"_s).last();
        QCOMPARE(told.agent, u"ann"_s);
        QCOMPARE(told.detail[u"from"_s].toString(), u"ann"_s);
        QCOMPARE(told.detail[u"to"_s].toString(), u"ben"_s);
        QCOMPARE(told.detail[u"why"_s].toString(), u"knows the order"_s);
        QVERIFY(*waitFor(desk.assignments.unassign(id, u"by mistake"_s, u"ann"_s)));
        QVERIFY(!*waitFor(desk.assignments.unassign(id, {}, u"ann"_s)));
    }

    void escalationGoesToASupervisorAtWork()
    {
        Staffed desk;
        Agent sue = agent(u"sue"_s, 0);
        sue.isSupervisor = true;
        Agent tom = sue;
        tom.name = u"tom"_s;
        Agent ann = agent(u"ann"_s, 0);
        ann.teams = QStringList{u"legal"_s};
        desk.staff({.agents = {ann, sue, tom}});
        desk.is(u"sue"_s, AgentState::Offline);
        const auto id = desk.asks();
        const auto escalate = [&](const Assignee &to, const QString &why) {
            return waitFor(desk.assignments.escalate(id, to, why, u"ann"_s));
        };
        QVERIFY(escalate({}, {}).error().code == ErrorCode::Usage);
        QVERIFY(escalate({.agent = u"ann"_s}, u"x"_s).error().code == ErrorCode::Usage);
        const auto upward = escalate({}, u"threatens to sue"_s);
        QVERIFY(upward && upward->agent == "tom"_L1);
        QVERIFY(escalate({.team = u"legal"_s}, u"a lawyer wrote"_s));
        const auto told = desk.facts(u"conversation-escalated"_s);
        QCOMPARE(told.size(), 2);
        QCOMPARE(told[1].detail[u"from"_s].toString(), u"tom"_s);
        QCOMPARE(told[1].detail[u"team"_s].toString(), u"legal"_s);
        QCOMPARE(told[1].detail[u"why"_s].toString(), u"a lawyer wrote"_s);
    }

    void theHandoverSheetTellsWhatIsOpen()
    {
        Staffed desk;
        desk.staff({.agents = {agent(u"ann"_s, 5)}});
        const auto assigned = desk.asks();
        QCOMPARE(desk.run(), 1);
        desk.is(u"ann"_s, AgentState::Offline);
        const auto drafted = desk.asks();
        const auto others = desk.asks();
        Q_UNUSED(others)
        QVERIFY(waitFor(desk.store->write(
            [drafted](Database &db) { DraftStore(db).save(drafted, u"ann"_s, Lane::Public, u"I will"_s); })));
        QVERIFY(waitFor(Claims(*desk.store).take(drafted, claimantFor(u"ann"_s))));
        const auto works = *waitFor(desk.assignments.openWorkOf(u"ann"_s));
        QCOMPARE(works.size(), 2);
        QVERIFY(works[0].conversation.id == assigned && works[0].assignment && !works[0].claim);
        QVERIFY(works[1].conversation.id == drafted && !works[1].assignment && works[1].claim);
        QCOMPARE(works[1].drafts, QStringList{u"I will"_s});
        QCOMPARE(works[0].conversation.preview, u"hello"_s);
    }

    void whatWasResolvedLongAgoIsForgotten()
    {
        Staffed desk;
        desk.staff({.agents = {agent(u"ann"_s, 5)}});
        const auto id = desk.asks();
        QCOMPARE(desk.run(), 1);
        QVERIFY(waitFor(Desk(*desk.store).resolve(id, u"ann"_s)));
        const auto forget = [&](milliseconds ago) {
            return *waitFor(
                desk.store->write([&](Database &db) { return AssignmentStore(db).forget(db.now() - ago); }));
        };
        QCOMPARE(forget(1h), 0);
        desk.clock.advance(2h);
        QCOMPARE(forget(1h), 1);
        QVERIFY(desk.has(id).isEmpty());
    }

    void twoDesksAssignAsOne()
    {
        Staffed desk;
        desk.staff({.agents = {agent(u"ann"_s, 3), agent(u"ben"_s, 4)}});
        IdSource otherIds(desk.clock);
        const auto other = *Store::open(desk.place(), desk.clock, otherIds);
        for (int i = 0; i < 10; ++i) {
            desk.asks();
        }
        AutoAssign here(*desk.store, desk.clock);
        AutoAssign there(*other, desk.clock);
        QTRY_COMPARE(desk.number(u"SELECT count(*) FROM assignment WHERE agent = 'ben'"_s), 4);
        QTRY_COMPARE(desk.number(u"SELECT count(*) FROM assignment WHERE agent = 'ann'"_s), 3);
        QCOMPARE(desk.facts(u"conversation-assigned"_s).size(), 7);
        desk.is(u"ann"_s, AgentState::Offline); // what a commit tells both
        QTRY_COMPARE(desk.number(u"SELECT count(*) FROM assignment WHERE agent = 'ann'"_s), 0);
        QCOMPARE(desk.number(u"SELECT count(*) FROM assignment WHERE agent = 'ben'"_s), 4);
    }

    void propertyCapacityIsKeptAndNobodyFreeIsPassedOver()
    {
        std::mt19937 random(printedSeed());
        const auto below
            = [&random](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random); };
        Staffed desk;
        const QStringList names{u"ann"_s, u"ben"_s, u"cy"_s};
        desk.staff({.agents = {agent(names[0], 1), agent(names[1], 2), agent(names[2], 3)}});
        QList<ConversationId> all;
        for (int step = 0; step < 80; ++step) {
            const int what = below(6);
            if (what < 2 || all.isEmpty()) {
                all << desk.asks();
            } else if (what == 2) {
                const auto resolved
                    = waitFor(Desk(*desk.store).resolve(all[below(int(all.size()))], u"sue"_s));
                QVERIFY(resolved || resolved.error().code == ErrorCode::Usage); // it was resolved already
            } else if (what == 3) {
                desk.is(names[below(3)], AgentState::Away, u"tea"_s);
            } else {
                desk.is(names[below(3)], AgentState::Online);
            }
            while (desk.run() > 0) { } // what came back is given away by the next run
            judge(desk, names);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

private:
    /// By counting: nobody away has anything that waits, nobody has too much, and nobody with room is idle while somebody waits.
    static void judge(Staffed &desk, const QStringList &names)
    {
        const qint64 idle = desk.number(
            u"SELECT count(*) FROM conversation c WHERE c.state = 'waiting' AND NOT EXISTS"
            " (SELECT 1 FROM assignment a WHERE a.conversation_id = c.id AND a.agent IS NOT NULL)"_s);
        const auto entries = *waitFor(desk.assignments.agents());
        for (qsizetype i = 0; i < names.size(); ++i) {
            const qint64 load = desk.number(
                u"SELECT count(*) FROM assignment a JOIN conversation c ON c.id = a.conversation_id"
                " WHERE c.state = 'waiting' AND a.agent = '%1'"_s.arg(names[i]));
            const RosterEntry &entry = entries[i];
            QCOMPARE(entry.agent.name, names[i]);
            QVERIFY(load <= entry.agent.capacity);
            QVERIFY(entry.isAtWork() || load == 0);
            QVERIFY(!entry.isAtWork() || idle == 0 || load == entry.agent.capacity);
        }
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::AssignmentStoreTest)
#include "assignment_store_test.moc"
