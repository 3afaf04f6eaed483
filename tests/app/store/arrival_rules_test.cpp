#include "app/store/arrival_rules.h"
#include "app/store/assignment_store.h"
#include "app/store/conversation_store.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "app/store/roster_store.h"
#include "app/store/saved_reply_store.h"
#include "app/store/state_store.h"
#include "app/store/tag_store.h"
#include "tests/support/desk_fixture.h"

#include <QJsonDocument>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
struct Ruled : DeskFixture {
    Ruled()
    {
        write([](Database &db) {
            RosterStore roster(db);
            roster.import(
                {.agents = {{.name = u"ann"_s, .teams = {u"returns"_s}}, {.name = u"ben"_s}}}, u"sue"_s);
            (void)roster.setState(u"ann"_s, AgentState::Online, {});
            SavedReplyStore(db).import(
                {{.name = u"hello"_s, .text = u"Hello {customer.handle}"_s}}, u"sue"_s);
        });
    }
    template <typename Work>
    void write(Work work)
    {
        const auto done = waitFor(store->write(work));
        Q_ASSERT(done);
        Q_UNUSED(done)
    }
    template <typename Work>
    auto read(Work work)
    {
        return *waitFor(store->read(work));
    }
    void rule(const QList<ArrivalRule> &rules)
    {
        write([rules](Database &db) { ArrivalRules(db).import(rules, u"sue"_s); });
    }
    Message asks(const QString &remoteId, const QString &body)
    {
        clock.advance(1s);
        Post post = mention(remoteId, u"5"_s, body);
        post.author.handle = u"jreyes"_s;
        post.author.followers = 2000;
        return keep(post);
    }
    QStringList tags(const Message &message)
    {
        return read([message](Database &db) { return TagStore(db).of(message.conversation); });
    }
    QString draft(const Message &message)
    {
        return read([message](Database &db) {
            return DraftStore(db).body(message.conversation, u"ann"_s, Lane::Public);
        });
    }
    QList<Fact> facts()
    {
        return read([](Database &db) { return JournalStore(db).after({}, 1000); });
    }
    QList<Fact> applied()
    {
        QList<Fact> all = facts();
        all.removeIf([](const Fact &fact) { return fact.fact != "rule-applied"_L1; });
        return all;
    }
};

ArrivalRule tagging(const QString &name, const QString &tag)
{
    return {.name = name, .then = {.tags = {tag}}};
}
} // namespace

