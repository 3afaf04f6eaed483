#include "tests/app/dispatch/lanes_fixture.h"

#include <QtTest>

namespace fw::test {

/// Which conversation a private answer, and what comes back to it, belong to.
class PrivateThreadTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void privateAnswerStandsInThePrivateConversationAndSettlesThePublicOne()
    {
        Lanes desk;
        const ReplyId id = desk.pressPrivately()->reply.id;
        desk.record(*desk.begin(id), kAccepted);
        const auto ours = desk.stored(u"77"_s);
        QVERIFY(ours->kind == MessageKind::DirectMessage);
        QVERIFY(ours->lane == Lane::Private);
        QVERIFY(ours->conversation != desk.question.conversation);
        QVERIFY(desk.conversation(desk.question.conversation).state == ConversationState::WaitingForCustomer);
        QVERIFY(desk.conversation(ours->conversation).state == ConversationState::WaitingForCustomer);
        Post answer = desk.message(u"m9"_s); // the same person writes back
        answer.author.remoteId = u"7"_s;
        answer.thread = u"t9"_s;
        QVERIFY(desk.keep(answer).conversation == ours->conversation);
    }

    void privateAnswerJoinsTheThreadItWasFoundIn()
    {
        Lanes desk;
        const ReplyId id = desk.pressPrivately()->reply.id;
        desk.record(*desk.begin(id), kLost);
        desk.found(id, {{.remoteId = u"99"_s, .postedAt = desk.clock.now(), .thread = u"t1"_s}});
        QVERIFY(desk.stored(u"99"_s)->conversation == desk.privately.conversation);
        QCOMPARE(desk.stored(u"99"_s)->thread, u"t1"_s);
    }

    void echoThatCameBeforeTheAnswerGetsItsConversation()
    {
        Lanes desk;
        const ReplyId id = desk.pressPrivately()->reply.id;
        const auto attempt = desk.begin(id);
        Post echo = desk.message(u"77"_s);
        echo.direction = Direction::Outbound;
        echo.thread = u"t5"_s;
        QVERIFY(desk.keep(echo).conversation.isNull());
        desk.record(*attempt, kAccepted);
        QVERIFY(!desk.stored(u"77"_s)->conversation.isNull());
    }

    void privateAnswerStandsInTheThreadTheNetworkNames()
    {
        Lanes desk;
        desk.record(*desk.begin(desk.pressPrivately()->reply.id), acceptedIn(u"t7"_s));
        QCOMPARE(desk.stored(u"77"_s)->thread, u"t7"_s);
        QVERIFY(
            desk.keep(stranger(desk, u"m9"_s, u"t7"_s)).conversation == desk.stored(u"77"_s)->conversation);
    }

    void messageStandsInTheThreadTheNetworkNames()
    {
        Lanes desk;
        desk.record(*desk.begin(desk.pressMessage()->reply.id), acceptedIn(u"t2"_s));
        QCOMPARE(desk.stored(u"77"_s)->thread, u"t2"_s);
        QVERIFY(desk.stored(u"77"_s)->conversation == desk.privately.conversation);
    }

    /// A person may have one id below a post and another one in messages.
    void threadThatOnlyTheEchoTellsIsLearned()
    {
        Lanes desk;
        desk.record(*desk.begin(desk.pressPrivately()->reply.id), kAccepted);
        const ConversationId ours = desk.stored(u"77"_s)->conversation;
        Post echo = desk.message(u"77"_s);
        echo.direction = Direction::Outbound;
        echo.thread = u"t7"_s;
        desk.keep(echo);
        QCOMPARE(desk.stored(u"77"_s)->thread, u"t7"_s);
        QVERIFY(desk.keep(stranger(desk, u"m9"_s, u"t7"_s)).conversation == ours);
        QVERIFY(desk.conversation(ours).state == ConversationState::Waiting);
    }

    void threadInWhichSomebodyWroteAlreadyIsNotTakenOver()
    {
        Lanes desk;
        const Message theirs
            = desk.keep(desk.message(u"m5"_s)); // in t1, by the person of the private conversation
        desk.record(*desk.begin(desk.pressMessage()->reply.id), acceptedIn(u"t1"_s));
        QVERIFY(desk.keep(stranger(desk, u"m9"_s, u"t1"_s)).conversation != theirs.conversation);
    }

private:
    static Outcome acceptedIn(const QString &thread)
    {
        Outcome outcome = kAccepted;
        outcome.thread = thread;
        return outcome;
    }

    /// A message by somebody whom nobody has seen under this id.
    static Post stranger(Lanes &desk, const QString &remoteId, const QString &thread)
    {
        Post post = desk.message(remoteId);
        post.author.remoteId = u"4711"_s;
        post.thread = thread;
        return post;
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::PrivateThreadTest)
#include "private_thread_test.moc"
