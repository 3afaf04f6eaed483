#include "app/store/conversation_store.h"
#include "app/store/message_store.h"
#include "tests/app/dispatch/sender_fixture.h"

#include <QtTest>

namespace fw::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// A desk on which something happens between Send and leaving.
struct Changing : Sender {
    /// The same person, in the same thread.
    Message writesAgain(const QString &remoteId = u"11"_s)
    {
        Post post = mention(remoteId, u"5"_s, u"one more thing"_s);
        post.thread = u"10"_s;
        return keep(post);
    }

    void answeredInAnotherTool(const QString &remoteId = u"12"_s)
    {
        keep({.author = {.remoteId = u"1"_s},
            .remoteId = remoteId,
            .versionId = remoteId,
            .direction = Direction::Outbound,
            .body = u"from the network's own app"_s,
            .postedAt = clock.now(),
            .inReplyTo = u"10"_s,
            .thread = u"10"_s});
    }

    /// Tries to send it now; why it is held, if it is.
    std::optional<Hold> holdAtLeaving(ReplyId id)
    {
        const bool isBegun = begin(id).has_value();
        const auto hold = reply(id).hold;
        return isBegun ? std::nullopt : hold;
    }

    Conversation conversation()
    {
        return **waitFor(
            store->read([this](Database &db) { return ConversationStore(db).byId(question.conversation); }));
    }

    Result<bool> release(ReplyId id) { return waitFor(Outbox(*store).release(id)); }
    Result<Reply> retry(ReplyId id) { return waitFor(Outbox(*store).retry(id)); }
};
} // namespace

