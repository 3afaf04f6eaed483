#include "tests/ui/conversation_bench.h"
#include "ui/desktop/composer/composer.h"
#include "ui/desktop/composer/send_later.h"

#include <QMenu>

namespace fw::test {

using namespace std::chrono_literals;

namespace {
QStringList actionsOf(ConversationBench &bench, int row)
{
    QStringList names;
    const Line line = bench.pane.model().lineAt(row);
    for (const auto &action : Bubble::words(
             line, Network::Twitter, QString::fromLatin1(StaffedDesk::kAgent), bench.desk.clock.now())
                                  .actions) {
        names << action.second;
    }
    return names;
}
} // namespace

/// What an agent sees and does when a reply does not leave as it was meant to.
class HeldReplyTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void heldReplySaysWhyAndLeavesAllTheSame()
    {
        ConversationBench bench;
        const Conversation conversation = held(bench);
        QCOMPARE(bench.desk.conversation(conversation.id).failedReplies, 1);
        QCOMPARE(actionsOf(bench, 2), QStringList({u"Send all the same"_s, u"Take back"_s}));
        bench.pane.sendAgain();
        QTRY_VERIFY(!bench.desk.replies(conversation.id).first().hold);
        QTRY_COMPARE(actionsOf(bench, 2), QStringList{u"Undo"_s});
    }

    void heldReplyIsTakenBackIntoTheComposer()
    {
        ConversationBench bench;
        const Conversation conversation = held(bench);
        bench.pane.undoSend();
        QTRY_COMPARE(bench.text(), u"Hello"_s);
        QVERIFY(bench.desk.replies(conversation.id).first().state == ReplyState::Withdrawn);
    }

    void whatCameWhileTheTextWasWrittenHoldsIt()
    {
        ConversationBench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        bench.type(u"Hello"_s);
        bench.desk.customerWrites(u"ana"_s, u"never mind"_s); // not on the screen
        bench.send();
        bench.desk.leave(bench.desk.replies(conversation.id).first().id);
        QVERIFY(bench.desk.replies(conversation.id).first().hold == fw::Hold::CustomerWrote);
    }

    void refusedReplyIsOfferedAgainWhereThatCanHelp_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("token") << int(ErrorCode::Unauthorised) << true;
        QTest::newRow("text") << int(ErrorCode::BadRequest) << false;
        QTest::newRow("not summoned") << int(ErrorCode::NotSummoned) << false;
    }

    void refusedReplyIsOfferedAgainWhereThatCanHelp()
    {
        QFETCH(const int, code);
        QFETCH(const bool, isOffered);
        ConversationBench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        bench.type(u"Hello"_s);
        bench.send();
        bench.desk.refuseNewest(conversation.id, ErrorCode(code));
        bench.pane.refresh(bench.desk.conversation(conversation.id));
        QTRY_VERIFY(bench.pane.model().lineAt(1).reply->reply.state == ReplyState::Rejected);
        QCOMPARE(actionsOf(bench, 1).contains(u"Try again"_s), isOffered);
        if (isOffered) {
            bench.pane.sendAgain();
            QTRY_VERIFY(bench.desk.replies(conversation.id).first().state == ReplyState::Queued);
        }
    }

    void longTextLeavesInPartsAndComesBackWhole()
    {
        ConversationBench bench; // of forty characters a reply
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        const QString text = u"We have found your parcel. It leaves our warehouse today."_s;
        bench.type(text);
        QCOMPARE(bench.sendButton().text(), u"Send in 2 parts"_s);
        bench.send();
        QCOMPARE(bench.desk.replies(conversation.id).size(), 2);
        QTRY_VERIFY(bench.text().isEmpty());
        QTRY_COMPARE(bench.pane.model().rowCount(), 3);
        bench.pane.undoSend();
        QTRY_COMPARE(bench.text(), text);
    }

    void replyLeavesAtTheTimeThatWasChosen()
    {
        ConversationBench bench;
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        auto *later = bench.composer().findChild<SendLater *>();
        QVERIFY(!later->isEnabled()); // nothing written yet
        bench.type(u"Good morning"_s);
        QVERIFY(later->isEnabled());
        QMenu *times = later->menu();
        Q_EMIT times->aboutToShow();
        QVERIFY(times->actions().size() >= 3);
        const Instant before = bench.desk.clock.now();
        times->actions().constFirst()->trigger();
        QTRY_COMPARE(bench.desk.replies(conversation.id).size(), 1);
        QVERIFY(bench.desk.replies(conversation.id).first().notBefore == before + 1h);
        QVERIFY(bench.desk.replies(conversation.id).first().isLater);
    }

private:
    /// The person wrote again after Send was pressed.
    static Conversation held(ConversationBench &bench)
    {
        const Conversation conversation = bench.desk.customerWrites(u"ana"_s, u"hello?"_s);
        bench.open(conversation);
        bench.type(u"Hello"_s);
        bench.send();
        bench.desk.customerWrites(u"ana"_s, u"never mind"_s);
        bench.desk.leave(bench.desk.replies(conversation.id).first().id);
        bench.pane.refresh(bench.desk.conversation(conversation.id));
        [&] { QTRY_COMPARE(bench.pane.model().rowCount(), 3); }();
        [&] { QTRY_VERIFY(bench.pane.model().newestStuck().has_value()); }();
        return conversation;
    }
};

} // namespace fw::test

QTEST_MAIN(fw::test::HeldReplyTest)
#include "held_reply_test.moc"
