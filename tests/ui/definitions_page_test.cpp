#include "app/store/arrival_rules.h"
#include "app/store/saved_reply_store.h"
#include "tests/ui/window_bench.h"
#include "ui/desktop/setup/definitions_page.h"
#include "ui/desktop/setup/rule_trial.h"
#include "ui/desktop/widgets/banner.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSemaphore>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;
using namespace std::chrono_literals;

namespace {
struct SetupBench : WindowBench {
    SetupBench()
    {
        start();
        press(Qt::Key_3, Qt::ControlModifier);
    }
    [[nodiscard]] DefinitionsPage &page() { return *window->findChild<DefinitionsPage *>(); }
    [[nodiscard]] QPlainTextEdit &text() { return *page().findChild<QPlainTextEdit *>(); }
    [[nodiscard]] QListWidget &names() { return *page().findChildren<QListWidget *>().last(); }
    /// As soon as it was read.
    void look(DefinitionKind kind)
    {
        page().setKind(kind);
        QVERIFY(text().isReadOnly());
        QTRY_VERIFY(!text().isReadOnly());
        text().setFocus();
    }
    /// What a colleague puts in force.
    void colleagueWrites(const QString &name)
    {
        const auto kept = waitFor(desk.store->write([name](Database &db) {
            SavedReplyStore(db).import({{.name = name, .text = u"theirs"_s}}, u"sue"_s);
        }));
        QVERIFY(kept);
    }
    [[nodiscard]] QString problem() { return page().findChild<Banner *>()->text(); }
    [[nodiscard]] QString toast() { return page().findChild<Toast *>()->text(); }
    void write(const QString &name, const QString &words)
    {
        text().setPlainText(
            u"{\"saved_replies\": [\n{\"name\": \"%1\", \"text\": \"%2\"}]}"_s.arg(name, words));
        press(Qt::Key_S, Qt::ControlModifier);
    }
    [[nodiscard]] QStringList savedReplies()
    {
        const auto all = waitFor(desk.store->read([](Database &db) { return SavedReplyStore(db).all(); }));
        QStringList names;
        for (const SavedReply &reply : *all) {
            names.append(reply.name);
        }
        return names;
    }
};
} // namespace

class DefinitionsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsPutInForceAndTakenBack()
    {
        SetupBench bench;
        QTRY_VERIFY(bench.page().isVisible());
        bench.look(DefinitionKind::SavedReplies);
        QVERIFY(bench.text().placeholderText().contains(u"saved_replies"_s));
        bench.write(u"first"_s, u"Hello."_s);
        QTRY_COMPARE(bench.savedReplies(), QStringList{u"first"_s});
        QTRY_COMPARE(bench.names().count(), 1);
        bench.write(u"second"_s, u"Hello again."_s);
        QTRY_COMPARE(bench.savedReplies(), QStringList{u"second"_s});
        auto *toast = bench.page().findChild<Toast *>();
        QTRY_VERIFY(toast->offersAction());
        toast->press();
        QTRY_COMPARE(bench.savedReplies(), QStringList{u"first"_s});
    }

    void whatMakesNoSenseIsToldWithItsLineAndChangesNothing()
    {
        SetupBench bench;
        bench.look(DefinitionKind::SavedReplies);
        bench.write(u"first"_s, u"Hello."_s);
        QTRY_COMPARE(bench.names().count(), 1);
        QVERIFY(!bench.text().isReadOnly());
        bench.text().setPlainText(u"{\"saved_replies\": [\n{\"name\": \"x\",\n\"texts\": \"y\"}]}"_s);
        bench.press(Qt::Key_S, Qt::ControlModifier);
        auto *problem = bench.page().findChild<Banner *>();
        QTRY_VERIFY(problem->text().contains(u"line 3"_s));
        QCOMPARE(bench.text().textCursor().blockNumber(), 2);
        QCOMPARE(bench.savedReplies(), QStringList{u"first"_s});
    }

    void whatWasBegunStaysWhileOthersAreLookedAt()
    {
        SetupBench bench;
        bench.look(DefinitionKind::SavedReplies);
        bench.text().setPlainText(u"half a thought"_s);
        bench.look(DefinitionKind::Macros);
        QCOMPARE(bench.text().toPlainText(), QString());
        bench.look(DefinitionKind::SavedReplies);
        QCOMPARE(bench.text().toPlainText(), u"half a thought"_s);
        QTest::mouseClick(buttonOf(bench.page(), DefinitionsPage::tr("Discard changes")), Qt::LeftButton);
        QCOMPARE(bench.text().toPlainText(), QString());
        bench.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.text().toPlainText(), u"half a thought"_s);
    }

    void whatAColleagueChangedMeanwhileIsNotWrittenOver()
    {
        SetupBench bench;
        bench.look(DefinitionKind::SavedReplies);
        bench.colleagueWrites(u"theirs"_s);
        bench.write(u"mine"_s, u"Hello."_s);
        QTRY_VERIFY(bench.problem().contains(u"sue"_s) && bench.problem().contains(u"read it again"_s));
        QVERIFY(bench.text().toPlainText().contains(u"mine"_s));
        QCOMPARE(bench.savedReplies(), QStringList{u"theirs"_s});
        // Pressing again without having read changes nothing either.
        bench.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!bench.text().isReadOnly());
        QCOMPARE(bench.savedReplies(), QStringList{u"theirs"_s});
        QTest::mouseClick(buttonOf(bench.page(), DefinitionsPage::tr("Read again")), Qt::LeftButton);
        QTRY_COMPARE(bench.problem(), QString());
        QVERIFY(bench.text().toPlainText().contains(u"mine"_s));
        bench.text().setFocus();
        bench.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(bench.savedReplies(), QStringList{u"mine"_s});
    }

    void whatWasBegunIsToldToBeOldWhenLookedAtAgain()
    {
        SetupBench bench;
        bench.look(DefinitionKind::SavedReplies);
        bench.text().setPlainText(u"half a thought"_s);
        bench.look(DefinitionKind::Macros);
        bench.colleagueWrites(u"theirs"_s);
        bench.look(DefinitionKind::SavedReplies);
        QVERIFY(bench.problem().contains(u"sue"_s));
        QCOMPARE(bench.text().toPlainText(), u"half a thought"_s);
    }

    void takingBackLeavesWhatAColleagueChangedSince()
    {
        SetupBench bench;
        bench.look(DefinitionKind::SavedReplies);
        bench.write(u"first"_s, u"Hello."_s);
        QTRY_COMPARE(bench.savedReplies(), QStringList{u"first"_s});
        bench.write(u"second"_s, u"Hello again."_s);
        QTRY_COMPARE(bench.savedReplies(), QStringList{u"second"_s});
        auto *toast = bench.page().findChild<Toast *>();
        QTRY_VERIFY(toast->offersAction());
        bench.colleagueWrites(u"theirs"_s);
        toast->press();
        QTRY_VERIFY(bench.toast().contains(u"somebody else"_s));
        QCOMPARE(bench.savedReplies(), QStringList{u"theirs"_s});
    }

    void nothingCanBeTypedWhileItIsPutInForce()
    {
        SetupBench bench;
        bench.look(DefinitionKind::SavedReplies);
        QSemaphore gate;
        const auto before = bench.desk.store->write([&gate](Database &) {
            gate.acquire(); // whoever writes next waits
            return true;
        });
        bench.write(u"first"_s, u"Hello."_s);
        const bool isReadOnly
            = QTest::qWaitFor([&bench] { return bench.text().isReadOnly(); }); // until the answer
        QTest::keyClicks(&bench.text(), u"lost"_s);
        gate.release();
        QVERIFY(isReadOnly);
        QVERIFY(!bench.text().toPlainText().contains(u"lost"_s));
        QTRY_VERIFY(!bench.text().isReadOnly());
        QTest::keyClicks(&bench.text(), u"kept"_s);
        QVERIFY(bench.text().toPlainText().contains(u"kept"_s));
    }

    void whatCannotBeRestoredOffersNoUndoAndSaysSo()
    {
        SetupBench bench;
        bench.look(DefinitionKind::Roster);
        bench.text().setPlainText(u"{\"agents\": [{\"name\": \"ann\"}], \"needs\": []}"_s);
        bench.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(bench.toast().contains(u"No undo"_s));
        QVERIFY(!bench.page().findChild<Toast *>()->offersAction());
    }

    void theRulesAreTriedWithoutHoldingUpAnybody()
    {
        SetupBench bench;
        bench.desk.customerWrites(u"ana"_s, u"hello"_s);
        const auto kept = waitFor(bench.desk.store->write([](Database &db) {
            ArrivalRules(db).import(
                {{.name = u"greeting"_s, .words = {u"hello"_s}, .then = {.tags = {u"x"_s}}}}, u"sue"_s);
        }));
        QVERIFY(kept);
        bench.desk.clock.advance(1min);
        bench.look(DefinitionKind::ArrivalRules);
        QPushButton *attempt = buttonOf(bench.page(), DefinitionsPage::tr("Try on the last 7 days"));
        QTest::mouseClick(attempt, Qt::LeftButton);
        QVERIFY(!attempt->isEnabled());
        QTRY_VERIFY(attempt->isEnabled());
        QVERIFY(bench.page().findChild<RuleTrial *>()->isVisible());
        QVERIFY(
            bench.page().findChild<RuleTrial *>()->findChild<QLabel *>()->text().contains(u"greeting: 1"_s));
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::DefinitionsPageTest)
#include "definitions_page_test.moc"