/// Before a reply leaves, the desk looks again at what it answers.
class SecondLookTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unchangedReplyLeaves()
    {
        Changing desk;
        QVERIFY(desk.begin(desk.press()));
    }

    void replyIsHeldWhenTheCustomerWroteAgain()
    {
        Changing desk;
        const ReplyId id = desk.press();
        desk.writesAgain();
        QVERIFY(desk.holdAtLeaving(id) == Hold::CustomerWrote);
        QVERIFY(desk.reply(id).state == ReplyState::Queued);
        QCOMPARE(desk.calls(), 0);
        QCOMPARE(desk.conversation().failedReplies, 1); // it wants somebody
        QCOMPARE(desk.conversation().pendingReplies, 0);
        QVERIFY(desk.decide().kind == Decision::Kind::Nothing); // and the sender does not wait for it
    }

    void whatAnybodyElseSaysHoldsNothing()
    {
        Changing desk;
        const ReplyId id = desk.press();
        desk.keep(desk.mention(u"20"_s, u"6"_s));
        QVERIFY(desk.begin(id));
    }

    void replyPressedAfterTheNewMessageIsNotHeldAndFreesTheEarlierOne()
    {
        Changing desk;
        const ReplyId first = desk.press(u"one"_s);
        desk.writesAgain();
        const ReplyId second = desk.press(u"two"_s);
        QVERIFY(desk.begin(first)); // whoever wrote the second has seen everything
        desk.record(
            *waitFor(desk.store->read([first](Database &db) { return *ReplyStore(db).lastAttempt(first); })),
            kAccepted);
        QVERIFY(desk.begin(second));
    }

    void whatTheWriterHadNotOnTheScreenHoldsTheReply()
    {
        Changing desk;
        const Message unseen = desk.writesAgain();
        QVERIFY(unseen.id > desk.question.id);
        const auto entry = desk.tryPress({.body = u"hello"_s, .seen = desk.question.id});
        QVERIFY(entry);
        QVERIFY(desk.holdAtLeaving(entry->reply.id) == Hold::CustomerWrote);
    }

    void answerGivenInAnotherToolHolds()
    {
        Changing desk;
        const ReplyId id = desk.press();
        desk.answeredInAnotherTool();
        QVERIFY(desk.holdAtLeaving(id) == Hold::AnsweredElsewhere);
    }

    void ourOwnEarlierReplyDoesNotHoldTheNext()
    {
        Changing desk;
        const ReplyId first = desk.press(u"one"_s);
        const ReplyId second = desk.press(u"two"_s);
        desk.record(*desk.begin(first), kAccepted);
        QVERIFY(desk.begin(second));
    }

    void colleagueWhoWasFasterHolds()
    {
        Changing desk;
        Outbox outbox(*desk.store);
        const auto colleague = waitFor(outbox.press({.conversation = desk.question.conversation,
            .parent = desk.question.id,
            .body = u"mine"_s,
            .agent = u"ben"_s}));
        desk.letClaimsRunOut(); // the reply waits for longer than its writer has the conversation
        const ReplyId id = desk.press();
        desk.clock.advance(1s);
        desk.record(*desk.begin(colleague->id), kAccepted);
        QVERIFY(desk.holdAtLeaving(id) == Hold::AnsweredElsewhere);
    }

    void editedMessageHoldsAndReleaseAnswersItsNewVersion()
    {
        Changing desk;
        const ReplyId id = desk.press();
        Post edited = desk.mention(u"10"_s, u"5"_s, u"no, the blue one"_s);
        edited.versionId = u"15"_s;
        desk.keep(edited);
        QVERIFY(desk.holdAtLeaving(id) == Hold::MessageEdited);
        QVERIFY(*desk.release(id));
        QCOMPARE(desk.reply(id).parentRemoteId, u"15"_s);
        QVERIFY(desk.begin(id));
    }

    void removedMessageHolds()
    {
        Changing desk;
        const ReplyId id = desk.press();
        QVERIFY(waitFor(desk.store->write([&](Database &db) {
            MessageStore(db).setTraits(desk.question.id, Traits({Trait::AddressesUs, Trait::Removed}));
        })));
        QVERIFY(desk.holdAtLeaving(id) == Hold::MessageRemoved);
    }

    void releasedReplyLeavesOnceAndCoversWhatWasSeen()
    {
        Changing desk;
        const ReplyId id = desk.press();
        desk.writesAgain();
        QVERIFY(desk.holdAtLeaving(id).has_value());
        QVERIFY(*desk.release(id));
        QVERIFY(!*desk.release(id));
        desk.record(*desk.begin(id), kAccepted);
        QVERIFY(desk.conversation().state == ConversationState::WaitingForCustomer);
        QCOMPARE(desk.calls(), 1);
    }

    void heldReplySurvivesReopeningAndCanBeWithdrawn()
    {
        Changing desk;
        const ReplyId id = desk.press();
        desk.writesAgain();
        QVERIFY(desk.holdAtLeaving(id).has_value());
        desk.close();
        desk.open();
        QVERIFY(desk.reply(id).hold == Hold::CustomerWrote);
        QVERIFY(*waitFor(Outbox(*desk.store).withdraw(id)));
        QVERIFY(desk.reply(id).state == ReplyState::Withdrawn && !desk.reply(id).hold);
    }

    void laterReplyWaitsForItsTime()
    {
        Changing desk;
        const Instant at = desk.clock.now() + 3h;
        const auto entry = desk.tryPress({.body = u"hello"_s, .leaveAt = at});
        QVERIFY(entry);
        QCOMPARE(entry->forecast->leavesAt, at);
        QCOMPARE(entry->forecast->waitsFor, u"later"_s);
        QVERIFY(entry->reply.due > at);
        const Decision decision = desk.decide();
        QVERIFY(decision.kind == Decision::Kind::Wait);
        QCOMPARE(decision.until, at);
    }

    void refusedReplyIsTriedAgainAsANewAttempt()
    {
        Changing desk;
        const ReplyId id = desk.press();
        desk.record(*desk.begin(id), rejected(ErrorCode::PersonUnreachable));
        QVERIFY(desk.reply(id).state == ReplyState::Rejected);
        QVERIFY(desk.retry(id));
        QVERIFY(desk.reply(id).state == ReplyState::Queued);
        QVERIFY(!desk.reply(id).decidedAt && desk.reply(id).reason.isEmpty());
        const auto again = desk.begin(id);
        QCOMPARE(again->number, 2);
        desk.record(*again, kAccepted);
        QVERIFY(!desk.retry(id)); // what arrived is not sent again
        const auto attempts
            = waitFor(desk.store->read([id](Database &db) { return ReplyStore(db).attempts(id); }));
        QCOMPARE(attempts->size(), 2);
        QCOMPARE(attempts->first().outcome, u"rejected"_s);
    }

    void unknownReplyWantsSomebody()
    {
        Changing desk;
        desk.record(*desk.begin(desk.press()), kLost);
        QCOMPARE(desk.conversation().failedReplies, 1);
        QCOMPARE(desk.conversation().pendingReplies, 1);
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::SecondLookTest)
#include "second_look_test.moc"
