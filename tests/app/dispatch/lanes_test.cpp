#include "app/dispatch/admission.h"
#include "tests/app/dispatch/lanes_fixture.h"

#include <QtTest>

namespace fw::test {

class LanesTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theParentsLaneIsTheDefault()
    {
        Lanes desk;
        QVERIFY(desk.tryPress({.body = u"a"_s})->reply.operation == Operation::Reply);
        const auto message = desk.pressMessage();
        QVERIFY(message->reply.operation == Operation::DirectMessage);
        QVERIFY(message->reply.lane == Lane::Private);
        QCOMPARE(message->reply.thread, u"t1"_s);
        QCOMPARE(message->reply.recipient, u"8"_s);
    }

    void privateMessageIsNeverAnsweredInPublic()
    {
        Lanes desk;
        const auto pressed
            = desk.tryPress({.parent = desk.privately.id, .lane = Lane::Public, .body = u"a"_s});
        QVERIFY(!pressed);
        QVERIFY(pressed.error().code == ErrorCode::Usage);
    }

    void networkIsToldEverythingAsItIsAtTheTimeOfSending()
    {
        Lanes desk;
        const ReplyId id = desk.pressMessage()->reply.id;
        desk.clock.advance(1h);
        desk.keep(desk.message(u"m2"_s));
        QVERIFY(!desk.beginWhole(id).attempt); // held: the person wrote again
        QVERIFY(*waitFor(Outbox(*desk.store).release(id)));
        const Outgoing outgoing = desk.beginWhole(id).outgoing;
        QCOMPARE(outgoing.parentRemoteId, u"m1"_s);
        QVERIFY(outgoing.operation == Operation::DirectMessage);
        QCOMPARE(outgoing.thread, u"t1"_s);
        QCOMPARE(outgoing.recipientRemoteId, u"8"_s);
        QVERIFY(outgoing.personActedAt == desk.clock.now());
        QCOMPARE(desk.calls(Operation::DirectMessage), 1);
        QCOMPARE(desk.calls(Operation::Reply), 0);
    }

    void oneCommentGetsOnePrivateAnswer()
    {
        Lanes desk;
        const auto first = desk.pressPrivately();
        QVERIFY(first->reply.operation == Operation::PrivateReply);
        QVERIFY(desk.pressPrivately().error().code == ErrorCode::AlreadyReplied);
        QVERIFY(*waitFor(Outbox(*desk.store).withdraw(first->reply.id)));
        const auto second = desk.pressPrivately();
        QVERIFY(second);
        desk.record(*desk.begin(second->reply.id), kAccepted);
        QVERIFY(desk.pressPrivately().error().code == ErrorCode::AlreadyReplied);
    }

    void whatIsNotOfferedIsNotQueued()
    {
        Lanes desk;
        Capabilities few = everything();
        few.needsSummons = true;
        for (Capability &row : few.table) {
            row.isOn = row.feature == Feature::ReplyPublic;
            row.whyNot = row.isOn ? u""_s : u"permission"_s;
        }
        desk.publish(few);
        QVERIFY(desk.pressPrivately().error().code == ErrorCode::Forbidden);
        QVERIFY(desk.tryPress({.body = u"a"_s}));
        Post overheard = desk.mention(u"30"_s, u"9"_s);
        overheard.traits = {};
        QVERIFY(desk.tryPress({.parent = desk.keep(overheard).id, .body = u"a"_s}).error().code
            == ErrorCode::NotSummoned);
    }

    void accountThatSaidNothingYetIsNotDoubted()
    {
        Lanes desk;
        desk.account = *waitFor(desk.store->write([&desk](Database &db) {
            AccountStore(db).publish(desk.account.id, {});
            return *AccountStore(db).byId(desk.account.id);
        }));
        QVERIFY(desk.pressPrivately());
        QVERIFY(desk.pressPrivately().error().code == ErrorCode::AlreadyReplied);
    }

