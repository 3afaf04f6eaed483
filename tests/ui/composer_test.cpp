#include "tests/ui/staffed_desk.h"
#include "ui/desktop/composer/composer.h"
#include "ui/desktop/composer/reply_edit.h"
#include "ui/desktop/conversation/conversation_pane.h"
#include "ui/desktop/shell/sources.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

namespace {
/// A conversation pane with its composer on a real desk.
struct Bench {
    StaffedDesk desk;
    Theme theme{ThemeMode::Light};
    ConversationPane pane{conversationFrom(*desk.store, desk.outbox),
        {.agent = QString::fromLatin1(StaffedDesk::kAgent), .textLimit = 40}, *desk.store, desk.outbox,
        desk.clock, theme};
    QSignalSpy said{&pane, &ConversationPane::said};

    Bench()
    {
        pane.resize(900, 600);
        pane.show();
    }
    [[nodiscard]] Composer &composer() { return pane.composer(); }
    [[nodiscard]] ReplyEdit &edit() { return *pane.findChild<ReplyEdit *>(); }
    [[nodiscard]] QString text() { return edit().toPlainText(); }
    [[nodiscard]] QPushButton &sendButton()
    {
        for (QPushButton *button : pane.composer().findChildren<QPushButton *>()) {
            if (button->property("role") == u"primary"_s) {
                return *button;
            }
        }
        Q_UNREACHABLE();
    }
    /// Opens the conversation and waits until its messages are there.
    void open(const Conversation &conversation)
    {
        pane.open(conversation);
        QTRY_VERIFY(pane.model().rowCount() > 0);
    }
    void type(const QString &text) { edit().insertPlainText(text); }
    /// Sends what is in the composer and waits until it is queued.
    void send()
    {
        QSignalSpy sent(&composer(), &Composer::sent);
        composer().send();
        QTRY_COMPARE(sent.size(), 1);
        QTRY_VERIFY(pane.model().newestQueued().has_value());
    }
};
} // namespace

class ComposerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftIsSavedWithinASecondOfTyping()
    {
        Bench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        QElapsedTimer timer;
        timer.start();
        bench.type(u"Hello "_s);
        bench.type(u"Ana"_s);
        QVERIFY(!bench.composer().drafts().isSaved());
        QTRY_VERIFY(bench.composer().drafts().isSaved());
        QVERIFY(timer.elapsed() < 1000);
        QCOMPARE(bench.desk.draft(conversation.id), u"Hello Ana"_s);
    }

    void eachConversationKeepsItsDraft()
    {
        Bench bench;
        const Conversation ana = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        const Conversation tom = bench.desk.customerWrites(u"tom"_s, u"hi"_s);
        bench.open(ana);
        bench.type(u"to Ana"_s);
        bench.open(tom);
        QCOMPARE(bench.text(), QString());
        bench.type(u"to Tom"_s);
        bench.open(ana);
        QCOMPARE(bench.text(), u"to Ana"_s);
        QCOMPARE(bench.composer().drafts().conversations(), (QSet<ConversationId>{ana.id, tom.id}));
        QTRY_VERIFY(bench.composer().drafts().isSaved());
        QCOMPARE(bench.desk.draft(ana.id), u"to Ana"_s);
        QCOMPARE(bench.desk.draft(tom.id), u"to Tom"_s);
    }

    void aDraftOfAnEarlierSessionComesBackAndNewsLeaveItAlone()
    {
        Bench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        {
            DraftKeeper earlier(*bench.desk.store, QString::fromLatin1(StaffedDesk::kAgent));
            earlier.note(conversation.id, u"half a thou"_s);
            earlier.flush();
            QTRY_VERIFY(earlier.isSaved());
        }
        bench.open(conversation);
        QTRY_COMPARE(bench.text(), u"half a thou"_s);
        bench.pane.refresh(bench.desk.customerWrites(u"ana"_s, u"still there?"_s));
        QTRY_COMPARE(bench.pane.model().rowCount(), 2);
        QCOMPARE(bench.text(), u"half a thou"_s);
    }

    void whatIsTypedBeforeTheDraftIsThereComesAfterIt()
    {
        Bench bench;
        const Conversation ana = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        const Conversation tom = bench.desk.customerWrites(u"tom"_s, u"hi"_s);
        {
            DraftKeeper earlier(*bench.desk.store, QString::fromLatin1(StaffedDesk::kAgent));
            earlier.note(ana.id, u"half"_s);
            earlier.flush();
            QTRY_VERIFY(earlier.isSaved());
        }
        bench.pane.open(ana); // nothing has been read yet
        bench.type(u"typed"_s);
        bench.pane.open(tom);
        bench.open(ana);
        QTRY_COMPARE(bench.text(), u"half\n\ntyped"_s);
        QTRY_COMPARE(bench.desk.draft(ana.id), u"half\n\ntyped"_s);
    }

    void sendClearsTheTextOnlyWhenItIsQueued()
    {
        Bench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        bench.type(u"  Hello Ana "_s);
        bench.composer().send();
        QCOMPARE(bench.text(), u"  Hello Ana "_s); // not before the press is durable
        QTRY_COMPARE(bench.text(), QString());
        QList<Reply> replies = bench.desk.replies(conversation.id);
        QCOMPARE(replies.size(), 1);
        QCOMPARE(replies.first().body, u"Hello Ana"_s);
        QCOMPARE(replies.first().agent, u"Mina"_s);
        QTRY_VERIFY(bench.composer().drafts().isSaved());
        QCOMPARE(bench.desk.draft(conversation.id), QString());
        QTRY_COMPARE(bench.pane.model().rowCount(), 2);
        bench.composer().send(); // empty: nothing happens
        QCOMPARE(bench.desk.replies(conversation.id).size(), 1);
    }

    void pressingTwiceQueuesOnce()
    {
        Bench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        bench.type(u"Hello"_s);
        bench.composer().send();
        bench.composer().send();
        QTRY_COMPARE(bench.text(), QString());
        QCOMPARE(bench.desk.replies(conversation.id).size(), 1);
    }

    void aFailedPressKeepsTheText()
    {
        Bench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        bench.type(u"Hello"_s);
        bench.composer().setParentMessage(Message{.id = {4711}}); // no such message
        bench.composer().send();
        const auto banners = bench.composer().findChildren<Banner *>();
        QTRY_VERIFY(std::any_of(
            banners.begin(), banners.end(), [](const Banner *banner) { return !banner->text().isEmpty(); }));
        QCOMPARE(bench.text(), u"Hello"_s);
        QVERIFY(bench.desk.replies(conversation.id).isEmpty());
    }

    void undoBringsTheTextBack()
    {
        Bench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        bench.type(u"Hello"_s);
        bench.send();
        QTest::keyClick(&bench.edit(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(bench.text(), u"Hello"_s);
        QVERIFY(bench.desk.replies(conversation.id).first().state == ReplyState::Withdrawn);
        QTRY_COMPARE(bench.pane.model().rowCount(), 1);
    }

    void undoLosesNeitherTheOldTextNorTheNew()
    {
        Bench bench;
        bench.open(bench.desk.customerWrites(u"ana"_s, u"hello?"_s));
        bench.type(u"Hello"_s);
        bench.send();
        bench.type(u"And another thing"_s);
        bench.pane.undoSend();
        QTRY_COMPARE(bench.text(), u"Hello\n\nAnd another thing"_s);
    }

    void undoOfAReplyThatIsLeavingSaysSo()
    {
        Bench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        bench.type(u"Hello"_s);
        bench.send();
        bench.desk.startSending(bench.desk.replies(conversation.id).first().id);
        bench.pane.undoSend(); // the window has not heard of it yet
        QTRY_COMPARE(bench.said.size(), 1);
        QVERIFY(bench.said.first().first().toString().contains(u"Too late"_s));
        QCOMPARE(bench.text(), QString());
    }

    void ctrlZInAnEditedTextUndoesTyping()
    {
        Bench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        bench.type(u"Hello"_s);
        bench.send();
        QTest::keyClicks(&bench.edit(), u"abc"_s);
        QTest::keyClick(&bench.edit(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&bench.edit(), Qt::Key_Delete);
        QVERIFY(bench.text().isEmpty());
        QTest::keyClick(&bench.edit(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.text(), u"abc"_s);
        QVERIFY(bench.desk.replies(conversation.id).first().state == ReplyState::Queued);
    }

    void aTextOverTheLimitCannotBeSent()
    {
        Bench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        QVERIFY(!bench.sendButton().isEnabled());
        bench.type(QString(41, u'x'));
        QVERIFY(!bench.sendButton().isEnabled());
        bench.composer().send();
        bench.edit().setPlainText(QString(38, u'x') + u"👍🏽"_s); // four code units, two characters
        QVERIFY(bench.sendButton().isEnabled());
        QVERIFY(bench.desk.replies(conversation.id).isEmpty());
    }

    void aRefusedReplyOffersItsText()
    {
        Bench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        bench.type(u"Hello"_s);
        bench.send();
        bench.desk.refuseNewest(conversation.id, ErrorCode::NotSummoned);
        bench.pane.refresh(bench.desk.conversation(conversation.id));
        QTRY_VERIFY(bench.pane.model().lineAt(1).reply->reply.state == ReplyState::Rejected);
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::ComposerTest)
#include "composer_test.moc"
