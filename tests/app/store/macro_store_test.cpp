#include "app/store/assignment_store.h"
#include "app/store/conversation_store.h"
#include "app/store/draft_store.h"
#include "app/store/journal_store.h"
#include "app/store/macro_store.h"
#include "app/store/roster_store.h"
#include "app/store/saved_reply_store.h"
#include "app/store/tag_store.h"
#include "tests/support/desk_fixture.h"

#include <QJsonDocument>
#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;

namespace {
/// What a macro may change.
struct Standing {
    QStringList tags = {};
    QString agent = {};
    QString team = {};
    QString draft = {};
    ConversationState state = ConversationState::Waiting;
    ReplyClass workClass = ReplyClass::Normal;
    bool operator==(const Standing &) const = default;
};

struct Practised : DeskFixture {
    Message question = keep(mention(u"10"_s, u"5"_s));

    Practised()
    {
        write([](Database &db) {
            RosterStore roster(db);
            roster.import(
                {.agents = {{.name = u"ann"_s, .teams = {u"returns"_s}}, {.name = u"ben"_s}}}, u"sue"_s);
            (void)roster.setState(u"ann"_s, AgentState::Online, {});
            SavedReplyStore(db).import({{.name = u"bye"_s, .text = u"Bye from {agent}"_s}}, u"sue"_s);
            MacroStore(db).import(
                {{.name = u"close"_s,
                     .draft = u"bye"_s,
                     .tags = {u"done"_s, u"kept"_s},
                     .agent = u"ann"_s,
                     .team = u"returns"_s,
                     .resolves = true},
                    {.name = u"pass"_s, .tags = {u"done"_s}, .agent = u"ben"_s},
                    {.name = u"later"_s, .workClass = ReplyClass::Urgent, .snooze = std::chrono::hours(4)}},
                u"sue"_s);
        });
        write([this](Database &db) { (void)TagStore(db).add(question.conversation, u"kept"_s, u"sue"_s); });
    }
    template <typename Work>
    void write(Work work)
    {
        const auto done = waitFor(store->write(work));
        Q_ASSERT(done);
        Q_UNUSED(done)
    }
    Result<MacroRun> run(const QString &name)
    {
        return waitFor(store->write([this, name](Database &db) {
            return MacroStore(db).run(name, question.conversation, u"ann"_s);
        }));
    }
    Result<bool> undo(FactId run)
    {
        return waitFor(store->write([run](Database &db) { return MacroStore(db).undo(run, u"ann"_s); }));
    }
    Standing now()
    {
        return *waitFor(store->read([id = question.conversation](Database &db) {
            const auto assignment = AssignmentStore(db).of(id).value_or(Assignment{});
            return Standing{.tags = TagStore(db).of(id),
                .agent = assignment.agent,
                .team = assignment.team,
                .draft = DraftStore(db).body(id, u"ann"_s, Lane::Public),
                .state = ConversationStore(db).byId(id)->state,
                .workClass = ConversationStore(db).byId(id)->workClass};
        }));
    }
};
} // namespace