    void closedWindowIsToldWhenSendIsPressed()
    {
        Lanes desk;
        desk.clock.advance(7 * 24h);
        QVERIFY(desk.pressPrivately().error().code == ErrorCode::WindowClosed);
        QVERIFY(desk.pressMessage().error().code == ErrorCode::WindowClosed);
        QVERIFY(desk.tryPress({.body = u"a"_s})); // in public there is no such window
        desk.keep(desk.message(u"m2"_s));         // the person writes again
        QVERIFY(desk.pressMessage());
    }

    void deadlineIsInTheForecast()
    {
        Lanes desk;
        const auto entry = desk.pressMessage();
        QVERIFY(entry->forecast->deadline == desk.clock.now() + 7 * 24h);
        const auto next
            = waitFor(Outbox(*desk.store)
                          .forecastNext(desk.account.id, desk.question.conversation, 0ms, Lane::Private));
        QVERIFY(next->deadline == desk.clock.now() + 7 * 24h);
        QVERIFY(!waitFor(Outbox(*desk.store).forecastNext(desk.account.id, desk.question.conversation, 0ms))
                     ->deadline);
    }

    void replyThatCannotMakeItsDeadlineIsRejectedThenAndNotSent()
    {
        Lanes desk;
        desk.clock.advance(7 * 24h - 1h);
        const ReplyId id = desk.pressMessage()->reply.id;
        desk.block(Operation::DirectMessage, 3h);
        const auto entries = waitFor(Outbox(*desk.store).ofConversation(desk.privately.conversation));
        QCOMPARE(entries->first().forecast->waitsFor, u"deadline"_s);
        QCOMPARE(desk.decide().kind, Decision::Kind::Wait);
        QVERIFY(desk.decide().until == desk.clock.now() + 1h);
        QVERIFY(!desk.late(id)); // there is still time
        desk.clock.advance(1h);
        QCOMPARE(desk.decide().kind, Decision::Kind::RejectLate);
        QCOMPARE(desk.late(id)->reason, u"window-closed"_s);
        QVERIFY(desk.reply(id).state == ReplyState::Rejected);
        QCOMPARE(desk.calls(Operation::DirectMessage), 0);
    }

    void replyWhoseWindowClosesOnTheWayToTheSenderIsNotSent()
    {
        Lanes desk;
        const ReplyId id = desk.pressMessage()->reply.id;
        desk.clock.advance(7 * 24h);
        const Begun begun = desk.beginWhole(id);
        QVERIFY(!begun.attempt);
        QCOMPARE(begun.refused->outcome, u"rejected"_s);
        QCOMPARE(desk.calls(Operation::DirectMessage), 0);
    }

    void personWhoWritesAgainMovesTheDeadline()
    {
        Lanes desk;
        const ReplyId id = desk.pressMessage()->reply.id;
        desk.clock.advance(7 * 24h - 1h);
        desk.keep(desk.message(u"m2"_s));
        QVERIFY(!desk.begin(id));
        QVERIFY(*waitFor(Outbox(*desk.store).release(id)));
        desk.clock.advance(1h);
        QVERIFY(desk.decide().kind == Decision::Kind::Send);
        QVERIFY(desk.begin(id));
    }

    void deadlineThatMovedWhileTheReplyWaitedIsNoReasonToRejectIt()
    {
        Lanes desk;
        const ReplyId id = desk.pressMessage()->reply.id;
        desk.block(Operation::DirectMessage, 30 * 24h);
        QVERIFY(desk.decide().until == desk.clock.now() + 7 * 24h);
        desk.clock.advance(7 * 24h - 1h);
        desk.keep(desk.message(u"m2"_s));
        desk.clock.advance(1h);
        const Decision decision = desk.decide();
        QVERIFY(decision.kind == Decision::Kind::Wait);
        QVERIFY(decision.until == desk.clock.now() - 1h + 7 * 24h);
        QVERIFY(desk.reply(id).state == ReplyState::Queued);
    }

    void blockedLaneLeavesTheOtherItsTurn()
    {
        Lanes desk;
        const ReplyId message = desk.pressMessage()->reply.id;
        const ReplyId inPublic = desk.press();
        desk.block(Operation::DirectMessage, 1h);
        QCOMPARE(desk.decide().kind, Decision::Kind::Send);
        QVERIFY(desk.decide().reply.id == inPublic);
        desk.record(*desk.begin(inPublic), kAccepted);
        QVERIFY(desk.decide().reply.id == message);
        QVERIFY(desk.decide().until == desk.clock.now() + 1h);
    }

