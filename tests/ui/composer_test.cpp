#include "tests/ui/conversation_bench.h"
#include "ui/desktop/composer/composer.h"
#include "ui/desktop/composer/guard_strip.h"
#include "ui/desktop/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace fw::ui;

class ComposerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftIsSavedWithinASecondOfTyping()
    {
        ConversationBench bench;
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
        ConversationBench bench;
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
        ConversationBench bench;
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
        ConversationBench bench;
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
        ConversationBench bench;
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
        ConversationBench bench;
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
        ConversationBench bench;
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

    void whatWasSaidToSomebodyElseIsAskedAboutOnce()
    {
        ConversationBench bench;
        const QString text = u"We found it and it is on its way to you"_s;
        const Conversation ana = bench.desk.customerWrites(u"ana"_s, u"where is it?"_s);
        const Conversation tom = bench.desk.customerWrites(u"tom"_s, u"where is mine?"_s);
        bench.open(ana);
        bench.type(text);
        bench.send();
        bench.open(tom);
        auto &strip = *bench.pane.findChild<GuardStrip *>();
        auto &banner = *strip.findChild<Banner *>();
        bench.type(text);
        QTRY_VERIFY(banner.text().contains(u"ana"_s)); // while it is written, quietly
        QVERIFY(!banner.findChild<QPushButton *>()->isVisibleTo(&strip));
        bench.composer().send();
        QTRY_VERIFY(banner.findChild<QPushButton *>()->isVisibleTo(&strip));
        QCOMPARE(bench.text(), text);
        QVERIFY(bench.desk.replies(tom.id).isEmpty());
        banner.findChild<QPushButton *>()->click();
        QTRY_COMPARE(bench.text(), QString());
        QCOMPARE(bench.desk.replies(tom.id).size(), 1);
        QTRY_VERIFY(strip.isHidden());
    }

    void whatEverybodyWouldReadIsShown()
    {
        ConversationBench bench;
        bench.open(bench.desk.customerWrites(u"ana"_s, u"call me?"_s));
        bench.type(u"We call +33 6 12 34 56 78"_s);
        auto &banner = *bench.pane.findChild<GuardStrip *>()->findChild<Banner *>();
        QTRY_VERIFY(banner.text().contains(u"+33 6 12 34 56 78"_s));
        bench.edit().clear();
        QTRY_COMPARE(banner.text(), QString());
    }

    void undoBringsTheTextBack()
    {
        ConversationBench bench;
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
        ConversationBench bench;
        bench.open(bench.desk.customerWrites(u"ana"_s, u"hello?"_s));
        bench.type(u"Hello"_s);
        bench.send();
        bench.type(u"And another thing"_s);
        bench.pane.undoSend();
        QTRY_COMPARE(bench.text(), u"Hello\n\nAnd another thing"_s);
    }

    void undoOfAReplyThatIsLeavingSaysSo()
    {
        ConversationBench bench;
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
        ConversationBench bench;
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

    void aTextThatIsTooLongEvenForPartsCannotBeSent()
    {
        ConversationBench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        QVERIFY(!bench.sendButton().isEnabled());
        bench.type(QString(241, u'x')); // more than six parts
        QVERIFY(!bench.sendButton().isEnabled());
        bench.composer().send();
        bench.edit().setPlainText(QString(38, u'x') + u"👍🏽"_s); // four code units, two characters
        QVERIFY(bench.sendButton().isEnabled());
        QVERIFY(bench.desk.replies(conversation.id).isEmpty());
    }

    void aRefusedReplyOffersItsText()
    {
        ConversationBench bench;
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
