#include "app/store/claim_store.h"
#include "app/store/roster_store.h"
#include "app/store/saved_reply_store.h"
#include "tests/support/wait_for_store.h"
#include "tests/ui/window_bench.h"
#include "ui/desktop/composer/composer.h"
#include "ui/desktop/composer/saved_reply_picker.h"
#include "ui/desktop/supervisor/approvals_sheet.h"
#include "ui/desktop/supervisor/supervisor_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;
using namespace std::chrono_literals;

namespace {
struct Prepared : WindowBench {
    Conversation ana;

    Prepared()
    {
        const auto kept = waitFor(desk.store->write([](Database &db) {
            SavedReplyStore(db).import(
                {{.name = u"goodbye"_s, .text = u"Goodbye, {customer.first_name}."_s},
                    {.name = u"parcel"_s, .text = u"Your order {order.number} is on its way, {agent}."_s}},
                u"sue"_s);
            RosterStore(db).import(
                {.agents = {{.name = u"Mina"_s}, {.name = u"tim"_s, .isTrainee = true}}}, u"sue"_s);
        }));
        Q_ASSERT(kept);
        Q_UNUSED(kept)
        ana = desk.customerWrites(u"ana"_s, u"where is it?"_s);
    }
    void openAna()
    {
        start();
        QTRY_COMPARE(queue().rowCount(), 1);
        press(Qt::Key_J);
        QTRY_COMPARE(pane().conversation(), ana.id);
        press(Qt::Key_R);
        QTRY_VERIFY(edit().hasFocus());
    }
    void type(const QString &text) { QTest::keyClicks(&edit(), text); }
    [[nodiscard]] SavedReplyPicker &picker() { return *window->findChild<SavedReplyPicker *>(); }
    /// What a trainee answers.
    Result<Reply> propose(const QString &text)
    {
        return waitFor(
            desk.outbox.press({.conversation = ana.id, .body = text, .agent = u"tim"_s, .isSure = true}));
    }
    [[nodiscard]] ReplyState stateOf(ReplyId reply) { return waitFor(desk.outbox.entry(reply))->reply.state; }
};
} // namespace

class PreparedWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSlashOffersSavedRepliesAndReturnPutsOneIn()
    {
        Prepared bench;
        bench.openAna();
        bench.type(u"Hello. /"_s);
        QTRY_VERIFY(bench.picker().isVisible());
        bench.type(u"good"_s);
        bench.press(Qt::Key_Return); // whether or not the answer to what was typed is there
        QTRY_COMPARE(bench.edit().toPlainText(), u"Hello. Goodbye, ANA."_s);
        QVERIFY(!bench.picker().isVisible());
        bench.press(Qt::Key_Z, Qt::ControlModifier); // one step
        QCOMPARE(bench.edit().toPlainText(), u"Hello. /good"_s);
    }

    void nothingIsPutInWhereTheSlashIsGone()
    {
        Prepared bench;
        bench.openAna();
        bench.type(u"Hello. /good"_s);
        QTRY_VERIFY(bench.picker().isVisible());
        QTRY_COMPARE(bench.picker().findChild<QListView *>()->model()->rowCount(), 1);
        bench.press(Qt::Key_Return);
        for (int i = 0; i < 5; ++i) {
            bench.press(Qt::Key_Backspace); // before the words are there
        }
        waitForAll(*bench.desk.store); // they come and are not wanted
        QCOMPARE(bench.edit().toPlainText(), u"Hello. "_s);
    }

    void aFieldNobodyKnowsIsSelectedAndStopsSend()
    {
        Prepared bench;
        bench.openAna();
        bench.press(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(bench.picker().isVisible());
        bench.press(Qt::Key_Down);
        bench.press(Qt::Key_Return);
        QTRY_COMPARE(bench.edit().textCursor().selectedText(), u"{order.number}"_s);
        QCOMPARE(bench.edit().extraSelections().size(), 1);
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(bench.desk.replies(bench.ana.id).isEmpty());
        bench.type(u"4711"_s); // over it
        QCOMPARE(bench.edit().toPlainText(), u"Your order 4711 is on its way, Mina."_s);
        QVERIFY(bench.edit().extraSelections().isEmpty());
    }

    void escapeLeavesTheTextAndOtherSlashesAskForNothing()
    {
        Prepared bench;
        bench.openAna();
        bench.type(u"and/or"_s);
        bench.type(u" /"_s);
        QTRY_VERIFY(bench.picker().isVisible());
        bench.press(Qt::Key_Escape);
        QVERIFY(!bench.picker().isVisible());
        QVERIFY(bench.edit().hasFocus());
        bench.type(u"x"_s);
        QVERIFY(!bench.picker().isVisible());
        QCOMPARE(bench.edit().toPlainText(), u"and/or /x"_s);
    }

    void whatEverybodyCouldReadIsUnderlined()
    {
        Prepared bench;
        bench.openAna();
        bench.type(u" Write to ana@example.org please"_s);
        QTRY_COMPARE(bench.edit().extraSelections().size(), 1);
        QCOMPARE(bench.edit().extraSelections().first().cursor.selectedText(), u"ana@example.org"_s);
        bench.type(u"!"_s);
        QTRY_COMPARE(bench.edit().extraSelections().size(), 1);
    }

    void anAnswerOfATraineeIsApprovedFromTheFloor()
    {
        Prepared bench;
        const auto proposed = bench.propose(u"It is on its way."_s);
        QVERIFY(proposed);
        QVERIFY(bench.stateOf(proposed->id) == ReplyState::Proposed);
        bench.start();
        bench.press(Qt::Key_2, Qt::ControlModifier);
        QPushButton *look = nullptr;
        QTRY_VERIFY(
            (look = buttonOf(*bench.window->findChild<SupervisorPage *>(), SupervisorPage::tr("Look")))
            && look->isVisible());
        QTest::mouseClick(look, Qt::LeftButton);
        auto *sheet = bench.window->findChild<ApprovalsSheet *>();
        QVERIFY(sheet);
        QPushButton *approve = buttonOf(*sheet, ApprovalsSheet::tr("Approve"));
        QTRY_VERIFY(approve->isEnabled());
        QCOMPARE(sheet->findChildren<QPlainTextEdit *>().last()->toPlainText(), u"It is on its way."_s);
        QTest::mouseClick(approve, Qt::LeftButton);
        QTRY_VERIFY(bench.stateOf(proposed->id) == ReplyState::Queued);
        QTRY_VERIFY(!approve->isEnabled());
    }

    void whatIsGivenBackNeedsAReason()
    {
        Prepared bench;
        const auto proposed = bench.propose(u"It is lost."_s);
        QVERIFY(proposed);
        bench.start();
        bench.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        auto *sheet = bench.window->findChild<ApprovalsSheet *>();
        QVERIFY(sheet);
        QPushButton *back = buttonOf(*sheet, ApprovalsSheet::tr("Give back"));
        QTRY_VERIFY(sheet->findChild<QLineEdit *>()->isVisible());
        QVERIFY(!back->isEnabled());
        sheet->findChild<QLineEdit *>()->setText(u"say when it arrives"_s);
        QVERIFY(back->isEnabled());
        QTest::keyClick(sheet->findChild<QLineEdit *>(), Qt::Key_Return, Qt::ControlModifier);
        waitForAll(*bench.desk.store); // nothing was asked for
        QVERIFY(bench.stateOf(proposed->id) == ReplyState::Proposed);
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_VERIFY(bench.stateOf(proposed->id) == ReplyState::Withdrawn);
    }

    void whyAJudgementWasRefusedStaysToBeRead()
    {
        Prepared bench;
        const auto proposed = bench.propose(u"It is lost."_s);
        QVERIFY(proposed);
        bench.start();
        bench.press(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        auto *sheet = bench.window->findChild<ApprovalsSheet *>();
        QPushButton *approve = buttonOf(*sheet, ApprovalsSheet::tr("Approve"));
        QTRY_VERIFY(approve->isEnabled());
        // Somebody else has the conversation by now.
        const auto held = waitFor(bench.desk.store->write([id = bench.ana.id](Database &db) {
            return ClaimStore(db).takeOver(id, {.agent = u"zoe"_s}, u"mine now"_s, 10min);
        }));
        QVERIFY(held);
        QTest::mouseClick(approve, Qt::LeftButton);
        const auto hints = [sheet] {
            QStringList texts;
            for (const auto *label : sheet->findChildren<QLabel *>()) {
                texts.append(label->text());
            }
            return texts.join(u'\n');
        };
        QTRY_VERIFY(hints().contains(u"was not judged"_s));
        sheet->refresh();
        QTRY_VERIFY(approve->isEnabled());
        waitForAll(*bench.desk.store); // it was read again
        QVERIFY(hints().contains(u"was not judged"_s));
        QVERIFY(bench.stateOf(proposed->id) == ReplyState::Proposed);
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::PreparedWordsTest)
#include "prepared_words_test.moc"