/// What is done because a message arrives, once, and never in a circle.
class ArrivalRulesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatFitsIsTaggedAssignedAndAnsweredInDraft()
    {
        Ruled desk;
        desk.rule({{.name = u"late"_s,
            .words = {u"not arrived"_s},
            .followers = 1000,
            .then = {.tags = {u"late"_s}, .agent = u"ann"_s, .team = u"returns"_s, .draft = u"hello"_s}}});
        const Message late = desk.asks(u"10"_s, u"My parcel has NOT, arrived!"_s);
        QCOMPARE(desk.tags(late), QStringList{u"late"_s});
        QCOMPARE(desk.draft(late), u"Hello jreyes"_s);
        const auto assignment
            = desk.read([&](Database &db) { return AssignmentStore(db).of(late.conversation); });
        QVERIFY(assignment && assignment->agent == u"ann"_s && assignment->team == u"returns"_s);
        const auto applied = desk.applied();
        QCOMPARE(applied.size(), 1);
        QVERIFY(applied.first().message == late.id);
        QCOMPARE(applied.first().detail[u"actions"_s].toArray().size(), 4);
    }

    void aClassIsGivenOnce()
    {
        Ruled desk;
        desk.rule({{.name = u"angry"_s, .words = {u"angry"_s}, .then = {.workClass = ReplyClass::Urgent}},
            {.name = u"all"_s, .then = {.workClass = ReplyClass::Low}}});
        const Message asked = desk.asks(u"10"_s, u"I am angry"_s);
        const auto classNow = [&desk, &asked] {
            return desk.read(
                [&asked](Database &db) { return ConversationStore(db).byId(asked.conversation)->workClass; });
        };
        QVERIFY(classNow() == ReplyClass::Urgent);
        QCOMPARE(desk.applied().size(), 2);
        QCOMPARE(desk.applied().first().detail[u"actions"_s].toArray().first().toString(), u"class urgent"_s);
        QVERIFY(desk.applied().last().detail[u"actions"_s].toArray().isEmpty());
        desk.write([&asked](Database &db) {
            (void)StateStore(db).setClass(asked.conversation, ReplyClass::Normal, u"sue"_s);
        });
        (void)desk.asks(u"11"_s, u"still angry"_s);
        QVERIFY(classNow() == ReplyClass::Normal); // as sue said
    }

    void whatDoesNotFitIsLeftAlone()
    {
        Ruled desk;
        desk.rule({{.name = u"words"_s, .words = {u"arrived"_s}, .then = {.tags = {u"a"_s}}},
            {.name = u"followers"_s, .followers = 5000, .then = {.tags = {u"b"_s}}},
            {.name = u"network"_s, .when = {.networks = {Network::Facebook}}, .then = {.tags = {u"c"_s}}},
            {.name = u"lane"_s, .when = {.lanes = {Lane::Private}}, .then = {.tags = {u"d"_s}}},
            {.name = u"kind"_s, .when = {.kinds = {MessageKind::Comment}}, .then = {.tags = {u"e"_s}}},
            {.name = u"account"_s, .when = {.accounts = {u"other"_s}}, .then = {.tags = {u"f"_s}}}});
        QCOMPARE(desk.tags(desk.asks(u"10"_s, u"it has notarrived yet"_s)), QStringList());
        QCOMPARE(desk.applied().size(), 0);
    }

    void eachMessageSetsThemOffOnce()
    {
        Ruled desk;
        desk.rule({tagging(u"all"_s, u"x"_s)});
        const Message message = desk.asks(u"10"_s, u"hello"_s);
        desk.write(
            [message](Database &db) { (void)TagStore(db).remove(message.conversation, u"x"_s, u"ann"_s); });
        desk.asks(u"10"_s, u"hello"_s);
        QCOMPARE(desk.tags(message), QStringList());
        QCOMPARE(desk.applied().size(), 1);
    }

    void whatARuleDoesSetsOffNoOther()
    {
        Ruled desk;
        desk.rule({tagging(u"first"_s, u"x"_s),
            {.name = u"second"_s, .when = {.tags = {u"x"_s}}, .then = {.tags = {u"y"_s}}},
            {.name = u"third"_s, .when = {.tags = {u"y"_s}}, .then = {.tags = {u"x"_s}}}});
        const Message message = desk.asks(u"10"_s, u"hello"_s);
        QCOMPARE(desk.tags(message), QStringList{u"x"_s});
        desk.asks(u"11"_s, u"again"_s); // the tag stands there now
        QCOMPARE(desk.tags(message), (QStringList{u"x"_s, u"y"_s}));
    }

    void noMessageSetsOffMoreThanTwentyActions()
    {
        Ruled desk;
        QList<ArrivalRule> rules;
        for (int i = 0; i < 30; ++i) {
            rules << tagging(u"r"_s + QString::number(i), u"t"_s + QString::number(i + 10));
        }
        desk.rule(rules);
        QCOMPARE(desk.tags(desk.asks(u"10"_s, u"hello"_s)).size(), kMostRuleActions);
    }

    void whatPeopleDidStays()
    {
        Ruled desk;
        const Message message = desk.asks(u"10"_s, u"hello"_s);
        desk.write([message](Database &db) {
            DraftStore(db).save(message.conversation, u"ann"_s, Lane::Public, u"I was writing"_s);
            (void)AssignmentStore(db).assign(message.conversation, {.team = u"returns"_s}, {}, u"sue"_s);
        });
        desk.rule({{.name = u"all"_s, .then = {.agent = u"ann"_s, .draft = u"hello"_s}}});
        desk.asks(u"11"_s, u"again"_s);
        QCOMPARE(desk.draft(message), u"I was writing"_s);
        const auto assignment
            = desk.read([&](Database &db) { return AssignmentStore(db).of(message.conversation); });
        QVERIFY(assignment && assignment->agent.isEmpty());
        QCOMPARE(desk.applied().first().detail[u"actions"_s].toArray().size(), 0);
    }

    void whoIsNotAtWorkIsPassedOver()
    {
        Ruled desk;
        desk.rule({{.name = u"all"_s, .then = {.agent = u"ben"_s, .team = u"returns"_s}}});
        const Message message = desk.asks(u"10"_s, u"hello"_s);
        const auto assignment
            = desk.read([&](Database &db) { return AssignmentStore(db).of(message.conversation); });
        QVERIFY(assignment && assignment->agent.isEmpty() && assignment->team == u"returns"_s);
    }

    void aDryRunTellsOfThePastAndChangesNothing()
    {
        Ruled desk;
        const Message first = desk.asks(u"10"_s, u"hello"_s);
        const Message second = desk.asks(u"11"_s, u"hello"_s);
        const Message third = desk.asks(u"12"_s, u"goodbye"_s);
        desk.rule({{.name = u"greeting"_s,
            .words = {u"hello"_s},
            .then = {.tags = {u"x"_s}, .team = u"returns"_s}}});
        const auto facts = desk.facts().size();
        const auto effects = desk.read(
            [&](Database &db) { return ArrivalRules(db).dryRun(first.postedAt, third.postedAt + 1ms); });
        QCOMPARE(effects.size(), 2);
        QVERIFY(effects.first().message == first.id && effects.last().message == second.id);
        QCOMPARE(effects.first().actions, (QStringList{u"tag x"_s, u"team returns"_s}));
        QVERIFY(desk.read([&](Database &db) {
                        return ArrivalRules(db).dryRun(third.postedAt + 1ms, Instant::max());
                    })
                    .isEmpty());
        QCOMPARE(desk.tags(first), QStringList());
        QCOMPARE(desk.facts().size(), facts);
    }

    void aDryRunInSlicesTellsTheSameByTheRulesItBeganWith()
    {
        Ruled desk;
        const Message first = desk.asks(u"10"_s, u"hello"_s);
        for (int i = 11; i < 16; ++i) {
            desk.asks(QString::number(i), u"hello"_s);
        }
        desk.rule({{.name = u"greeting"_s, .words = {u"hello"_s}, .then = {.tags = {u"x"_s}}}});
        const Instant from = first.postedAt;
        const auto whole
            = desk.read([from](Database &db) { return ArrivalRules(db).dryRun(from, Instant::max()); });
        QCOMPARE(whole.size(), 6);
        QList<RuleEffect> effects;
        int slices = 0;
        for (DryRun run{.from = from, .to = Instant::max()}; !run.isAtEnd; ++slices) {
            const DrySlice slice
                = desk.read([run](Database &db) { return ArrivalRules(db).dryRunSlice(run, 2); });
            QVERIFY(slice.effects.size() <= 2);
            effects += slice.effects;
            run = slice.rest;
            desk.rule({}); // no rule from now on
        }
        QCOMPARE(slices, 4); // the last finds nothing more
        QVERIFY(effects == whole);
    }

    void aFileThatMakesNoSenseIsRefusedWithLineAndReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *name, const QByteArray &text, const QString &complaint) {
            QTest::newRow(name) << text << complaint;
        };
        row("no list", "{}", u"/rules: must be a list"_s);
        row("does nothing", "{'rules': [\n{'name': 'a'}]}", u"line 2: /rules/0: must do something"_s);
        row("twice", "{'rules': [{'name': 'a', 'tags': ['x']},\n{'name': 'a', 'tags': ['x']}]}",
            u"line 2: /rules/1/name"_s);
        row("agent", "{'rules': [{'name': 'a', 'agent': 'zoe'}]}", u"there is no \"zoe\"; there is: ann"_s);
        row("team", "{'rules': [{'name': 'a', 'team': 'zoo'}]}", u"there is no \"zoo\""_s);
        row("draft", "{'rules': [{'name': 'a', 'agent': 'ann', 'draft': 'bye'}]}", u"there is no \"bye\""_s);
        row("whose draft", "{'rules': [{'name': 'a', 'draft': 'hello'}]}", u"needs an agent"_s);
        row("tag", "{'rules': [{'name': 'a', 'tags': ['a b']}]}", u"must be words"_s);
        row("network", "{'rules': [{'name': 'a', 'tags': ['x'], 'when': {'networks': ['orkut']}}]}",
            u"must be one of"_s);
    }
    void aFileThatMakesNoSenseIsRefusedWithLineAndReason()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, complaint);
        JsonForm form(u"rules.json"_s, text.replace('\'', '"'));
        (void)arrivalRulesIn(
            form.root(), {.agents = {u"ann"_s}, .teams = {u"returns"_s}, .savedReplies = {u"hello"_s}});
        const Done verdict = form.verdict();
        QVERIFY(!verdict);
        QVERIFY2(verdict.error().detail.contains(complaint), qPrintable(verdict.error().detail));
    }

    void whatWasWrittenIsWhatWasRead()
    {
        const ArrivalRule rule{.name = u"a"_s,
            .when = {.networks = {Network::Facebook}, .tags = {u"vip"_s}},
            .words = {u"late"_s},
            .followers = 10,
            .then = {.tags = {u"x"_s}, .agent = u"ann"_s, .team = u"returns"_s, .draft = u"hello"_s}};
        JsonForm form(u"x"_s, QJsonDocument(toJson(rule)).toJson());
        QVERIFY(arrivalRuleIn(form.root()) == rule);
        QVERIFY(form.verdict());
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::ArrivalRulesTest)
#include "arrival_rules_test.moc"