    void refusedMessageBlocksItsOwnLaneOnly()
    {
        Lanes desk;
        desk.record(*desk.begin(desk.pressMessage()->reply.id), notCarriedOut(ErrorCode::RateLimited, 7min));
        desk.clock.advance(10s);
        const ReplyId inPublic = desk.press();
        QVERIFY(desk.decide().reply.id == inPublic);
        QCOMPARE(desk.decide().kind, Decision::Kind::Send);
    }

    void refusalsAboutOnePersonRejectAndKeepTheReason_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("unreachable") << int(ErrorCode::PersonUnreachable);
        QTest::newRow("replied elsewhere") << int(ErrorCode::AlreadyReplied);
        QTest::newRow("closed") << int(ErrorCode::WindowClosed);
        QTest::newRow("not offered") << int(ErrorCode::NotOffered);
    }

    void refusalsAboutOnePersonRejectAndKeepTheReason()
    {
        QFETCH(int, code);
        Lanes desk;
        for (const Outcome &outcome : {rejected(ErrorCode(code)), notCarriedOut(ErrorCode(code))}) {
            const ReplyId id = desk.pressMessage()->reply.id;
            desk.record(*desk.begin(id), outcome);
            QVERIFY(desk.reply(id).state == ReplyState::Rejected);
            QCOMPARE(desk.reply(id).reason, toString(ErrorCode(code)));
            QVERIFY(!desk.accountNow().isPaused());
        }
    }

    /// Nobody was asked, so the next one may leave at once.
    void whatIsNotOfferedTakesNoRoomAndPausesNobody()
    {
        Lanes desk;
        const ReplyId id = desk.pressMessage()->reply.id;
        desk.record(*desk.begin(id), notCarriedOut(ErrorCode::NotOffered));
        QCOMPARE(desk.calls(Operation::DirectMessage), 0);
        QVERIFY(!desk.accountNow().isPaused());
        const ReplyId next = desk.pressMessage()->reply.id;
        desk.record(*desk.begin(next), kAccepted);
        QVERIFY(desk.reply(next).state == ReplyState::Accepted);
    }

    /// Only the refusal tells; what it told holds for good, also in the next program.
    void refusalForWantOfASummonsClosesTheThread()
    {
        Lanes desk;
        const auto naming = [&desk](const QString &remoteId, const QString &thread, MessageKind kind) {
            Post post = desk.mention(remoteId, u"9"_s);
            post.thread = thread;
            post.kind = kind;
            return post;
        };
        const Message asked = desk.keep(naming(u"30"_s, u"3"_s, MessageKind::Mention));
        desk.keep(naming(u"31"_s, u"3"_s, MessageKind::Mention));
        desk.keep(naming(u"32"_s, u"3"_s, MessageKind::Reply)); // answers us
        desk.keep(naming(u"33"_s, u"4"_s, MessageKind::Mention));
        const ReplyId id = desk.tryPress({.parent = asked.id, .body = u"a"_s})->reply.id;
        desk.record(*desk.begin(id), rejected(ErrorCode::NotSummoned));
        desk.close();
        desk.open();
        const auto isAddressed
            = [&desk](const QString &post) { return desk.stored(post)->traits.testFlag(Trait::AddressesUs); };
        QVERIFY(!isAddressed(u"30"_s) && !isAddressed(u"31"_s));
        QVERIFY(isAddressed(u"32"_s) && isAddressed(u"33"_s));
        QVERIFY(
            !desk.keep(naming(u"31"_s, u"3"_s, MessageKind::Mention)).traits.testFlag(Trait::AddressesUs));
        QVERIFY(
            !desk.keep(naming(u"34"_s, u"3"_s, MessageKind::Mention)).traits.testFlag(Trait::AddressesUs));
        QVERIFY(desk.keep(naming(u"35"_s, u"3"_s, MessageKind::Reply)).traits.testFlag(Trait::AddressesUs));
    }

    void lockedTokensKeepTheReplyUntilSomebodyUnlocksThem()
    {
        Lanes desk;
        const ReplyId id = desk.press();
        for (int i = 0; i < 12; ++i) {
            desk.record(*desk.begin(id), notCarriedOut(ErrorCode::Locked));
        }
        QVERIFY(desk.reply(id).state == ReplyState::Queued);
        QVERIFY(!desk.accountNow().isPaused());
        QVERIFY(desk.decide().until > desk.clock.now());
        const auto freed = waitFor(desk.store->write(
            [](Database &db) { return LedgerStore(db).clearBlocks(toString(ErrorCode::Locked)); }));
        QCOMPARE(*freed, QSet<AccountId>{desk.account.id});
        QVERIFY(desk.decide().kind == Decision::Kind::Send);
    }

    void alreadyRepliedAfterALostAttemptIsLookedUp()
    {
        Lanes desk;
        const ReplyId id = desk.pressPrivately()->reply.id;
        desk.record(*desk.begin(id), kLost);
        desk.clock.advance(desk.limits().settle);
        desk.found(id, {}); // a slow network hides it
        desk.record(*desk.begin(id), rejected(ErrorCode::AlreadyReplied));
        QVERIFY(desk.reply(id).state == ReplyState::Unknown);
        desk.found(id, {{.remoteId = u"99"_s, .postedAt = desk.clock.now(), .thread = u"t3"_s}});
        QVERIFY(desk.reply(id).state == ReplyState::Accepted);
    }

    void spamPausesTheAccountAndLosesNothing()
    {
        for (const Outcome &outcome : {rejected(ErrorCode::Spam), notCarriedOut(ErrorCode::Spam)}) {
            Lanes desk;
            const ReplyId id = desk.press();
            desk.record(*desk.begin(id), outcome);
            QVERIFY(desk.reply(id).state == ReplyState::Queued);
            QCOMPARE(desk.accountNow().pausedReason, u"spam"_s);
            QCOMPARE(desk.decide().kind, Decision::Kind::Stop);
        }
    }

    void capWithAnEndIsWaitedForAndOneWithoutPauses()
    {
        Lanes desk;
        desk.send(notCarriedOut(ErrorCode::CapReached, 5h));
        QVERIFY(!desk.accountNow().isPaused());
        QVERIFY(desk.decide().until == desk.clock.now() + 5h);
        desk.clock.advance(5h);
        desk.send(notCarriedOut(ErrorCode::CapReached));
        QCOMPARE(desk.accountNow().pausedReason, u"cap-reached"_s);
    }

    void everyAttemptCosts()
    {
        Lanes desk;
        const ReplyId id = desk.press();
        Outcome outcome = notCarriedOut(ErrorCode::Offline);
        outcome.facts.charges = {{.thing = u"post-create"_s, .microUsd = 15'000}};
        desk.record(*desk.begin(id), outcome);
        outcome.kind = OutcomeKind::Accepted;
        outcome.remoteId = u"77"_s;
        outcome.facts.charges.append({.thing = u"post-read"_s, .microUsd = 5'000});
        desk.record(*desk.begin(id), outcome);
        QCOMPARE(desk.reply(id).microUsd, 35'000);
        const auto day = waitFor(desk.store->read(
            [&](Database &db) { return LedgerStore(db).charges(desk.account.id, dayOf(desk.clock.now())); }));
        QCOMPARE(day->first().microUsd, 30'000);
    }

    void budgetShowsEveryLane()
    {
        Lanes desk;
        desk.record(*desk.begin(desk.pressMessage()->reply.id), kAccepted);
        QSet<QString> operations;
        const auto uses = waitFor(Outbox(*desk.store).budget(desk.account.id));
        for (const WindowUse &use : *uses) {
            operations.insert(toString(use.window.operation));
        }
        QVERIFY(operations.contains(u"reply"_s));
        QVERIFY(operations.contains(u"direct-message"_s));
    }
};

} // namespace fw::test

FW_ENGINES_TEST_MAIN(fw::test::LanesTest)
#include "lanes_test.moc"