/// Several actions as one, and one undo.
class MacroStoreTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itDoesAllOfItAndUndoesAllOfIt()
    {
        Practised desk;
        const Standing before = desk.now();
        const auto run = desk.run(u"close"_s);
        QVERIFY(run);
        QCOMPARE(run->actions, (QStringList{u"assign"_s, u"draft"_s, u"resolve"_s, u"tags"_s}));
        const Standing after = desk.now();
        QCOMPARE(after.tags, (QStringList{u"done"_s, u"kept"_s}));
        QCOMPARE(after.agent, u"ann"_s);
        QCOMPARE(after.draft, u"Bye from ann"_s);
        QVERIFY(after.state == ConversationState::Resolved);
        QVERIFY(*desk.undo(run->id));
        QVERIFY(desk.now() == before);
        QVERIFY(!*desk.undo(run->id));
        QVERIFY(desk.undo({7}).error().code == ErrorCode::NotFound);
    }

    void aClassAndASnoozeAreUndoneTogether()
    {
        Practised desk;
        const Standing before = desk.now();
        const auto run = desk.run(u"later"_s);
        QVERIFY(run);
        QCOMPARE(run->actions, (QStringList{u"class"_s, u"snooze"_s}));
        QVERIFY(desk.now().state == ConversationState::Snoozed);
        QVERIFY(desk.now().workClass == ReplyClass::Urgent);
        QVERIFY(*desk.undo(run->id));
        QVERIFY(desk.now() == before);
    }

    void whatFailsInTheMiddleLeavesNothing()
    {
        Practised desk;
        const Standing before = desk.now();
        QVERIFY(desk.run(u"pass"_s).error().code == ErrorCode::Usage); // ben is not at work
        QVERIFY(desk.now() == before);
        QVERIFY(desk.run(u"nothing"_s).error().code == ErrorCode::NotFound);
    }

    void theUndoLeavesWhatSomebodyChangedSince()
    {
        Practised desk;
        desk.write([&desk](Database &db) {
            DraftStore(db).save(desk.question.conversation, u"ann"_s, Lane::Public, u"I was writing"_s);
        });
        const auto run = desk.run(u"close"_s);
        QCOMPARE(desk.now().draft, u"I was writing\n\nBye from ann"_s);
        desk.write([&desk](Database &db) {
            DraftStore(db).save(desk.question.conversation, u"ann"_s, Lane::Public, u"Now I know"_s);
            (void)AssignmentStore(db).assign(
                desk.question.conversation, {.team = u"returns"_s}, u"a return"_s, u"sue"_s);
        });
        QVERIFY(*desk.undo(run->id));
        QCOMPARE(desk.now().draft, u"Now I know"_s);
        QCOMPARE(desk.now().team, u"returns"_s);
        QCOMPARE(desk.now().tags, QStringList{u"kept"_s});
    }

    void aFileThatMakesNoSenseIsRefusedWithLineAndReason_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("complaint");
        QTest::newRow("no list") << QByteArray("{}") << u"must be a list"_s;
        QTest::newRow("nothing") << QByteArray("{'macros': [\n{'name': 'a'}]}")
                                 << u"line 2: /macros/0: must do something"_s;
        QTest::newRow("draft") << QByteArray("{'macros': [{'name': 'a', 'draft': 'x'}]}")
                               << u"there is no \"x\""_s;
        QTest::newRow("class") << QByteArray("{'macros': [{'name': 'a', 'class': 'high'}]}")
                               << u"\"urgent\""_s;
        QTest::newRow("snooze") << QByteArray("{'macros': [{'name': 'a', 'snooze': 'long'}]}")
                                << u"\"30m\""_s;
        QTest::newRow("snoozed and resolved")
            << QByteArray("{'macros': [{'name': 'a', 'snooze': '4h', 'resolve': true}]}") << u"together"_s;
        QTest::newRow("twice") << QByteArray(
            "{'macros': [{'name': 'a', 'resolve': true}, {'name': 'a', 'resolve': true}]}")
                               << u"another macro"_s;
    }
    void aFileThatMakesNoSenseIsRefusedWithLineAndReason()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, complaint);
        JsonForm form(u"macros.json"_s, text.replace('\'', '"'));
        (void)macrosIn(form.root(), {});
        const Done verdict = form.verdict();
        QVERIFY(!verdict);
        QVERIFY2(verdict.error().detail.contains(complaint), qPrintable(verdict.error().detail));
    }

    void whatWasWrittenIsWhatWasRead()
    {
        const Macro macro{.name = u"a"_s,
            .draft = u"bye"_s,
            .tags = {u"x"_s},
            .agent = u"ann"_s,
            .team = u"returns"_s,
            .workClass = ReplyClass::Low,
            .resolves = true};
        JsonForm form(u"x"_s, QJsonDocument(toJson(macro)).toJson());
        QVERIFY(macroIn(form.root()) == macro);
        const Macro later{.name = u"b"_s, .snooze = std::chrono::minutes(90)};
        JsonForm second(u"x"_s, QJsonDocument(toJson(later)).toJson());
        QVERIFY(macroIn(second.root()) == later);
        QVERIFY(form.verdict());
    }
};

} // namespace fw::test

QTEST_GUILESS_MAIN(fw::test::MacroStoreTest)
#include "macro_store_test.moc"
